"""The pages of handouts as HTML: first in pieces to be measured, then as sheets.

In: what chapters give, and how their sheets are composed.
Out: HTML documents as text.  Pure: nothing is read but the theme's templates.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise

from markupsafe import Markup

from build_tools.templates import load_template
from build_tools.writers.edition import Edition
from build_tools.writers.handouts.columns import fill_pages, measure_columns, split_columns
from build_tools.writers.handouts.composition import (
    GAP,
    NO_LINES,
    PAGES,
    Composition,
    Heights,
    Lines,
    Page,
    compose,
    has_room,
    rule_notes,
)
from build_tools.writers.handouts.material import Entry, Established, Material, Question
from build_tools.writers.promises import Promise

# No page has room for more people and words, and measuring takes time.
_MOST_ENTRIES = 18
# An answer of so many letters stands on no pupil's sheet by chance.
_TELLING_LENGTH = 40
_COLUMNS = 2
_RULE = 4.0  # millimetres above and below the rule at the head of a teacher's columns


@dataclass(frozen=True)
class Picture:
    """A drawing in black and white: its file, and what those are told who cannot see it."""

    path: str
    words: str


@dataclass(frozen=True)
class Chapter:
    """What a chapter's sheets are made of.

    :param link: where the chapter is in the web; nothing where the book has no address.
    :param address: the same as people type it.
    :param code: the link as a QR code, in SVG.
    :param sources: the marks of the tellings it rests on, and their names.
    """

    material: Material
    picture: Picture | None
    link: str
    address: str
    code: Markup
    sources: tuple[tuple[str, str], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """People and words in the order of their importance: some of both first."""
        people, terms = self.material.people, self.material.terms
        mixed = chain(people[:3], terms[:6], people[3:5], terms[6:], people[5:])
        return tuple(islice(mixed, _MOST_ENTRIES))


@dataclass(frozen=True)
class Block:
    """A part of a teacher's sheet that is not broken.

    :param kind: "answers", "established", "corrections", "dates" or "foot".
    :param opens: whether the heading of its kind stands above it.
    :param number: of a question.
    :param dates: key dates that stay together.
    """

    kind: str
    height: float
    item: Question | Established | Entry | None = None
    dates: tuple[Entry, ...] = ()
    opens: bool = False
    number: int = 0


@dataclass(frozen=True)
class Sheet:
    """A handout: a chapter on a paper, for pupils or for teachers.

    :param name: the name of its file without ending; its element has it as id.
    :param people: those below the figure.
    :param columns: of a pupil's sheet, the entries in two columns.
    :param blocks: of a teacher's sheet, what stands in each column, two for each page.
    :param notes: of a teacher's sheet, the lines below its last columns.
    """

    chapter: Chapter
    page: Page
    is_answers: bool
    composition: Composition | None = None
    people: tuple[Entry, ...] = ()
    columns: tuple[tuple[Entry, ...], tuple[Entry, ...]] = ((), ())
    blocks: tuple[tuple[Block, ...], ...] = ()
    notes: Lines = NO_LINES

    @property
    def has_foot_across(self) -> bool:
        """Whether the sources of a teacher's sheet go across both columns."""
        return all(block.kind != "foot" for column in self.blocks for block in column)

    @property
    def shows_people(self) -> bool:
        """Whether people stand among the entries."""
        return any(entry in self.chapter.material.people for column in self.columns for entry in column)

    @property
    def shows_words(self) -> bool:
        """Whether words stand among the entries."""
        return any(entry in self.chapter.material.terms for column in self.columns for entry in column)

    @property
    def name(self) -> str:
        """The name of the file without its ending."""
        kind = "-answers" if self.is_answers else ""
        return f"{self.chapter.material.slug}{kind}-{self.page.name}"

    def promise(self) -> Promise:
        """Promise what is read on the sheet: the questions, and their answers on a teacher's alone."""
        questions = self.chapter.material.questions
        asked, answers = (
            [text.striptags() for text in texts]
            for texts in ((question.text for question in questions), (question.answer for question in questions))
        )
        if self.is_answers:
            texts = tuple(text for pair in zip(asked, answers, strict=True) for text in pair if text)
            return Promise(self.chapter.link, texts)
        # A short answer may well stand in the summary or among the dates.
        hidden = tuple(answer for answer in answers if len(answer) > _TELLING_LENGTH)
        return Promise(self.chapter.link, tuple(asked), hidden)


