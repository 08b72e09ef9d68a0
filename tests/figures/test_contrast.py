"""Whether drawings can be seen: on white paper, on black screens and on those between."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from build_tools.sphinx_ext.drawing import SVG, parse_drawing
from tests.contrast import PAGES, Colour, lay_over, measure_contrast, parse_colour

DRAWINGS = sorted((Path(__file__).parents[2] / "book" / "figures").glob("*.svg"))
TEXT, SHAPE = 4.5, 3.0  # what WCAG 2.2 asks of words (1.4.3) and of what is drawn (1.4.11)
# A band between two lines of its own colour, which bound it.
BOUNDED = {("first-flights", ".25")}


def find_value(element: etree._Element, name: str, default: str) -> str:
    """Find an attribute that an element has or takes from those around it."""
    return next((value for one in (element, *element.iterancestors()) if (value := one.get(name))), default)


def measure_opacity(element: etree._Element, kind: str) -> float:
    """Measure how much of a fill or a stroke is seen."""
    seen = float(find_value(element, f"{kind}-opacity", "1"))
    for one in (element, *element.iterancestors()):
        seen *= float(one.get("opacity", "1"))
    return seen


def list_contrasts(element: etree._Element, page: Colour, ink: Colour) -> Iterator[float]:
    """List how well the fill and the stroke of an element stand out from the page."""
    for kind, default in (("fill", "#000000"), ("stroke", "none")):
        paint = find_value(element, kind, default)
        if paint != "none":
            colour = ink if paint == "currentColor" else parse_colour(paint)
            yield measure_contrast(lay_over(colour, page, measure_opacity(element, kind)), page)


@pytest.mark.parametrize("light", ["day", "black", "night"])
@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_drawings_stand_out_from_the_page(path: Path, light: str) -> None:
    """Each word and the fill or the outline of each shape stands out from the page, by day and by night."""
    page, ink = PAGES[light]
    faint = []
    for element in parse_drawing(path.read_bytes()).iter(f"{{{SVG}}}*"):
        contrasts = (
            list(list_contrasts(element, page, ink)) if element.tag not in {f"{{{SVG}}}svg", f"{{{SVG}}}g"} else []
        )
        wanted = TEXT if element.tag == f"{{{SVG}}}text" else SHAPE
        bounded = (path.stem, element.get("fill-opacity")) in BOUNDED
        if contrasts and max(contrasts) < wanted and not bounded:
            faint.append((etree.tostring(element).decode()[:120], round(max(contrasts), 2)))

    assert faint == []
