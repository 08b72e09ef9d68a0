"""Drawings for one colour of ink: tones that stay apart after a photocopy, lines that do not break.

In: a drawing of the book in its colours.
Out: the same in black ink: areas in the tones of their colours, each with an edge.
What a drawing shows never hangs on its colours alone; the book's own drawings are drawn so.
"""

from unicodedata import east_asian_width

from lxml import etree

from build_tools.writers.handouts.tones import (
    DARK,
    INK,
    PAPER,
    SVG,
    TONES,
    find_pattern,
    make_patterns,
    name_fill,
)

_HAIRLINE = 0.5  # points
_FAINTEST = 0.7  # opacity of a line
_NARROW, _WIDE = 0.68, 1.0  # em: letters of most scripts, and of those that fill a square
_ENCLOSED = frozenset(f"{SVG}{name}" for name in ("rect", "circle", "ellipse", "polygon"))
_SHAPES = _ENCLOSED | {f"{SVG}{name}" for name in ("path", "polyline", "line")}

Box = tuple[float, float, float, float]


def make_grey(svg: etree._Element, width: float, faces: str) -> None:
    """Turn a drawing into one for black ink.

    :param width: how wide it is printed, in points.
    :param faces: the families of its words.
    """
    scale = width / float((svg.get("viewBox") or "0 0 640 400").split()[2])
    svg.set("color", INK)
    svg.set("font-family", faces)
    svg.attrib.pop("aria-labelledby", None)  # the same drawing stands on several sheets
    for element in svg.iter("*"):
        element.attrib.pop("id", None)
        is_text = element.tag == f"{SVG}text"
        _print_area(element, is_text=is_text)
        if not is_text:
            _print_line(element, _HAIRLINE / scale)

    _free_words(svg)
    if names := {name for element in svg.iter("*") if (name := find_pattern(element.get("fill")))}:
        svg.append(make_patterns(names, scale))


def _free_words(svg: etree._Element) -> None:
    """Print words white where they stand on a dark ground, and on white where they stand on a pattern."""
    grounds: list[tuple[Box, str]] = []
    for element in list(svg.iter(f"{SVG}rect", f"{SVG}circle", f"{SVG}text")):
        if element.tag != f"{SVG}text":
            grounds.append((_read_box(element), str(element.get("fill"))))
            continue
        x, y = _read_number(element, "x"), _read_number(element, "y")
        under = [(box, ground) for box, ground in grounds if box[0] < x < box[2] and box[1] < y <= box[3]]
        if any(ground == DARK for _box, ground in under):
            element.set("fill", PAPER)
        elif patterned := [box for box, ground in under if find_pattern(ground)]:
            element.addprevious(_make_plate(element, patterned[-1]))


def _read_box(shape: etree._Element) -> Box:
    """Read the left, top, right and lower edge of a rectangle or a circle."""
    x, y, width, height = (_read_number(shape, name) for name in ("x", "y", "width", "height"))
    if shape.tag == f"{SVG}circle":
        radius = _read_number(shape, "r")
        x, y = _read_number(shape, "cx") - radius, _read_number(shape, "cy") - radius
        width = height = 2 * radius
    return x, y, x + width, y + height


def _make_plate(text: etree._Element, ground: Box) -> etree._Element:
    """Make the white rectangle behind words, within the shape that they stand on."""
    size, x, y = _read_number(text, "font-size"), _read_number(text, "x"), _read_number(text, "y")
    words = "".join(text.itertext())
    width = size * sum(_WIDE if east_asian_width(letter) in "WF" else _NARROW for letter in words)
    start = x - width * {"middle": 0.5, "end": 1}.get(text.get("text-anchor", "start"), 0)
    left, top = max(start - 3, ground[0] + 1), max(y - size * 0.95, ground[1] + 1)
    right, low = min(start + width + 3, ground[2] - 1), min(y + size * 0.3, ground[3] - 1)
    place = {"x": left, "y": top, "width": max(right - left, 0), "height": max(low - top, 0)}
    return etree.Element(f"{SVG}rect", {name: f"{value:.1f}" for name, value in place.items()}, fill=PAPER)


def _read_number(element: etree._Element, name: str) -> float:
    try:
        return float(element.get(name, "0"))
    except ValueError:
        return 0.0


def _print_area(element: etree._Element, *, is_text: bool) -> None:
    fill = element.get("fill")
    if fill is None or fill == "none":
        return
    tone = TONES.get(fill.lower())
    if is_text or tone is None:
        element.set("fill", INK)
        if is_text:
            element.attrib.pop("fill-opacity", None)
        return
    opacity = float(element.attrib.pop("fill-opacity", "1"))
    element.set("fill", name_fill(tone.areas.choose(opacity)))
    if element.tag in _SHAPES and element.get("stroke") in {None, "none"}:
        element.set("stroke", INK)
        element.set("stroke-width", "1")


def _print_line(element: etree._Element, least: float) -> None:
    stroke = element.get("stroke")
    if stroke in {None, "none"}:
        return
    tone = TONES.get(str(stroke).lower())
    is_empty = element.get("fill") in {None, "none"}
    if tone and is_empty and element.tag in _ENCLOSED:
        # A dashed edge would say that something is not certain: empty shapes differ by how thick theirs is.
        element.set("stroke-width", str(tone.edge))
    elif tone and is_empty and tone.dashes and not element.get("stroke-dasharray"):
        element.set("stroke-dasharray", tone.dashes)
    element.set("stroke", INK)
    width = element.get("stroke-width")
    if width is None or float(width) < least:
        element.set("stroke-width", f"{least:.2f}")
    for name in ("stroke-opacity", "opacity"):
        if float(element.get(name, "1")) < _FAINTEST:
            element.set(name, f"{_FAINTEST}")
