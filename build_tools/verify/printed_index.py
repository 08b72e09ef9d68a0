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
from build_tools.verify.pdf_document import PdfDocument, open_pdf
from build_tools.verify.pdf_index import read_number
from build_tools.verify.wording import normalise

_HEADINGS = frozenset(f"{{{NAMESPACES['h']}}}{name}" for name in ("h1", "h2"))


class Locator(NamedTuple):
    """A number in the index of an ebook: a single page, or the first or last of a run; and the entry it belongs to."""

    number: str
    entry: str


def check_printed_index(ebook: tuple[Path, Expectation], pdf: tuple[Path, Expectation]) -> Iterator[Problem]:
    """Check that each entry of the index has the same pages in an ebook as in the PDF."""
    yield from run_checks(ebook[1].place, (ebook, pdf), [_compare])


def _compare(artifacts: tuple[tuple[Path, Expectation], tuple[Path, Expectation]]) -> Iterator[Problem]:
    (ebook_path, ebook_expectation), (pdf_path, pdf_expectation) = artifacts
    ebook, pdf = open_ebook(ebook_path, ebook_expectation), open_pdf(pdf_path, pdf_expectation)
    for index in _find_indexes(ebook):
        locators = list(list_locators(index, pdf.labels))
        printed = list_printed(pdf, _read_title(index))
        nothing = Locator("nothing", locators[-1].entry if locators else "")
        for locator, number in zip_longest(locators, printed):
            wanted = locator or nothing
            if wanted.number != (number or "nothing"):
                found = (
                    f"the index has {wanted.number} at '{wanted.entry}', that of {pdf.place} has {number or 'nothing'}"
                )
                yield Problem.of(Code.EPUB_NAVIGATION, ebook.place, found)
                break


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
                yield Locator(page, term)


def _follows(page: str, other: str, places: dict[str, int]) -> bool:
    """Tell whether a page is the next after another, and both have numbers of one kind."""
    return places.get(page, -9) + 1 == places.get(other, -9) and page.isdigit() is other.isdigit()


def list_printed(pdf: PdfDocument, title: str) -> list[str]:
    """List the numbers on the pages from a bookmark up to the next."""
    wanted = normalise(title)
    first = next((mark.page for mark in pdf.bookmarks[::-1] if normalise(mark.title) == wanted), None)
    if first is None:
        return []
    later = (mark.page for mark in pdf.bookmarks if mark.page is not None and mark.page > first)
    behind = min(later, default=len(pdf.texts))
    return [number for link in pdf.links if first <= link.page < behind and (number := read_number(link))]
