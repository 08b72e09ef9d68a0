"""A large sheet on four small ones: tiles that overlap where no word stands, and marks to cut and lay them along.

In: a PDF of one page, and a paper.
Out: a PDF of four pages, which are the large sheet's quarters enlarged.
The tiles are for printing and carry no tags; the large sheet itself does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf
from pathlib import Path

from build_tools.papers import Paper

_POINTS = 72 / 25.4
# What no printer prints on, how long marks are and how far from what they mark.
EDGE, MARK, _AWAY = 10.0 * _POINTS, 4.0 * _POINTS, 1.0 * _POINTS
# How much two neighbours share, on paper.
LEAST_OVERLAP, MOST_OVERLAP = 10.0 * _POINTS, 15.0 * _POINTS
# Tiles get smaller by such steps until the cut meets no word.
_STEPS, _STEP = 25, 0.01
# How near words an edge should come, or else comes, on the large sheet, and how far apart places are tried, in points.
_CLEARANCES, _GRID = (3.0, 0.0), 0.5
Span = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Tile:
    """A quarter of the large sheet, in points of the paper.

    :param left: where the large sheet's left lower corner lies, with `bottom`.
    :param window: what of the paper the quarter covers: left, bottom, right, top.
    :param neighbours: where the edges of the neighbours come to lie, beside and above or below.
    """

    scale: float
    left: float
    bottom: float
    window: Box
    neighbours: tuple[float, float]


def plan_tiles(sheet: tuple[float, float], border: float, words: Sequence[Box], paper: Paper) -> list[Tile]:
    """Plan the four tiles of a sheet, row by row from the top: as large as cuts allow that meet no word.

    :param sheet: width and height of the large sheet in points.
    :param border: how much of its edges stays away, since the paper has margins of its own.
    """
    extents = [(border, side - border) for side in sheet]
    rooms = [side - 2 * EDGE for side in paper.points]
    # Two tiles side by side share at least the least overlap.
    largest = min((2 * room - LEAST_OVERLAP) / (end - begin) for room, (begin, end) in zip(rooms, extents, strict=True))
    for clearance, step in product(_CLEARANCES, range(_STEPS)):
        scale = largest * (1 - step * _STEP)
        spans = [[(word[axis] - clearance, word[axis + 2] + clearance) for word in words] for axis in (0, 1)]
        across, down = (choose_cut(spans[axis], extents[axis], rooms[axis] / scale, scale) for axis in (0, 1))
        if across and down:
            return place_tiles(extents, (across, down), scale, paper)
    middle = [sum(extent) / 2 for extent in extents]
    across, down = ((place - LEAST_OVERLAP / largest / 2, place + LEAST_OVERLAP / largest / 2) for place in middle)
    return place_tiles(extents, (across, down), largest, paper)


def choose_cut(words: Iterable[Span], extent: Span, room: float, scale: float) -> Span | None:
    """Choose where two neighbours begin and end, so that neither edge meets a word; nothing where there is no place.

    :param words: where words begin and end along the axis; all on the large sheet, in points.
    :param room: how much of the large sheet a tile may show.
    :return: where the second tile begins and where the first ends, near the middle.
    """
    count = int((extent[1] - extent[0]) / _GRID)
    free = list_free([extent[0] + number * _GRID for number in range(1, count)], words)
    begins = [place for place in free if place >= extent[1] - room]
    ends = [place for place in free if place <= extent[0] + room]
    least, most = LEAST_OVERLAP / scale, MOST_OVERLAP / scale
    pairs = [(begin, end) for begin in begins for end in ends if least <= end - begin <= most]
    middle = sum(extent) / 2
    return min(pairs, key=lambda pair: (abs(sum(pair) / 2 - middle), pair[1] - pair[0]), default=None)


def list_free(places: Iterable[float], words: Iterable[Span]) -> list[float]:
    """List the places, in their order, that lie in no word.

    >>> list_free([1, 2, 3, 4, 5, 6], [(4.5, 5.5), (1.5, 3), (2, 3.5)])
    [1, 4, 6]
    """
    blocked, end = iter(sorted(words)), -inf
    free: list[float] = []
    word = next(blocked, None)
    for place in places:
        while word is not None and word[0] < place:
            end, word = max(end, word[1]), next(blocked, None)
        if place >= end:
            free.append(place)
    return free


def place_tiles(extents: Sequence[Span], cuts: tuple[Span, Span], scale: float, paper: Paper) -> list[Tile]:
    """Place each quarter in its corner of the paper, so that the margins around the whole are even."""
    tiles = []
    for row, column in product((1, 0), (0, 1)):  # PDF counts from below
        corner, low, high, neighbours = [], [], [], []
        for axis, second in enumerate((column, row)):
            begin, end = extents[axis]
            shift = paper.points[axis] - EDGE - end * scale if second else EDGE - begin * scale
            shown = (cuts[axis][0], end) if second else (begin, cuts[axis][1])
            corner.append(shift)
            low.append(shift + shown[0] * scale)
            high.append(shift + shown[1] * scale)
            neighbours.append(shift + cuts[axis][1 if second else 0] * scale)
        window = (low[0], low[1], high[0], high[1])
        tiles.append(Tile(scale, corner[0], corner[1], window, (neighbours[0], neighbours[1])))
    return tiles


def read_words(path: Path) -> list[Box]:
    """Read where the words of a one-page PDF stand: left, bottom, right and top of their ink, in points."""
    import pypdfium2
    from pypdfium2 import raw

    boxes: list[Box] = []
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage()
        is_open = False
        for place in range(text.count_chars()):
            if chr(raw.FPDFText_GetUnicode(text.raw, place)).isspace():
                is_open = False
                continue
            box = text.get_charbox(place)
            if is_open:
                last = boxes.pop()
                box = (*map(min, last[:2], box[:2]), *map(max, last[2:], box[2:]))
            boxes.append(box)
            is_open = True
    return boxes


def write_tiles(source: Path, target: Path, paper: Paper, border: float, title: str, language: str) -> None:
    """Write the tiles of a one-page PDF.

    :param border: how much of the large sheet's edges stays away, in millimetres.
    """
    import pikepdf

    words = read_words(source)
    with pikepdf.open(source) as large, pikepdf.new() as pdf:
        page = large.pages[0]
        size = float(page.mediabox[2]), float(page.mediabox[3])
        form = pdf.copy_foreign(page.as_form_xobject())
        for key in ("/StructParents", "/StructParent"):
            if key in form:
                del form[key]
        for tile in plan_tiles(size, border * _POINTS, words, paper):
            sheet = pdf.add_blank_page(page_size=paper.points)
            sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Large=form))
            sheet.Contents = pdf.make_stream(render_tile(tile).encode())
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.docinfo["/Title"] = title
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def render_tile(tile: Tile) -> str:
    """Render the drawing of a tile: its window on the sheet, and marks outside it."""
    left, bottom, right, top = tile.window
    window = f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f}"
    move = f"{tile.scale:.5f} 0 0 {tile.scale:.5f} {tile.left:.2f} {tile.bottom:.2f}"
    lines = [f"q {window} re W n {move} cm /Large Do Q", "q 0.5 w"]
    beside, above = tile.neighbours
    near, far = _AWAY, _AWAY + MARK
    # Crosses at the corners, and ticks where the neighbour's edge comes to lie.
    for x in (left, right, beside):
        lines += [f"{x:.2f} {begin:.2f} m {x:.2f} {begin + MARK:.2f} l S" for begin in (bottom - far, top + near)]
    for y in (bottom, top, above):
        lines += [f"{begin:.2f} {y:.2f} m {begin + MARK:.2f} {y:.2f} l S" for begin in (left - far, right + near)]
    return "\n".join([*lines, "Q"])
