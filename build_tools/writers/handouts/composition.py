"""What fits on a sheet: which words and people, how many lines to write on, and how far apart.

In: heights of a chapter's parts as they were laid out, in millimetres, and a paper.
Out: a frozen `Composition`.  Pure arithmetic: what the parts say is not this module's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.papers import HOME_PAPERS, PAPERS
from build_tools.writers.handouts.columns import measure_columns

# All papers have this measure, so lines break in the same places and one measurement serves all.
MEASURE = 174.0
GAP = 7.0
# Lines to write on, in millimetres: as ruled paper has them.
PITCH = 8.6
# How many lines a question gets beside its first, in proportion.
SHARES = {"recall": 1, "explain": 4, "compare": 4, "argue": 6}
_LEAST_NOTES = 3
_SLACK = 0.4


@dataclass(frozen=True)
class Page:
    """A page in millimetres, and the margins of what is printed on it."""

    name: str
    width: float
    height: float
    top: float = 13.0
    bottom: float = 17.0

    @property
    def side(self) -> float:
        """The margins at the left and the right."""
        return (self.width - MEASURE) / 2

    @property
    def room(self) -> float:
        """How high a page's text may be."""
        return self.height - self.top - self.bottom - _SLACK


PAGES = {name: Page(name, float(PAPERS[name].width), float(PAPERS[name].height)) for name in HOME_PAPERS}


@dataclass(frozen=True)
class Heights:
    """How high the parts of a chapter's sheets are.

    :param head: name line, title and summary.
    :param figure: the figure with its caption; the key dates stand beside it.
    :param entries: people and words, in the order of their importance, half a measure wide.
    :param beside: the same as wide as the figure; nothing for words, which never stand there.
    :param ranks: in which order they stand on the page.
    :param foot: the line of sources.
    :param heading: a heading with the space around it.
    :param back_head: the head of the second page.
    :param questions: the questions, without the room for answers.
    """

    head: float
    figure: float
    dates: float
    entries: tuple[float, ...]
    beside: tuple[float | None, ...]
    ranks: tuple[int, ...]
    foot: float
    heading: float
    back_head: float
    questions: tuple[float, ...]


@dataclass(frozen=True)
class Lines:
    """Lines to write on: how many, and their distance."""

    number: int
    pitch: float


NO_LINES = Lines(0, PITCH)


@dataclass(frozen=True)
class Composition:
    """How a sheet is composed.

    :param beside: the places of the people that stand below the figure, beside the dates.
    :param chosen: the places of the entries that fit below both.
    :param gap: the space between the parts of the first page.
    :param body: the height of the figure and the dates.
    :param entries: that of the people and words.
    :param notes: the lines below them.
    :param lines: the lines below each question, and `pitch` their distance.
    """

    beside: tuple[int, ...]
    chosen: tuple[int, ...]
    gap: float
    body: float
    entries: float
    notes: Lines
    lines: tuple[int, ...]
    pitch: float


def compose(heights: Heights, kinds: Sequence[str], page: Page) -> Composition:
    """Compose the two pages of a pupil's sheet so that both are filled."""
    body = max(heights.figure, heights.dates)
    fixed = heights.head + body + heights.foot + 2 * GAP
    beside = choose_beside(heights)
    chosen, used = choose_entries(heights, page.room - fixed, without_people=bool(beside))
    left = page.room - fixed - used
    notes = rule_notes(left - heights.heading - GAP)
    gap = GAP if notes.number else GAP + max(0.0, left) / (3 if chosen else 2)
    # A single question may be higher than a page; the verifier then counts more than two pages.
    room = max(0.0, page.room - heights.back_head - sum(heights.questions))
    total = max(len(kinds), int(room // PITCH))
    lines = share_lines([SHARES.get(kind, 3) for kind in kinds], total)
    return Composition(beside, chosen, gap, body, used, notes, lines, room / max(1, total))


def rule_notes(room: float) -> Lines:
    """Fill a room with lines to write on; a few are none.

    >>> rule_notes(30.0), rule_notes(20.0).number
    (Lines(number=3, pitch=10.0), 0)
    """
    number = int(room // PITCH)
    return Lines(number, room / number) if number >= _LEAST_NOTES else NO_LINES


def has_room(heights: Heights, page: Page) -> bool:
    """Tell whether the second page has room for the questions, with a line to write on for each."""
    needed = heights.back_head + sum(heights.questions) + PITCH * len(heights.questions)
    return needed <= page.room


def choose_beside(heights: Heights) -> tuple[int, ...]:
    """Choose the people who fit between the figure and the foot of the dates; one alone would look lost there."""
    room = heights.dates - heights.figure - heights.heading - GAP
    chosen = []
    for place, height in enumerate(heights.beside):
        if height is not None and height <= room:
            chosen.append(place)
            room -= height
    return tuple(chosen) if len(chosen) > 1 else ()


def choose_entries(heights: Heights, room: float, *, without_people: bool) -> tuple[tuple[int, ...], float]:
    """Choose the entries that fit below a heading in two columns; give them and the height that they take."""
    chosen: list[int] = []
    used = 0.0
    for place, beside in enumerate(heights.beside):
        if without_people and beside is not None:
            continue
        shown = sorted([*chosen, place], key=lambda number: heights.ranks[number])
        height = heights.heading + measure_columns([heights.entries[number] for number in shown])
        if height <= room:
            chosen.append(place)
            used = height
    return tuple(chosen), used


def share_lines(shares: Sequence[int], total: int) -> tuple[int, ...]:
    """Share lines out: one each, the others in proportion; what is left over goes to the largest remainders.

    >>> share_lines([1, 1, 4, 4, 6], 20)
    (2, 2, 5, 5, 6)
    """
    if not shares:
        return ()
    others = max(0, total - len(shares))
    wanted = [share * others / sum(shares) for share in shares]
    lines = [1 + int(number) for number in wanted]
    order = sorted(range(len(shares)), key=lambda place: (int(wanted[place]) - wanted[place], place))
    for place in order[: len(shares) + others - sum(lines)]:
        lines[place] += 1
    return tuple(lines)
