"""The table of the measurements, and its place in the document.

In: `Results`, and what the machine is.
Out: Markdown, for the terminal and for `docs/performance.md`.
"""

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from build_tools.bench.results import Cost, Results, Row, Target, divide
from build_tools.problems import BuildToolsError, Code, Problem

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
LIBRARIES = ("sphinx", "myst-parser", "weasyprint", "ebooklib", "furo")


def render_report(results: Results, about: str) -> str:
    """Render everything that was measured."""
    parts = [about, render_rows(results.rows), render_targets(results.targets)]
    parts += [render_steps(results), render_outputs(results), render_problems(results.problems)]
    return "\n\n".join(part for part in parts if part)


def render_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Render a table; all columns but the first are numbers."""
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def render_rows(rows: Sequence[Row]) -> str:
    """Render what each piece of work costs with both presses, and the ratios."""
    heads = ("work", "press", "wall", "CPU", "peak memory")
    lines: list[tuple[str, ...]] = []
    for row in rows:
        lines.append((row.name, "ours", *render_cost(row.press)))
        if row.stock or not row.press:
            lines.append(("", "stock", *render_cost(row.stock)))
        if row.press and row.stock:
            lines.append(("", "stock ÷ ours", *render_ratios(row.press, row.stock)))
    return render_table(heads, lines)


def render_cost(cost: Cost | None) -> tuple[str, ...]:
    """Render a cost in three cells."""
    if cost is None:
        return ("failed", "–", "–")
    spread = f" ({cost.fastest:.1f}–{cost.slowest:.1f})" if cost.slowest > cost.fastest else ""
    return (f"{cost.wall:.1f} s{spread}", f"{cost.cpu:.1f} s", f"{cost.memory / 2**20:.0f} MiB")


def render_ratios(press: Cost, stock: Cost) -> tuple[str, ...]:
    """Render how many times as much stock needs."""
    pairs = ((stock.wall, press.wall), (stock.cpu, press.cpu), (stock.memory, press.memory))
    ratios = (divide(above, below) for above, below in pairs)
    return tuple("–" if ratio is None else f"**{ratio:.1f}×**" for ratio in ratios)


def render_targets(targets: Sequence[Target]) -> str:
    """Render what was promised and whether it is kept."""
    lines = [
        (
            target.promise,
            "not measured" if target.value is None else f"{target.value:.1f} {target.unit}",
            _judge(target),
        )
        for target in targets
    ]
    return render_table(("target", "measured", "met"), lines)


def _judge(target: Target) -> str:
    return "yes" if target.is_met else "**no**"


def render_steps(results: Results) -> str:
    """Render where our cold build spends its time, all languages together."""
    total = sum(results.steps.values())
    if not total:
        return ""
    lines = [(name, f"{value:.1f} s", f"{100 * value / total:.0f} %") for name, value in results.steps.items()]
    return render_table(("step of our cold build", "seconds", "share"), lines)


def render_outputs(results: Results) -> str:
    """Render what both presses have made."""
    return render_table(("made", "ours", "stock"), results.artifacts) if results.artifacts else ""


def render_problems(problems: Sequence[Problem]) -> str:
    """Render what went wrong, without the output of the programs."""
    lines = [f"- {problem.place}: {problem.found} ({problem.code})" for problem in problems]
    return "\n".join(["What failed:", "", *lines]) if lines else ""


def describe_run(stock_python: Path, repeat: int) -> str:
    """Describe the machine, what else it was doing, the programs and the day; to be asked before the run."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    programs = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    times = "once" if repeat == 1 else f"{repeat} times in turns, medians (and extremes)"
    return "\n".join(
        [
            f"Measured on {today}, each piece of work {times}.",
            f"Machine: {cores} cores ({read_processor()}), {gigabytes:.0f} GiB of memory, {platform.system()}.",
            f"Load of the machine before the run: {os.getloadavg()[0]:.1f}; above 0.3, trust the CPU times only.",
            f"Programs: Python {platform.python_version()}, {programs}, stock with {ask_simplepdf(stock_python)}.",
        ]
    )


def read_processor() -> str:
    """Read what the processor calls itself."""
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else platform.machine()


def ask_simplepdf(python: Path) -> str:
    """Ask the stock environment for its version of sphinx-simplepdf, which must be there."""
    ask = "from importlib.metadata import version; print('sphinx-simplepdf', version('sphinx-simplepdf'))"
    try:
        done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        cure = "Run `nox -s bench`, which makes the stock environment."
        problem = Problem.of(Code.TOOL_MISSING, str(python), "sphinx-simplepdf is not installed", cure=cure)
        raise BuildToolsError([problem]) from error
    return done.stdout.strip()


def replace_between(document: str, text: str) -> str:
    """Replace what stands between the two marks of a document."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        found = f"the marks {BEGIN} and {END} are missing"
        raise BuildToolsError([Problem.of(Code.CONFIG_SYNTAX, "docs/performance.md", found)])
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"
