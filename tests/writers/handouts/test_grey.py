"""Drawings for one colour of ink."""

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
</svg>"""


def turn_grey() -> list[etree._Element]:
    """Turn the drawing grey and give its shapes."""
    svg = etree.fromstring(DRAWING)
    make_grey(svg, 320, "'Face'")
    return list(svg)


def test_sides_stay_apart_without_colours() -> None:
    """The three colours become three tones far from each other, each with an edge."""
    soviet, american, other, *_others = turn_grey()

    tones = [int(str(shape.get("fill"))[1:3], 16) for shape in (soviet, other, american)]
    assert tones[1] - tones[0] > 70
    assert tones[2] - tones[1] > 70
    assert all(shape.get("stroke") == "#000000" for shape in (soviet, american, other))


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
    """Words on a dark rectangle are white; a ground between dark and light becomes light, for copiers."""
    _rect, on_dark, middle, on_light = turn_grey()[6:]

    assert on_dark.get("fill") == "#ffffff"
    assert on_light.get("fill") != "#ffffff"
    assert float(str(middle.get("fill-opacity"))) <= 0.4
