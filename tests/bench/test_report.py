"""The report: ratios, targets, failures, and its place in the document."""

import pytest

from build_tools.bench.report import BEGIN, END, render_report, render_rows, render_targets, replace_between
from build_tools.bench.results import Cost, Results, Row, Target
from build_tools.problems import BuildToolsError, Code, Problem


def cost(wall: float, cpu: float = 1.0, mebibytes: float = 100) -> Cost:
    """A cost without spread."""
    return Cost(wall, wall, wall, cpu, mebibytes * 2**20, wall)


def test_ratios_tell_how_many_times_as_much_stock_needs() -> None:
    """A ratio above 1 speaks for our press."""
    lines = render_rows([Row("all", cost(2.0, 4.0, 200), cost(5.0, 4.0, 100))]).splitlines()
    assert lines[2:] == [
        "| all | ours | 2.0 s | 4.0 s | 200 MiB |",
        "|  | stock | 5.0 s | 4.0 s | 100 MiB |",
        "|  | stock ÷ ours | **2.5×** | **1.0×** | **0.5×** |",
    ]


def test_repetitions_show_their_extremes() -> None:
    """The fastest and the slowest repetition stand beside the median."""
    assert "3.0 s (2.5–4.0)" in render_rows([Row("all", Cost(3.0, 2.5, 4.0, 1.0, 1.0, 3.0), None)])


def test_a_failure_is_shown_and_has_no_ratio() -> None:
    """Where a press has failed there is no number that could be mistaken for a result."""
    table = render_rows([Row("all", None, cost(5.0))])
    assert "| ours | failed | – | – |" in table
    assert "÷" not in table


@pytest.mark.parametrize(
    ("value", "at_least", "met"),
    [(2.0, True, "yes"), (1.9, True, "**no**"), (1.9, False, "yes"), (2.0, False, "**no**"), (None, False, "**no**")],
)
def test_targets_are_judged(value: float | None, at_least: bool, met: str) -> None:
    """A target that was not measured is not met."""
    table = render_targets([Target("quick", 2.0, value, "s", at_least)])
    assert table.splitlines()[-1].endswith(f"| {met} |")


def test_problems_are_listed() -> None:
    """What failed is told below the tables, in one line each."""
    problem = Problem.of(Code.BUILD_FAILED, "press ko", "ended with 1", cure="a long traceback")
    report = render_report(Results((), (), problems=(problem,)), "Measured today.")
    assert report.startswith("Measured today.")
    assert "- press ko: ended with 1 (build-failed)" in report
    assert "traceback" not in report


def test_only_the_text_between_the_marks_is_replaced() -> None:
    """Prose before and after stays; a second run leaves nothing of the first."""
    document = f"# Title\n\n{BEGIN}\nold\n{END}\n\nProse.\n"
    once = replace_between(document, "first")
    assert replace_between(once, "second") == f"# Title\n\n{BEGIN}\n\nsecond\n\n{END}\n\nProse.\n"


@pytest.mark.parametrize("document", ["no marks", BEGIN, f"{END} {BEGIN}"])
def test_missing_marks_are_a_problem(document: str) -> None:
    """A document without both marks in their order is not written to."""
    with pytest.raises(BuildToolsError, match="marks"):
        replace_between(document, "text")