@dataclass(frozen=True)
class Words:
    """What the press itself says on a page: the edition, and how its words are kept whole."""

    edition: Edition
    join: Callable[[str], str]

    def say(self, message: str) -> str:
        """Say one of the press's words."""
        return self.join(self.edition._(message))


def render_pieces(words: Words, chapters: Sequence[Chapter]) -> str:
    """Render every part of every chapter once, at the width that it will have, to be measured."""
    template = load_template("handout-pieces.html.jinja")
    return template.render(edition=words.edition, _=words.say, text=words.join, chapters=chapters)


def render_sheets(words: Words, sheets: Sequence[Sheet]) -> str:
    """Render the sheets, each beginning on a page of its own."""
    template = load_template("handouts.html.jinja")
    return template.render(
        edition=words.edition, _=words.say, text=words.join, sheets=sheets, pages=PAGES.values(), gap=GAP
    )


def plan_sheets(chapters: Sequence[Chapter], heights: Mapping[str, float], pages: Sequence[Page]) -> list[Sheet]:
    """Plan all sheets of all chapters; of too many questions they hold the first, all sheets of a chapter the same."""
    sheets = []
    for number, chapter in enumerate(chapters):
        measured = {
            name.removeprefix(f"piece-{number}-"): height
            for name, height in heights.items()
            if name.startswith(f"piece-{number}-")
        }
        fitting = fit_questions(chapter, measured, pages)
        for page in pages:
            sheets += [plan_pupils(fitting, measured, page), plan_teachers(fitting, measured, page)]
    return sheets


def fit_questions(chapter: Chapter, heights: Mapping[str, float], pages: Sequence[Page]) -> Chapter:
    """Leave a chapter the questions that have room on its sheets, with their answers; at least the first."""
    fitting = chapter
    for count in range(1, len(chapter.material.questions) + 1):
        trial = replace(chapter.material, questions=chapter.material.questions[:count])
        if count > 1 and not all(_has_room(replace(chapter, material=trial), heights, page) for page in pages):
            break
        fitting = replace(chapter, material=trial)
    return fitting


def _has_room(chapter: Chapter, heights: Mapping[str, float], page: Page) -> bool:
    """Tell whether a page has room for the questions, and two for their answers."""
    answers = list_blocks(replace(chapter.material, established=(), corrections=(), dates=()), heights)
    return bool(arrange_teachers(list(answers), heights, page)) and has_room(read_heights(chapter, heights), page)


def plan_pupils(chapter: Chapter, heights: Mapping[str, float], page: Page) -> Sheet:
    """Plan a pupil's sheet."""
    measured = read_heights(chapter, heights)
    composition = compose(measured, [question.kind for question in chapter.material.questions], page)
    shown, people = (
        sorted(places, key=lambda place: measured.ranks[place]) for places in (composition.chosen, composition.beside)
    )
    count = split_columns([measured.entries[place] for place in shown])
    entries = [chapter.entries[place] for place in shown]
    return Sheet(
        chapter,
        page,
        is_answers=False,
        composition=composition,
        people=tuple(chapter.entries[place] for place in people),
        columns=(tuple(entries[:count]), tuple(entries[count:])),
    )


def rank_entries(chapter: Chapter) -> tuple[int, ...]:
    """Rank the entries as they stand on the page: people first, then words, each in the order of its list."""
    material = chapter.material
    order = [*sorted(material.people, key=lambda entry: entry.place), *sorted(material.terms, key=lambda e: e.place)]
    return tuple(order.index(entry) for entry in chapter.entries)


