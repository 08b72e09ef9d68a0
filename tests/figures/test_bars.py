"""Bars: as long as the data say."""

from build_tools.figures.bars import render_missile_ranges
from build_tools.figures.canvas import NEUTRAL, SOVIET
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import list_shapes, list_texts, measure

MISSILES = 'Missile,Country,First flight,Range (km)\nV-2,Germany,1942,320\nR-7,Soviet Union,1957,"8,000"\n'


def test_a_bar_is_as_long_as_its_range() -> None:
    """The lengths of two bars are as their ranges, and the side is told by colour and heading."""
    svg = render_missile_ranges(parse_table(MISSILES))

    short, long = list_shapes(svg, "rect")
    assert abs(measure(long, "width") / measure(short, "width") - 8000 / 320) < 0.2
    assert (short.get("fill"), long.get("fill")) == (NEUTRAL, SOVIET)
    assert {"Germany", "Soviet Union", "V-2", "1957", "8,000"} <= set(list_texts(svg))


def test_the_way_to_washington_is_drawn() -> None:
    """The dashed line stands where a bar of 7,800 km would end."""
    svg = render_missile_ranges(parse_table(MISSILES))

    bar = list_shapes(svg, "rect")[1]
    (line,) = [path for path in list_shapes(svg, "path") if path.get("stroke-dasharray") == "5 3"]
    assert abs(float(line.get("d", "").split()[0][1:]) - (measure(bar, "x") + measure(bar, "width") * 0.975)) < 0.2
