"""What tests of charts look at: the shapes and the words of an SVG."""

from lxml import etree

from build_tools.sphinx_ext.drawing import SVG, parse_drawing

Shape = etree._Element


def list_shapes(svg: str, name: str) -> list[Shape]:
    """List the elements of one name; the drawing must be one that the book lets in."""
    return list(parse_drawing(svg.encode()).iter(f"{{{SVG}}}{name}"))


def list_texts(svg: str) -> list[str]:
    """List every text in the order of the file."""
    return [shape.text or "" for shape in list_shapes(svg, "text")]


def find_text(svg: str, words: str) -> Shape:
    """Find the one text with these words."""
    (found,) = [shape for shape in list_shapes(svg, "text") if shape.text == words]
    return found


def measure(shape: Shape, name: str) -> float:
    """Give an attribute as a number."""
    return float(shape.get(name, "0"))
