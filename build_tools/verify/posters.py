"""A poster as those see it who hang it up, and its four tiles as those do who cut and glue them.

In: an open PDF.
Out: problems: words that touch others, words that an edge cuts through, words that no tile shows whole.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import PdfDocument, read_boxes

TILES = 4
_TOLERANCE = 0.3  # points


class Box(NamedTuple):
    """Left, bottom, right and top, in points of a tile."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: "Box") -> bool:
        """Tell whether another box lies within."""
        return (
            self.left - _TOLERANCE <= other.left
            and self.bottom - _TOLERANCE <= other.bottom
            and other.right <= self.right + _TOLERANCE
            and other.top <= self.top + _TOLERANCE
        )

    def meets(self, other: "Box") -> bool:
        """Tell whether a part of another box lies within."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > _TOLERANCE and down > _TOLERANCE


def check_apart(document: PdfDocument) -> Iterator[Problem]:
    """Check that no word touches another."""
    for words in read_boxes(Path(document.pdf.filename)):
        boxes = [(word, Box(*box)) for word, box in words]
        for (one, box), (other, other_box) in combinations(boxes, 2):
            if box.meets(other_box):
                yield Problem.of(Code.HANDOUT, document.place, f"'{one}' and '{other}' touch")


def check_tiles(document: PdfDocument) -> Iterator[Problem]:
    """Check that every word of the large sheet is whole on each tile that shows it, and that one does."""
    if len(document.texts) != TILES:
        yield Problem.of(Code.HANDOUT, document.place, f"there are {len(document.texts)} tiles; expected {TILES}")
        return
    windows = [_find_window(page) for page in document.pdf.pages]
    missing = [number for number, window in enumerate(windows, 1) if window is None]
    for number in missing:
        yield Problem.of(Code.HANDOUT, document.place, f"tile {number} shows no part of the large sheet")
    shown: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    pages = read_boxes(Path(document.pdf.filename))
    for number, (window, words) in enumerate(zip(windows, pages, strict=True), 1):
        for place, (word, box) in enumerate(words):
            names[place] = word
            if window is not None and window.holds(Box(*box)):
                shown.setdefault(place, []).append(number)
            elif window is not None and window.meets(Box(*box)):
                yield Problem.of(Code.HANDOUT, document.place, f"the edge of tile {number} cuts '{word}'")
    for place in sorted(names.keys() - shown.keys()):
        yield Problem.of(Code.HANDOUT, document.place, f"'{names[place]}' is whole on no tile")
    if not names:
        yield Problem.of(Code.HANDOUT, document.place, "the tiles show no words")


def _find_window(page: Any) -> Box | None:
    """Find what a tile shows: the rectangle that clips the large sheet."""
    import pikepdf

    rectangle: Sequence[float] = ()
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "re":
            rectangle = [float(number) for number in instruction.operands]
        elif operator in {"W", "W*"} and rectangle:
            left, bottom, width, height = rectangle
            return Box(left, bottom, left + width, bottom + height)
    return None
