"""Squares: things that are counted, one square each."""

from build_tools.figures.canvas import AMERICAN, NEUTRAL, SOVIET, Canvas, Paint
from build_tools.figures.figure import Figure
from build_tools.figures.tables import Row

LEFT, SIDE, PITCH, LANE = 10, 23, 29, 74
NOTE = 26  # room for what is said below the first row
COLOURS = {"Soviet Union ahead": SOVIET, "Level": NEUTRAL, "Soviet Union behind": AMERICAN}


def render_fields_1991(rows: list[Row]) -> str:
    """Render a square for each field of technology that the Vietnamese telling counts."""
    canvas = Canvas(LANE * len(rows) + NOTE)
    canvas.text(632, 22, "no source given", "end")
    for place, row in enumerate(rows):
        _draw_standing(canvas, row, 22 + LANE * place + (NOTE if place else 0))
    return canvas.render()


def _draw_standing(canvas: Canvas, row: Row, y: float) -> None:
    name, count = row["Standing in 1991"], int(row.number("Fields"))
    inferred = row["Basis"] == "inferred"
    in_space = 0 if row["Of these about space"] == "not stated" else int(row.number("Of these about space"))
    canvas.text(LEFT, y, name, bold=True)
    for place in range(count):
        _draw_square(canvas, LEFT + PITCH * place, y + 11, COLOURS[name], full=place < in_space, dashed=inferred)
    end = LEFT + PITCH * count
    canvas.text(end + 6, y + 28, str(count), size=15, bold=True)
    if inferred:
        canvas.text(end + 34, y + 28, "inferred")
    if in_space:
        _draw_space_fields(canvas, in_space, y + 11 + SIDE + 4)


def _draw_square(canvas: Canvas, x: float, y: float, colour: str, *, full: bool, dashed: bool) -> None:
    if dashed:
        around = [(x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE), (x, y)]
        canvas.path(around, colour=colour, width=1.5, dashes="4 3")
        return
    canvas.rect(x, y, SIDE, SIDE, Paint(fill=colour, opacity=1 if full else 0.25, stroke=colour, width=1.5))


def _draw_space_fields(canvas: Canvas, count: int, y: float) -> None:
    left, right = LEFT + 2, LEFT + PITCH * (count - 1) + SIDE - 2
    canvas.path([(left, y), (left, y + 5), (right, y + 5), (right, y)])
    canvas.text(LEFT, y + 24, "two concern space: missile defence, attack on satellites")


FIGURES = {"fields-1991": Figure(("fields-1991",), render_fields_1991)}
