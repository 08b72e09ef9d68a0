"""The poster: the firsts of the race in two lanes beside an axis of years.

In: the events of the book in the language of the edition, the size of a sheet and the heights of labels.
Out: a frozen `Poster` with every label at its place, in millimetres from the left upper corner of the sheet.
Pure arithmetic; how it looks is the theme's business.
"""

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_tools.papers import Paper
from build_tools.writers.handouts.gathering import Happening

FIRST_YEAR, LAST_YEAR = 1957, 1975
MARGIN, AXIS, LEADER = 13.0, 22.0, 11.0
# Of the margin, what tiles leave away, since their paper has one.
BORDER = MARGIN - 2
_HEAD, _LANES, _FOOT, _SPACE = 25.0, 11.0, 8.0, 5.0
# What is white between two labels, at least and at most, and how much of a full lane may be white between them.
LEAST_GAP, _MOST_GAP, _WHITE = 1.8, 3.6, 0.9
# Below the axis, where its two lines meet.
MEETING = 7.0
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
    :param meetings: what both sides did together, below the axis.
    :param before: what came before the axis, and `after` what came after it.
    :param gap: what is white between two labels.
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
    gap: float

    @property
    def is_crowded(self) -> bool:
        """Whether labels touch, or nearly so."""
        return self.gap < LEAST_GAP

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
    measured = {first.event.name: heights[f"label-{first.event.name}-{paper.name}"] for first in within}
    meetings = [first for first in within if first.event.side not in {LEFT, RIGHT}]
    bottom -= sum(MEETING + measured[first.event.name] for first in meetings)
    step = (bottom - top) / (LAST_YEAR - FIRST_YEAR + 1)

    def place(date: str) -> float:
        return top + (read_year(date) - FIRST_YEAR) * step

    lanes = {lane: [first for first in within if first.event.side == lane] for lane in (LEFT, RIGHT)}
    gap = choose_gap([[measured[first.event.name] for first in shown] for shown in lanes.values()], bottom - top)
    spaced = {name: height + gap for name, height in measured.items()}
    labels = [
        label for lane, shown in lanes.items() for label in plan_lane(shown, lane, place, spaced, (top, bottom + gap))
    ]
    years = tuple((year, top + (year - FIRST_YEAR) * step) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    met = plan_meetings(meetings, place, measured, bottom)
    return Poster(paper, top, bottom, after_top, years, tuple(labels), tuple(met), before, after, gap)


def plan_meetings(
    meetings: Sequence[Happening], place: Callable[[str], float], heights: Mapping[str, float], bottom: float
) -> Iterator[Label]:
    """Put what both sides did below the axis."""
    for first in meetings:
        name = first.event.name
        bottom += MEETING
        yield Label(name, first, "both", place(first.event.date), bottom, heights[name])
        bottom += heights[name]


def choose_gap(lanes: Sequence[Sequence[float]], room: float) -> float:
    """Choose what is white between labels, the same in all lanes; in the fullest, some room is left to move.

    :param lanes: the heights of each lane's labels.
    """
    return min(_MOST_GAP, *((room - sum(lane)) / len(lane) * _WHITE for lane in lanes if lane), _MOST_GAP)


def plan_lane(
    shown: Sequence[Happening],
    lane: str,
    place: Callable[[str], float],
    heights: Mapping[str, float],
    room: tuple[float, float],
) -> list[Label]:
    """Put the labels of a lane beside their dates, as near as they can be without touching.

    :param heights: of the labels by the names of their events, with what is white below each.
    """
    talls = [heights[first.event.name] for first in shown]
    targets = [place(first.event.date) - 2.8 for first in shown]  # the first line stands at the height of the date
    tops = spread(targets, talls, *room)
    rows = zip(shown, talls, tops, strict=True)
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
