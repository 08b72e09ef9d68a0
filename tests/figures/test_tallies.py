"""Tallies: one mark for each."""

from build_tools.figures.canvas import AMERICAN, NEUTRAL, SOVIET
from build_tools.figures.tables import parse_table
from build_tools.figures.tallies import render_firsts, render_moon_probes
from tests.figures.svg_words import list_shapes, measure

PROBES = """Year,Soviet: failed,Soviet: reached,Soviet: landed,American: failed,American: reached,American: landed
1958,1,0,2,0,3,0
1976,0,0,1,0,0,0
"""
EVENTS = """id,date,side,event,first
a,1957-10-04,soviet,A.,First a
b,1957-11-03,soviet,B.,First b
c,1958-02-01,american,C.,
d,1969,american,D.,First d
e,1975,joint,E.,First e
"""


def test_each_probe_is_a_square() -> None:
    """There are as many squares as probes: outlined, light and full by what became of them."""
    squares = list_shapes(render_moon_probes(parse_table(PROBES)), "rect")

    shown = [(square.get("stroke"), square.get("fill"), square.get("fill-opacity")) for square in squares]
    assert shown.count((SOVIET, SOVIET, None)) == 3
    assert shown.count((SOVIET, None, None)) == 1
    assert shown.count((AMERICAN, AMERICAN, "0.25")) == 3
    assert len(shown) == 7


def test_soviet_squares_stand_above() -> None:
    """Soviet squares stand above the years, American ones below."""
    squares = list_shapes(render_moon_probes(parse_table(PROBES)), "rect")
    soviet = [measure(square, "y") for square in squares if square.get("stroke") == SOVIET]
    american = [measure(square, "y") for square in squares if square.get("stroke") == AMERICAN]
    assert max(soviet) < min(american)


def test_each_first_is_a_dot() -> None:
    """Only events that are firsts have a dot; those of a year are piled up; joint ones have a row of their own."""
    dots = list_shapes(render_firsts(parse_table(EVENTS)), "circle")

    assert [dot.get("fill") for dot in dots] == [SOVIET, SOVIET, AMERICAN, NEUTRAL]
    first, second = dots[:2]
    assert first.get("cx") == second.get("cx")
    assert measure(second, "cy") < measure(first, "cy")
