"""Reading WeasyPrint's boxes: what a page begins and ends with, and how far down it is full.

In: boxes and the places where pages resume.  Out: plain answers; nothing is changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_CHAPTERS = frozenset({"article", "nav"})
Resumption = dict[int, Any] | None


@dataclass(frozen=True)
class Step:
    """A step down to the place where a page resumes: a box, the number of its child, and what of it is left."""

    parent: Any
    index: int
    rest: Resumption

    @property
    def child(self) -> Any:
        """The child that the step leads to, nothing where the place is within a line."""
        children = self.parent.children
        return children[self.index] if self.index < len(children) else None


def walk_place(root: Any, place: Resumption) -> Iterator[Step]:
    """Walk down to the place where a page resumes, as far as there are boxes of blocks.

    A row of a table may go on in several cells; there the walk ends.
    """
    box = root
    while place and len(place) == 1 and getattr(box, "children", None):
        ((index, rest),) = place.items()
        step = Step(box, index, rest)
        if step.child is None:
            return
        yield step
        box, place = step.child, rest


def find_chapter(root: Any, place: Resumption) -> Step | None:
    """Find the chapter, or the contents, that a page resumes in or begins with; nowhere is the beginning of all."""
    steps = list(walk_place(root, place)) or [Step(root, 0, None)]
    while steps[-1].child is not None and steps[-1].child.element_tag in {"body", "main"} and steps[-1].child.children:
        steps.append(Step(steps[-1].child, 0, None))
    return next((step for step in steps if step.child is not None and step.child.element_tag in _CHAPTERS), None)


def own_value(box: Any, name: str) -> str:
    """Give the value of a custom property that the style sets on the element itself."""
    if getattr(box, "is_table_wrapper", False):
        box = next((child for child in box.children if child.element_tag == box.element_tag), box)
    cascaded = getattr(box.style, "cascaded", None) or {}
    value, _ = cascaded.get(f"__{name.replace('-', '_')}", ("", None))
    words = "".join(token.serialize() for token in value).strip() if isinstance(value, list | tuple) else ""
    return "" if words == "initial" else words


def iter_lines(box: Any) -> Iterator[Any]:
    """Give the lines of the running text within a box, and the pictures; not what stands in the margin."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
        yield box
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            if isinstance(child, boxes.Box) and child.is_in_normal_flow():
                yield from iter_lines(child)


def measure_bottom(page: Any) -> float:
    """Measure how far down a page is full, without its notes, in CSS pixels from the top of the sheet."""
    bottoms = [line.position_y + line.margin_height() for line in iter_lines(page.children[0])]
    return float(max(bottoms, default=page.content_box_y()))
