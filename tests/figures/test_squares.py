"""The squares."""

from build_tools.figures.squares import render_fields_1991
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import list_shapes, list_texts

FIELDS = """Standing in 1991,Fields,Of these about space,Basis
Soviet Union ahead,3,1,stated
Level,2,not stated,stated
Soviet Union behind,4,not stated,inferred
"""


def test_one_square_a_field() -> None:
    """Each field has one outline; those that are only inferred are broken."""
    svg = render_fields_1991(parse_table(FIELDS))
    outlined = [shape for shape in list_shapes(svg, "rect") if shape.get("stroke")]
    broken = [shape for shape in list_shapes(svg, "path") if shape.get("stroke-dasharray")]
    assert (len(outlined), len(broken)) == (3 + 2, 4)
    assert list_texts(svg).count("inferred") == 1


def test_fields_about_space_are_full() -> None:
    """Only the fields about space are full; the others that are stated are pale."""
    svg = render_fields_1991(parse_table(FIELDS))
    filled = [shape for shape in list_shapes(svg, "rect") if shape.get("fill")]
    assert [shape.get("fill-opacity") for shape in filled] == [None, "0.25", "0.25", "0.25", "0.25"]
