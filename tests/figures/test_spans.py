"""Spans: from when to when, and open ends."""

import pytest

from build_tools.figures.spans import Span, read_span, render_spans, render_stations
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import list_shapes, list_texts, measure

STATIONS = """Station,Country,Launched,Ended,Never empty from,Never empty until
Salyut 1,Soviet Union,1971-01-01,1981-01-01,,
International Space Station,Several countries,1998-11-20,still in orbit,2000-11-02,still in orbit
"""
HEAD = "Said by,Span,Begins,Ends\n"


def test_a_bar_lasts_as_long_as_the_station() -> None:
    """A station of ten years is as long as ten years on the axis, and pale where it was not always lived in."""
    svg = render_stations(parse_table(STATIONS))

    bar = list_shapes(svg, "rect")[0]
    ticks = [shape for shape in list_shapes(svg, "text") if shape.text in {"1970", "1980"}]
    ten_years = measure(ticks[1], "x") - measure(ticks[0], "x")
    assert measure(bar, "width") == pytest.approx(ten_years, abs=0.2)
    assert bar.get("fill-opacity") == "0.25"


def test_a_station_in_orbit_has_an_open_end() -> None:
    """What is still in orbit ends in pieces that grow smaller, with a full bar since it was never empty."""
    _, whole, full, *pieces = list_shapes(render_stations(parse_table(STATIONS)), "rect")

    assert measure(full, "x") > measure(whole, "x")
    widths = [measure(piece, "width") for piece in pieces]
    assert widths == sorted(widths, reverse=True)
    assert {piece.get("fill-opacity") for piece in pieces} == {None}


@pytest.mark.parametrize(
    ("begins", "ends", "span"),
    [
        ("1957-01-01", "1975-01-01", Span(1957, 1975, 1975)),
        ("before 1958", "no end", Span(1958, 2010, 2010, open_start=True, open_end=True)),
        ("1957-01-01", "early 1970s", Span(1957, 1974, 1970)),
    ],
)
def test_words_for_beginnings_and_ends(begins: str, ends: str, span: Span) -> None:
    """Dates are firm; `before 1958` and `no end` are open; `early 1970s` is firm up to 1970 only."""
    (row,) = parse_table(f"{HEAD}A,B,{begins},{ends}\n")
    assert read_span(row) == span


def test_ends_are_written_beside_the_bars() -> None:
    """A firm end has its year, a vague one its words, an open one nothing."""
    rows = "Tellings,A,1957-10-04,1975-07\nTellings,B,before 1958,no end\nTellings,C,1957-10,early 1970s\n"
    texts = list_texts(render_spans(parse_table(HEAD + rows)))
    assert texts[:9] == ["Tellings", "A", "1957", "1975", "B", "before 1958", "C", "1957", "early 1970s"]
