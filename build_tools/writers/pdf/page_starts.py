"""Where in the text each printed page begins, as `page_list` wants to know it.

In: laid-out pages with their folios.  Out: a `PageStart` for each page.
What of a page is running text, and how its letters are counted, is said in `page_list`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_tools.writers.fragments import words
from build_tools.writers.page_list import ASIDES, BLOCK, PageStart, count_letters
from build_tools.writers.pdf.folios import Folio

DOCNAME = "data-docname"
_MOVING = frozenset({"figure", "table"})


@dataclass(frozen=True)
class Words:
    """Words of running text on a page.

    :param block: the number of their block; 0 where they stand in none.
    :param repeated: whether they may be a repetition, as in the head of a table.
    :param moves: whether they stand in a figure or a table, which print may put before or behind the text around it.
    """

    docname: str
    block: int
    text: str = ""
    repeated: bool = False
    moves: bool = False


def list_page_starts(pages: Sequence[Any], folios: Sequence[Folio]) -> list[PageStart]:
    """List where each page begins; one without running text begins where the next one does.

    :param pages: WeasyPrint's.
    """
    count = _Count()
    found = [count.find_start(page, folio) for page, folio in zip(pages, folios, strict=True)]
    following: PageStart | None = None
    starts: list[PageStart] = []
    for start, folio in reversed(list(zip(found, folios, strict=True))):
        if start and not (following and start.docname == following.docname and _place(following) < _place(start)):
            following = start
        elif following:
            following = replace(following, label=folio.label)
        starts += [following] if following else []
    first = next((place for place, start in enumerate(found) if start), len(found))
    return starts[::-1][first:]


def _place(start: PageStart) -> tuple[int, int]:
    return start.block, start.offset


class _Count:
    """The letters that were counted on the pages so far."""

    def __init__(self) -> None:
        self.letters: dict[tuple[str, int], int] = {}
        self.last_blocks: dict[str, int] = {}
        self.fresh_blocks: dict[str, int] = {}

    def find_start(self, page: Any, folio: Folio) -> PageStart | None:
        """Find the first running text of a page, and count all of it.

        A figure that print has put behind text that it precedes begins no page; where one stands before such text, the
        text may begin the next page.
        """
        starts: dict[bool, PageStart] = {}
        fresh: dict[tuple[str, int], int] = {}
        for found in _iter_words(page._page_box.children[0], Words("", 0)):
            place, letters = (found.docname, found.block), count_letters(found.text)
            if not letters or not all(place) or (found.repeated and place in self.letters):
                continue
            if found.moves not in starts and found.block >= self.last_blocks.get(found.docname, 0):
                starts[found.moves] = PageStart(folio.label, *place, self.letters.get(place, 0))
            fresh[place] = fresh.get(place, 0) + letters
            if not found.moves:
                self.fresh_blocks[found.docname] = max(self.fresh_blocks.get(found.docname, 0), found.block)
        for place, letters in fresh.items():
            self.letters[place] = self.letters.get(place, 0) + letters
        self.last_blocks |= self.fresh_blocks
        return self.choose_start(*starts.values())

    @staticmethod
    def choose_start(first: PageStart | None = None, other: PageStart | None = None) -> PageStart | None:
        """Choose between the first text and the first figure of a page the one that comes first in the document."""
        if first and other and first.docname == other.docname:
            return min(first, other, key=_place)
        return first


def _iter_words(box: Any, around: Words) -> Iterator[Words]:
    """Give the words of a box, in the order of the text, with the block they stand in."""
    box = getattr(box, "_box", box)  # what is positioned absolutely is wrapped
    if isinstance(getattr(box, "text", None), str):
        yield replace(around, text=box.text)
        return
    element = box.element
    if element is not None:
        if "::" in (box.element_tag or "") or ASIDES & words(element.get("class") or ""):
            return
        number = element.get(BLOCK)
        around = replace(
            around,
            docname=element.get(DOCNAME) or around.docname,
            block=int(number) if number else around.block,
            repeated=around.repeated or bool(getattr(box, "is_header", False)),
            moves=around.moves or box.element_tag in _MOVING,
        )
    for child in getattr(box, "children", ()):
        yield from _iter_words(child, around)
