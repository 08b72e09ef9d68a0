"""The pages of the printed book in the text of the ebook: where each begins, and the marks that say so.

In and out: `pages.json` beside the PDF, which its writer leaves and the ebook's writer reads.
Out: page breaks in XHTML trees.
Which pages there are is the PDF's business, and how readers show them the navigation's.

Both builders number the blocks of each document before they change anything, so a place has the same name in both:
the document, the number of the block, and how many letters of its running text stand on earlier pages.
Letters are what `str.isalnum` says: spaces, punctuation, joiners and the hyphens of divided words do not count.
Drawings, formulas and whatever has a class of `ASIDES` are no running text, and their letters do not count either;
nor do what a style sheet adds and the heads of tables that are repeated on a later page.
A page without running text is said to begin where the next one does.
A page before the first document, such as those of the contents, has no place and is not listed.

Page breaks: https://www.w3.org/TR/epub-a11y-11/#sec-page-nav
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import groupby, pairwise
from pathlib import Path

from lxml import etree

from build_tools.writers.fragments import EPUB, is_xhtml, tag, tags, words

NAME = "pages.json"
BLOCK = "data-block"
# What stands beside the text or is put elsewhere in print: sources, notes and calls for them, numbers of pages.
ASIDES = words("sigla footnote-reference page-note index-link page-reference")
_BLOCKS = tags(
    "address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header"
    " li main nav ol p pre section table td th ul"
)
# A soft hyphen and a word joiner stand within words.
JOINTS = "\u00ad\u2060"
_HEADINGS = tags("h1 h2 h3 h4 h5 h6")


@dataclass(frozen=True)
class PageStart:
    """Where a printed page begins.

    :param label: as it is printed on the page, such as "xii" or "42".
    :param block: the number of the block in its document, from 1.
    :param offset: how many letters of the block's running text stand on earlier pages.
    """

    label: str
    docname: str
    block: int
    offset: int


@dataclass(frozen=True)
class PageList:
    """The pages of a printed book, in their order, and the identifier of that book.

    :param places: the labels of the pages that its index names, by the places that its links lead to.
        They say the same in the ebook, also where print has moved a figure.
    """

    source: str
    starts: tuple[PageStart, ...]
    places: Mapping[str, str] = field(default_factory=dict)


def write_page_list(folder: Path, pages: PageList) -> None:
    """Write the list of pages, a page on each line."""
    lines = ",\n".join(json.dumps(asdict(start), ensure_ascii=False) for start in pages.starts)
    source, places = (json.dumps(value, ensure_ascii=False) for value in (pages.source, dict(pages.places)))
    text = f'{{"source": {source}, "starts": [\n{lines}\n],\n"places": {places}}}\n'
    (folder / NAME).write_text(text, encoding="utf-8")


def read_page_list(path: Path) -> PageList:
    """Read a list of pages."""
    values = json.loads(path.read_text(encoding="utf-8"))
    return PageList(values["source"], tuple(PageStart(**start) for start in values["starts"]), values["places"])


def number_blocks(body: etree._Element) -> None:
    """Give each block of a document its number in their order, from 1; drawings have none."""
    blocks = (element for element in body.iter("*") if element.tag in _BLOCKS)
    for number, block in enumerate(blocks, 1):
        block.set(BLOCK, str(number))


def count_letters(text: str) -> int:
    """Count the letters and figures of a text.

    >>> count_letters("In 1957, „na­gyon”\u2060 far")
    15
    """
    return sum(letter.isalnum() for letter in text)


def runs_in_text(element: etree._Element) -> bool:
    """Tell whether the words of an element are running text, as far as the element itself can tell."""
    return is_xhtml(element) and not ASIDES & words(element.get("class") or "")


def page_id(label: str) -> str:
    """Give the id of the mark of a page.

    >>> page_id("xii")
    'page-xii'
    """
    return f"page-{label}"


def insert_page_breaks(body: etree._Element, starts: Iterable[PageStart]) -> list[PageStart]:
    """Insert a mark wherever a page begins in a document; give the pages whose places there are.

    :param starts: pages of this document, in their order.
    """
    blocks = {element.get(BLOCK): element for element in body.iter("*") if element.get(BLOCK)}
    found = [start for start in starts if str(start.block) in blocks]
    groups = [list(group) for _place, group in groupby(found, key=lambda start: (start.block, start.offset))]
    for group in reversed(groups):  # what is inserted moves only what stands behind it
        marks = [make_page_break(start.label) for start in group]
        _insert(blocks[str(group[0].block)], group[0].offset, marks[0])
        for before, behind in pairwise(marks):
            before.addnext(behind)
            behind.tail, before.tail = before.tail, None
    return found


def make_page_break(label: str) -> etree._Element:
    """Make the mark of a page."""
    mark = etree.Element(tag("span"), id=page_id(label), role="doc-pagebreak")
    mark.set(f"{{{EPUB}}}type", "pagebreak")
    mark.set("aria-label", label)
    return mark


def _insert(block: etree._Element, offset: int, mark: etree._Element) -> None:
    if offset:
        _insert_within(block, offset, mark)
        return
    parent = block.getparent()
    if block.tag in _HEADINGS and parent is not None:
        block.addprevious(mark)  # the number of a page is no part of a heading
    elif block.tag in {tag("figcaption"), tag("caption")} and parent is not None and parent.getparent() is not None:
        parent.addprevious(mark)  # a picture and its caption stand on one page
    else:
        mark.tail, block.text = block.text, None
        block.insert(0, mark)


@dataclass(frozen=True)
class Piece:
    """Running text that stands in an element or, as its tail, behind it."""

    element: etree._Element
    behind: bool

    @property
    def text(self) -> str:
        """The letters and signs of the piece."""
        return (self.element.tail if self.behind else self.element.text) or ""

    def insert(self, place: int, mark: etree._Element) -> None:
        """Insert an element before a letter; the text behind it becomes the tail of the element."""
        before, mark.tail = self.text[:place], self.text[place:]
        if self.behind:
            self.element.tail = before
            parent = self.element.getparent()
            if parent is not None:
                parent.insert(parent.index(self.element) + 1, mark)
        else:
            self.element.text = before
            self.element.insert(0, mark)


def _insert_within(block: etree._Element, offset: int, mark: etree._Element) -> None:
    pieces = list(iter_pieces(block))
    place = find_place("".join(piece.text for piece in pieces), offset)
    for piece in pieces:
        if place <= len(piece.text):
            piece.insert(place, mark)
            return
        place -= len(piece.text)


def iter_pieces(element: etree._Element) -> Iterator[Piece]:
    """Give the running text of a block in its pieces, empty ones too; blocks within it have pieces of their own."""
    yield Piece(element, behind=False)
    for child in element:
        if isinstance(child.tag, str) and runs_in_text(child) and not child.get(BLOCK):
            yield from iter_pieces(child)
        yield Piece(child, behind=True)


def find_place(text: str, offset: int) -> int:
    """Find the place in a text at which a page begins; a word that two pages share belongs to the first.

    >>> find_place("two words", 3), find_place("two words", 5), find_place("he said “two” words", 6)
    (4, 9, 8)
    """
    letters = [place for place, letter in enumerate(text) if letter.isalnum()]
    behind = (place for place in letters[offset:] if not place or not _is_within_word(text[place - 1]))
    place = next(behind, len(text))
    opening = place
    while opening and not text[opening - 1].isspace() and not text[opening - 1].isalnum():
        opening -= 1
    # Signs between a space and the word belong to the word; a dash between two words does not.
    return opening if not opening or text[opening - 1].isspace() else place


def _is_within_word(letter: str) -> bool:
    return letter.isalnum() or letter in JOINTS or unicodedata.category(letter).startswith("M")
