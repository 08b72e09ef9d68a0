"""Drawings for one colour of ink."""

from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree

from build_tools.writers.handouts.grey import make_grey

SPACE = "http://www.w3.org/2000/svg"
DRAWING = f"""<svg xmlns="{SPACE}" viewBox="0 0 640 320">
<rect id="soviet" fill="#c4532d"/><rect id="american" fill="#4a78a8"/><rect id="other" fill="#8a8578"/>
<path id="line" stroke="#4a78a8" stroke-width="0.3" fill="none"/>
<path id="axis" stroke="currentColor" stroke-width="2" stroke-opacity="0.3"/>
<text fill="#c4532d">Words</text>
<rect x="0" y="100" width="90" height="20" fill="#c4532d"/><text x="45" y="114" fill="currentColor">77 %</text>
<rect x="0" y="200" width="90" height="20" fill="#c4532d" fill-opacity="0.6"/><text x="45" y="214">20 %</text>
<rect x="0" y="240" width="90" height="20" fill="#4a78a8"/>
<text x="45" y="254" font-size="13" text-anchor="middle">A rather long word</text>
</svg>"""
AREAS = f"""<svg xmlns="{SPACE}"><rect stroke="#c4532d" stroke-width="1.5"/>
<rect fill="#4a78a8" fill-opacity="0.55" stroke="#4a78a8"/><circle fill="#8a8578"/>
<rect stroke="#4a78a8" stroke-width="1.5"/></svg>"""
FIGURES = Path(__file__).resolve().parents[3] / "book" / "figures"
SIDES = ("#c4532d", "#4a78a8", "#8a8578")
APART = 44  # of 255: what a copier keeps apart


def turn_grey() -> list[etree._Element]:
    """Turn the drawing grey and give its shapes."""
    svg = etree.fromstring(DRAWING)
    make_grey(svg, 320, "'Face'")
    return list(svg)


def read_print(svg: etree._Element, shape: etree._Element) -> float | str:
    """Read how an area is printed: its lightness over white, or the marks of its pattern."""
    fill = str(shape.get("fill"))
    if fill.startswith("url(#"):
        (pattern,) = svg.iterfind(f".//{{*}}pattern[@id='{fill[5:-1]}']")
        return etree.tostring(pattern, with_tail=False).decode().replace(fill[5:-1], "")
    ink = 0 if fill == "currentColor" else int(fill[1:3], 16)
    return 255 - (255 - ink) * float(shape.get("fill-opacity", "1"))


def find_blurred(drawing: str) -> list[tuple[object, object]]:
    """Find the pairs of a drawing's fills that look alike in the handout."""
    svg = etree.fromstring(drawing)
    shapes = [shape for shape in svg.iter("*") if shape.get("fill") and not str(shape.tag).endswith(("text", "svg"))]
    sources = [(str(shape.get("fill")).lower(), float(shape.get("fill-opacity", "1"))) for shape in shapes]
    make_grey(svg, 320, "'Face'")
    prints = {(source, read_print(svg, shape)) for source, shape in zip(sources, shapes, strict=True)}
    return [(one, other) for (one, a), (other, b) in combinations(prints, 2) if one != other and look_alike(a, b)]


def look_alike(one: float | str, other: float | str) -> bool:
    """Tell whether a copier would make one of two prints; patterns are told apart by their marks."""
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) < APART
    return one == other


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.svg")), ids=lambda path: path.stem)
def test_no_drawing_loses_what_its_fills_say(path: Path) -> None:
    """Fills that differ in colour or strength in one drawing of the book differ in its handout."""
    assert find_blurred(path.read_text(encoding="utf-8")) == []


def test_each_level_of_each_side_has_its_own_print() -> None:
    """Strong, middling and faint areas of all sides differ from each other and from empty ones."""
    areas = (f'<rect fill="{colour}" fill-opacity="{level}"/>' for colour in SIDES for level in (1, 0.55, 0.25))

    assert find_blurred(f'<svg xmlns="{SPACE}"><rect fill="#c4532d" fill-opacity="0"/>{"".join(areas)}</svg>') == []


def test_areas_have_solid_edges() -> None:
    """Only lines are dashed: a dashed edge would make an area an estimate; empty shapes differ by their edge."""
    svg = etree.fromstring(AREAS)
    shapes = soviet, *_full, american = list(svg)
    make_grey(svg, 320, "'Face'")

    assert all(shape.get("stroke") == "#000000" for shape in shapes)
    assert not any(shape.get("stroke-dasharray") for shape in shapes)
    assert float(str(soviet.get("stroke-width"))) >= 1.8 * float(str(american.get("stroke-width")))


def test_lines_are_black_and_thick_enough() -> None:
    """No line is thinner than half a point on paper or too faint for a copier; those of two sides are dashed apart."""
    line, axis = turn_grey()[3:5]

    assert float(str(line.get("stroke-width"))) * 320 / 640 >= 0.5
    assert line.get("stroke-dasharray")
    assert (axis.get("stroke"), axis.get("stroke-width")) == ("#000000", "2")
    assert float(str(axis.get("stroke-opacity"))) >= 0.7


def test_words_are_black() -> None:
    """Words have no colour, whichever side they name."""
    assert turn_grey()[5].get("fill") == "#000000"


def test_words_on_dark_ground_are_white() -> None:
    """Words on a dark rectangle are white, those on a lighter one black."""
    _rect, on_dark, middle, on_light = turn_grey()[6:10]

    assert on_dark.get("fill") == "#ffffff"
    assert on_light.get("fill") != "#ffffff"
    assert int(str(middle.get("fill"))[1:3], 16) >= 0x99


def test_words_on_patterns_stand_on_white() -> None:
    """Behind words on a hatched rectangle lies a white one that does not leave it."""
    ground, plate, _text = turn_grey()[10:13]

    assert str(ground.get("fill")).startswith("url(#")
    assert plate.get("fill") == "#ffffff"
    assert float(str(plate.get("x"))) > 0
    assert float(str(plate.get("x"))) + float(str(plate.get("width"))) < 90
