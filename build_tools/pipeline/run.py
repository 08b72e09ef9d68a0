"""The whole way: plan, build languages side by side, shelve what is good, tell what is not.

In: what was asked for on the command line.
Out: a new shelf, and an exit code.
Printing is left to the `tell` function that the caller gives.
"""

import fcntl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.config import load_book, load_registry
from build_tools.dates import read_edition_date
from build_tools.messages import check_po_files
from build_tools.paths import Repository
from build_tools.pipeline.plan import Job, Order, check_faces, plan_jobs, write_stamp
from build_tools.problems import Problem
from build_tools.shelf.manifest import Manifest, hash_artifacts


@dataclass(frozen=True)
class Request:
    """What was asked for."""

    repository: Repository
    languages: list[str] | None
    formats: tuple[str, ...]
    jobs: int
    output: Path
    full_check: bool
    order: Order = field(default_factory=Order)


def build(request: Request, tell: Callable[[str], None]) -> list[Problem]:
    """Build what has changed, shelve what is good, and give the problems of the rest."""
    repository = request.repository
    book, registry = load_book(repository), load_registry(repository)
    languages = registry.choose(request.languages)
    date = read_edition_date(repository.root)
    with locked(repository):
        from build_tools.pipeline.publish import list_shelved, publish, read_shelf

        shelf = read_shelf(request.output)
        jobs = plan_jobs(
            repository,
            registry,
            languages,
            request.formats,
            date,
            full_check=request.full_check,
            shelved=list_shelved(request.output, shelf),
            order=request.order,
        )
        if not jobs:
            tell("Nothing has changed since the last build.")
            return []
        from build_tools.pipeline.parallel import run_jobs

        check_faces(jobs)
        sound, problems = part_jobs(repository, jobs)
        good = []
        for result in run_jobs(sound, request.jobs):
            problems.extend(result.problems)
            tell(describe(result.job, result.seconds, len(result.problems)))
            for notice in sorted(result.notices):
                tell(f"refused, English stands in its place: {notice.render()}")
            for remark in sorted(result.remarks):
                tell(remark.render())
            if not result.problems:
                good.append(result)
        if good:
            new = publish(request.output, good, registry, book.title, date.strftime("%Y-%m-%d"))
            stamp_jobs([result.job for result in good], new)
    return problems


def part_jobs(repository: Repository, jobs: Iterable[Job]) -> tuple[list[Job], list[Problem]]:
    """Part the jobs that can be begun from the problems of those that cannot."""
    sound: list[Job] = []
    problems: list[Problem] = []
    for job in jobs:
        found = list(check_po_files(repository.po_folder(job.language.code), repository.relative))
        problems.extend(found)
        if not found:
            sound.append(job)
    return sound, problems


def stamp_jobs(jobs: Iterable[Job], manifest: Manifest) -> None:
    """Note that jobs are done; a build that is killed before they are on the shelf is done again."""
    sums = {
        edition.language: {name: hash_artifacts(artifacts) for name, artifacts in edition.list_products().items()}
        for edition in manifest.editions
    }
    for job in jobs:
        write_stamp(job, sums[job.language.code])


@contextmanager
def locked(repository: Repository) -> Iterator[None]:
    """Let one build of a checkout run at a time; a second one waits."""
    repository.build.mkdir(parents=True, exist_ok=True)
    with (repository.build / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def describe(job: Job, seconds: dict[str, float], problems: int) -> str:
    """Describe what became of a language in one line."""
    steps = "  ".join(f"{step} {value:.1f} s" for step, value in seconds.items())
    outcome = "ready" if not problems else f"{problems} problem{'s' if problems > 1 else ''}"
    return f"{job.language.code:<4} {job.language.name:<12} {steps}  {outcome}"
