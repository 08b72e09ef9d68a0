"""The shelf is whole at every moment, whatever becomes of a build."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.pipeline import publish
from build_tools.pipeline.publish import exchange, list_shelved, read_shelf
from build_tools.shelf import write_shelf
from build_tools.shelf.manifest import Manifest, read_manifest
from build_tools.shelf.sums import check_shelf
from tests.checkout import Checkout, translate
from tests.conftest import one_at_a_time

WORDS = ("ko", "part-one/second.po", "A quotation.", "새 인용문.")
# The command line, with an eye on the file system that ends the process, without a word, at a chosen moment.
KILLER = """
import os, signal, sys
event, ending, countdown, *arguments = sys.argv[1:]
left = int(countdown)
def watch(name, values):
    global left
    if name == event and any(str(value).endswith(ending) or ending + "/" in str(value) for value in values[:2]):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
# WORKED
from build_tools.__main__ import main
sys.exit(main(arguments))
"""
MOMENTS = {
    "the next shelf is begun": ("os.mkdir", ".dist.next", 1),
    "some files have their second names": ("os.link", ".dist.next", 5),
    "most files have their second names": ("os.link", ".dist.next", 90),
    "the new ebook is written": ("open", ".dist.next/downloads/tiny-book-ko.epub", 1),
    "the manifest is written": ("open", ".dist.next/manifest.json", 1),
    "the checksums are written": ("open", ".dist.next/SHA256SUMS", 1),
    "the shelves change places": ("ctypes.dlsym", "renameat2", 1),
    "the old shelf is cleared away": ("shutil.rmtree", ".dist.next", 2),
    "the build is noted as done": ("open", "ko/stamp.json", 2),
    "never": ("open", "no such file", 1),
}
WORKED = """
from build_tools.config import load_book
from build_tools.messages import load_messages
from build_tools.paths import Repository
from build_tools.pipeline import run
from build_tools.pipeline.work import Result
from build_tools.writers.edition import make_edition
def run_jobs(jobs, count):
    for job in jobs:
        repository = Repository(job.root)
        messages = load_messages(repository.po_folder(job.language.code))
        yield Result(job, make_edition(load_book(repository), job.language, messages, job.date), {}, ())
