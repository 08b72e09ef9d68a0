"""Areas: masses as circles, whose areas are true to scale."""

import math

from build_tools.figures.canvas import LARGE, Canvas, colour_of, framed
from build_tools.figures.figure import Figure
from build_tools.figures.scales import show_number
from build_tools.figures.tables import Row

LARGEST = 86.0  # radius of the heaviest
COLUMNS = (60, 186, 318, 424, 546)  # a heavy satellite needs more room, a light one room for its words
GROUND = 190


def find_radius(mass: float, heaviest: float) -> float:
    """Find the radius of a mass, so that the areas are as the masses."""
    return LARGEST * math.sqrt(mass / heaviest)


def render_satellite_masses(rows: list[Row]) -> str:
    """Render the masses of the first satellites, in the order of their launches."""
    if len(rows) != len(COLUMNS):
        raise rows[-1].wrong(f"{len(rows)} satellites, but the picture has room for {len(COLUMNS)}")
    canvas = Canvas(262)
    heaviest = max(row.number("Mass (kg)") for row in rows)
    for row, x in zip(rows, COLUMNS, strict=True):
        radius = find_radius(row.number("Mass (kg)"), heaviest)
        canvas.dot(x, GROUND - radius, radius, framed(colour_of(row["Country"])))
        canvas.text(x, GROUND + 25, row["Satellite"], "middle", size=LARGE, bold=True)
        canvas.text(x, GROUND + 43, f"{show_number(row.number('Mass (kg)'))} kg", "middle")
        canvas.text(x, GROUND + 61, row["Launched"], "middle")
    canvas.line(8, GROUND, 632, GROUND)
    return canvas.render()


FIGURES = {"first-satellite-masses": Figure(("first-satellite-masses",), render_satellite_masses)}
