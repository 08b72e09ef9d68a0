"""Shares: parts of a hundred."""

from build_tools.figures.canvas import AMERICAN, NEUTRAL, SOVIET, Canvas, hollow, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Band, Linear, draw_grid, show_number, year_of
from build_tools.figures.tables import Row

LANDING = "1969-07-20"
# Full, half and outlined, for the two accents are the same grey.
NATIONS = {"Soviet Union and Russia": solid(SOVIET), "United States": solid(AMERICAN, 0.55), "Others": hollow(NEUTRAL)}
CLAIMED_TOTAL, CLAIMED_SHARE = 5_736, 88  # by the end of 2006, says the Korean telling (ko-485, ko-486)


def render_nasa_budget(rows: list[Row]) -> str:
    """Render NASA's share of the federal budget as a column for each fiscal year."""
    canvas = Canvas(320)
    bottom = 280
    lanes = Band(tuple(row["Fiscal year"] for row in rows), 10, 632, gap=0.28)
    scale = Linear(0, 5, bottom, 40)
    canvas.text(10, 20, "per cent of federal spending")
    highest = max(rows, key=lambda row: row.number("Share (per cent)"))
    for row in rows:
        _draw_fiscal_year(canvas, row, lanes, scale, marked=row is highest)
    canvas.line(10, bottom, 632, bottom)
    # A fiscal year then began on 1 July of the year before.
    begun = lanes.start + (year_of(LANDING) + 0.5 - float(rows[0]["Fiscal year"])) * (lanes.end - lanes.start) / len(
        rows
    )
    canvas.line(begun, bottom, begun, 96, dashes="5 3")
    canvas.text(begun + 8, 96, "first Moon landing")
    canvas.text(begun + 8, 114, "1969", bold=True)
    return canvas.render()


def _draw_fiscal_year(canvas: Canvas, row: Row, lanes: Band, scale: Linear, *, marked: bool) -> None:
    year, share = row["Fiscal year"], row.number("Share (per cent)")
    middle, top = lanes.middle(year), scale(share)
    canvas.rect(lanes(year), top, lanes.width, scale(0) - top, solid(AMERICAN, 1 if marked else 0.55))
    canvas.text(middle, top - 7, f"{share:.1f}", "middle", bold=marked)
    if int(year) % 3 == 1:
        canvas.text(middle, scale(0) + 20, year, "middle", bold=marked)


def render_apollo_support(rows: list[Row]) -> str:
    """Render what a poll says of support for Apollo beside what the Korean telling says."""
    canvas = Canvas(320)
    scale = Linear(0, 70, 264, 54)
    draw_grid(canvas, across=[scale(50)], left=10, right=560)
    canvas.text(568, scale(50) + 4.5, "half")
    poll, *told = rows
    canvas.text(20, 24, poll["Source"], bold=True)
    for x, side in ((40, "For"), (150, "Against")):
        share = poll.number(f"{side} (per cent)")
        _draw_answer(canvas, x, scale, share, side, checked=True)
    canvas.text(135, 310, poll["Year"], "middle", bold=True)
    canvas.text(320, 24, told[0]["Source"], bold=True)
    canvas.text(320, 44, "no source given")
    for x, row in zip((340, 450), told, strict=True):
        _draw_answer(canvas, x, scale, row.number("For (per cent)"), "For", checked=False)
        canvas.text(x + 40, 310, row["Year"], "middle", bold=True)
    for left in (20, 320):
        canvas.line(left, scale(0), left + 230, scale(0))
    return canvas.render()


def _draw_answer(canvas: Canvas, x: float, scale: Linear, share: float, side: str, *, checked: bool) -> None:
    top, width = scale(share), 80
    colour = AMERICAN if side == "For" else NEUTRAL
    if checked:
        canvas.rect(x, top, width, scale(0) - top, solid(colour, 1 if side == "For" else 0.55))
    else:
        around = [(x, scale(0)), (x, top), (x + width, top), (x + width, scale(0))]
        canvas.path(around, colour=colour, width=1.5, dashes="5 3")
    canvas.text(x + width / 2, top - 8, f"{share:.0f}%", "middle", bold=True)
    canvas.text(x + width / 2, scale(0) + 20, side.lower(), "middle")


def render_satellites_by_nation(rows: list[Row]) -> str:
    """Render each nation's part of the objects launched in each span of years."""
    canvas = Canvas(40 + 33 * len(rows) + 94)
    left, right = 92, 548
    scale = Linear(0, 1, left, right)
    for words, x in (("Soviet Union and Russia", left), ("Others", right)):
        canvas.text(x, 24, words, "start" if x == left else "end", bold=True)
    canvas.text(scale(0.62), 24, "United States", "middle", bold=True)
    canvas.text(632, 24, "objects", "end")
    for place, row in enumerate(rows):
        counts = {name: row.number(name) for name in NATIONS}
        _draw_parts(canvas, row["Years"], counts, scale, 40 + 33 * place)
    until = [row for row in rows if int(row["Years"].split("–")[0]) < 2006]
    totals = {name: sum(row.number(name) for row in until) for name in NATIONS}
    y = 40 + 33 * len(rows) + 22
    _draw_parts(canvas, "1957–2006", totals, scale, y)
    _draw_claim(canvas, scale, y + 24 + 7)
    return canvas.render()


def _draw_parts(canvas: Canvas, words: str, counts: dict[str, float], scale: Linear, y: float) -> None:
    total, passed, height = sum(counts.values()), 0.0, 24
    canvas.text(84, y + 16.5, words, "end")
    for name, count in counts.items():
        x, share = scale(passed), count / total
        width = scale(passed + share) - x
        canvas.rect(x + 1, y, width - 2, height, NATIONS[name])
        if share > 0.06:
            canvas.text(x + width / 2, y + 16.5, f"{100 * share:.0f}%", "middle", bold=True)
        passed += share
    canvas.text(632, y + 16.5, show_number(total), "end")


def _draw_claim(canvas: Canvas, scale: Linear, y: float) -> None:
    x = scale(CLAIMED_SHARE / 100)
    canvas.path([(scale(0), y), (scale(0), y + 6), (x, y + 6), (x, y)])
    canvas.text(scale(0), y + 24, "Korean telling, to 2006", bold=True)
    canvas.text(x, y + 24, f"{CLAIMED_SHARE}%", "end")
    canvas.text(632, y + 24, show_number(CLAIMED_TOTAL), "end")


FIGURES = {
    "apollo-support": Figure(("apollo-support",), render_apollo_support),
    "nasa-budget": Figure(("nasa-budget",), render_nasa_budget),
    "satellites-by-nation": Figure(("satellites-by-nation",), render_satellites_by_nation),
}
