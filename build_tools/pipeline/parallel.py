"""Jobs side by side, each step in a process of its own.

In: jobs, and how many processes may run.
Out: a `Result` for each job, as they come.

The first format of a language reads its words; the others find everything read and can be made at the same time.
(Two builders that both read must not run at once: they would write the same doctrees.)
"""

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from build_tools.pipeline.plan import Job, forget_stamp
from build_tools.pipeline.work import Result, build_formats, prepare_folder
from build_tools.problems import Code, Problem

# What every language needs is imported once, in the process that the others are copied from.
_PRELOAD = ["build_tools.pipeline.preload"]


def run_jobs(jobs: list[Job], count: int) -> Iterator[Result]:
    """Run jobs and give their results; a job that failed is built from nothing the next time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    with ProcessPoolExecutor(max(1, count), mp_context=context, max_tasks_per_child=1) as pool:
        for job, results in _run_steps(pool, jobs):
            result = merge_results(results)
            if result.problems:
                forget_stamp(job)
            yield result


def _run_steps(pool: ProcessPoolExecutor, jobs: list[Job]) -> Iterator[tuple[Job, list[Result]]]:
    """Run the steps of all jobs, and give each job with its results when its last step is done."""
    running: dict[Future[Result], Job] = {}
    results: dict[str, list[Result]] = {}
    for job in jobs:
        prepare_folder(job)
        results[job.language.code] = []
        running[pool.submit(build_formats, job, list_steps(job.formats)[0])] = job
    while running:
        done, _others = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            job = running.pop(future)
            gathered = results[job.language.code]
            gathered.append(take_result(future, job))
            if len(gathered) == 1 and not gathered[0].problems:
                running |= {pool.submit(build_formats, job, step): job for step in list_steps(job.formats)[1:]}
            if job not in running.values():
                yield job, gathered


def list_steps(formats: tuple[str, ...]) -> list[tuple[str, ...]]:
    """List the steps of a job: the first reads the book for all; the ebook needs the pages of the PDF and follows it.

    >>> list_steps(("html", "pdf", "epub")), list_steps(("pdf", "epub"))
    ([('html',), ('pdf', 'epub')], [('pdf',), ('epub',)])
    """
    first, rest = formats[:1], formats[1:]
    printed = tuple(name for name in rest if name in {"pdf", "epub"})
    others = [(name,) for name in rest if name not in printed]
    return [first, *others, *([printed] if printed else [])]


def take_result(future: "Future[Result]", job: Job) -> Result:
    """Take the result of a step, also where its process was ended from outside."""
    try:
        return future.result()
    except BrokenProcessPool:
        problem = Problem.of(Code.BUILD_FAILED, job.language.code, "the process that built it was ended")
        return Result(job, None, {}, (problem,))


def merge_results(results: Iterable[Result]) -> Result:
    """Merge the results of a job's steps."""
    first, *others = results
    seconds = dict(first.seconds)
    for result in others:
        for step, value in result.seconds.items():
            seconds[step] = seconds.get(step, 0.0) + value
    problems = (problem for result in (first, *others) for problem in result.problems)
    remarks = (remark for result in (first, *others) for remark in result.remarks)
    return replace(first, seconds=seconds, problems=tuple(problems), remarks=tuple(remarks))
