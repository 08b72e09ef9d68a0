"""From single runs to what is told: medians, ratios, targets.

In: `Run` objects, several for each piece of work.
Out: frozen objects for the report.
"""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_tools.bench.presses import Run
from build_tools.problems import Problem


@dataclass(frozen=True)
class Cost:
    """What a piece of work costs: the median of its repetitions, and the extremes on the clock."""

    wall: float
    fastest: float
    slowest: float
    cpu: float
    memory: float
    ready: float


@dataclass(frozen=True)
class Row:
    """The same piece of work by both presses; nothing where a press failed at it or does not do it."""

    name: str
    press: Cost | None
    stock: Cost | None


@dataclass(frozen=True)
class Target:
    """What was promised, and what was measured; no number where it could not be."""

    promise: str
    limit: float
    value: float | None
    unit: str
    at_least: bool

    @property
    def is_met(self) -> bool:
        """Tell whether the promise is kept."""
        if self.value is None:
            return False
        return self.value >= self.limit if self.at_least else self.value < self.limit


@dataclass(frozen=True)
class Results:
    """Everything that was measured.

    :param steps: seconds by step of our cold build, added up over the languages.
    :param artifacts: pages and megabytes by format, ours and stock, of one language.
    """

    rows: tuple[Row, ...]
    targets: tuple[Target, ...]
    steps: Mapping[str, float] = field(default_factory=dict)
    artifacts: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def narrow(run: Run, language: str) -> Run:
    """Keep of a run the commands of one language."""
    mine = {name: value for name, value in run.measurements.items() if name.endswith(f"({language})")}
    wrong = tuple(problem for problem in run.problems if f"({language})" in problem.place)
    return Run(mine, (), wrong)


def sum_up(runs: Sequence[Run]) -> Cost | None:
    """Sum up the repetitions of a piece of work; nothing if one of them has failed."""
    if not runs or any(run.problems for run in runs):
        return None
    walls, cpus, memories, readies = [], [], [], []
    for run in runs:
        parts = list(run.measurements.values())
        walls.append(sum(part.wall for part in parts))
        cpus.append(sum(part.cpu for part in parts))
        memories.append(max(part.memory for part in parts))
        readies.append(walls[-1] - parts[-1].wall + parts[-1].ready)
    middle = statistics.median
    return Cost(middle(walls), min(walls), max(walls), middle(cpus), middle(memories), middle(readies))


def divide(above: float | None, below: float | None) -> float | None:
    """Divide what may be missing."""
    return above / below if above is not None and below else None
