"""Passengers: how far up paying passengers have been."""

from build_tools.figures.canvas import INK, NEUTRAL, SIDES, Canvas, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Linear, draw_axis_y, show_number
from build_tools.figures.tables import Row

GROUND, STATION, BREAK = 402, 50, 92  # the axis is broken: between 120 and 400 km nothing is to scale
AXIS = 58
PLACES = {
    "Airliner": 120,
    "Dennis Tito at the ISS": 244,
    "SpaceShipOne": 312,
    "Blue Origin": 422,
    "Virgin Galactic": 474,
}
BESIDE = {"Airliner": -3, "Dennis Tito at the ISS": -3, "Virgin Galactic": -18}  # words right of the dot, this far down


def render_heights_of_passengers(rows: list[Row]) -> str:
    """Render the heights that passengers reached, beside the two borders of space."""
    canvas = Canvas(424)
    scale = Linear(0, 120, GROUND, 130)
    draw_axis_y(canvas, scale, AXIS, range(0, 121, 20))
    canvas.line(AXIS, GROUND, AXIS, BREAK + 6)
    canvas.line(AXIS, BREAK - 6, AXIS, STATION - 16)
    _draw_break(canvas, AXIS)
    canvas.line(AXIS - 5, STATION, AXIS, STATION)
    canvas.text(AXIS - 9, STATION + 4.5, "400", "end")
    canvas.text(AXIS - 9, 22, "km", "end")
    for row in rows:
        if row["What"] in PLACES:
            _draw_flight(canvas, row, scale)
        else:
            _draw_border(canvas, row, scale)
    canvas.line(AXIS, GROUND, 632, GROUND)
    return canvas.render()


def _draw_break(canvas: Canvas, x: float) -> None:
    for y in (BREAK - 4, BREAK + 4):
        canvas.path([(x - 8, y + 3), (x + 8, y - 3)], colour=INK)


def _draw_border(canvas: Canvas, row: Row, scale: Linear) -> None:
    y = scale(row.number("Height (km)"))
    canvas.line(AXIS, y, 632, y, dashes="6 4")
    canvas.text(AXIS + 8, y - 6, row["What"])


def _draw_flight(canvas: Canvas, row: Row, scale: Linear) -> None:
    name, height = row["What"], row.number("Height (km)")
    x, broken = PLACES[name], height > scale.high
    y = STATION if broken else scale(height)
    colour = NEUTRAL if name == "Airliner" else SIDES["soviet" if broken else "american"]
    canvas.line(x, GROUND, x, BREAK + 6 if broken else y, colour=colour, width=2.5)
    if broken:
        canvas.line(x, BREAK - 6, x, y, colour=colour, width=2.5)
        _draw_break(canvas, x)
    canvas.dot(x, y, 6, solid(colour))
    figures = ", ".join([*([row["Year"]] if row["Year"] else []), f"{show_number(height)} km"])
    if name in BESIDE:
        canvas.text(x + 13, y + BESIDE[name], name, bold=True)
        canvas.text(x + 13, y + BESIDE[name] + 17, figures)
    else:
        canvas.text(x, y - 30, name, "middle", bold=True)
        canvas.text(x, y - 13, figures, "middle")


FIGURES = {"heights-of-passengers": Figure(("heights-of-passengers",), render_heights_of_passengers)}
