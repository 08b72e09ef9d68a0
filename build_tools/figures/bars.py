"""Bars: lengths to compare on one axis."""

from itertools import groupby

from build_tools.figures.canvas import Canvas, colour_of, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Linear, draw_axis_x, show_number
from build_tools.figures.tables import Row

MOSCOW_TO_WASHINGTON = 7_800  # km, on the great circle
STEP, HEADING, BAR = 24, 28, 14
TOP, LEFT = 40, 150


def render_missile_ranges(rows: list[Row]) -> str:
    """Render the ranges of missiles, with the way from Moscow to Washington as a reference."""
    groups = [(country, list(group)) for country, group in groupby(rows, lambda row: row["Country"])]
    bottom = TOP + len(rows) * STEP + len(groups) * HEADING + 6
    canvas = Canvas(bottom + 34)
    scale = Linear(0, 11_000, LEFT, 590)
    _draw_reference(canvas, scale(MOSCOW_TO_WASHINGTON), bottom)
    y = float(TOP)
    for country, group in groups:
        y += HEADING
        canvas.text(8, y - 8, country, bold=True)
        for row in group:
            _draw_range(canvas, row, scale, y)
            y += STEP
    canvas.line(scale(0), TOP, scale(0), bottom)
    canvas.line(scale(0), bottom, 600, bottom)
    draw_axis_x(canvas, scale, bottom, [0, 2_000, 4_000, 6_000, 8_000, 10_000])
    canvas.text(632, bottom + 20, "km", "end")
    return canvas.render()


def _draw_range(canvas: Canvas, row: Row, scale: Linear, y: float) -> None:
    reach = row.number("Range (km)")
    canvas.rect(scale(0), y, scale(reach) - scale(0), BAR, solid(colour_of(row["Country"])))
    canvas.text(scale(0) - 52, y + 11.5, row["Missile"], "end")
    canvas.text(scale(0) - 10, y + 11.5, row["First flight"], "end")
    canvas.text(scale(reach) + 7, y + 11.5, show_number(reach))


def _draw_reference(canvas: Canvas, x: float, bottom: float) -> None:
    canvas.line(x, TOP - 10, x, bottom, dashes="5 3")
    canvas.text(x + 6, TOP - 18, "Moscow to Washington", "middle")


FIGURES = {"missile-ranges": Figure(("missile-ranges",), render_missile_ranges)}
