"""The work on one language, in a process of its own: read, write, verify.

In: a `Job`.
Out: a `Result` with every problem; artifacts stay in the build folder until they are shelved.
"""

import gc
import io
import os
import shutil
import time
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools.config import load_book
from build_tools.dates import VARIABLE
from build_tools.guard.faults import REFUSED
from build_tools.guard.po_files import guard_language
from build_tools.messages import load_messages
from build_tools.papers import PAPERS
from build_tools.paths import Repository
from build_tools.pipeline.known import load_known
from build_tools.pipeline.plan import Job
from build_tools.problems import BuildToolsError, Code, Problem
from build_tools.status import count_shown, env_messages
from build_tools.verify import FULL_VERIFIERS, JOINT_VERIFIERS, VERIFIERS
from build_tools.verify.expectation import Expectation, Known
from build_tools.verify.printed_index import check_printed_index
from build_tools.warnings import parse_warnings
from build_tools.writers.edition import Edition, make_edition
from build_tools.writers.formats import FORMATS
from build_tools.writers.page_list import NAME as PAGES
from build_tools.writers.promises import Promise, read_promises
from build_tools.writers.record import Record, WrittenFile, read_record

# What is told and stops nothing, and what can be done about it.
REMARKS = {Code.HANDOUT_FULL.slug: "Ask fewer or shorter questions, or make two chapters of it."}


@dataclass(frozen=True)
class Result:
    """What became of a job: seconds by step, and problems; none means that all may be shelved.

    :param notices: translations that were refused; the English passages stand in their places.
    :param remarks: what is told and stops nothing.
    :param share: how much of the book readers see in the language, in per cent.
    """

    job: Job
    edition: Edition | None
    seconds: dict[str, float]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    share: int = 100


@dataclass(frozen=True)
class Run:
    """What a run of Sphinx gave: problems, the messages of each document that it has read, and remarks."""

    problems: list[Problem]
    messages: Mapping[str, tuple[str, ...]]
    remarks: list[Problem] = field(default_factory=list)


def prepare_folder(job: Job) -> None:
    """Make the folder of a language; what stands in an old one goes where the press has changed."""
    if job.fresh:
        shutil.rmtree(job.folder, ignore_errors=True)
    job.folder.mkdir(parents=True, exist_ok=True)


def build_formats(job: Job, formats: tuple[str, ...]) -> Result:
    """Build and verify some formats of one language."""
    gc.disable()  # the process ends with its work, and there is memory enough until then
    os.environ[VARIABLE] = str(int(job.date.timestamp()))
    seconds: dict[str, float] = {}
    edition = None
    problems: list[Problem] = []
    notices: list[Problem] = []
    remarks: list[Problem] = []
    share = 100
    try:
        repository = Repository(job.root)
        notices = guard_language(repository, job.language)
        messages = load_messages(repository.guarded_folder(job.language.code))
        edition = make_edition(load_book(repository), job.language, messages, job.date)
        for name in formats:
            run = _build_format(repository, job, edition, name, seconds)
            problems.extend(run.problems)
            remarks.extend(run.remarks)
            share = measure_share(repository, job, run)
    except BuildToolsError as error:
        problems.extend(error.problems)
    except Exception as error:  # noqa: BLE001 - one language's failure leaves the others standing
        problems.append(_report_crash(job, error))
    return Result(job, edition, seconds, tuple(problems), tuple(notices), tuple(remarks), share)


def measure_share(repository: Repository, job: Job, run: Run) -> int:
    """Measure how much of the book readers see in the language; of the original, that is everything."""
    if job.language.code == job.languages[0]:
        return 100
    return count_shown(repository, job.language.code, run.messages).share


def _build_format(repository: Repository, job: Job, edition: Edition, name: str, seconds: dict[str, float]) -> Run:
    start = time.perf_counter()
    run = run_sphinx(repository, job, name)
    seconds[name] = time.perf_counter() - start
    if not run.problems:
        start = time.perf_counter()
        run.problems.extend(verify_format(job, edition, name))
        seconds["verify"] = seconds.get("verify", 0.0) + time.perf_counter() - start
    if name == "pdf" and not run.problems:
        keep_pages(job)
    return run


