"""What has to be built."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from build_tools.config import Language, load_registry
from build_tools.paths import Repository
from build_tools.pipeline.plan import STAMP, Job, Order, plan_jobs, read_stamp, write_stamp
from tests.checkout import forget, translate

DATE = datetime(2025, 11, 23, tzinfo=UTC)
KINDS = ("screen", "print", "large", "booklet", "booklet-letter")
SUMS = {"html": "a", "epub": "c", **{f"pdf-{kind}": kind for kind in KINDS}}
SHELVED = {(code, name): digest for code in ("en", "ar", "ko") for name, digest in SUMS.items()}
Plan = Callable[..., list[Job]]


@pytest.fixture
def plan(tiny: Repository) -> Plan:
    """What plans the jobs of the tiny book."""

    def make(formats: tuple[str, ...] = ("html", "pdf", "epub"), **changes: object) -> list[Job]:
        registry = load_registry(tiny)
        languages = registry.languages.values()
        values: dict[str, object] = {"full_check": False, "shelved": SHELVED, "date": DATE, **changes}
        date = values.pop("date")
        return plan_jobs(tiny, registry, languages, formats, date, **values)  # type: ignore[arg-type]

    return make


@pytest.fixture
def done(plan: Plan) -> list[Job]:
    """The jobs of a first build, which are done."""
    jobs = plan()
    for job in jobs:
        job.folder.mkdir(parents=True)
        write_stamp(job, SUMS)
    return jobs


def list_codes(jobs: list[Job]) -> list[str]:
    """List the languages of jobs."""
    return [job.language.code for job in jobs]


def test_plan_before_the_first_build(plan: Plan) -> None:
    """Every language is built, from its first word."""
    assert [(job.language.code, job.fresh) for job in plan()] == [("en", True), ("ar", True), ("ko", True)]


def test_plan_when_nothing_has_changed(plan: Plan, done: list[Job]) -> None:
    """Nothing is built, and no smaller choice of formats either."""
    assert plan() == plan(("pdf",)) == []


def test_plan_when_a_translation_has_changed(plan: Plan, done: list[Job], tiny: Repository) -> None:
    """One language is built, and what was read before is still of use."""
    translate(tiny, "ko", "part-one/second.po", "First.", "처음.")

    assert [(job.language.code, job.fresh) for job in plan()] == [("ko", False)]


def test_plan_when_a_translation_is_new_or_lost(plan: Plan, done: list[Job], tiny: Repository) -> None:
    """The language is built, and the sites of all others, which tell how far it is; their books are not."""
    forget(tiny, "ko", "part-one/second.po", "First.")

    assert [(job.language.code, job.formats) for job in plan()] == [
        ("en", ("html",)),
        ("ar", ("html",)),
        ("ko", ("html", "pdf", "epub")),
    ]
    assert list_codes(plan(("pdf", "epub"))) == ["ko"]


def test_plan_when_the_sites_have_told_of_it(plan: Plan, done: list[Job], tiny: Repository) -> None:
    """Once the sites are built nothing is left to do, but the validators have not seen them."""
    for job in done:
        write_stamp(replace(job, full_check=True), SUMS)
    forget(tiny, "ko", "part-one/second.po", "First.")
    for job in plan():
        write_stamp(job, SUMS)

    assert plan() == []
    assert [(job.language.code, job.formats) for job in plan(("html", "pdf"), full_check=True)] == [
        ("en", ("html", "pdf")),
        ("ar", ("html", "pdf")),
        ("ko", ("html", "pdf")),
    ]
    assert list_codes(plan(("pdf",), full_check=True)) == ["ko"]


def test_plan_when_a_chapter_has_changed(plan: Plan, done: list[Job], tiny: Repository) -> None:
    """Every language is built, and what was read before is still of use."""
    (tiny.book / "frontmatter" / "preface.md").write_text("# Preface\n\nOther words.\n")

    assert [(job.language.code, job.fresh) for job in plan()] == [("en", False), ("ar", False), ("ko", False)]


@pytest.mark.parametrize("name", ["book/conf.py", "book/book.toml", "locales/languages.toml"])
def test_plan_when_a_setting_has_changed(plan: Plan, done: list[Job], tiny: Repository, name: str) -> None:
    """Every language is built from its first word."""
    path = tiny.root / name
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")

    assert [job.fresh for job in plan()] == [True, True, True]


def test_plan_when_the_ebook_is_older_than_its_pages(plan: Plan, tiny: Repository) -> None:
    """An ebook that was built before the PDF of the same words is built again; one that came later is not."""
    for formats, ready in ((("epub",), True), (("pdf",), False), (("epub",), True), (("pdf",), True)):
        for job in plan(formats, shelved={}):
            job.folder.mkdir(parents=True, exist_ok=True)
            write_stamp(job, SUMS)
        assert (plan(("epub",)) == []) is ready


def test_plan_on_another_day(plan: Plan, done: list[Job]) -> None:
    """An edition with another date is another edition."""
    assert list_codes(plan(date=datetime(2025, 11, 24, tzinfo=UTC))) == ["en", "ar", "ko"]


def test_plan_when_the_shelf_has_other_bytes(plan: Plan, done: list[Job]) -> None:
    """A language is built when what stands on the shelf is not what was built last."""
    assert list_codes(plan(shelved={**SHELVED, ("ko", "pdf-screen"): "another"})) == ["ko"]


def test_plan_when_the_shelf_lacks_a_file(plan: Plan, done: list[Job]) -> None:
    """A language is built when a file of it is missing, but only for those who want that format."""
    lacking = {key: digest for key, digest in SHELVED.items() if key != ("ar", "epub")}

    assert list_codes(plan(shelved=lacking)) == ["ar"]
    assert plan(("html", "pdf"), shelved=lacking) == []


def test_plan_when_validators_are_wanted(plan: Plan, done: list[Job]) -> None:
    """Formats that the validators have not seen are built again, until they have seen each of them."""
    assert list_codes(plan(full_check=True)) == ["en", "ar", "ko"]
    for job in done:
        write_stamp(replace(job, formats=("epub",), full_check=True), SUMS)

    assert plan(("epub",), full_check=True) == []
    assert list_codes(plan(full_check=True)) == ["en", "ar", "ko"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"fingerprint": "x"}', '{"fingerprint": 1, "press": 2, "sums": 3}']
)
def test_stamp_that_cannot_be_read(tmp_path: Path, content: str) -> None:
    """A stamp that was cut short, or is of another version, counts as none."""
    (tmp_path / STAMP).write_text(content)

    assert read_stamp(tmp_path).fingerprint == ""


def test_plan_when_a_variant_is_ordered(plan: Plan, done: list[Job]) -> None:
    """A variant that the shelf lacks is built, and nothing else of the PDF; one for another paper has another name."""
    jobs = plan(("pdf",), order=Order(("print",), "letter"))

    assert [(job.language.code, job.variants) for job in jobs] == [
        (code, ("print-letter",)) for code in ("en", "ar", "ko")
    ]
    assert jobs[0].products == ("pdf-print-letter",)
    assert jobs[0].is_partial


def test_plan_when_an_ordered_variant_is_done(plan: Plan, done: list[Job]) -> None:
    """What was ordered is not built twice, and does not ask for the others to be built again."""
    order = Order(("print",), "letter")
    sums = {**SUMS, "pdf-print-letter": "d"}
    for job in plan(("pdf",), order=order):
        write_stamp(job, sums)
    shelved = {(code, name): digest for code in ("en", "ar", "ko") for name, digest in sums.items()}

    assert plan(("pdf",), order=order, shelved=shelved) == plan(("pdf",), shelved=shelved) == []


def test_order_of_another_paper() -> None:
    """Another paper is for all variants of the language but the screen's, which knows none."""
    language = Language("en", "English", paper="a4", pdf=("screen", "print", "booklet"))

    assert Order(paper="letter").choose(language) == ("screen", "print-letter", "booklet-letter")
    assert Order(("large",), "a4").choose(language) == ("large",)
    assert Order().choose(language) == language.pdf
