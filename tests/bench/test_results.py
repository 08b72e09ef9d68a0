"""From runs to results: medians, failures, targets."""

from types import MappingProxyType

from build_tools.bench.measure import Measurement
from build_tools.bench.presses import Run
from build_tools.bench.results import Cost, Row, divide, narrow, sum_up
from build_tools.bench.scenes import list_targets
from build_tools.problems import Code, Problem


def cost(wall: float) -> Cost:
    """A cost of which only the time on the clock matters."""
    return Cost(wall, wall, wall, 0.0, 0.0, wall)


def run(*walls: float, failed: bool = False) -> Run:
    """A run of commands that took some seconds each."""
    names = ("sphinx-build -b html (ko)", "sphinx-build -b epub (hu)")
    measurements = {
        name: Measurement(wall, 2 * wall, int(100 * wall), wall / 2, 0, "")
        for name, wall in zip(names, walls, strict=False)
    }
    problems = (Problem.of(Code.BUILD_FAILED, "sphinx-build -b html (ko)", "ended with 2"),) if failed else ()
    return Run(MappingProxyType(measurements), (), problems)


def test_commands_are_added_and_memory_is_the_highest() -> None:
    """Seconds of commands one after the other add up; memory does not."""
    summed = sum_up([run(1.0, 3.0)])
    assert summed is not None
    assert (summed.wall, summed.cpu, summed.memory) == (4.0, 8.0, 300)
    assert summed.ready == 2.5


def test_the_median_counts() -> None:
    """One slow repetition changes the extremes, not the result."""
    summed = sum_up([run(1.0), run(9.0), run(2.0)])
    assert summed is not None
    assert (summed.wall, summed.fastest, summed.slowest) == (2.0, 1.0, 9.0)


def test_one_failed_repetition_fails_the_work() -> None:
    """A median that leaves out failures would be a lie."""
    assert sum_up([run(1.0), run(1.0, failed=True)]) is None
    assert sum_up([]) is None


def test_narrowing_keeps_one_language() -> None:
    """The stock commands of a language are told from those of the others, and so are their failures."""
    assert list(narrow(run(1.0, 2.0, failed=True), "ko").measurements) == ["sphinx-build -b html (ko)"]
    assert narrow(run(1.0, 2.0, failed=True), "ko").problems
    assert not narrow(run(1.0, 2.0, failed=True), "hu").problems


def test_division_by_what_is_missing_gives_nothing() -> None:
    """A missing number stays missing."""
    assert divide(4.0, 2.0) == 2.0
    assert divide(None, 2.0) is None
    assert divide(4.0, None) is None


def test_targets_are_computed_from_the_rows() -> None:
    """Each promise is measured with the pieces of work that it speaks of."""
    rows = [
        Row("cold", cost(10.0), cost(25.0)),
        Row("same", cost(0.5), cost(9.0)),
        Row("alone", cost(8.0), cost(5.0)),
        Row("fonts", cost(4.0), None),
        Row("line", cost(2.0), cost(3.0)),
    ]
    assert [target.value for target in list_targets(rows)] == [2.5, 25.0, 50.0, 0.5]
    assert [target.is_met for target in list_targets(rows)] == [True, False, False, True]


def test_targets_of_failed_work_are_not_met() -> None:
    """Where a press has failed there is no ratio."""
    rows = [Row("cold", None, cost(25.0)), Row("same", None, None)]
    assert [(target.value, target.is_met) for target in list_targets(rows)] == [(None, False), (None, False)]
