"""Journeys: from launch to arrival, and what the tellings make of the two dates."""

from itertools import groupby

from build_tools.figures.canvas import INK, LARGE, Canvas, hollow, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Time
from build_tools.figures.tables import Row

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LEFT, RIGHT = 20, 620
PANEL, LINE, BAR = 158, 28, 13


def render_journeys(rows: list[Row]) -> str:
    """Render each probe's way as a bar, with the tellings' dates below it."""
    panels = [(probe, list(group)) for probe, group in groupby(rows, lambda row: row["Probe"])]
    canvas = Canvas(PANEL * len(panels) + 4)
    for place, (probe, group) in enumerate(panels):
        _draw_panel(canvas, probe, group, place * PANEL)
    return canvas.render()


def show_day(iso: str) -> str:
    """Write a date without its year: 17 August."""
    _, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]}"


def _draw_panel(canvas: Canvas, probe: str, rows: list[Row], top: float) -> None:
    launch, arrival, *told = rows
    first = int(launch["Date"][:4])
    years = Time(first, first + 2, LEFT, RIGHT)
    bottom = top + 32 + LINE * (len(told) + 1)
    canvas.text(LEFT, top + 20, probe, size=LARGE, bold=True)
    _draw_journey(canvas, launch, arrival, years, top + 36)
    for place, row in enumerate(told, start=1):
        _draw_telling(canvas, row, years, top + 36 + place * LINE)
    canvas.line(LEFT, bottom, RIGHT, bottom)
    for quarter in range(9):
        canvas.line(years(first + quarter / 4), bottom, years(first + quarter / 4), bottom + (3, 6)[quarter % 4 == 0])
    for year in (first, first + 1):
        canvas.text(years(year + 0.5), bottom + 20, str(year), "middle")


def _draw_journey(canvas: Canvas, launch: Row, arrival: Row, years: Time, y: float) -> None:
    start, end = years(launch["Date"]), years(arrival["Date"])
    canvas.rect(start, y, end - start, BAR, solid(INK))
    canvas.text(start - 8, y + 11, f"{launch['Event']}, {show_day(launch['Date'])}", "end")
    canvas.text(end + 8, y + 11, f"{arrival['Event']}, {show_day(arrival['Date'])}")


def _draw_telling(canvas: Canvas, row: Row, years: Time, y: float) -> None:
    """Draw a day as a ring, and a year, which may mean any of its days, as an empty bar."""
    words = f"{row['Told by']}: {row['Event']}"
    if len(row["Date"]) > len("1971"):
        canvas.dot(years(row["Date"]), y + BAR / 2, BAR / 2 - 1, hollow(INK))
        canvas.text(years(row["Date"]) + 13, y + 11, words)
        return
    year = row.number("Date")
    canvas.rect(years(year) + 1, y, years(year + 1) - years(year) - 2, BAR, hollow(INK))
    canvas.text(years(year) - 8, y + 11, words, "end")


FIGURES = {"launch-and-arrival": Figure(("launch-and-arrival",), render_journeys)}
