"""The printed book: its parts are laid out one after another, each when the pages it names are known.

In: an assembled book and a style.  Out: one PDF, the folios of its pages and where in the text each begins.

The text comes first, then what is at the back, then the index, and last the first pages with the contents.
So each number is written once it is known; nothing is laid out twice, but the first pages where the index names them.
A long part is laid out in portions, since WeasyPrint needs more memory for what it lays out than for what is laid out.
What the text itself says of pages is written into its pages last.
The pages of all are joined before the PDF is written, so that links, bookmarks, tags and fonts are those of one book.
"""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree

from build_tools.config import Language
from build_tools.writers.page_list import PageStart
from build_tools.writers.pdf.document import AssembledBook, render_first_pages, render_pages
from build_tools.writers.pdf.folios import Folio, list_folios, note_places
from build_tools.writers.pdf.labels import label_pages, list_label_ranges
from build_tools.writers.pdf.late_numbers import write_late_numbers
from build_tools.writers.pdf.page_numbers import PLACES, number_pages
from build_tools.writers.pdf.page_starts import list_page_starts
from build_tools.writers.pdf.portions import count_notes, divide_part
from build_tools.writers.pdf.printer import PLAIN, Finish, Press, open_press

# Numbers of pages are written in this style everywhere; without a definition it is decimal.
ROMAN = (
    "@counter-style folio { system: additive; range: 1 infinite; additive-symbols:"
    ' 1000 "m", 900 "cm", 500 "d", 400 "cd", 100 "c", 90 "xc", 50 "l", 40 "xl", 10 "x", 9 "ix", 5 "v", 4 "iv", 1 "i"; }'
)
BLANK = '<section class="blank-page"></section>'


@dataclass(frozen=True)
class LaidOutBook:
    """All pages, as WeasyPrint's, with their folios, and the folios of all places."""

    document: Any
    folios: tuple[Folio, ...]
    places: Mapping[str, Folio]


@dataclass(frozen=True)
class PrintedBook:
    """What came out of the press.

    :param places: the labels of the pages that the index names, by its places.
    """

    pages: int
    starts: tuple[PageStart, ...]
    places: Mapping[str, str]
    warnings: tuple[str, ...]


def print_book(
    book: AssembledBook,
    style: str,
    target: Path,
    language: Language,
    *,
    strict: bool = True,
    finish: Finish = PLAIN,
) -> PrintedBook:
    """Set a book as one PDF; a picture that is not there stops it, unless that is said not to matter."""
    with open_press(style, target.parent, language, strict=strict, finish=finish, names=book.names) as press:
        laid_out = lay_out_book(press, book)
        ranges = list_label_ranges(laid_out.folios)
        starts = list_page_starts(laid_out.document.pages, laid_out.folios)
        press.write(laid_out.document, target, [lambda pdf: label_pages(pdf, ranges)])
    labels = {place: laid_out.places[place].label for place in list_places(book.index) if place in laid_out.places}
    return PrintedBook(len(laid_out.folios), tuple(starts), labels, tuple(dict.fromkeys(press.warnings)))


def lay_out_book(press: Press, book: AssembledBook) -> LaidOutBook:
    """Lay out all parts of a book, and join their pages."""
    pages: list[Any] = []
    places: dict[str, Folio] = {}
    later = list_ids(book.body, book.back, book.index)
    for part in (book.body, book.back, book.index):
        if not len(part):
            continue
        if part is book.index and names_places_of(part, book.front):
            places |= lay_out_first_pages(press, book, places)[1]
        more = lay_out_part(
            press, book, part, len(pages), partial(number_pages, folios=dict(places), run=book.run, later=later)
        )
        places |= note_places(more, list_folios(len(more), arabic=True, first=len(pages) + 1))
        pages += more
    pages = [write_late_numbers(page, places) for page in pages]
    document, first_places = lay_out_first_pages(press, book, places)
    first_pages = list(document.pages)
    if len(first_pages) % 2:
        first_pages += press.lay_out(render_pages(book, BLANK)).pages
    folios = list_folios(len(first_pages), arabic=False) + list_folios(len(pages), arabic=True)
    return LaidOutBook(document.copy([*first_pages, *pages]), tuple(folios), places | first_places)


def list_ids(*parts: etree._Element) -> frozenset[str]:
    """List the places of some parts."""
    return frozenset(element.get("id", "") for part in parts for element in part.iter("*"))


def names_places_of(part: etree._Element, other: etree._Element) -> bool:
    """Tell whether a part has numbers that lead to places of another."""
    return not list_ids(other).isdisjoint(list_places(part))


def list_places(part: etree._Element) -> list[str]:
    """List the places that the numbers of a part lead to, each once."""
    return list(dict.fromkeys(place for element in part.iter("*") for place in element.get(PLACES, "").split()))


def lay_out_first_pages(press: Press, book: AssembledBook, places: Mapping[str, Folio]) -> tuple[Any, dict[str, Folio]]:
    """Lay out what comes before page 1; give WeasyPrint's document and the places in it."""
    front = number_pages(book.front, places, book.run)
    labels = {place: folio.label for place, folio in places.items() if folio.arabic}
    document = press.lay_out(render_first_pages(book, front, labels), ROMAN)
    return document, note_places(document.pages, list_folios(len(document.pages), arabic=False))


def lay_out_part(
    press: Press,
    book: AssembledBook,
    part: etree._Element,
    count: int,
    number: Callable[[etree._Element], etree._Element],
) -> list[Any]:
    """Lay out a part behind so many pages that are there already, portion by portion.

    :param number: writes the numbers of pages that are known into a portion.
    """
    pages: list[Any] = []
    notes = 0
    for portion in divide_part(part):
        if pages:
            gc.collect()  # what WeasyPrint has left of the portion before; boxes and their contexts hold each other
        pages += lay_out_behind(press, book, number(portion), count + len(pages), notes)
        notes += count_notes(portion)
    return pages


def lay_out_behind(press: Press, book: AssembledBook, part: etree._Element, count: int, notes: int) -> list[Any]:
    """Lay out a part behind pages that are there already; page 1 is a right-hand page.

    The last page before the part is laid out once more, empty, and taken away: so the part begins on the side on
    which the style lets it begin.

    :param notes: how many notes of the part are numbered already.
    """
    if not count:
        return list(press.lay_out(render_pages(book, part)).pages)
    side = "recto" if count % 2 else "verso"
    first = f"@page :first {{ counter-reset: page {count} }}"
    style = (
        f"html {{ break-before: {side}; counter-set: footnote {notes} }} .page-before {{ break-after: page }} {first}"
    )
    html = render_pages(book, part, before='<div class="page-before"></div>')
    return list(press.lay_out(html, style).pages[1:])
