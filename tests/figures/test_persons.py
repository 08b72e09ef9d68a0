"""Persons: one mark for each who died."""

import pytest

from build_tools.figures.persons import render_the_dead
from build_tools.figures.tables import parse_table
from build_tools.problems import BuildToolsError
from tests.figures.svg_words import list_shapes, list_texts

HEAD = 'Accident,Year,Where,"Died, at least","Died, at most"\n'


def test_one_mark_for_each() -> None:
    """A person has one mark; those whom only the higher counts have are outlined, and the range is written."""
    svg = render_the_dead(parse_table(HEAD + "A,1960,On the ground,74,126\nB,1971,In flight,3,3\n"))

    heads = list_shapes(svg, "circle")
    assert len(heads) == 126 + 3
    assert sum(head.get("fill") is None for head in heads) == 126 - 74
    assert list_texts(svg) == ["On the ground", "A", "1960", "74–126", "In flight", "B", "1971"]


def test_a_range_that_runs_backwards_is_told() -> None:
    """A lower count above the higher one is told with its line."""
    with pytest.raises(BuildToolsError, match="table:2: 9 is more than 3"):
        render_the_dead(parse_table(HEAD + "A,1960,On the ground,9,3\n"))
