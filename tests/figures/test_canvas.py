"""The canvas: what it writes."""

import pytest

from build_tools.figures.canvas import INK, SOVIET, Canvas, framed, hollow, solid, tidy
from build_tools.sphinx_ext.drawing import parse_drawing
from tests.figures.svg_words import list_shapes, list_texts


def draw_everything() -> str:
    """Draw one of each shape."""
    canvas = Canvas(220)
    canvas.text(1, 2, "V-2 & R-7 <1957>", "end", bold=True)
    canvas.line(0, 0, 10.04, 10.06, dashes="5 3", opacity=0.55)
    canvas.rect(1 / 3, 2 / 3, 10, 20, solid(SOVIET, 0.25))
    canvas.dot(5, 5, 2, hollow(SOVIET))
    canvas.polygon([(0, 0), (1, 0), (1, 1)], framed(SOVIET))
    canvas.person(50, 60, 16, solid(INK))
    return canvas.render()


def test_the_book_lets_in_what_the_canvas_draws() -> None:
    """Each shape of the canvas may stand in a drawing, and the root says what the brief of a drawing asks."""
    root = parse_drawing(draw_everything().encode())

    assert dict(root.attrib) == {"viewBox": "0 0 640 220", "role": "img", "fill": "none", "stroke": "none"}
    assert all(not element.get("id") for element in root.iter())


def test_the_same_calls_give_the_same_bytes() -> None:
    """A drawing has neither a date nor anything else that changes."""
    assert draw_everything() == draw_everything()


def test_signs_of_xml_in_words() -> None:
    """Words with signs of XML come out as they were written."""
    assert list_texts(draw_everything()) == ["V-2 & R-7 <1957>"]


def test_coordinates_are_tenths() -> None:
    """Coordinates have one decimal, and none where it would be 0."""
    (rect,) = list_shapes(draw_everything(), "rect")
    assert (rect.get("x"), rect.get("y"), rect.get("width")) == ("0.3", "0.7", "10")


@pytest.mark.parametrize(("value", "shown"), [(1, "1"), (1.04, "1"), (-0.04, "0"), (2.25, "2.2"), (7.96, "8")])
def test_tidy_numbers(value: float, shown: str) -> None:
    """Numbers are rounded to a tenth; there is no −0."""
    assert str(tidy(value)) == shown
