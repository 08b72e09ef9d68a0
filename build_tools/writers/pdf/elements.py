"""The elements of a PDF's structure, and what each must tell beside its words.

In: boxes of WeasyPrint.  Out: `Node` objects, descriptions of pictures, cells and lists.  Pure.
Which element stands where is `structure`'s business.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
DECORATIVE = frozenset({"presentation", "none"})
POINTS = 0.75  # a CSS pixel in points
_UNSPOKEN = {0x2060: None, 0x00AD: None}
_NUMBERING = {
    **{name: name.capitalize() for name in ("disc", "circle", "square", "decimal")},
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    **dict.fromkeys(("lower-alpha", "lower-latin"), "LowerAlpha"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "UpperAlpha"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: its page, counted from 0, and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """The area of a link on a page: the dictionary that WeasyPrint has made, and the words that are seen there."""

    page: int
    dictionary: Any
    words: str


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure.

    :param name: the element of the HTML that it was made for, if any.
    :param notes: come after all else, wherever the element ends.
    :param attributes: of the element itself, such as Alt and Lang, in the form of PDF dictionaries.
    :param layout: of its attribute object (/A), with the owner (/O).
    """

    kind: str
    parent: "Node | None" = None
    name: str = ""
    kids: list["Node | Mark | Annotation"] = field(default_factory=list)
    notes: list["Node"] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)

    def add(self, kind: str, name: str = "") -> "Node":
        """Add an element at the end of this one."""
        node = Node(kind, self, name)
        self.kids.append(node)
        return node

    def last(self, kind: str) -> "Node | None":
        """Give the last element in this one, if it is of a kind."""
        found = next((kid for kid in reversed(self.kids) if isinstance(kid, Node)), None)
        return found if found is not None and found.kind == kind else None

    def is_drawn(self) -> bool:
        """Tell whether anything is drawn in the element; a cell counts although it is empty."""
        if self.notes or self.kind in {"TD", "TH"}:
            return True
        return any(not isinstance(kid, Node) or kid.is_drawn() for kid in self.kids)

    def around(self) -> "Iterator[Node]":
        """Give this element and those around it, the nearest first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


def resolve(box: Any) -> Any:
    """Give the box that an absolutely positioned one is kept for."""
    from weasyprint.layout.absolute import AbsolutePlaceholder

    return box._box if isinstance(box, AbsolutePlaceholder) else box


def names_of(box: Any) -> list[str]:
    """Give the classes of a box's element."""
    return (box.element.get("class") or "").split()


def choose_carrier(box: Any) -> str:
    """Choose the type of an element that is there for its language alone."""
    from weasyprint.formatting_structure import boxes

    return "Span" if isinstance(box, boxes.InlineBox) else "Div"


def read_words(box: Any) -> str:
    """Read the words in a box as they are spoken: without joiners and soft hyphens."""
    text = "".join(getattr(resolve(inner), "text", "") for inner in walk_boxes(box))
    return " ".join(text.translate(_UNSPOKEN).split())


def walk_boxes(box: Any) -> Iterator[Any]:
    """Give a box and all that are in it."""
    box = resolve(box)
    yield box
    for child in box.children:
        yield from walk_boxes(child)


def describe_element(box: Any, kind: str) -> dict[str, Any]:
    """Describe what an element is for those who cannot see it."""
    return {"Alt": describe_picture(box.element)} if kind == "Figure" else {}


def describe_picture(element: Any) -> str:
    """Give the words for a picture, or nothing for a decoration."""
    if element.get("role") in DECORATIVE or element.get("aria-hidden") == "true":
        return ""
    title = element.find(f"{SVG}title")
    words = element.get("alt") or element.get("aria-label") or (title.text if title is not None else "")
    return " ".join((words or "").split())


def describe_layout(box: Any, kind: str, page_height: float) -> dict[str, Any]:
    """Describe what the type of an element alone does not tell: areas of pictures, cells and lists."""
    if kind == "Figure":
        left, top = box.content_box_x(), page_height - box.content_box_y()
        area = (left, top - box.height, left + box.width, top)
        return {"O": "/Layout", "Placement": "/Block", "BBox": [round(POINTS * edge, 3) for edge in area]}
    if kind in {"TD", "TH"}:
        spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
        found: dict[str, Any] = {"O": "/Table", **{name: span for name, span in spans.items() if span != 1}}
        if kind == "TH":
            found["Scope"] = "/Row" if (box.element.get("scope") or "").startswith("row") else "/Column"
        return found if len(found) > 1 else {}
    if kind == "L":
        numbering = _NUMBERING.get(box.style["list_style_type"]) if box.element_tag != "dl" else None
        return {"O": "/List", "ListNumbering": f"/{numbering}"} if numbering else {}
    return {}
