"""Nations: who launched a satellite, and when."""

from build_tools.figures.canvas import NEUTRAL, SIDES, Canvas, hollow, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Time, draw_axis_x, draw_grid
from build_tools.figures.tables import Row

LANE, TOP = 32, 12
COLOURS = {"Soviet Union": SIDES["soviet"], "United States": SIDES["american"]}


def render_nations_in_order(rows: list[Row]) -> str:
    """Render the first satellite that each nation launched on its own, in the order of their dates."""
    bottom = TOP + LANE * len(rows)
    canvas = Canvas(bottom + 38)
    time = Time(1955, 2026, 220, 632)
    draw_grid(canvas, across=[TOP + LANE * place for place in range(1, len(rows))], left=8, right=632)
    for place, row in enumerate(rows):
        _draw_nation(canvas, row, time, TOP + LANE * (place + 0.5))
    canvas.line(8, bottom, 632, bottom)
    draw_axis_x(canvas, time, bottom, time.ticks(10), years=True)
    return canvas.render()


def _draw_nation(canvas: Canvas, row: Row, time: Time, y: float) -> None:
    alone, country = row["Order"] != "–", row["Country"]
    x, line, colour = time(row["Date"]), y + 4.5, COLOURS.get(row["Country"], NEUTRAL)
    if alone:
        canvas.text(26, line, row["Order"], "end")
    canvas.text(36, line, country, bold=alone)
    canvas.dot(x, y, 6, solid(colour) if alone else hollow(colour))
    year, name = row["Date"][:4], row["Satellite"]
    if x < time(1990):
        canvas.text(x + 12, line, year, bold=True)
        canvas.text(x + 54, line, name)
    else:
        canvas.text(x - 12, line, year, "end", bold=True)
        canvas.text(x - 54, line, name, "end")


FIGURES = {"nations-in-order": Figure(("nations-in-order",), render_nations_in_order)}
