"""Pages laid two by two on sheets, so that folded sheets are a book.

In: a PDF of single pages.  Out: a PDF of sheets, front and back in turn, to be printed on both sides (flipped on the
short edge), folded and stapled.

A signature is some sheets folded into one another; a thick book is several signatures, one behind the other.
How far inner sheets stick out when folded (creep) is not made up for: with eight sheets it is less than a millimetre.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, SupportsFloat

from build_tools.papers import Paper

if TYPE_CHECKING:
    import pikepdf

SHEETS_PER_SIGNATURE = 8
Side = tuple[int | None, int | None]
_NAMES = ("/Left", "/Right")


def impose(pages: int, sheets_per_signature: int = SHEETS_PER_SIGNATURE) -> list[Side]:
    """Give the left and the right page of each side of each sheet, from 0; None where nothing is printed.

    The last signature has no more sheets than it needs.

    >>> impose(6)
    [(None, 0), (1, None), (5, 2), (3, 4)]
    """
    sides: list[Side] = []
    for first in range(0, pages, 4 * sheets_per_signature):
        count = min(pages - first, 4 * sheets_per_signature)
        last = first + 4 * -(-count // 4) - 1
        for left, right in _fold(first, last):
            sides.append((left if left < pages else None, right if right < pages else None))
    return sides


def _fold(first: int, last: int) -> list[tuple[int, int]]:
    """Give the sides of one signature, from its outermost sheet to its innermost."""
    halves = range((last - first + 1) // 2)
    return [(last - step, first + step) if step % 2 == 0 else (first + step, last - step) for step in halves]


def write_booklet(source: Path, target: Path, sheet: Paper, *, rtl: bool = False) -> int:
    """Write the sheets of a booklet, and give the number of their sides.

    :param sheet: on its side; two pages fill it.
    :param rtl: whether the book is bound on the right.
    """
    import pikepdf

    width, height = sheet.points
    with pikepdf.open(source) as pages, pikepdf.new() as booklet:
        sides = impose(len(pages.pages))
        for side in sides:
            page = booklet.add_blank_page(page_size=(width, height))
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
            drawn = ""
            for place, number in enumerate(reversed(side) if rtl else side):
                if number is not None:
                    single = pages.pages[number]
                    page.Resources.XObject[_NAMES[place]] = _copy_page(single, booklet)
                    drawn += render_placing(single.trimbox, place, width, height)
            page.Contents = booklet.make_stream(drawn.encode("ascii"))
        _copy_facts(pages, booklet)
        booklet.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return len(sides)


def _copy_page(page: "pikepdf.Page", booklet: "pikepdf.Pdf") -> "pikepdf.Object":
    """Copy a page as a drawing; what all pages share is copied once."""
    drawing = booklet.copy_foreign(page.as_form_xobject())
    shared = page.obj.get("/Resources")
    if shared is not None and shared.is_indirect:
        drawing.Resources = booklet.copy_foreign(shared)
    return drawing


def render_placing(box: Iterable[SupportsFloat], place: int, width: float, height: float) -> str:
    """Render the operators that draw a page of a side: against the fold, and in the middle of the height.

    :param place: 0 for the left half of the sheet, 1 for the right one.
    """
    left, bottom, right, top = map(float, box)
    start = width / 2 - (right - left) * (1 - place) - left
    foot = (height - (top - bottom)) / 2 - bottom
    return f"q 1 0 0 1 {start:.3f} {foot:.3f} cm {_NAMES[place]} Do Q\n"


def _copy_facts(source: "pikepdf.Pdf", target: "pikepdf.Pdf") -> None:
    """Copy what a PDF says about itself, and have it printed as it must be: both sides, in its own size."""
    import pikepdf

    target.Root.Lang = pikepdf.String(str(source.Root.Lang))
    target.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None")
    )
    for name, value in source.docinfo.items():
        target.docinfo[name] = pikepdf.String(str(value))
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(target.docinfo)