def run_sphinx(repository: Repository, job: Job, name: str) -> Run:
    """Run the builder of a format; warnings are problems."""
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    target = job.folder / name
    shutil.rmtree(target, ignore_errors=True)
    warnings = io.StringIO()
    try:
        with patch_docutils(str(repository.book)), docutils_namespace():
            app = Sphinx(
                srcdir=repository.book,
                confdir=repository.book,
                outdir=target,
                doctreedir=job.folder / "doctrees",
                buildername=FORMATS[name],
                confoverrides={
                    "language": job.language.code,
                    "press_pdf_variants": list(job.variants),
                    **name_pages(job, name),
                },
                status=None,
                warning=warnings,
            )
            # All documents are written anyway; `force_all` would also compile every PO file anew,
            # and so have each builder read every translated document again.
            app.build()
    except SphinxError as error:
        place = f"{repository.relative(repository.book)} ({job.language.code})"
        failure = Problem.of(Code.BUILD_FAILED, place, str(error))
        return Run([*sort_warnings(repository, warnings.getvalue())[0], failure], {})
    except BuildToolsError:
        raise
    except Exception as error:  # noqa: BLE001 - what Sphinx has said so far is not lost
        return Run([*sort_warnings(repository, warnings.getvalue())[0], _report_crash(job, error)], {})
    problems, remarks = sort_warnings(repository, warnings.getvalue())
    return Run(problems, env_messages(app.env), remarks)


def locate_pages(job: Job) -> Path:
    """Give the place of the list of printed pages, which names the words that were printed."""
    return job.folder / f"{job.fingerprint[:16]}-{PAGES}"


def keep_pages(job: Job) -> None:
    """Keep the list of printed pages that the PDF's builder has left, if any, in the place of older ones."""
    pages = job.folder / "pdf" / PAGES
    if pages.is_file():
        for old in job.folder.glob(f"*-{PAGES}"):
            old.unlink()
        shutil.copy(pages, locate_pages(job))


def name_pages(job: Job, name: str) -> dict[str, str]:
    """Name the list of printed pages to the ebook, if the book has been printed from the same words."""
    pages = locate_pages(job)
    return {"press_pages": str(pages)} if name == "epub" and pages.is_file() else {}


def sort_warnings(repository: Repository, text: str) -> tuple[list[Problem], list[Problem]]:
    """Sort what Sphinx has warned about into problems and remarks, which leave the edition sound.

    What the guard refused is told by itself, and is neither.
    """
    refused = {code.slug for code in REFUSED}
    found = [problem for problem in parse_warnings(repository, text) if problem.code not in refused]
    remarks = [replace(problem, cure=REMARKS[problem.code]) for problem in found if problem.code in REMARKS]
    return [problem for problem in found if problem.code not in REMARKS], remarks


def verify_format(job: Job, edition: Edition, name: str) -> Iterator[Problem]:
    """Open the artifacts of a format as readers would."""
    places = list_places(job, edition, name)
    for place in places:
        yield from VERIFIERS[name](*place)
        if job.full_check and name in FULL_VERIFIERS:
            yield from FULL_VERIFIERS[name](*place)
    if name in JOINT_VERIFIERS:
        yield from JOINT_VERIFIERS[name](places)
    if name_pages(job, name):
        printed = [place for place in list_places(job, edition, "pdf") if place[1].kind == "screen"]
        for place in places if printed else ():
            yield from check_printed_index(place, printed[0])


def list_places(job: Job, edition: Edition, name: str) -> list[tuple[Path, Expectation]]:
    """List the files of a format, and what each must say; a site is one."""
    folder = job.folder / name
    record = Record("html", (WrittenFile("."),)) if name == "html" else read_record(folder)
    repository = Repository(job.root)
    known = load_known(repository, load_book(repository))
    promises = read_promises(folder)
    expectations = (
        expect(job, edition, record, file, known, promises.get(file.path, Promise())) for file in record.files
    )
    return [(folder / file.path, expected) for file, expected in zip(record.files, expectations, strict=True)]


def expect(
    job: Job, edition: Edition, record: Record, file: WrittenFile, known: Known, promise: Promise
) -> Expectation:
    """Say what must be found in an artifact."""
    place = f"{job.language.code}/" if record.format == "html" else file.path
    return Expectation(
        language=job.language.code,
        direction=job.language.direction,
        title=edition.title,
        authors=edition.authors,
        date=edition.date.strftime("%Y-%m-%d"),
        identifier=edition.identifier,
        headings=record.titles,
        fonts=tuple(family.name for family in job.language.families),
        languages=job.languages,
        place=place,
        known=known,
        kind=file.kind,
        paper=PAPERS.get(file.paper),
        chapter=file.chapter,
        link=promise.link,
        texts=promise.texts,
        hidden=promise.hidden,
    )


def _report_crash(job: Job, error: Exception) -> Problem:
    job.folder.mkdir(parents=True, exist_ok=True)
    log = job.folder / "traceback.txt"
    log.write_text(traceback.format_exc(), encoding="utf-8")
    cure = f"This is a fault of the press; please report it with {Repository(job.root).relative(log)}."
    found = f"{type(error).__name__}: {error}"
    return Problem.of(Code.BUILD_FAILED, job.language.code, found, cure=cure)