def read_heights(chapter: Chapter, heights: Mapping[str, float]) -> Heights:
    """Read the heights of a chapter's parts."""
    entries = range(len(chapter.entries))
    return Heights(
        head=heights["head"],
        figure=heights["figure"],
        dates=heights["dates"],
        entries=tuple(heights[f"entry-{place}"] for place in entries),
        beside=tuple(heights.get(f"beside-{place}") for place in entries),
        ranks=rank_entries(chapter),
        foot=heights["foot"],
        heading=heights["heading"],
        back_head=heights["back"],
        questions=tuple(heights[f"question-{place}"] for place in range(len(chapter.material.questions))),
    )


def plan_teachers(chapter: Chapter, heights: Mapping[str, float], page: Page) -> Sheet:
    """Plan a teacher's sheet; of what tellings have wrong, then of what is established, the last go till all fits."""
    blocks = list(list_blocks(chapter.material, heights))
    columns = arrange_teachers(blocks, heights, page)
    while columns is None:
        kinds = [block.kind for block in blocks]
        kind = next((kind for kind in ("corrections", "established") if kind in kinds), kinds[-1])
        del blocks[len(kinds) - 1 - kinds[::-1].index(kind)]
        columns = arrange_teachers(blocks, heights, page)
    room = measure_rooms(heights, page)[len(columns) > _COLUMNS]
    room -= max(sum(block.height for block in column) for column in columns[-_COLUMNS:])
    sheet = Sheet(chapter, page, is_answers=True, blocks=columns)
    return replace(sheet, notes=rule_notes(room - sheet.has_foot_across * heights["foot"] - heights["heading"] - GAP))


def arrange_teachers(
    blocks: Sequence[Block], heights: Mapping[str, float], page: Page
) -> tuple[tuple[Block, ...], ...] | None:
    """Arrange blocks on a teacher's sheet, or give nothing where they do not fit."""
    foot = Block("foot", heights["teacher-foot"])
    return arrange_blocks(blocks, foot, heights["foot"], measure_rooms(heights, page))


def measure_rooms(heights: Mapping[str, float], page: Page) -> tuple[float, float]:
    """Measure the heights of a teacher's columns on the first and on the second page."""
    second = page.room - 2 * _RULE
    return second - heights["teacher"], second


def arrange_blocks(
    blocks: Sequence[Block], foot: Block, across: float, rooms: tuple[float, float]
) -> tuple[tuple[Block, ...], ...] | None:
    """Arrange blocks in columns with the sources at the foot of both, or of the second if so one page is enough.

    :param foot: the sources as they stand in a column.
    :param across: the height of the sources where they go across both columns.
    :param rooms: the heights of the first and of the second page.
    """
    first, second = rooms
    shown: Sequence[Block] = blocks
    if measure_columns([block.height for block in blocks]) > first - across:
        shown = [*blocks, foot]
    if shown is blocks or measure_columns([block.height for block in shown]) > first:
        shown, first, second = blocks, first - across, second - across
    opening = {place for place, block in enumerate(shown) if block.opens}
    joined = {place for place, block in enumerate(shown) if block.kind in {"dates", "foot"} and not block.opens}
    columns = fill_pages([block.height for block in shown], first, second, opening, joined)
    return None if columns is None else tuple(tuple(shown[begin:end]) for begin, end in columns)


def list_blocks(material: Material, heights: Mapping[str, float]) -> Iterator[Block]:
    """List what a teacher's sheet may hold."""
    kinds: dict[str, Sequence[Question | Established | Entry]] = {
        "answers": material.questions,
        "established": material.established,
        "corrections": material.corrections,
    }
    for kind, items in kinds.items():
        for place, item in enumerate(items):
            height = heights[f"{kind}-{place}"] + (0 if place else heights[f"{kind}-heading"])
            yield Block(kind, height, item, opens=not place, number=place + 1)
    for begin, end in group_dates(len(material.dates)):
        height = sum(heights[f"date-{place}"] for place in range(begin, end))
        height += 0 if begin else heights["dates-heading"]
        yield Block("dates", height, dates=material.dates[begin:end], opens=not begin)


def group_dates(count: int) -> Iterator[tuple[int, int]]:
    """Group key dates so that a column never holds one alone.

    >>> list(group_dates(5))
    [(0, 2), (2, 3), (3, 5)]
    """
    if count:
        edges = [0, *range(2, count - 1), count] if count > 3 else [0, count]
        yield from pairwise(edges)
