"""Tellings: what each of the four is made of, counted in the ledger."""

from collections import Counter
from collections.abc import Sequence

from build_tools.figures.canvas import NEUTRAL, Canvas, solid
from build_tools.figures.figure import Figure
from build_tools.figures.scales import Linear
from build_tools.figures.tables import Row

TELLINGS = {"ko": "Korean", "vi": "Vietnamese", "fil": "Filipino", "hu": "Hungarian"}
JUDGEMENTS = {
    "ok": "Right",
    "imprecise": "Imprecise",
    "wrong": "Wrong",
    "opinion": "Opinion",
    "unverifiable": "Cannot be checked",
}
LEFT, COLUMN, TOP, LANE = 236, 102, 62, 33


def render_topics_by_telling(claims: list[Row], topics: list[Row]) -> str:
    """Render what part of each telling's claims falls to each group of topics."""
    groups = {row["Topic"]: row["Group"] for row in topics}
    for claim in claims:
        if claim["topic"] not in groups:
            raise claim.wrong(f"topic '{claim['topic']}' is in no group of topics-by-telling.csv")
    counts = Counter((_telling_of(claim), groups[claim["topic"]]) for claim in claims)
    return _render_counts(counts, tuple(dict.fromkeys(groups.values())))


def render_judgements_by_telling(claims: list[Row]) -> str:
    """Render what part of each telling's claims got each judgement."""
    for claim in claims:
        if claim["check"] not in JUDGEMENTS:
            raise claim.wrong(f"'{claim['check']}' is no judgement")
    counts = Counter((_telling_of(claim), JUDGEMENTS[claim["check"]]) for claim in claims)
    return _render_counts(counts, tuple(JUDGEMENTS.values()))


def _telling_of(claim: Row) -> str:
    telling = claim["id"].split("-")[0]
    if telling not in TELLINGS:
        raise claim.wrong(f"'{telling}' is none of the tellings")
    return TELLINGS[telling]


def _render_counts(counts: Counter[tuple[str, str]], names: Sequence[str]) -> str:
    canvas = Canvas(TOP + LANE * len(names) + 10)
    for place, name in enumerate(names):
        canvas.text(LEFT - 14, TOP + LANE * place + 21, name, "end")
    canvas.text(LEFT - 14, 40, "claims", "end")
    for place, telling in enumerate(TELLINGS.values()):
        _draw_telling(canvas, telling, [counts[telling, name] for name in names], LEFT + COLUMN * place)
    return canvas.render()


def _draw_telling(canvas: Canvas, telling: str, counts: Sequence[int], x: float) -> None:
    total, most = sum(counts), max(counts)
    scale = Linear(0, 0.6, x, x + 66)  # no part is above 60 per cent
    canvas.text(x, 20, telling, bold=True)
    canvas.text(x, 40, str(total))
    for place, count in enumerate(counts):
        y, share = TOP + LANE * place + 7, count / total
        canvas.rect(x, y, scale(share) - x, 19, solid(NEUTRAL, 1 if count == most else 0.55))
        canvas.text(scale(share) + 5, y + 14, str(count), bold=count == most)
    canvas.line(x, TOP, x, TOP + LANE * len(counts))


FIGURES = {
    "judgements-by-telling": Figure(("claims.tsv",), render_judgements_by_telling),
    "topics-by-telling": Figure(("claims.tsv", "topics-by-telling"), render_topics_by_telling),
}
