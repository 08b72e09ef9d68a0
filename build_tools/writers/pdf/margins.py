"""What stands in the outer margin goes to the left on left pages.

In: pages that WeasyPrint has laid out, with marks to the right of their text, and tables and figures that are wider.
Out: the same pages; on left ones marks stand to the left of the text, flush with it, and what is wide reaches there.
CSS cannot do it: a box is placed before it is known on which page it comes to stand.
"""

from collections.abc import Iterator
from typing import Any

MARKS = "sigla"
_WIDE = frozenset({"table", "figure"})


def mirror_margins(document: Any) -> None:
    """Move what stands in the outer margin of left pages, with its links, to the other side of the text."""
    for page in document.pages:
        box = page._page_box
        if box.page_type.side != "left":
            continue
        marks, wide = list(_find_marks(box)), list(_find_wide(box, box))
        for mark in marks:
            _mirror_mark(mark, box)
        for each in wide:
            each.translate(_right_edge(box) - each.position_x - each.margin_width())
        if marks or wide:
            page.__init__(box)  # gathers links and anchors again, where they now are


def _find_marks(box: Any) -> Iterator[Any]:
    """Find the boxes of marks below a box."""
    for child in getattr(box, "children", ()):
        names = "" if child.element is None else child.element.get("class") or ""
        if MARKS in names.split() and child.style["position"] == "absolute":
            yield child
        else:
            yield from _find_marks(child)


def _find_wide(box: Any, page: Any) -> Iterator[Any]:
    """Find the tables and figures that reach beyond the text, by more than a rounding."""
    for child in getattr(box, "children", ()):
        if child.element_tag in _WIDE and child.position_x + child.margin_width() > _right_edge(page) + 1:
            yield child
        else:
            yield from _find_wide(child, page)


def _right_edge(page: Any) -> float:
    return float(page.content_box_x() + page.width)


def _mirror_mark(mark: Any, page: Any) -> None:
    """Put a mark as far to the left of the page's text as it stands to the right, each of its lines flush right."""
    distance = mark.content_box_x() - _right_edge(page)
    mark.translate(page.content_box_x() - distance - mark.width - mark.content_box_x())
    for line in mark.children:
        width = sum(child.margin_width() for child in line.children)
        spare = mark.content_box_x() + mark.width - line.position_x - width
        for child in line.children:
            child.translate(spare)