run.run_jobs = run_jobs
"""


def check(dist: Path) -> list[str]:
    """Check a shelf against its sums and its manifest."""
    return [problem.render() for problem in check_shelf(dist)]


@pytest.fixture(scope="session")
def worked(printed: Checkout, shared_folder: Path) -> Checkout:
    """A checkout whose build was killed when all work was done and nothing of it was on the shelf."""
    folder = shared_folder / "worked"
    with one_at_a_time(shared_folder / "worked.lock"):
        if not folder.is_dir():
            checkout = Checkout(shutil.copytree(printed.root, folder))
            translate(checkout.repository, *WORDS)
            assert kill(checkout, "the next shelf is begun") == -signal.SIGKILL
    return Checkout(folder)


def kill(checkout: Checkout, moment: str, *, is_worked: bool = False) -> int:
    """Build the Korean ebook until a moment comes, and give the exit code.

    :param is_worked: whether the ebook lies in the build folder, and only has to be laid on the shelf.
    """
    event, ending, countdown = MOMENTS[moment]
    program = KILLER.replace("# WORKED", WORKED if is_worked else "")
    words = [event, ending, str(countdown), "build", "--language", "ko", "--format", "epub"]
    command = [sys.executable, "-c", program, *words]
    return subprocess.run(
        command, cwd=checkout.root, env=checkout.environment(), capture_output=True, check=False
    ).returncode


def test_shelf_when_there_is_none(tmp_path: Path) -> None:
    """Before the first build there is no shelf, and nothing on it."""
    assert read_shelf(tmp_path / "dist") is None
    assert list_shelved(tmp_path / "dist", None) == {}


def test_shelf_that_cannot_be_trusted(tmp_path: Path) -> None:
    """A manifest that cannot be read counts as no shelf, so that everything is built anew."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "manifest.json").write_text("{")

    assert read_shelf(tmp_path / "dist") is None


@pytest.mark.build
def test_artifacts_that_are_really_there(reprint: Checkout) -> None:
    """An artifact that somebody has deleted is not on the shelf."""
    manifest = read_shelf(reprint.dist)
    assert manifest is not None
    (reprint.dist / "downloads" / "tiny-book-ko.epub").unlink()
    shelved = list_shelved(reprint.dist, manifest)

    assert ("ko", "epub") not in shelved
    assert len(shelved) == sum(len(edition.list_products()) for edition in manifest.editions) - 1


def test_exchange_of_shelves(tmp_path: Path) -> None:
    """The new shelf stands where the old one stood, and the old one is gone."""
    new, current = tmp_path / "new", tmp_path / "dist"
    for folder, words in ((new, "new"), (current, "old")):
        folder.mkdir()
        (folder / "file").write_text(words)
    exchange(new, current)

    assert (current / "file").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_exchange_where_the_system_cannot_do_it_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders cannot change places in one step, two steps lead to the same shelf."""
    monkeypatch.setattr(publish, "_exchange_at_once", lambda _new, _current: False)
    test_exchange_of_shelves(tmp_path)


def test_shelf_when_the_second_of_two_steps_is_missing(tmp_path: Path) -> None:
    """A build that was killed between the two steps leaves the old shelf, and the next one puts it back."""
    old = tmp_path / ".dist.old"
    old.mkdir()
    write_shelf(old, Manifest("A book", "2025-11-23", ()))
    (tmp_path / ".dist.next").mkdir()
    manifest = read_shelf(tmp_path / "dist")

    assert manifest == Manifest("A book", "2025-11-23", ())
    assert check(tmp_path / "dist") == []


@pytest.mark.build
@pytest.mark.parametrize("moment", [moment for moment in MOMENTS if moment != "never"])
def test_shelf_when_the_build_is_killed(printed: Checkout, worked: Checkout, tmp_path: Path, moment: str) -> None:
    """Killed at any moment, a build leaves a whole shelf, old or new; the next build gives the new words."""
    checkout = Checkout(shutil.copytree(worked.root, tmp_path / "killed"))

    assert kill(checkout, moment, is_worked=True) == -signal.SIGKILL
    assert check(checkout.dist) == []
    assert kill(checkout, "never", is_worked=True) == 0
    assert check(checkout.dist) == []
    assert checkout.sums != printed.sums
    assert sorted(path.name for path in checkout.root.glob(".dist*")) == []


@pytest.mark.build
def test_shelf_when_the_workers_are_killed(reprint: Checkout) -> None:
    """Killed in the middle of its work, with all its processes, a build leaves the old shelf; the next one is whole."""
    old = reprint.sums
    translate(reprint.repository, *WORDS)
    record = reprint.repository.build / "ko" / "pdf" / "record.json"
    assert record.is_file()
    building = subprocess.Popen(
        [sys.executable, "-m", "build_tools", "build", "--language", "ko", "--format", "pdf"],
        cwd=reprint.root,
        env=reprint.environment(),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while building.poll() is None and record.is_file():
        pass  # the record goes when the work on the format begins, and comes back with its end
    # The group is the build's own: its leader, the server that workers are copied from, and the workers.
    os.killpg(building.pid, signal.SIGKILL)
    building.wait()

    assert reprint.sums == old
    assert check(reprint.dist) == []
    reprint.build("--language", "ko", "--format", "pdf")
    assert check(reprint.dist) == []
    assert reprint.sums != old


@pytest.mark.build
def test_shelf_when_a_language_fails(reprint: Checkout) -> None:
    """A broken PO file stops its language alone: the others are new, its own files stand; the exit is 1."""
    ebook = reprint.dist / "downloads" / "tiny-book-ko.epub"
    others = [reprint.dist / "downloads" / f"tiny-book-{code}.epub" for code in ("en", "ar")]
    old, old_others = ebook.read_bytes(), [path.read_bytes() for path in others]
    path = reprint.repository.po_folder("ko") / "part-one" / "second.po"
    path.write_text(path.read_text(encoding="utf-8").replace('"인용문."', '"인용문.'), encoding="utf-8")
    chapter = reprint.repository.book / "frontmatter" / "preface.md"
    chapter.write_text("# Preface\n\nThis book is another test.\n")
    done = reprint.run("build", "--format", "epub")

    assert done.returncode == 1
    assert "locales/ko/LC_MESSAGES/part-one/second.po:29: the closing quote is missing (po-syntax)" in done.stderr
    assert done.stderr.endswith("1 problem\n")
    assert ebook.read_bytes() == old
    assert all(path.read_bytes() != before for path, before in zip(others, old_others, strict=True))
    assert check(reprint.dist) == []


@pytest.mark.build
def test_shelf_when_a_warning_stops_a_language(reprint: Checkout) -> None:
    """A letter that no font has stops its language, and is told at each build until it is mended."""
    translate(reprint.repository, "ko", "part-one/second.po", "A quotation.", "𓀀 인용문.")
    old = (reprint.dist / "downloads" / "tiny-book-ko.epub").read_bytes()
    for _time in ("first", "second"):
        done = reprint.run("build", "--format", "epub")

        assert done.returncode == 1
        assert "no font of the language has 𓀀 (U+13000) (font-glyph)" in done.stderr
        assert done.stderr.endswith("1 problem\n")
        assert "Traceback" not in done.stderr
    assert (reprint.dist / "downloads" / "tiny-book-ko.epub").read_bytes() == old
    assert check(reprint.dist) == []


@pytest.mark.build
def test_shelf_when_a_language_has_left_the_registry(reprint: Checkout) -> None:
    """A language that is no longer in the registry leaves nothing on the shelf."""
    path = reprint.repository.registry_file
    text = path.read_text(encoding="utf-8")
    start, end = text.index("[languages.ar]"), text.index("[languages.ko]")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    reprint.build("--format", "epub")

    names = [line.partition("  ")[2] for line in reprint.sums.splitlines()]
    assert [
        name for name in names if name.startswith("ar/") or "-ar." in name or "-ar-" in name or "/ar." in name
    ] == []
    assert [edition.language for edition in read_manifest(reprint.dist / "manifest.json").editions] == ["en", "ko"]
    assert check(reprint.dist) == []


@pytest.mark.build
def test_build_when_nothing_has_changed(reprint: Checkout) -> None:
    """A second build says that nothing has changed, touches no file and starts no worker."""
    before = {path: path.stat().st_mtime_ns for path in reprint.root.rglob("*") if path.name != "lock"}
    starts = ("os.posix_spawn", "os.fork", "subprocess.Popen")
    hook = f"import sys; sys.addaudithook(lambda name, _: name in {starts} and print(name))"
    program = f"{hook}; from build_tools.__main__ import main; sys.exit(main(['build']))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=reprint.root,
        env=reprint.environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing has changed since the last build.\n")
    assert {path: path.stat().st_mtime_ns for path in reprint.root.rglob("*") if path.name != "lock"} == before


@pytest.mark.build
def test_build_when_an_artifact_was_deleted(reprint: Checkout) -> None:
    """An artifact that somebody has deleted from the shelf comes back."""
    old = reprint.sums
    (reprint.dist / "downloads" / "tiny-book-ko.epub").unlink()
    reprint.build("--language", "ko", "--format", "epub")

    assert reprint.sums == old
    assert check(reprint.dist) == []


@pytest.mark.build
def test_build_when_another_shelf_has_the_new_words(reprint: Checkout) -> None:
    """Words that were built for another shelf only are still missing on this one."""
    translate(reprint.repository, *WORDS)
    reprint.build("--language", "ko", "--format", "epub", "--output", "elsewhere")
    old = reprint.sums
    reprint.build("--language", "ko", "--format", "epub")

    assert reprint.sums != old
    name = "downloads/tiny-book-ko.epub"
    assert (reprint.dist / name).read_bytes() == (reprint.root / "elsewhere" / name).read_bytes()


@pytest.mark.build
def test_published_files_are_never_written_to(reprint: Checkout) -> None:
    """Who reads a file while it is replaced reads the old one to its end."""
    path = reprint.dist / "downloads" / "tiny-book-ko.epub"
    old = path.read_bytes()
    translate(reprint.repository, *WORDS)
    with path.open("rb") as reader:
        reprint.build("--language", "ko", "--format", "epub")

        assert reader.read() == old
    assert path.read_bytes() != old


@pytest.mark.build
def test_refused_translation_stops_nothing(reprint: Checkout) -> None:
    """Where a translation is refused the English passage stands, the edition is shelved, and the refusal is told."""
    translate(reprint.repository, "ko", "part-one/second.po", "A quotation.", "인용문. <script>alert(1)</script>")
    done = reprint.run("build", "--language", "ko", "--format", "html")
    page = (reprint.dist / "ko" / "part-one" / "second.html").read_text(encoding="utf-8")

    assert done.returncode == 0
    assert "refused, English stands in its place: locales/ko/LC_MESSAGES/part-one/second.po:" in done.stderr
    assert "raw HTML <script> that the original does not have (po-html)" in done.stderr
    assert "A quotation." in page
    assert "alert(1)" not in page
    assert check(reprint.dist) == []
