"""Drawings whose every word is translatable: `:::{drawing} /figures/rockets.svg`.

In: SVG files with words in `text` elements.
Out: a `figure` node that holds a `drawing` node (the SVG's source, its alternative text, its words) and a caption.

    <figure ids="rockets">
        <drawing uri="figures/rockets.svg" alt="...">
            <plain_message original="...">
        <caption>

Each word and the alternative text is a message of the chapter's PO file.
What an SVG file may hold is checked here; how it is scaled is the theme's business.
"""

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from lxml import etree
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from build_tools.numbers import render_numbers
from build_tools.problems import Code
from build_tools.sphinx_ext.plain import plain_message

logger = logging.getLogger(__name__)
SVG = "http://www.w3.org/2000/svg"
ALLOWED = frozenset({"svg", "g", "path", "line", "rect", "circle", "ellipse", "polygon", "polyline", "text"})


class drawing(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """An SVG picture; its children are its alternative text and its words."""

    def find_message(self, message: str) -> plain_message | None:
        """Find the child that holds a message; what has no letters is none."""
        messages = (child for child in self.children if isinstance(child, plain_message))
        return next((child for child in messages if child["original"] == message), None)

    def translate(self, message: str) -> str:
        """Give a message in the language of the edition."""
        child = self.find_message(message)
        return child.astext() if child else message


def parse_drawing(source: bytes) -> etree._Element:
    """Parse SVG safely; raise ValueError with what is wrong with it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not XML: {error.msg}") from None
    for element in root.iter():
        name = etree.QName(element)
        if name.namespace != SVG or name.localname not in ALLOWED:
            raise ValueError(f"element '{name.localname}' is not one of {', '.join(sorted(ALLOWED))}")
        for attribute, value in element.attrib.items():
            shown = etree.QName(attribute).localname
            if shown.lower().startswith("on") or shown.lower() in {"href", "style", "class"}:
                raise ValueError(f"attribute '{shown}' may not stand in a drawing")
            if "url(" in str(value).lower():
                raise ValueError(f"attribute '{shown}' may not lead elsewhere")
    if "viewBox" not in root.attrib:
        raise ValueError("the svg element has no viewBox")
    return root


def list_words(root: etree._Element) -> list[str]:
    """List the words of a drawing, each once, in the order of the file."""
    texts = (element.text.strip() for element in root.iter(f"{{{SVG}}}text") if element.text)
    return [text for text in dict.fromkeys(texts) if any(character.isalpha() for character in text)]


def render_drawing(node: drawing, identifier: str) -> str:
    """Render the drawing as an inline SVG element with a title, in the edition's language."""
    root = parse_drawing(node["svg"].encode())
    for element in root.iter(f"{{{SVG}}}text"):
        write_words(element, node, (element.text or "").strip())
    title = etree.Element(f"{{{SVG}}}title", id=f"{identifier}-title")
    write_words(title, node, node["alt"])
    root.insert(0, title)
    root.set("role", "img")
    root.set("aria-labelledby", f"{identifier}-title")
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    etree.cleanup_namespaces(root, top_nsmap={None: SVG})
    return etree.tostring(root, encoding="unicode", with_tail=False)


def write_words(element: etree._Element, node: drawing, message: str) -> None:
    """Write a message into an element, with its language where that is another; bare numbers are no message."""
    child = node.find_message(message)
    element.text = child.astext() if child else render_numbers(message, node.get("language", "en"))
    for name in child["classes"] if child else ():
        if name.startswith("language-"):
            element.set("{http://www.w3.org/XML/1998/namespace}lang", name.removeprefix("language-"))


class DrawingDirective(SphinxDirective):
    """Put a drawing and its caption into the text.

    :::{drawing} /figures/rockets.svg
    :name: rockets
    :alt: Four rockets side by side.
    :data: /data/rockets.csv

    The caption.
    :::
    """

    required_arguments = 1
    has_content = True
    option_spec = {  # noqa: RUF012 - docutils' form
        "alt": directives.unchanged_required,
        "data": directives.unchanged_required,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Give a figure with the drawing and its caption."""
        relative, absolute = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        try:
            root = parse_drawing(Path(absolute).read_bytes())
        except OSError:
            return self.report(f"drawing {relative} does not exist")
        except ValueError as error:
            return self.report(f"{relative}: {error}")
        if not self.options.get("alt", "").strip():
            return self.report(f"drawing {relative} has no alternative text; add ':alt: …'")
        svg = etree.tostring(root, encoding="unicode", with_tail=False)
        alternative = " ".join(self.options["alt"].split())
        messages = [plain_message(original=text) for text in dict.fromkeys([alternative, *list_words(root)])]
        picture = drawing("", *messages, uri=relative, alt=alternative, svg=svg, language=self.config.language)
        figure = nodes.figure("", picture, classes=["drawing"])
        if self.options.get("data"):
            figure["data"] = self.options["data"]
        nodes_of_drawing: list[nodes.Node] = [figure, picture, *messages]
        for node in nodes_of_drawing:
            self.set_source_info(node)
        self.add_caption(figure)
        self.add_name(figure)
        return [figure]

    def add_caption(self, figure: nodes.figure) -> None:
        """Make the first paragraph of the content the caption."""
        parsed = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, parsed)
        for paragraph in parsed.findall(nodes.paragraph):
            caption = nodes.caption(paragraph.rawsource, "", *paragraph.children, classes=paragraph["classes"])
            caption.source, caption.line = paragraph.source, paragraph.line
            figure += caption
            return

    def report(self, what: str) -> list[nodes.Node]:
        """Warn at this place, and leave the drawing out."""
        logger.warning(what, type="book", subtype=Code.DRAWING_BROKEN.slug, location=self.get_location())
        return []


def visit_drawing_html(self: HTML5Translator, node: drawing) -> None:
    """Write the SVG into the page."""
    identifier = next(iter(node.parent.get("ids", [])), Path(node["uri"]).stem)
    self.body.append(render_drawing(node, identifier))
    raise nodes.SkipNode


def visit_drawing_text(self: Any, node: drawing) -> None:
    """Write the alternative text where a picture cannot be shown."""
    self.add_text(node.translate(node["alt"]))
    raise nodes.SkipNode


def skip_drawing(self: nodes.NodeVisitor, node: drawing) -> None:
    """Leave the drawing out of formats that cannot show it."""
    raise nodes.SkipNode


def setup_drawing(app: Sphinx) -> None:
    """Register the directive and its node."""
    skip = (skip_drawing, None)
    app.add_node(
        drawing, html=(visit_drawing_html, None), text=(visit_drawing_text, None), latex=skip, man=skip, texinfo=skip
    )
    app.add_directive("drawing", DrawingDirective)
