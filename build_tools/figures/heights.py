"""Heights: flights by year and by the height they reached."""

from build_tools.figures.canvas import Anchor, Canvas, colour_of, hollow, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Log, Time, draw_axis_x, draw_axis_y, draw_grid
from build_tools.figures.tables import Row

LEFT, RIGHT, TOP, BOTTOM = 64, 632, 36, 336
KARMAN_LINE = 100
RADIUS = 6
# Where the words stand, from the dot: flights that are close together, or on a line, make room for each other.
PLACES: dict[str, tuple[float, float, Anchor]] = {
    "Fruit flies": (-4, 33, "start"),
    "Albert II": (0, -28, "middle"),
    "Dezik and Tsygan": (11, -6, "start"),
    "Laika": (-13, 4.5, "end"),
    "Able and Baker": (-13, 2, "end"),
    "Belka and Strelka": (-13, 3, "end"),
    "Ham": (-4, 23, "middle"),
}
BESIDE: tuple[float, float, Anchor] = (13, 4.5, "start")
ORBITS = {"in orbit": True, "up and down": False}
SURVIVORS = {"yes": True, "no": False}


def render_animal_flights(rows: list[Row]) -> str:
    """Render flights of animals: filled who came back alive, outlined who did not."""
    canvas = Canvas(BOTTOM + 34)
    years = Time(1946, 1968, LEFT, RIGHT - 10)
    heights = Log(60, 2_000, BOTTOM, TOP)
    draw_grid(canvas, across=[heights(KARMAN_LINE)], left=LEFT, right=RIGHT)
    canvas.text(RIGHT, heights(KARMAN_LINE) + 17, "Kármán line", "end")
    canvas.line(LEFT, TOP, LEFT, BOTTOM)
    canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM)
    draw_axis_y(canvas, heights, LEFT, heights.ticks((1, 2, 5)))
    draw_axis_x(canvas, years, BOTTOM, years.ticks(5), years=True)
    canvas.text(8, 16, "km")
    for row in rows:
        _draw_flight(canvas, row, years(row["Date"]), heights(row.number("Greatest height (km)")))
    return canvas.render()


def _draw_flight(canvas: Canvas, row: Row, x: float, y: float) -> None:
    colour = colour_of(row["Country"])
    alive, orbit = row.choose("Came back alive", SURVIVORS), row.choose("Flight", ORBITS)
    canvas.dot(x, y, RADIUS if alive else RADIUS - 1, solid(colour) if alive else hollow(colour, 2))
    dx, dy, anchor = PLACES.get(row["Animals"], BESIDE)
    canvas.text(x + dx, y + dy, row["Animals"], anchor, bold=True)
    below = ("in orbit" if alive else "in orbit, died") if orbit else ("" if alive else "died")
    if below:
        canvas.text(x + dx, y + dy + 16, below, anchor)


FIGURES = {"animal-flights": Figure(("animal-flights",), render_animal_flights)}
