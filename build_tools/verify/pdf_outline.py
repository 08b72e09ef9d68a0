"""The ways through a PDF: bookmarks, links and the page numbers of the contents.

In: an open PDF.  Out: problems.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import PdfDocument
from build_tools.verify.wording import find_absent_entries, normalise

# In points; a finger or a pointer finds nothing lower.
LEAST_HEIGHT = 4
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def check_bookmarks(document: PdfDocument) -> Iterator[Problem]:
    """Check that the bookmarks name every heading, and lead to the page where it stands."""
    titles = [bookmark.title for bookmark in document.bookmarks]
    for heading in find_absent_entries(document.expectation.headings, titles):
        found = f"no bookmark names '{heading}', or not in its order"
        yield Problem.of(Code.PDF_CONTENT, document.place, found)
    for bookmark in document.bookmarks:
        if bookmark.page is None:
            yield Problem.of(Code.PDF_LINK, document.place, f"the bookmark '{bookmark.title}' leads nowhere")
    for heading, page in zip(document.expectation.headings, _find_pages(document), strict=True):
        if page is not None and normalise(heading) not in normalise(document.texts[page]):
            found = f"the bookmark '{heading}' leads to page {page + 1}, where the heading is not"
            yield Problem.of(Code.PDF_CONTENT, document.place, found)


def _find_pages(document: PdfDocument) -> list[int | None]:
    """Find the page of each heading, in their order; a part and a chapter may have the same name."""
    pages: list[int | None] = []
    remaining = list(document.bookmarks)
    for heading in document.expectation.headings:
        titles = (bookmark.title for bookmark in remaining)
        position = next((n for n, title in enumerate(titles) if normalise(heading) in normalise(title)), None)
        pages.append(None if position is None else remaining[position].page)
        del remaining[: 0 if position is None else position + 1]
    return pages


def check_contents(document: PdfDocument) -> Iterator[Problem]:
    """Check that a contents page gives the right number of the page for every heading."""
    headings = document.expectation.headings
    contents = _find_contents(document)
    if headings and not contents:
        yield Problem.of(Code.PDF_CONTENT, document.place, "no page lists the headings with their pages")
        return
    pages, printed = _find_pages(document), _find_numbers(headings, contents)
    shift = _find_shift(pages, printed)
    for heading, page, numbers in zip(headings, pages, printed, strict=True):
        if not numbers:
            found = f"the contents do not give the page of '{heading}'"
            yield Problem.of(Code.PDF_CONTENT, document.place, found)
        elif page is not None and page not in {read_number(number) + shift[number.isdigit()] for number in numbers}:
            number = numbers[0]
            right = page - shift[number.isdigit()]
            found = f"the contents send the reader of '{heading}' to page {number}; expected {right}"
            yield Problem.of(Code.PDF_CONTENT, document.place, found)


def _find_contents(document: PdfDocument) -> list[str]:
    """Give the words of the links of the first pages in a row that list headings with numbers."""
    headings = document.expectation.headings
    gathered: list[str] = []
    for _page, links in groupby(document.links, key=lambda link: link.page):
        lines = [normalise(link.words) for link in links]
        listed = sum(any(_read_line(heading, line) for line in lines) for heading in headings)
        if listed >= (1 if gathered else min(3, len(headings))):
            gathered.extend(lines)
        elif gathered:
            break
    return gathered


def _find_numbers(headings: Iterable[str], lines: list[str]) -> list[list[str]]:
    """Find the numbers that the contents give for each heading; a part may have the name of a chapter."""
    return [[number for line in lines if (number := _read_line(heading, line))] for heading in headings]


def _read_line(heading: str, line: str) -> str:
    """Give the number that is all a line of the contents has beside a heading."""
    before, found, after = line.partition(normalise(heading))
    rest = (before + after).strip("._·")
    return rest if found and re.fullmatch(r"\d+|[ivxlcdm]+", rest) else ""


def _find_shift(pages: list[int | None], printed: list[list[str]]) -> dict[bool, int]:
    """Find by how much printed and counted numbers differ, for roman (False) and arabic (True) numbers.

    Front matter may have numbers of its own; what most headings agree on is right.
    """
    shifts: dict[bool, int] = {}
    for arabic in (False, True):
        differences = Counter(
            page - read_number(number)
            for page, numbers in zip(pages, printed, strict=True)
            for number in numbers[:1]
            if page is not None and number.isdigit() is arabic
        )
        shifts[arabic] = differences.most_common(1)[0][0] if differences else 0
    return shifts


def read_number(number: str) -> int:
    """Read an arabic or roman number.

    >>> read_number("12"), read_number("xiv")
    (12, 14)
    """
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def check_links(document: PdfDocument) -> Iterator[Problem]:
    """Check that every link within the PDF leads to one of its pages, and is high enough to be pressed."""
    for number, page in enumerate(document.pdf.pages, 1):
        for annotation in page.get("/Annots", []):
            if str(annotation.get("/Subtype")) == "/Link" and not _leads_somewhere(document, annotation):
                yield Problem.of(Code.PDF_LINK, document.place, f"a link on page {number} leads nowhere")
            if str(annotation.get("/Subtype")) == "/Link" and _measure_height(annotation) < LEAST_HEIGHT:
                yield Problem.of(Code.PDF_LINK, document.place, f"a link on page {number} is too flat to be pressed")


def _measure_height(annotation: Any) -> float:
    _left, bottom, _right, top = map(float, annotation["/Rect"])
    return abs(top - bottom)


def _leads_somewhere(document: PdfDocument, annotation: Any) -> bool:
    action = annotation.get("/A")
    if action is None:
        return document.find_page(annotation.get("/Dest")) is not None
    if str(action.get("/S")) == "/GoTo":
        return document.find_page(action.get("/D")) is not None
    return "/URI" in action or str(action.get("/S")) != "/URI"
