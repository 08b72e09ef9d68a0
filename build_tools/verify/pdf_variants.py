"""What the variants of a PDF promise: colour on the screen, black on paper, margins to bind, letters large enough.

In: an open PDF and how its variant is called.  Out: problems.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import PdfDocument, Run

MILLIMETRE = 72 / 25.4
# Home printers leave an edge white; staples and rings need room at the fold.
LEAST_EDGE, LEAST_FOLD = 7 * MILLIMETRE, 13 * MILLIMETRE
# Large print: of the text, and of lists, tables, notes and drawings; and how much of all is text at least.
LEAST_TEXT, LEAST_PRINT = 18, 14
TEXT_SHARE = 0.3
# Letters lean over their own place by so many points.
_DUST = 1


def check_ink(document: PdfDocument) -> Iterator[Problem]:
    """Check that links are told by colour on the screen, and that nothing but black text is printed on paper."""
    coloured = [run for run in document.runs if len(set(run.colour)) > 1]
    if document.variant == "screen":
        if document.links and not coloured:
            yield Problem.of(Code.PDF_VARIANT, document.place, "no text is coloured, so that no link can be seen")
        return
    for page, runs in _group(coloured).items():
        shown = "#{:02x}{:02x}{:02x}".format(*runs[0].colour)
        yield Problem.of(Code.PDF_VARIANT, document.place, f"text of page {page + 1} is printed in colour, {shown}")
    if any(max(run.colour) > 0x66 for run in document.runs):
        yield Problem.of(Code.PDF_VARIANT, document.place, "text is printed in a pale grey")


def check_sizes(document: PdfDocument) -> Iterator[Problem]:
    """Check that large print is large, and that no word is small, not even in a drawing."""
    if document.variant != "large":
        return
    for page, runs in _group(run for run in document.runs if run.size < LEAST_PRINT).items():
        size = min(run.size for run in runs)
        found = f"words on page {page + 1} have {size:.1f} points; expected at least {LEAST_PRINT}"
        yield Problem.of(Code.PDF_VARIANT, document.place, found)
    widths = measure_sizes(document.runs)
    whole = sum(widths.values())
    text = sum(width for size, width in widths.items() if size >= LEAST_TEXT)
    if text < TEXT_SHARE * whole:
        found = (
            f"{text / whole:.0%} of the letters have {LEAST_TEXT} points or more; expected at least {TEXT_SHARE:.0%}"
        )
        yield Problem.of(Code.PDF_VARIANT, document.place, found)


def check_margins(document: PdfDocument) -> Iterator[Problem]:
    """Check that pages for paper mirror each other, with room at the fold and nothing in it or at the edges."""
    runs = [_reflect(run, document) for run in document.runs]
    size = find_text_size(runs)
    text = [run for run in runs if run.size == size]
    starts = {side: _find_start(run for run in text if run.page % 2 == side) for side in (0, 1)}
    right, left = starts[0], starts[1]  # the first page is a right one
    if right is None or left is None:
        return
    if left - right < 3 * MILLIMETRE:
        yield Problem.of(Code.PDF_VARIANT, document.place, "left pages do not mirror right ones")
    if right < LEAST_FOLD:
        found = f"the text begins {right / MILLIMETRE:.0f} mm from the fold; staples need {LEAST_FOLD / MILLIMETRE:.0f}"
        yield Problem.of(Code.PDF_VARIANT, document.place, found)
    for page, found_runs in _group(runs).items():
        width = document.widths[page]
        first, last = min(run.left for run in found_runs), max(run.right for run in found_runs)
        low, high = min(run.bottom for run in found_runs), max(run.top for run in found_runs)
        outer = min(width - last if page % 2 == 0 else first, low, document.heights[page] - high)
        inner = first if page % 2 == 0 else width - last
        if outer < LEAST_EDGE:
            found = f"text stands {outer / MILLIMETRE:.1f} mm from the edge of page {page + 1}"
            yield Problem.of(Code.PDF_VARIANT, document.place, found)
        if inner < right - 4 * MILLIMETRE:
            yield Problem.of(Code.PDF_VARIANT, document.place, f"text stands in the fold of page {page + 1}")


def check_trim(document: PdfDocument) -> Iterator[Problem]:
    """Check that no word passes the edge of its page; a booklet's pages end in the middle of the sheet."""
    for page, runs in _group(document.runs).items():
        width = document.widths[page]
        edges = (0, width / 2, width) if document.variant == "booklet" else (0, width)
        passing = [edge for run in runs for edge in edges if run.left < edge - _DUST and edge + _DUST < run.right]
        outside = [run for run in runs if run.right < -_DUST or width + _DUST < run.left]
        if passing or outside:
            yield Problem.of(Code.PDF_VARIANT, document.place, f"a word passes the edge of page {page + 1}")


def check_addresses_printed(document: PdfDocument) -> Iterator[Problem]:
    """Check that the address of each link to the web can be read on paper."""
    words = "".join("".join(document.texts).split())
    for address in document.addresses:
        if address.partition("://")[2].rstrip("/") not in words:
            found = f"the address {address[:120]} is not printed beside its link"
            yield Problem.of(Code.PDF_VARIANT, document.place, found)


def find_text_size(runs: Iterable[Run]) -> float:
    """Find the size in which most of the text is set."""
    widths = measure_sizes(runs)
    return max(widths, key=lambda size: widths[size], default=0)


def measure_sizes(runs: Iterable[Run]) -> Mapping[float, float]:
    """Measure how long the text in each size is, in points."""
    widths: defaultdict[float, float] = defaultdict(float)
    for run in runs:
        widths[run.size] += run.right - run.left
    return widths


def _find_start(runs: Iterable[Run]) -> float | None:
    """Find where lines begin: the place where most of them do, to half a millimetre; of two, the one to the left."""
    places = Counter(round(run.left / MILLIMETRE * 2) for run in runs)
    return max(places, key=lambda place: (places[place], -place)) / 2 * MILLIMETRE if places else None


def _reflect(run: Run, document: PdfDocument) -> Run:
    """Look at the pages of a book that is bound on the right in a mirror."""
    if document.expectation.direction == "ltr":
        return run
    width = document.widths[run.page]
    return run._replace(left=width - run.right, right=width - run.left)


def _group(runs: Iterable[Run]) -> dict[int, list[Any]]:
    pages: dict[int, list[Any]] = {}
    for run in runs:
        pages.setdefault(run.page, []).append(run)
    return pages


PAPER_CHECKS = (check_ink, check_trim, check_margins, check_sizes, check_addresses_printed)
SCREEN_CHECKS = (check_ink, check_trim)
