"""The poster: the firsts of the race in two lanes beside an axis of years.

In: the events of the book in the language of the edition, the size of a sheet and the heights of labels.
Out: a frozen `Poster` with every label at its place, in millimetres from the left upper corner of the sheet.
Pure arithmetic; how it looks is the theme's business.
"""

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_tools.papers import Paper
from build_tools.writers.handouts.gathering import Happening

FIRST_YEAR, LAST_YEAR = 1957, 1975
MARGIN, AXIS, LEADER = 14.0, 24.0, 9.0
_HEAD, _LANES, _FOOT, _SPACE = 26.0, 11.0, 9.0, 6.0
# The lanes, each with the sides whose events stand in it.
LEFT, RIGHT = "soviet", "american"


@dataclass(frozen=True)
class Label:
    """An event beside the axis: its lane, where its date lies on the axis and where its words begin.

    :param name: the id by which its height was measured.
    """

    name: str
    happening: Happening
    lane: str
    date: float
    top: float
    height: float


@dataclass(frozen=True)
class Poster:
    """A poster on a sheet.

    :param years: each year of the axis with the place where it begins.
    :param meeting: what both sides did together, below the axis.
    :param before: what came before the axis, and `after` what came after it.
    """

    paper: Paper
    top: float
    bottom: float
    after_top: float
    years: tuple[tuple[int, float], ...]
    labels: tuple[Label, ...]
    meetings: tuple[Label, ...]
    before: tuple[Happening, ...]
    after: tuple[Happening, ...]

    @property
    def width(self) -> float:
        """The width of the sheet."""
        return float(self.paper.width)

    @property
    def height(self) -> float:
        """The height of the sheet."""
        return float(self.paper.height)

    @property
    def lane_width(self) -> float:
        """The width of the words of a lane."""
        return measure_lane(self.paper)

    @property
    def year_height(self) -> float:
        """The height of a year."""
        return (self.bottom - self.top) / (LAST_YEAR - FIRST_YEAR + 1)


def measure_lane(paper: Paper) -> float:
    """Measure the width of the words of a lane."""
    return (float(paper.width) - AXIS) / 2 - MARGIN - LEADER


def read_year(date: str) -> float:
    """Read a date as a year and its fraction; a month or a year without a day counts as its middle.

    >>> read_year("1957-07-02"), read_year("1960")
    (1957.5, 1960.5)
    """
    year, month, day = (int(part) for part in (date + "-00-00").split("-")[:3])
    if not month:
        return year + 0.5
    length = 366 if calendar.isleap(year) else 365
    passed = sum(calendar.monthrange(year, number)[1] for number in range(1, month))
    return round(year + (passed + (day or 16) - 0.5) / length, 3)


def list_firsts(happenings: Sequence[Happening]) -> list[Happening]:
    """List the events that were a first."""
    return [happening for happening in happenings if happening.event.first]


def plan_poster(paper: Paper, happenings: Sequence[Happening], heights: Mapping[str, float]) -> Poster:
    """Put every label where it belongs.

    :param heights: of each label by `label-<id>`, and of the lists `before-<paper>` and `after-<paper>`.
    """
    firsts = list_firsts(happenings)
    before = tuple(first for first in firsts if read_year(first.event.date) < FIRST_YEAR)
    after = tuple(first for first in firsts if read_year(first.event.date) >= LAST_YEAR + 1)
    within = [first for first in firsts if first not in before and first not in after]
    top = MARGIN + max(_HEAD, heights[f"before-{paper.name}"]) + _SPACE + _LANES
    after_top = float(paper.height) - MARGIN - _FOOT - heights[f"after-{paper.name}"]
    bottom = after_top - _SPACE
    meetings = [first for first in within if first.event.side not in {LEFT, RIGHT}]
    bottom -= sum(heights[f"label-{first.event.name}-{paper.name}"] + 2 for first in meetings)

    def place(date: str) -> float:
        return top + (read_year(date) - FIRST_YEAR) / (LAST_YEAR + 1 - FIRST_YEAR) * (bottom - top)

    def height(first: Happening) -> float:
        return heights[f"label-{first.event.name}-{paper.name}"]

    labels = [label for lane in (LEFT, RIGHT) for label in plan_lane(within, lane, place, height, (top, bottom))]
    meeting_labels, line = [], bottom + 2
    for first in meetings:
        meeting_labels.append(Label(first.event.name, first, "both", place(first.event.date), line, height(first)))
        line += height(first) + 2
    step = (bottom - top) / (LAST_YEAR - FIRST_YEAR + 1)
    years = tuple((year, top + (year - FIRST_YEAR) * step) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    return Poster(paper, top, bottom, after_top, years, tuple(labels), tuple(meeting_labels), before, after)


def plan_lane(
    firsts: Sequence[Happening],
    lane: str,
    place: Callable[[str], float],
    height: Callable[[Happening], float],
    room: tuple[float, float],
) -> list[Label]:
    """Put the labels of a lane beside their dates, as near as they can be without touching."""
    shown = [first for first in firsts if first.event.side == lane]
    heights = [height(first) for first in shown]
    targets = [place(first.event.date) - 2.8 for first in shown]  # the first line stands at the height of the date
    tops = spread(targets, heights, *room)
    rows = zip(shown, heights, tops, strict=True)
    return [Label(first.event.name, first, lane, place(first.event.date), top, tall) for first, tall, top in rows]


def spread(targets: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Spread blocks along a line, each as near to its target as the others allow, in their order.

    Neighbours that would touch become one block with a target of its own (the pool of adjacent violators).

    >>> spread([0, 1, 20], [4, 4, 4], 0, 30)
    [0, 4, 20]
    """
    groups: list[tuple[float, float, int]] = []  # where it begins, how high it is, how many blocks it has
    for target, height in zip(targets, heights, strict=True):
        groups.append((_clamp(target, height, low, high), height, 1))
        while len(groups) > 1 and groups[-2][0] + groups[-2][1] > groups[-1][0]:
            (first, first_height, first_count), (second, second_height, second_count) = groups[-2:]
            count = first_count + second_count
            start = (first * first_count + (second - first_height) * second_count) / count
            total = first_height + second_height
            groups[-2:] = [(_clamp(start, total, low, high), total, count)]
    tops: list[float] = []
    for start, _height, count in groups:
        members = heights[len(tops) : len(tops) + count]
        tops += [start + above for above in accumulate(members[:-1], initial=0)]
    return tops


def _clamp(start: float, height: float, low: float, high: float) -> float:
    return max(low, min(start, high - height))
