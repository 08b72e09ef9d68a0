"""The heights of passengers."""

from build_tools.figures.passengers import render_heights_of_passengers
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import list_shapes, list_texts, measure

FLIGHTS = """What,Year,Height (km)
Airliner,,11
Kármán line,,100
Dennis Tito at the ISS,2001,400
SpaceShipOne,2004,112
"""


def test_higher_is_higher() -> None:
    """Dots stand in the order of their heights."""
    dots = list_shapes(render_heights_of_passengers(parse_table(FLIGHTS)), "circle")
    airliner, tito, ship = (measure(dot, "cy") for dot in dots)
    assert airliner > ship > tito


def test_break_is_shown() -> None:
    """The axis and the flight above it are both marked as broken, with two strokes each."""
    whole = render_heights_of_passengers(parse_table(FLIGHTS.replace("400", "40")))
    broken = render_heights_of_passengers(parse_table(FLIGHTS))
    assert len(list_shapes(broken, "path")) == len(list_shapes(whole, "path")) + 3


def test_numbers_stand_at_the_dots() -> None:
    """Each flight says its year, where it has one, and its height."""
    texts = list_texts(render_heights_of_passengers(parse_table(FLIGHTS)))
    assert {"11 km", "2001, 400 km", "2004, 112 km"} <= set(texts)
