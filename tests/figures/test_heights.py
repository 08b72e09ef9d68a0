"""Heights of flights: who came back is told without colour."""

import pytest

from build_tools.figures.canvas import NEUTRAL
from build_tools.figures.heights import render_animal_flights
from build_tools.figures.tables import parse_table
from build_tools.problems import BuildToolsError
from tests.figures.svg_words import list_shapes, list_texts, measure

HEAD = "Animals,Country,Date,Flight,Greatest height (km),Came back alive\n"
ROWS = HEAD + "Cat,France,1963-10-18,up and down,200,yes\nDog,France,1957-11-03,in orbit,2000,no\n"


def test_the_dead_are_rings() -> None:
    """A filled dot came back alive; a ring did not, and words say so."""
    svg = render_animal_flights(parse_table(ROWS))

    cat, dog = list_shapes(svg, "circle")
    assert (cat.get("fill"), cat.get("stroke")) == (NEUTRAL, None)
    assert (dog.get("fill"), dog.get("stroke")) == (None, NEUTRAL)
    assert "in orbit, died" in list_texts(svg)


def test_higher_and_later_flights() -> None:
    """A higher flight stands higher, and a later one further right."""
    cat, dog = list_shapes(render_animal_flights(parse_table(ROWS)), "circle")
    assert measure(dog, "cy") < measure(cat, "cy")
    assert measure(dog, "cx") < measure(cat, "cx")


def test_an_unknown_word_is_told() -> None:
    """A cell that says neither yes nor no is told with its line."""
    with pytest.raises(BuildToolsError, match="table:2: 'Came back alive' is 'maybe', not one of yes, no"):
        render_animal_flights(parse_table(HEAD + "Cat,France,1963,up and down,157,maybe\n"))
