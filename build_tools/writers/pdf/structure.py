"""The structure of the PDF: which words are what, in which order, for those who cannot see the pages.

In: the boxes that WeasyPrint has laid out, and the numbers of the marked content that it has drawn.
Out: a tree of `Node` objects.  Pure: how the tree is written into the PDF is `tagging`'s business.

WeasyPrint's own tags follow the boxes: a paragraph that is broken by a page is two paragraphs, a list is one on each
page, headings have the level of their HTML, and notes stand wherever a page ends.  Here the tree follows the text.
ISO 32000-1 (14.8.4) has the types of the elements, ISO 14289-1 (PDF/UA-1) what each must have.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from build_tools.writers.pdf.elements import (
    SVG,
    Annotation,
    Mark,
    Node,
    choose_carrier,
    describe_element,
    describe_layout,
    names_of,
    read_words,
    resolve,
)

_KINDS = {
    **dict.fromkeys(("p", "pre"), "P"),
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("section", "nav"), "Sect"),
    **dict.fromkeys(("figure", "aside", "address"), "Div"),
    "dt": "Lbl",
    "dd": "LBody",
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **dict.fromkeys(("img", f"{SVG}svg"), "Figure"),
    **{name: name.upper() for name in ("tr", "th", "td")},
    "thead": "THead",
    **dict.fromkeys(("tbody", "tfoot"), "TBody"),  # a foot may not stand without a body
    "main": "Part",
    "article": "Art",
    "blockquote": "BlockQuote",
    "table": "Table",
    "q": "Quote",
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# These hold other elements; words that stand in them directly become a paragraph.
_GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Index"})
# Says in the HTML that an element goes on with the one before it; WeasyPrint was given them one after another.
CONTINUED = "data-continued"
_INLINE = frozenset({"Link", "Span", "Reference", "Quote"})
# What must stand between an element and words or blocks that it may not hold itself.
_BETWEEN = {"L": ("LI", "LBody"), "LI": ("LBody",), "TR": ("TD",), "TOC": ("TOCI", "P"), "TOCI": ("P",)}
_BETWEEN |= dict.fromkeys(("Table", "THead", "TBody"), ("TR", "TD"))
# What an element may hold, where that is not everything.
_HELD = {
    "L": frozenset({"L", "LI", "Caption"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
    "Table": frozenset({"THead", "TBody", "TR", "Caption"}),
    **dict.fromkeys(("THead", "TBody"), frozenset({"TR"})),
    "TR": frozenset({"TH", "TD"}),
}


def build_structure(pages: Sequence[Any], marks: Sequence[Mapping[Any, Any]]) -> Node:
    """Build the structure of a document.

    :param pages: WeasyPrint's pages.
    :param marks: for each page the number of the marked content (under `mcid`) by the box that drew it.
    """
    reader = StructureReader()
    for number, (page, drawn) in enumerate(zip(pages, marks, strict=True)):
        reader.read_page(number, page, drawn)
    return reader.document


class StructureReader:
    """The tree of the pages that were read so far (`document`), and what later pages may go on with."""

    def __init__(self) -> None:
        self.document = Node("Document")
        self.nodes: dict[Any, Node] = {}
        self.callers: dict[Any, Node] = {}
        self.paragraphs: dict[tuple[int, int], Node] = {}
        self.marks: dict[Any, Any] = {}
        self.page = 0
        self.height = 0.0
        self.shift = 0
        self.level = 0

    def read_page(self, number: int, page: Any, marks: Mapping[Any, Any]) -> None:
        """Add what stands on a page.

        :param number: of the page, counted from 0.
        :param marks: as of `build_structure`.
        """
        self.page, self.height, self.marks = number, page.height, dict(marks)
        self.paragraphs.clear()
        for child in page._page_box.children:
            self.read(child, self.document, page._page_box)
        for box in list(self.marks):  # nothing that is drawn may be without a place
            self.add_mark(box, self.document, page._page_box)

    def read(self, box: Any, host: Node, block: Any) -> None:
        """Add a box and what is in it to a node.

        :param block: the box around it that begins and ends lines.
        """
        from weasyprint.formatting_structure import boxes

        box = resolve(box)
        if isinstance(box, boxes.MarginBox):
            return
        if isinstance(box, boxes.TextBox):
            self.add_mark(box, host, block)
            return
        node = self.find_node(box, host, block)
        if box.link_annotation:
            node.kids.append(Annotation(self.page, box.link_annotation, read_words(box)))
        if isinstance(box, boxes.ReplacedBox):
            self.add_mark(box, node, block)
        is_area = isinstance(box, boxes.FootnoteAreaBox)
        inner = block if isinstance(box, (boxes.LineBox, boxes.InlineBox)) else box
        for child in box.children:
            self.read(child, self.find_note(resolve(child)) if is_area else node, inner)

    def add_mark(self, box: Any, host: Node, block: Any) -> None:
        """Add the marked content of a box, in a paragraph where it would stand alone."""
        known = self.marks.pop(box, None)
        if known is not None:
            place = host if host.kind == "Figure" else self.find_place(host, block)
            place.kids.append(Mark(self.page, known["mcid"]))

    def find_place(self, host: Node, block: Any) -> Node:
        """Find or make what may hold words, in an element that may not."""
        between = ("P",) if host.kind in _GROUPS else _BETWEEN.get(host.kind, ())
        if not between:
            return host
        key = (id(host), id(block))
        if key not in self.paragraphs:
            place = host
            for kind in between:
                place = place.add(kind)
            self.paragraphs[key] = place
        return self.paragraphs[key]

    def find_node(self, box: Any, host: Node, block: Any) -> Node:
        """Find the node of a box: that of its element, begun on an earlier page or here, or else the one around it."""
        if box.element is None or box.element_tag in {"html", "body"}:
            return host
        key = (box.element, box.element_tag)
        if key not in self.nodes:
            self.nodes[key] = self.make_node(box, host, block)
        return self.nodes[key]

    def make_node(self, box: Any, host: Node, block: Any) -> Node:
        """Make the node of an element; give the one around it where the element has no meaning of its own."""
        name, _, pseudo = box.element_tag.partition("::")
        if pseudo:
            return self.make_pseudo_node(box, pseudo, host, block)
        if "sigla" in names_of(box):  # stand first for the sake of the margin, and are said last
            host.notes.append(Node("Reference", host, name))
            return host.notes[-1]
        kind = self.choose_kind(box, name, host)
        begun = host.last(kind) if CONTINUED in box.element.attrib else None
        if begun is not None:
            return begun
        language = box.element.get("lang", "")
        if not kind and not language:
            return host
        node = self.place_node(kind or choose_carrier(box), name, host, block)
        if language:
            node.attributes["Lang"] = language
        node.attributes |= describe_element(box, node.kind)
        node.layout |= describe_layout(box, node.kind, self.height)
        return node

    def place_node(self, kind: str, name: str, host: Node, block: Any) -> Node:
        """Add a node, with what must stand between it and the element around it."""
        if kind in _INLINE:
            inner = host.add("Reference") if host.kind == "TOCI" else self.find_place(host, block)
            return inner.add(kind, name)
        if name in {"dt", "dd"}:
            return place_definition(kind, host) if host.kind == "L" else host.add("Div", name)
        if kind not in _HELD.get(host.kind, {kind}):
            host = self.find_place(host, block)
        if kind == "LI":
            return (host if host.kind == "L" else host.add("L")).add("LI").add("LBody", name)
        return host.add(kind, name)

    def make_pseudo_node(self, box: Any, pseudo: str, host: Node, block: Any) -> Node:
        """Make the node of a list's bullet or of the number of a note, which no element of the HTML stands for."""
        if pseudo == "marker" and host.kind == "LBody" and host.parent is not None:
            label = Node("Lbl", host.parent)
            host.parent.kids.insert(0, label)
            return label
        if pseudo == "footnote-marker":
            return host.add("Lbl")
        if pseudo == "footnote-call":
            place = self.find_place(host, block)
            self.callers[box.element] = next(node for node in place.around() if node.kind not in _INLINE)
            return place.add("Reference")
        return host

    def find_note(self, box: Any) -> Node:
        """Find or make the node of a note at the foot of a page; it is read after the paragraph that calls it."""
        key = (box.element, box.element_tag)
        if key not in self.nodes:
            caller = self.callers.get(box.element, self.document)
            self.nodes[key] = Node("Note", caller)
            caller.notes.append(self.nodes[key])
        return self.nodes[key]

    def choose_kind(self, box: Any, name: str, host: Node) -> str:
        """Choose the type of an element; nothing where it has no meaning of its own."""
        if name in _HEADINGS:
            return self.choose_heading(box.style["bookmark_level"], int(name[1]))
        if name == "a":
            return "Link" if box.link else ""
        if name in {"ul", "ol"} and any(node.name == "nav" for node in host.around()):
            return "TOC"
        if name == "li":
            return "TOCI" if host.kind == "TOC" else "LI"
        if name in {"section", "div"} and "index" in names_of(box):
            return "Index"
        return _KINDS.get(name, "")

    def choose_heading(self, bookmark: Any, depth: int) -> str:
        """Give a heading its level in the outline, where a chapter of a part is on the second, and skip none."""
        if depth == 1:
            self.shift = bookmark - 1 if isinstance(bookmark, int) else 0
        self.level = min(depth + self.shift, self.level + 1, 6)
        return f"H{self.level}"


def place_definition(kind: str, host: Node) -> Node:
    """Add a term or its definition to a list: both are in one item."""
    item = host.last("LI")
    body = item.last("LBody") if item else None
    if item is None or (kind == "Lbl" and body):
        item = host.add("LI")
        body = None
    return body if kind == "LBody" and body else item.add(kind)
