"""What a page of the PDF costs, in the book and in one ten times as long: it must not cost much more there.

In: a copy of the sources, languages.
Out: a row for each book, and what was promised of them.
Each book is set in a process of its own, so that its peak of memory is its own; seconds are the processor's.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.bench.measure import measure
from build_tools.bench.report import render_table
from build_tools.bench.results import Target, divide
from build_tools.config import Language
from build_tools.dates import VARIABLE
from build_tools.guard.po_files import guard_language
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, Problem

TIMES = 10
RATIO = 1.3
GIGABYTES = 1.5
STEPS = ("layout", "write", "finish")


@dataclass(frozen=True)
class Setting:
    """What it has cost to set a book.

    :param seconds: the processor's, by step; `all` of them and what is done between.
    :param memory: bytes at the highest point.
    """

    language: str
    times: int
    pages: int
    seconds: Mapping[str, float]
    memory: int

    @property
    def per_page(self) -> float:
        """The processor's seconds for a page."""
        return self.seconds["all"] / self.pages


def measure_setting(repository: Repository, language: str, times: int, folder: Path) -> Setting:
    """Set a book of so many books in a process of its own."""
    command = (sys.executable, "-m", "build_tools.bench.long_book", language, str(times), str(folder))
    done = measure(command, repository.root, {**os.environ, VARIABLE: "1763856000"})
    lines = done.output.strip().splitlines()
    if done.exit_code or not lines:
        found = f"the PDF writer ended with {done.exit_code} ({language}, {times}×)"
        raise BuildToolsError([Problem.of(Code.BUILD_FAILED, "bench", found, cure="\n".join(lines[-12:]))])
    values = json.loads(lines[-1])
    return Setting(language, times, int(values.pop("pages")), values, done.memory)


def measure_settings(
    repository: Repository, languages: Sequence[Language], folder: Path, times: int, tell: Callable[[str], None]
) -> Iterator[Setting]:
    """Set the book and the long book in each language."""
    for language in languages:
        guard_language(repository, language)
        for number in (1, times):
            tell(f"{language.code} {number:>2}×: begun")
            setting = measure_setting(repository, language.code, number, folder)
            tell(f"{language.code} {number:>2}×: {setting.pages} pages, {setting.seconds['all']:.1f} s")
            yield setting


def render_settings(settings: Sequence[Setting]) -> str:
    """Render what each book costs."""
    heads = ("book", "pages", *(f"{step}, ms a page" for step in STEPS), "all, ms a page", "peak memory")
    rows = [
        (
            f"`{each.language}`" + (f", {each.times} times" if each.times > 1 else ""),
            f"{each.pages}",
            *(f"{1000 * each.seconds.get(step, 0.0) / each.pages:.1f}" for step in STEPS),
            f"{1000 * each.per_page:.1f}",
            f"{each.memory / 2**20:.0f} MiB",
        )
        for each in settings
    ]
    return render_table(heads, rows)


def list_promises(settings: Sequence[Setting]) -> Iterator[Target]:
    """Compare what was promised of long books with what was measured."""
    single = {each.language: each.per_page for each in settings if each.times == 1}
    long = [each for each in settings if each.times > 1]
    for each in long:
        name = f"`{each.language}`: a page of a book {each.times} times as long costs less than {RATIO} times as much"
        yield Target(name, RATIO, divide(each.per_page, single.get(each.language)), "×", at_least=False)
    for each in long:
        name = f"`{each.language}`: a book {each.times} times as long needs less than {GIGABYTES} GB of memory"
        yield Target(name, GIGABYTES, each.memory / 1e9, "GB", at_least=False)
