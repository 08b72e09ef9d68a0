"""Spans: what lasted from when to when, as bars under one another."""

import re
from dataclasses import dataclass
from itertools import groupby

from build_tools.figures.canvas import INK, LARGE, Canvas, Paint, colour_of, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Time, draw_axis_x, year_of
from build_tools.figures.tables import Row

LEFT, RIGHT, STEP, BAR = 14, 626, 23, 13
PIECES = ((2, 6), (11, 3.5), (18.5, 1.5))  # of an open end: how far from the bar, how wide
TODAY = 2026.0  # what is still in orbit is drawn open from here on
MIDDLE = 2004  # bars that begin later have their name on the left
OPEN = "no end"
LONGEST = "International Space Station"


@dataclass(frozen=True)
class Span:
    """A stretch of years; from `sure` to `end` it is not sure whether it still lasts."""

    start: float
    end: float
    sure: float
    open_start: bool = False
    open_end: bool = False


def draw_open_end(canvas: Canvas, x: float, y: float, way: int, paint: Paint) -> None:
    """Draw the end of a bar that has no end: pieces that grow smaller, further and further apart.

    They are not paler than the bar, since what is paler may not be seen at all.
    """
    for away, width in PIECES:
        canvas.rect(x + away if way > 0 else x - away - width, y, width, BAR, paint)


def render_stations(rows: list[Row]) -> str:
    """Render space stations from launch to end; dark while they never stood empty."""
    bottom = 14 + STEP * len(rows)
    canvas = Canvas(bottom + 34)
    years = Time(1970, 2029, LEFT + 16, RIGHT)
    decades = years.ticks(10)
    for place, row in enumerate(rows):
        _draw_station(canvas, row, years, 12 + place * STEP)
    _explain_dark(canvas, years(2016), [row["Station"] for row in rows].index(LONGEST))
    canvas.line(LEFT, bottom, RIGHT + 6, bottom)
    draw_axis_x(canvas, years, bottom, decades, years=True)
    return canvas.render()


def _explain_dark(canvas: Canvas, x: float, place: int) -> None:
    """Say at the longest dark bar what dark means."""
    y = 12 + place * STEP
    canvas.line(x, y - 4, x, y - STEP + 6, width=0.8)
    canvas.text(x, y - STEP, "never without a crew", "middle")


def _draw_station(canvas: Canvas, row: Row, years: Time, y: float) -> None:
    colour = colour_of(row["Country"])
    flying = row["Ended"] == "still in orbit"
    start, end = years(row["Launched"]), years(TODAY) if flying else years(row["Ended"])
    canvas.rect(start, y, max(end - start, 1.5), BAR, Paint(fill=colour, opacity=0.25, stroke=colour, width=0.9))
    if row["Never empty from"]:
        last = end if row["Never empty until"] == "still in orbit" else years(row["Never empty until"])
        canvas.rect(years(row["Never empty from"]), y, last - years(row["Never empty from"]), BAR, solid(colour))
    if flying:
        draw_open_end(canvas, end, y, 1, solid(colour))
    if end > years(MIDDLE):
        canvas.text(start - 8, y + 11, row["Station"], "end")
    else:
        canvas.text(end + 8, y + 11, row["Station"])


def read_span(row: Row) -> Span:
    """Read when a span begins and ends: dates, `before 1958`, `early 1970s` and `no end`."""
    begins, ends = row["Begins"], row["Ends"]
    before = re.fullmatch(r"before (\d{4})", begins)
    early = re.fullmatch(r"early (\d{4})s", ends)
    start = float(before[1]) if before else year_of(begins)
    if early:
        return Span(start, float(early[1]) + 4, float(early[1]), open_start=bool(before))
    end = 2010.0 if ends == OPEN else year_of(ends)
    return Span(start, end, end, open_start=bool(before), open_end=ends == OPEN)


def render_spans(rows: list[Row]) -> str:
    """Render when the race begins and ends, by telling and by convention; an open end is drawn open."""
    groups = [(said, list(group)) for said, group in groupby(rows, lambda row: row["Said by"])]
    bottom = 12 + 30 * len(groups) + STEP * len(rows)
    canvas = Canvas(bottom + 34)
    years = Time(1935, 2014, 208, RIGHT)
    decades = years.ticks(10)
    y = 2
    for said, group in groups:
        y += 30
        canvas.text(8, y - 9, said, size=LARGE, bold=True)
        for row in group:
            _draw_span(canvas, row, years, y)
            y += STEP
    canvas.line(years(1937), bottom, RIGHT + 6, bottom)
    draw_axis_x(canvas, years, bottom, decades, years=True)
    return canvas.render()


def _draw_span(canvas: Canvas, row: Row, years: Time, y: float) -> None:
    span = read_span(row)
    canvas.text(years(1935) - 4, y + 11, row["Span"], "end")
    sure = Paint(fill=INK, opacity=0.7)
    canvas.rect(years(span.start), y, years(span.sure) - years(span.start), BAR, sure)
    if span.end > span.sure:
        canvas.rect(years(span.sure), y, years(span.end) - years(span.sure), BAR, solid(INK, 0.25))
    if span.open_start:
        draw_open_end(canvas, years(span.start), y, -1, sure)
    before = 28 if span.open_start else 7
    canvas.text(years(span.start) - before, y + 11, _shorten(row["Begins"]), "end")
    if span.open_end:
        draw_open_end(canvas, years(span.end), y, 1, sure)
    else:
        canvas.text(years(span.end) + 7, y + 11, _shorten(row["Ends"]))


def _shorten(moment: str) -> str:
    """Give the year of a date; other words stay."""
    return moment[:4] if moment[:4].isdigit() else moment


FIGURES = {
    "stations-in-time": Figure(("stations-in-time",), render_stations),
    "spans-of-the-race": Figure(("spans-of-the-race",), render_spans),
}
