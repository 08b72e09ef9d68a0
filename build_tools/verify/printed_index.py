"""The index of an ebook names the pages that the index of the printed book names.

In: an ebook and the PDF whose pages it tells.  Out: problems.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from build_tools.problems import Code, Problem
from build_tools.verify.epub_book import EPUB_TYPE, NAMESPACES, Ebook, open_ebook
from build_tools.verify.epub_navigation import list_page_breaks
from build_tools.verify.expectation import Expectation
from build_tools.verify.guard import run_checks
from build_tools.verify.pdf_document import Link, PdfDocument, open_pdf
from build_tools.verify.pdf_index import read_number
from build_tools.verify.wording import normalise

_DASHES = "–—-~"
_HEADINGS = frozenset(f"{{{NAMESPACES['h']}}}{name}" for name in ("h1", "h2"))


class Locator(NamedTuple):
    """A number in an index: a page, or the first or last of a run.

    :param entry: what it belongs to, as far as that is told.
    :param ends: whether it is the last of a run; None if it begins a line, where that cannot be seen.
    """

    number: str
    entry: str = ""
    ends: bool | None = False


def check_printed_index(ebook: tuple[Path, Expectation], pdf: tuple[Path, Expectation]) -> Iterator[Problem]:
    """Check that each entry of the index has the same pages in an ebook as in the PDF."""
    yield from run_checks(ebook[1].place, (ebook, pdf), [_compare])


def _compare(artifacts: tuple[tuple[Path, Expectation], tuple[Path, Expectation]]) -> Iterator[Problem]:
    (ebook_path, ebook_expectation), (pdf_path, pdf_expectation) = artifacts
    ebook, pdf = open_ebook(ebook_path, ebook_expectation), open_pdf(pdf_path, pdf_expectation)
    for index in _find_indexes(ebook):
        locators = list(list_locators(index, pdf.labels))
        nothing = Locator("nothing", locators[-1].entry if locators else "")
        for locator, printed in zip_longest(locators, list_printed(pdf, _read_title(index)), fillvalue=nothing):
            if locator.number != printed.number or (printed.ends is not None and locator.ends != printed.ends):
                shown = f"{_show(locator)} at '{locator.entry}', that of {pdf.place} has {_show(printed)}"
                yield Problem.of(Code.EPUB_NAVIGATION, ebook.place, f"the index has {shown}")
                break


def _show(locator: Locator) -> str:
    return f"–{locator.number}" if locator.ends else locator.number


def _find_indexes(ebook: Ebook) -> Iterator[etree._Element]:
    """Find the indexes whose numbers are printed pages; in an ebook without such pages they only count."""
    if next(list_page_breaks(ebook), None):
        sections = (element for tree in ebook.documents.values() for element in tree.iter("{*}section"))
        yield from (section for section in sections if section.get(EPUB_TYPE) == "index")


def _read_title(index: etree._Element) -> str:
    heading = next((element for element in index.iter("*") if element.tag in _HEADINGS), None)
    return "" if heading is None else "".join(heading.itertext())


def list_locators(index: etree._Element, labels: Sequence[str]) -> Iterator[Locator]:
    """List the numbers of an ebook's index as print has them: of pages that follow each other, the first and last.

    :param labels: of the pages of the PDF, in their order.
    """
    places = {label: number for number, label in enumerate(labels)}
    for entry in index.iter("{*}p"):
        parts = [(element.get(EPUB_TYPE, ""), "".join(element.itertext())) for element in entry.iter("*")]
        term = next((words for kind, words in parts if kind == "index-term"), "")
        pages = [words for kind, words in parts if kind == "index-locator"]
        for place, page in enumerate(pages):
            before, behind = pages[place - 1] if place else "", pages[place + 1] if place + 1 < len(pages) else ""
            if not (_follows(before, page, places) and _follows(page, behind, places)):
                yield Locator(page, term, _follows(before, page, places))


def _follows(page: str, other: str, places: dict[str, int]) -> bool:
    """Tell whether a page is the next after another, and both have numbers of one kind."""
    return places.get(page, -9) + 1 == places.get(other, -9) and page.isdigit() is other.isdigit()


def list_printed(pdf: PdfDocument, title: str) -> list[Locator]:
    """List the numbers on the pages from a bookmark up to the next."""
    wanted = normalise(title)
    first = next((mark.page for mark in pdf.bookmarks[::-1] if normalise(mark.title) == wanted), None)
    if first is None:
        return []
    later = (mark.page for mark in pdf.bookmarks if mark.page is not None and mark.page > first)
    behind = min(later, default=len(pdf.texts))
    links = [link for link in pdf.links if first <= link.page < behind]
    return [Locator(number, ends=_ends_run(link, pdf)) for link in links if (number := read_number(link))]


def _ends_run(link: Link, pdf: PdfDocument) -> bool | None:
    before = link.line.strip()
    return before[-1] in _DASHES if before and pdf.expectation.direction == "ltr" else None
