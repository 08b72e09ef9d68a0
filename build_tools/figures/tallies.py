"""Tallies: one mark for each launch or first, Soviet above and American below a line of years."""

from collections import Counter
from collections.abc import Sequence

from build_tools.figures.canvas import AMERICAN, SOVIET, Canvas, Paint, colour_of, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Time
from build_tools.figures.tables import Row

OUTCOMES = ("landed", "reached", "failed")  # the best nearest to the line
SIZE, STEP = 17, 21
ABOVE, BELOW = 158, 186  # the lines on which the two piles stand; the years are between them
DOT = 9
LANES = {"soviet": "Soviet Union", "american": "United States", "other": "Others, or together"}


def paint_outcome(outcome: str, colour: str) -> Paint:
    """Give the mark of an outcome: full, light or outlined, so that it is told without colour."""
    if outcome == "failed":
        return Paint(stroke=colour, width=1.5)
    return Paint(fill=colour, opacity=1 if outcome == "landed" else 0.25, stroke=colour, width=1.5)


def render_moon_probes(rows: list[Row]) -> str:
    """Render the probes sent to the Moon, by year, nation and what became of them."""
    canvas = Canvas(346)
    years = Time(rows[0].number("Year"), rows[-1].number("Year"), 32, 616)
    canvas.text(23, 18, "Soviet Union", bold=True)
    canvas.text(23, 336, "United States", bold=True)
    for row in rows:
        x = years(row.number("Year"))
        if row is rows[0] or row["Year"].endswith(("0", "5")):
            canvas.text(x, (ABOVE + BELOW) / 2 + 4.5, row["Year"], "middle")
        _draw_pile(canvas, x, ABOVE, -1, _list_outcomes(row, "Soviet"), SOVIET)
        _draw_pile(canvas, x, BELOW, 1, _list_outcomes(row, "American"), AMERICAN)
    _draw_words(canvas, years)
    return canvas.render()


def _list_outcomes(row: Row, side: str) -> list[str]:
    """List one outcome for each probe."""
    return [outcome for outcome in OUTCOMES for _ in range(int(row.number(f"{side}: {outcome}")))]


def _draw_pile(canvas: Canvas, x: float, ground: float, way: int, outcomes: Sequence[str], colour: str) -> None:
    for place, outcome in enumerate(outcomes):
        middle = ground + way * (place * STEP + STEP / 2)
        canvas.rect(x - SIZE / 2, middle - SIZE / 2, SIZE, SIZE, paint_outcome(outcome, colour))


def _draw_words(canvas: Canvas, years: Time) -> None:
    """Say at one mark of each kind what it stands for."""
    for year, place, words in (
        (1958, 3, "failed or missed"),
        (1968, 0, "landed softly"),
        (1967, 4, "hit or orbited the Moon"),
    ):
        canvas.text(years(year) + SIZE, BELOW + place * STEP + STEP / 2 + 4.5, words)


def render_firsts(events: list[Row]) -> str:
    """Render the firsts in space, a dot for each, by year and side."""
    firsts = Counter((_find_lane(event), int(event["date"][:4])) for event in events if event["first"])
    moments = [year for _, year in firsts]
    years = Time(min(moments), max(moments), 24, 622)
    highest = {lane: max((many for (side, _), many in firsts.items() if side == lane), default=1) for lane in LANES}
    above = 46 + DOT * highest["soviet"]
    below = above + 34
    third = below + 50 + DOT * highest["american"]
    canvas = Canvas(third + 36 + DOT * highest["other"])
    for year in years.ticks(10):
        canvas.text(years(year), above + 22, str(year), "middle")
    for lane, ground in zip(LANES, (above, below, third), strict=True):
        canvas.line(8, ground, 632, ground, width=0.8, opacity=0.55)
        far = ground - DOT * highest[lane] - 14 if lane == "soviet" else ground + DOT * highest[lane] + 24
        canvas.text(8, far, LANES[lane], bold=True)
        for (side, year), many in firsts.items():
            for place in range(many if side == lane else 0):
                away = (place + 0.75) * DOT
                canvas.dot(
                    years(year), ground - away if lane == "soviet" else ground + away, 3.4, solid(colour_of(side))
                )
    return canvas.render()


def _find_lane(event: Row) -> str:
    return event["side"] if event["side"] in LANES else "other"


FIGURES = {
    "moon-probes": Figure(("moon-probes",), render_moon_probes),
    "firsts-by-year": Figure(("events",), render_firsts),
}
