"""A large sheet on four small ones: tiles with an overlap to glue, and marks to cut along.

In: a PDF of one page, and a paper.
Out: a PDF of four pages, which are the large sheet's quarters enlarged.
The tiles are for printing and carry no tags; the large sheet itself does.
"""

from dataclasses import dataclass
from pathlib import Path

from build_tools.papers import Paper

MARGIN, OVERLAP, MARK = 10.0, 10.0, 5.0  # millimetres
_POINTS = 72 / 25.4


@dataclass(frozen=True)
class Tile:
    """A quarter of the large sheet: how much it is enlarged, and where its left lower corner lies, in points."""

    column: int
    row: int
    scale: float
    left: float
    bottom: float


def plan_tiles(sheet: tuple[float, float], paper: Paper) -> list[Tile]:
    """Plan the four tiles of a sheet, row by row from the top: as large as the paper allows, in the middle.

    :param sheet: width and height of the large sheet in points.
    """
    width, height = (side - 2 * MARGIN * _POINTS for side in paper.points)
    whole = 2 * width - OVERLAP * _POINTS, 2 * height - OVERLAP * _POINTS
    scale = min(whole[0] / sheet[0], whole[1] / sheet[1])
    spare = [(whole[axis] - sheet[axis] * scale) / 2 for axis in (0, 1)]
    step = width - OVERLAP * _POINTS, height - OVERLAP * _POINTS
    edge = MARGIN * _POINTS
    return [
        Tile(column, row, scale, edge + spare[0] - column * step[0], edge + spare[1] - (1 - row) * step[1])
        for row in (0, 1)
        for column in (0, 1)
    ]


def write_tiles(source: Path, target: Path, paper: Paper, title: str, language: str) -> None:
    """Write the tiles of a one-page PDF."""
    import pikepdf

    with pikepdf.open(source) as large, pikepdf.new() as pdf:
        page = large.pages[0]
        size = float(page.mediabox[2]), float(page.mediabox[3])
        form = pdf.copy_foreign(page.as_form_xobject())
        for key in ("/StructParents", "/StructParent"):
            if key in form:
                del form[key]
        for tile in plan_tiles(size, paper):
            sheet = pdf.add_blank_page(page_size=paper.points)
            sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Large=form))
            sheet.Contents = pdf.make_stream(render_tile(tile, paper).encode())
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.docinfo["/Title"] = title
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def render_tile(tile: Tile, paper: Paper) -> str:
    """Render the drawing of a tile: the sheet within the margins, and marks outside them."""
    width, height = paper.points
    edge, mark = MARGIN * _POINTS, MARK * _POINTS
    window = f"{edge:.2f} {edge:.2f} {width - 2 * edge:.2f} {height - 2 * edge:.2f}"
    move = f"{tile.scale:.5f} 0 0 {tile.scale:.5f} {tile.left:.2f} {tile.bottom:.2f}"
    lines = [f"q {window} re W n {move} cm /Large Do Q", "q 0.5 w"]
    # Crosses at the corners, and ticks where the neighbour's edge comes to lie.
    over = OVERLAP * _POINTS
    inner = width - edge - over if tile.column == 0 else edge + over
    level = edge + over if tile.row == 0 else height - edge - over
    for x in (edge, width - edge, inner):
        lines += [f"{x:.2f} {y:.2f} m {x:.2f} {y + mark:.2f} l S" for y in (edge - mark, height - edge)]
    for y in (edge, height - edge, level):
        lines += [f"{x:.2f} {y:.2f} m {x + mark:.2f} {y:.2f} l S" for x in (edge - mark, width - edge)]
    return "\n".join([*lines, "Q"])
