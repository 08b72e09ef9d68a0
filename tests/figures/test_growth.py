"""The growth."""

from build_tools.figures.growth import render_working_satellites
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import find_text, list_shapes, measure

SATELLITES = """Month,Working satellites,Source
2005-12,795,Union of Concerned Scientists
2025-03,"11,000",European Space Agency
"""


def test_estimate_is_paler_than_counts() -> None:
    """An estimate is pale and marked as about so many."""
    svg = render_working_satellites(parse_table(SATELLITES))
    counted, estimated = list_shapes(svg, "rect")
    assert (counted.get("fill-opacity"), estimated.get("fill-opacity")) == (None, "0.55")
    assert measure(find_text(svg, "≈ 11,000"), "y") < measure(estimated, "y")
    assert measure(find_text(svg, "795"), "y") < measure(counted, "y")
