"""What is measured: both presses do the same pieces of work, in turns.

In: the repository, languages, the Python of the stock environment, a folder to work in.
Out: `Results`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_tools.bench.po_line import add_word, find_chapter, make_word
from build_tools.bench.presses import FORMATS, Press, Run, Stock, read_steps, work
from build_tools.bench.results import Results, Row, Target, divide, narrow, sum_up
from build_tools.bench.workspace import clean, copy_sources, write_stock_settings
from build_tools.config import load_book
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError

COLD, SAME, LINE, ALONE, FONTS = "cold", "same", "line", "alone", "fonts"
Runs = Mapping[str, Run]
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What was asked for.

    :param changed: the language of which one line is changed; nothing where no language is translated.
    """

    languages: tuple[str, ...]
    changed: str
    repeat: int


def run_scenes(repository: Repository, plan: Plan, stock_python: Path, folder: Path, tell: Tell) -> Results:
    """Let both presses do all pieces of work as often as asked, in turns, and sum up."""
    press = Press(copy_sources(repository, folder / "press"), load_book(repository).slug)
    copy = copy_sources(repository, folder / "stock")
    stock = Stock(copy, write_stock_settings(copy), stock_python)
    ours: list[Runs] = []
    theirs: list[Runs] = []
    for number in range(plan.repeat):
        turns: list[tuple[Press | Stock, list[Runs]]] = [(press, ours), (stock, theirs)]
        for turn, gathered in turns if number % 2 == 0 else reversed(turns):
            gathered.append(dict(run_press(turn, plan, number, tell)))
    return gather(plan, ours, theirs)


def run_press(press: Press | Stock, plan: Plan, number: int, tell: Tell) -> Iterator[tuple[str, Run]]:
    """Let one press do every piece of work once."""
    name = "press" if isinstance(press, Press) else "stock"

    def do(scene: str, languages: Sequence[str], word: str = "") -> tuple[str, Run]:
        run = work(press.plan(languages), press.repository, word)
        seconds = sum(done.wall for done in run.measurements.values())
        tell(f"{name} {number + 1}: {scene:<5} {seconds:7.1f} s" + "".join(f"\n{p.render()}" for p in run.problems))
        return scene, run

    clean(press.repository)
    yield do(COLD, plan.languages)
    yield do(SAME, plan.languages)
    if not plan.changed:
        return
    try:
        with changed_line(press.repository, plan.changed, make_word(number)):
            yield do(LINE, [plan.changed], make_word(number))
    except BuildToolsError as error:
        tell(str(error))
        yield LINE, Run({}, (), tuple(error.problems))
    if isinstance(press, Press):
        for scene, keep_fonts in ((ALONE, False), (FONTS, True)):
            clean(press.repository, keep_fonts=keep_fonts)
            yield do(scene, [plan.changed])


@contextmanager
def changed_line(repository: Repository, language: str, word: str) -> Iterator[None]:
    """Change one message of a language while the context lasts."""
    path = find_chapter(repository.po_folder(language))
    before = path.read_bytes()
    add_word(path, word)
    try:
        yield
    finally:
        path.write_bytes(before)


def gather(plan: Plan, ours: Sequence[Runs], theirs: Sequence[Runs]) -> Results:
    """Sum up the repetitions of both presses."""
    stock_alone = [{ALONE: narrow(runs[COLD], plan.changed)} for runs in theirs]
    rows = [
        make_row("Every edition, cold", ours, theirs, COLD),
        make_row("Every edition, nothing changed", ours, theirs, SAME),
    ]
    if plan.changed:
        rows += [
            make_row(f"`{plan.changed}` alone, cold", ours, stock_alone, ALONE),
            make_row(f"`{plan.changed}` alone, cold, fonts already cut", ours, [], FONTS),
            make_row(f"`{plan.changed}`, one PO line changed", ours, theirs, LINE),
        ]
    runs = [run for repetition in (*ours, *theirs) for run in repetition.values()]
    return Results(
        tuple(rows),
        tuple(list_targets(rows)),
        add_steps(runs[COLD] for runs in ours),
        tuple(compare_outputs(ours, theirs)),
        tuple(dict.fromkeys(problem for run in runs for problem in run.problems)),
    )


def make_row(name: str, ours: Sequence[Runs], theirs: Sequence[Runs], scene: str) -> Row:
    """Make the row of a piece of work."""
    return Row(name, *(sum_up([runs[scene] for runs in side if scene in runs]) for side in (ours, theirs)))


def list_targets(rows: Sequence[Row]) -> Iterator[Target]:
    """Compare what was promised with what was measured."""
    cold, same = rows[0], rows[1]
    ratio = divide(*(side.wall if side else None for side in (cold.stock, cold.press)))
    yield Target("A cold build of every edition is at least twice as fast as stock", 2.0, ratio, "×", at_least=True)
    if len(rows) > 2:
        alone, fonts, line = (row.press for row in rows[2:])
        promise = "A changed PO line is in `dist/` in less than a quarter of the cold time of its language"
        for told, base in (("", alone), (" with its fonts already cut", fonts)):
            share = divide(line.ready if line else None, base.wall if base else None)
            yield Target(promise + told, 25.0, share and 100 * share, "%", at_least=False)
    seconds = same.press.wall if same.press else None
    yield Target("A build where nothing has changed takes less than 2 s", 2.0, seconds, "s", at_least=False)


def add_steps(runs: Iterable[Run]) -> dict[str, float]:
    """Add up the seconds of each step over the languages; of the last repetition."""
    total: dict[str, float] = {}
    for run in runs:
        total = {}
        for measurement in run.measurements.values():
            for name, seconds in read_steps(measurement.output):
                total[name] = total.get(name, 0.0) + seconds
    return total


def compare_outputs(ours: Sequence[Runs], theirs: Sequence[Runs]) -> Iterator[tuple[str, str, str]]:
    """Say for each format what both presses have made of all languages."""
    for kind in FORMATS:
        cells = []
        for side in (ours, theirs):
            outputs = [output for output in side[-1][COLD].outputs if output.format == kind]
            pages, size = sum(output.pages for output in outputs), sum(output.bytes for output in outputs)
            cells.append(f"{len(outputs)} with {pages} pages, {size / 1e6:.1f} MB" if outputs else "none")
        yield kind, cells[0], cells[1]
