"""Eras: what lasted from when until when."""

from build_tools.figures.canvas import AMERICAN, INK, NEUTRAL, SOVIET, Canvas, Paint, hollow, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Band, Time, draw_axis_x, draw_grid
from build_tools.figures.tables import Row

THICKNESS = 20
SPACECRAFT = {
    "Russian spacecraft": solid(SOVIET),
    "American spacecraft": solid(AMERICAN),
    "American test flight": hollow(AMERICAN),
}


def render_who_carried_whom(rows: list[Row]) -> str:
    """Render the spacecraft that could carry crews to Mir and the ISS, and who had to fly with whom."""
    canvas = Canvas(330)
    top, bottom = 106, 290
    time = Time(1994, 2026, 140, 624)
    craft = [row for row in rows if row["Kind"] != "period"]
    lanes = Band(tuple(dict.fromkeys(row["Spacecraft or period"] for row in craft)), top, bottom, gap=0.5)
    foot = lanes.middle("Crew Dragon") + THICKNESS
    draw_grid(canvas, up=[time(tick) for tick in time.ticks(5)], top=top, bottom=foot)
    owners = {row["Spacecraft or period"]: row["Kind"].split()[0] for row in craft}
    for name, owner in owners.items():
        canvas.text(10, lanes.middle(name) - 3, name, bold=True)
        canvas.text(10, lanes.middle(name) + 13, owner)
    for row in craft:
        _draw_craft(canvas, row, time, lanes)
    for place, row in enumerate(row for row in rows if row["Kind"] == "period"):
        _draw_period(canvas, row, time, (28, 62)[place % 2], foot)
    canvas.line(time(1994), bottom, time(2026), bottom)
    draw_axis_x(canvas, time, bottom, time.ticks(5), years=True)
    return canvas.render()


def _draw_craft(canvas: Canvas, row: Row, time: Time, lanes: Band) -> None:
    name, kind = row["Spacecraft or period"], row["Kind"]
    left, middle = max(time(row["From"]), time.start), lanes.middle(name)
    if kind not in SPACECRAFT:
        raise row.wrong(f"'{kind}' is not one of {', '.join(SPACECRAFT)} and period")
    paint = SPACECRAFT[kind]
    if kind == "American test flight":
        canvas.dot(left, middle, 7, paint)
        canvas.text(left - 16, middle + 4.5, "one test, crew up only", "end")
    else:
        draw_span(canvas, left, time(row["Until"]) if row["Until"] else None, middle, paint, time.end)


def _draw_period(canvas: Canvas, row: Row, time: Time, y: float, foot: float) -> None:
    left, right = time(row["From"]), time(row["Until"]) if row["Until"] else time.end
    for x in (left, right) if row["Until"] else (left,):
        canvas.line(x, y + 10, x, foot, width=0.9, dashes="5 3")
    canvas.line(left, y + 10, right, y + 10, width=1.5)
    early = left < (time.start + time.end) / 2
    canvas.text(left if early else right, y, row["Spacecraft or period"], "start" if early else "end")


def draw_span(
    canvas: Canvas,
    left: float,
    right: float | None,
    middle: float,
    paint: Paint,
    end: float,
    thickness: float = THICKNESS,
) -> None:
    """Draw a bar; one that goes on, which has no right end, has a point at `end`."""
    half = thickness / 2
    if right is None:
        corners = [(left, middle - half), (end, middle - half), (end + half, middle), (end, middle + half)]
        canvas.polygon([*corners, (left, middle + half)], paint)
    else:
        canvas.rect(left, middle - half, right - left, thickness, paint)


def render_agency_dates(rows: list[Row]) -> str:
    """Render the names of the Russian agency in time, and when two tellings say that it was founded."""
    canvas = Canvas(330)
    time = Time(1990, 2027, 24, 566)
    names = [row for row in rows if row["Source"] == "record"]
    middle = 34 + 25 * len(names)
    for place, row in enumerate(names):
        _draw_name(canvas, row, time, 22 + 25 * place, middle, strong=place % 2 == 0)
    for place, row in enumerate(row for row in rows if row["Source"] != "record"):
        _draw_founding(canvas, row, time, middle + 34 + 60 * place, middle)
    canvas.line(time.start, 292, time.end, 292)
    draw_axis_x(canvas, time, 292, time.ticks(5), years=True)
    return canvas.render()


def _draw_name(canvas: Canvas, row: Row, time: Time, y: float, middle: float, *, strong: bool) -> None:
    left, right = time(row["From"]), time(row["Until"]) if row["Until"] else None
    draw_span(canvas, left, right, middle, solid(SOVIET, 1 if strong else 0.55), time.end)
    canvas.line(left, y - 11, left, middle + THICKNESS / 2, width=0.9)
    canvas.text(left + 6, y, row["From"][:4], bold=True)
    canvas.text(left + 46, y, row["Name"])


def _draw_founding(canvas: Canvas, row: Row, time: Time, y: float, middle: float) -> None:
    left, right = time(row["From"]), time(row["Until"])
    canvas.rect(left, y, max(right - left, 4), 8, solid(NEUTRAL))
    canvas.line(left, middle + THICKNESS / 2 + 4, left, y, colour=INK, width=0.9, dashes="2 3")
    canvas.text(left, y + 25, row["Source"], bold=True)
    canvas.text(left, y + 42, row["Name"])


def render_ends_of_the_race(rows: list[Row]) -> str:
    """Render how long the race lasted, by the finishing line that one chooses."""
    lane, top = 58, 14
    canvas = Canvas(top + lane * len(rows) + 40)
    time = Time(1955, 2010, 16, 470)
    bottom = top + lane * len(rows)
    for place, row in enumerate(rows):
        _draw_finish(canvas, row, time, top + lane * place + 38)
    canvas.line(time.start, bottom, time.end, bottom)
    draw_axis_x(canvas, time, bottom, time.ticks(10), years=True)
    return canvas.render()


def _draw_finish(canvas: Canvas, row: Row, time: Time, middle: float) -> None:
    left, right = time("1957-10-04"), time(row["Date"])
    running = row["Finishing line"] == "Still running"
    draw_span(canvas, left, None if running else right, middle, solid(NEUTRAL, 0.55), right, 14)
    if not running:
        canvas.line(right, middle + 7, right, middle - 23, width=1.5)
        canvas.polygon([(right, middle - 23), (right + 15, middle - 17.5), (right, middle - 12)], solid(INK))
    canvas.text(right - 5, middle - 12, row["Date"][:4], "end")
    canvas.text(right + 22, middle - 12, row["Finishing line"], bold=True)
    canvas.text(right + 22, middle + 6, row["Who says so"])


FIGURES = {
    "agency-dates": Figure(("agency-dates",), render_agency_dates),
    "ends-of-the-race": Figure(("ends-of-the-race",), render_ends_of_the_race),
    "who-carried-whom": Figure(("who-carried-whom",), render_who_carried_whom),
}
