"""Areas: true to the masses."""

import pytest

from build_tools.figures.areas import COLUMNS, render_satellite_masses
from build_tools.figures.tables import parse_table
from build_tools.problems import BuildToolsError
from tests.figures.svg_words import list_shapes, list_texts, measure

ROWS = "Satellite,Country,Launched,Mass (kg)\n" + "Small,United States,1958,100\n" * 4 + "Large,Soviet Union,1958,400\n"


def test_areas_are_as_masses() -> None:
    """Four times the mass is twice the radius, and all circles stand on the ground."""
    svg = render_satellite_masses(parse_table(ROWS))

    circles = list_shapes(svg, "circle")
    assert measure(circles[-1], "r") == 2 * measure(circles[0], "r")
    assert len({measure(circle, "cy") + measure(circle, "r") for circle in circles}) == 1
    assert "400 kg" in list_texts(svg)


def test_there_is_room_for_five() -> None:
    """A sixth satellite is told, for the picture has no room for it."""
    with pytest.raises(BuildToolsError, match=f"6 satellites, but the picture has room for {len(COLUMNS)}"):
        render_satellite_masses(parse_table(ROWS + "Next,France,1965,40\n"))
