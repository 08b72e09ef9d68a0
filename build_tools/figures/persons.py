"""Persons: one mark for each who died, by accident."""

import math
from itertools import groupby

from build_tools.figures.canvas import INK, LARGE, Canvas, hollow, solid
from build_tools.figures.figure import Figure
from build_tools.figures.tables import Row

IN_A_LINE = 44
COUNTABLE = 10  # above it the number is written
LEFT, ACROSS, TALL = 216, 8.6, 15  # where the marks begin, the room and the height of each
LINE, EVENT, HEADING = 18, 20, 28


def render_the_dead(rows: list[Row]) -> str:
    """Render the dead of each accident; outlined marks are those that only the higher counts have."""
    groups = [(where, list(group)) for where, group in groupby(rows, lambda row: row["Where"])]
    height = HEADING * len(groups) + sum(_measure(row) for row in rows) + 8
    canvas = Canvas(height)
    y = -6
    for where, group in groups:
        y += HEADING
        canvas.text(8, y, where, size=LARGE, bold=True)
        for row in group:
            _draw_event(canvas, row, y)
            y += _measure(row)
    return canvas.render()


def _measure(row: Row) -> int:
    """Measure the height of an event."""
    return EVENT + (_count_lines(row) - 1) * LINE


def _count_lines(row: Row) -> int:
    return math.ceil(row.number("Died, at most") / IN_A_LINE)


def _draw_event(canvas: Canvas, row: Row, y: float) -> None:
    canvas.text(LEFT - 56, y + EVENT, row["Accident"], "end")
    canvas.text(LEFT - 14, y + EVENT, row["Year"], "end")
    sure, most = int(row.number("Died, at least")), int(row.number("Died, at most"))
    if sure > most:
        raise row.wrong(f"{sure} is more than {most}")
    in_a_line = math.ceil(most / _count_lines(row))
    for place in range(most):
        line, column = divmod(place, in_a_line)
        paint = solid(INK) if place < sure else hollow(INK, 0.8)
        canvas.person(LEFT + (column + 0.5) * ACROSS, y + EVENT + line * LINE + 2, TALL, paint)
    if most > COUNTABLE:
        words = f"{most}" if sure == most else f"{sure}–{most}"
        canvas.text(LEFT + in_a_line * ACROSS + 6, y + _measure(row), words)


FIGURES = {"the-dead": Figure(("the-dead",), render_the_dead)}
