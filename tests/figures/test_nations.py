"""The nations."""

from build_tools.figures.nations import render_nations_in_order
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import find_text, list_shapes, measure

NATIONS = """Order,Country,Date,Satellite,Rocket
1,Soviet Union,1957-10-04,Sputnik 1,R-7
–,South Korea with Russia,2013-01-30,STSAT-2C,Naro
2,South Korea,2022-06-21,PVSAT,Nuri
"""


def test_dots_go_down_and_right() -> None:
    """The later the date, the further right and down the dot."""
    dots = list_shapes(render_nations_in_order(parse_table(NATIONS)), "circle")
    places = [(measure(dot, "cx"), measure(dot, "cy")) for dot in dots]
    assert places == sorted(places)
    assert [y for _, y in places] == sorted(y for _, y in places)


def test_launch_with_help_is_hollow() -> None:
    """A launch with another nation's help has an outlined dot, no number and a name in plain letters."""
    svg = render_nations_in_order(parse_table(NATIONS))
    assert [dot.get("fill") is None for dot in list_shapes(svg, "circle")] == [False, True, False]
    assert find_text(svg, "South Korea with Russia").get("font-weight") is None
    assert find_text(svg, "South Korea").get("font-weight") == "600"


def test_words_stay_in_the_picture() -> None:
    """Words of late dates go left of the dot."""
    svg = render_nations_in_order(parse_table(NATIONS))
    assert find_text(svg, "Sputnik 1").get("text-anchor") == "start"
    assert find_text(svg, "PVSAT").get("text-anchor") == "end"
