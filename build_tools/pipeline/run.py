"""The whole way: plan, build languages side by side, shelve what is good, tell what is not.

In: what was asked for on the command line.
Out: a new shelf, and an exit code.
Printing is left to the `tell` function that the caller gives.
"""

import fcntl
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_tools.config import load_book, load_registry
from build_tools.dates import read_edition_date
from build_tools.paths import Repository
from build_tools.pipeline.plan import Job, check_inputs, plan_jobs
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

# What every language needs is imported once, in the process that the others are copied from.
_PRELOAD = ["build_tools.pipeline.preload"]


@dataclass(frozen=True)
class Request:
    """What was asked for."""

    repository: Repository
    languages: list[str] | None
    formats: tuple[str, ...]
    jobs: int
    output: Path
    full_check: bool


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
        )
        if not jobs:
            tell("Nothing has changed since the last build.")
            return []
        stop(check_inputs(repository, jobs))
        problems: list[Problem] = []
        good = []
        for result in run_jobs(jobs, request.jobs):
            problems.extend(result.problems)
            tell(describe(result.job, result.seconds, len(result.problems)))
            if not result.problems:
                good.append(result)
        if good:
            publish(request.output, good, registry, book.title, date.strftime("%Y-%m-%d"))
    return problems


def stop(problems: Iterator[Problem]) -> None:
    """Raise BuildToolsError if there is a problem."""
    found = list(problems)
    if found:
        missing = any(problem.code == Code.FONT_MISSING.slug for problem in found)
        raise BuildToolsError(found, ExitCode.TOOL_MISSING if missing else ExitCode.PROBLEMS)


@contextmanager
def locked(repository: Repository) -> Iterator[None]:
    """Let one build of a checkout run at a time; a second one waits."""
    repository.build.mkdir(parents=True, exist_ok=True)
    with (repository.build / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def run_jobs(jobs: list[Job], count: int) -> Iterator["Result"]:  # type: ignore[name-defined] # noqa: F821
    """Run jobs side by side, each in a process of its own, and give results as they come."""
    from build_tools.pipeline.work import Result, build_language

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    workers = max(1, min(count, len(jobs)))
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=1) as pool:
        futures = {pool.submit(build_language, job): job for job in jobs}
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                job = futures[future]
                problem = Problem.of(Code.BUILD_FAILED, job.language.code, "the process that built it was ended")
                yield Result(job, None, {}, (problem,))


def describe(job: Job, seconds: dict[str, float], problems: int) -> str:
    """Describe what became of a language in one line."""
    steps = "  ".join(f"{step} {value:.1f} s" for step, value in seconds.items())
    outcome = "ready" if not problems else f"{problems} problem{'s' if problems > 1 else ''}"
    return f"{job.language.code:<4} {job.language.name:<12} {steps}  {outcome}"
