"""A booklet as whoever folds it would read it.

In: an open PDF of sheets, two pages on each side.  Out: problems.
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import PdfDocument

# What readers are told to fold at a time.
SHEETS = 8
_FOLIO = re.compile(r"(?<!\S)(\d{1,4}|[ivxlc]+)(?!\S)")


def check_sheets(document: PdfDocument) -> Iterator[Problem]:
    """Check that the folded sheets give the pages in their order, by the numbers at their feet."""
    if len(document.halves) % 2:
        yield Problem.of(Code.PDF_VARIANT, document.place, "the last sheet has one side only")
        return
    sides = [side[::-1] for side in document.halves] if document.expectation.direction == "rtl" else document.halves
    numbers = [_read_folio(text) for text in unfold(sides, SHEETS)]
    known = [(place, number) for place, number in enumerate(numbers) if number is not None]
    if not known:
        yield Problem.of(Code.PDF_VARIANT, document.place, "no side shows the number of a page")
        return
    shifts = [place - number for place, number in known]
    shift = max(set(shifts), key=shifts.count)
    for place, number in known:
        if place - number != shift:
            found = f"when the sheets are folded, page {number} comes where page {place - shift} should"
            yield Problem.of(Code.PDF_VARIANT, document.place, found)


def check_plain(document: PdfDocument) -> Iterator[Problem]:
    """Check that nothing lies on the sheets that a printer cannot print."""
    if any("/Annots" in page for page in document.pdf.pages):
        yield Problem.of(Code.PDF_VARIANT, document.place, "the sheets have links or notes")


def unfold(sides: Sequence[tuple[str, str]], sheets: int) -> Iterator[str]:
    """Turn over the pages of folded sheets, signature after signature.

    Each sheet is a front and a back, each of these a left and a right page.
    A reader meets, sheet by sheet inwards, the right half of its front and the left half of its back,
    then, sheet by sheet outwards, the right half of its back and the left half of its front.
    """
    for first in range(0, len(sides), 2 * sheets):
        signature = sides[first : first + 2 * sheets]
        pairs = list(zip(signature[::2], signature[1::2], strict=True))
        for front, back in pairs:
            yield from (front[1], back[0])
        for front, back in reversed(pairs):
            yield from (back[1], front[0])


def _read_folio(foot: str) -> int | None:
    """Read the number at the foot of a page; the first pages have roman ones, which are not compared."""
    found = _FOLIO.findall(foot)
    return int(found[-1]) if found and found[-1].isdigit() else None


BOOKLET_CHECKS = (check_sheets, check_plain)
