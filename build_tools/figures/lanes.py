"""Lanes: events on one line of time, one side's above it and the other's below."""

from build_tools.figures.canvas import INK, Canvas, colour_of, framed
from build_tools.figures.figure import Figure
from build_tools.figures.placing import Label, Place, place_labels
from build_tools.figures.scales import Time, year_of
from build_tools.figures.tables import Row

LETTER = 8  # room for a letter: about 6.2, and more for longer languages; names do not grow
LEVEL, LEVELS = 30, 6
BAND = 26  # between the lanes, for the years
LEFT, RIGHT = 44, 616


def render_lanes(events: list[Row], shown: list[Row]) -> str:
    """Render chosen events of the race; the dates come from the table of events."""
    by_id = {event["id"]: event for event in events}
    chosen = [(by_id.get(row["id"]), row) for row in shown]
    lost = next((row for event, row in chosen if event is None), None)
    if lost:
        raise lost.wrong(f"no event '{lost['id']}' in the table of events")
    known = sorted(((event, row["label"]) for event, row in chosen if event), key=lambda pair: pair[0]["date"])
    above = [pair for pair in known if pair[0]["side"] != "american"]
    below = [pair for pair in known if pair[0]["side"] == "american"]
    return _draw(above, below)


Chosen = list[tuple[Row, str]]


def _draw(above: Chosen, below: Chosen) -> str:
    years = Time(1957, 1976, LEFT, RIGHT)
    upper, lower = _place(above, years), _place(below, years)
    top = 34 + LEVEL * max(place.level for place in upper)
    bottom = top + BAND
    canvas = Canvas(round(bottom + LEVEL * max(place.level for place in lower) + 34))
    canvas.text(8, 18, "Soviet Union", bold=True)
    canvas.text(8, canvas.height - 8, "United States", bold=True)
    for year in years.ticks():
        canvas.line(years(year), top, years(year), top + 4, width=0.8)
        canvas.line(years(year), bottom - 4, years(year), bottom, width=0.8)
        if (year - 1957) % 3 == 0 and year < 1976:
            canvas.text(years(year + 0.5), (top + bottom) / 2 + 4.5, str(year), "middle")
    for chosen, places, ground, way in ((above, upper, top, -1), (below, lower, bottom, 1)):
        canvas.line(LEFT, ground, RIGHT, ground)
        for (event, words), place in zip(chosen, places, strict=True):
            _draw_event(canvas, event, words, place, ground, way)
    return canvas.render()


def _place(chosen: Chosen, years: Time) -> list[Place]:
    labels = [Label(years(year_of(event["date"])), len(words) * LETTER) for event, words in chosen]
    places = place_labels(labels, LEVELS, 4, 636)
    if not places:
        raise chosen[0][0].wrong("the labels of the timeline do not fit; choose fewer or shorter ones")
    return places


def _draw_event(canvas: Canvas, event: Row, words: str, place: Place, ground: float, way: int) -> None:
    x, end = place.label.x, ground + way * (LEVEL * place.level - 4)
    canvas.line(x, ground, x, end, colour=INK, width=0.8, opacity=0.55)
    canvas.dot(x, ground, 4.5, framed(colour_of(event["side"])))
    canvas.text(x + (5 if place.right else -5), end + (9 if way < 0 else 0), words, "start" if place.right else "end")


FIGURES = {"two-lane-timeline": Figure(("events", "two-lane-timeline"), render_lanes)}
