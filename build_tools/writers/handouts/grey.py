"""Drawings for one colour of ink: tones that stay apart after a photocopy, lines that do not break.

In: a drawing of the book in its colours.
Out: the same in black, white and one grey, each with an edge.
What a drawing shows never hangs on its colours alone; the book's own drawings are drawn so.
"""

from dataclasses import dataclass

from lxml import etree

INK, PAPER = "#000000", "#ffffff"
SVG = "{http://www.w3.org/2000/svg}"
_HAIRLINE = 0.5  # points
_FAINTEST = 0.7  # opacity of a line
_MIDDLE = 0.4  # the most of the dark tone that words can be read on
_DARK = "#404040"
_SHAPES = frozenset(f"{SVG}{name}" for name in ("path", "rect", "circle", "ellipse", "polygon", "polyline", "line"))


@dataclass(frozen=True)
class Tone:
    """How a colour is printed: the grey of areas, and how lines of it are dashed."""

    area: str
    dashes: str = ""


# The book's red is the Soviet Union's, its blue the United States'; the third colour is for all others.
_TONES = {"#c4532d": Tone(_DARK), "#4a78a8": Tone("#ffffff", "4 2.4"), "#8a8578": Tone("#b8b8b8", "1.4 2")}


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

    _lighten_words(svg)


def _lighten_words(svg: etree._Element) -> None:
    """Print words white where they stand on a dark rectangle."""
    dark: list[tuple[float, float, float, float]] = []
    for element in svg.iter(f"{SVG}rect", f"{SVG}text"):
        x, y, width, height = (_read_number(element, name) for name in ("x", "y", "width", "height"))
        if element.tag == f"{SVG}rect" and element.get("fill") == _DARK and element.get("fill-opacity") is None:
            dark.append((x, y, x + width, y + height))
        elif element.tag == f"{SVG}text" and any(a < x < b and top < y <= low for a, top, b, low in dark):
            element.set("fill", PAPER)


def _read_number(element: etree._Element, name: str) -> float:
    try:
        return float(element.get(name, "0"))
    except ValueError:
        return 0.0


def _print_area(element: etree._Element, *, is_text: bool) -> None:
    fill = element.get("fill")
    if fill is None or fill == "none":
        return
    tone = _TONES.get(fill.lower())
    element.set("fill", INK if is_text or tone is None else tone.area)
    if is_text:
        element.attrib.pop("fill-opacity", None)
    elif tone and tone.area == _DARK and element.get("fill-opacity"):
        # Between dark and light a copier would choose.
        element.set("fill-opacity", str(min(_MIDDLE, float(element.get("fill-opacity", "1")))))
    if tone and not is_text and element.tag in _SHAPES and element.get("stroke") in {None, "none"}:
        element.set("stroke", INK)
        element.set("stroke-width", "1")


def _print_line(element: etree._Element, least: float) -> None:
    stroke = element.get("stroke")
    if stroke in {None, "none"}:
        return
    tone = _TONES.get(str(stroke).lower())
    if tone and tone.dashes and not element.get("stroke-dasharray"):
        element.set("stroke-dasharray", tone.dashes)
    element.set("stroke", INK)
    width = element.get("stroke-width")
    if width is None or float(width) < least:
        element.set("stroke-width", f"{least:.2f}")
    for name in ("stroke-opacity", "opacity"):
        if float(element.get(name, "1")) < _FAINTEST:
            element.set(name, f"{_FAINTEST}")
