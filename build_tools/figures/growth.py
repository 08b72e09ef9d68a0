"""Growth: one number that rises with the years."""

from build_tools.figures.canvas import NEUTRAL, Canvas, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Linear, Time, draw_axis_x, show_number
from build_tools.figures.tables import Row

TOLD, TOLD_YEAR = 1_000, 2010  # the Korean telling's "more than 1,000 today", written about 2010 (ko-398)
WIDTH_OF_BAR = 15


def render_working_satellites(rows: list[Row]) -> str:
    """Render the number of working satellites at the moments for which there is a count."""
    canvas = Canvas(350)
    bottom = 310
    time, scale = Time(2004.5, 2026, 10, 628), Linear(0, 11_000, bottom, 44)
    canvas.text(10, 18, "working satellites")
    for row in rows:
        _draw_count(canvas, row, time, scale)
    _draw_told(canvas, time, scale)
    canvas.line(10, bottom, 628, bottom)
    draw_axis_x(canvas, time, bottom, time.ticks(5), years=True)
    return canvas.render()


def _draw_count(canvas: Canvas, row: Row, time: Time, scale: Linear) -> None:
    count, x = row.number("Working satellites"), time(row["Month"])
    about = row["Source"] != "Union of Concerned Scientists"
    top, left = scale(count), x - WIDTH_OF_BAR / 2
    canvas.rect(left, top, WIDTH_OF_BAR, scale(0) - top, solid(NEUTRAL, 0.55 if about else 1))
    canvas.text(x + WIDTH_OF_BAR / 2, top - 7, f"≈ {show_number(count)}" if about else show_number(count), "end")


def _draw_told(canvas: Canvas, time: Time, scale: Linear) -> None:
    x, y = time(TOLD_YEAR), scale(TOLD)
    canvas.line(x - 22, y, x + 22, y, width=2)
    canvas.line(x, y, x, y - 50, width=0.9)
    canvas.text(x - 80, y - 74, "Korean telling", bold=True)
    canvas.text(x - 80, y - 57, "more than 1,000")


FIGURES = {"working-satellites": Figure(("working-satellites",), render_working_satellites)}
