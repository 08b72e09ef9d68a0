"""A page, set as often as it takes: without a hole above a figure, without a divided word at its end.

In: WeasyPrint's own function that makes a page.  Out: one that tries other places for what does not fit.
Which places there are is the business of `floats`.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from build_tools.writers.pdf.setting.boxes import (
    Resumption,
    Step,
    find_chapter,
    iter_lines,
    measure_bottom,
    own_value,
    walk_place,
)
from build_tools.writers.pdf.setting.desk import Snapshot, Spare, find_desk, start_afresh
from build_tools.writers.pdf.setting.floats import Neighbour, Place, choose_place, list_places

Result = tuple[Any, Resumption, dict[str, Any]]
# So many lines of white at the foot of a page are taken as they are.
ENOUGH = 2.6
# So often is the end of a page set anew.
MOST_ENDS = 3
_FLOWING = frozenset({"p", "ul", "ol", "blockquote"})


def set_pages(original: Callable[..., Result]) -> Callable[..., Result]:
    """Set each page as well as it can be."""

    def make_page(
        context: Any, root_box: Any, page_type: Any, resume_at: Resumption, number: int, state: Any
    ) -> Result:
        from weasyprint.text.line_break import strut

        desk = find_desk(context)
        desk.step = strut(root_box.style)[0]
        chapter = find_chapter(root_box, resume_at)
        desk.spare = desk.spares.get(id(chapter.child), Spare()) if chapter else Spare()
        before, counters = Snapshot.take(context), copy.deepcopy(state)

        def draw() -> Result:
            before.restore()
            _refill(state, counters)
            start_afresh(context.page_maker[number - 1][-1])
            return original(context, root_box, page_type, resume_at, number, state)

        result = original(context, root_box, page_type, resume_at, number, state)
        if page_type.blank:
            return result
        result = fill_page(context, root_box, resume_at, result, draw)
        return end_page(context, result, draw)

    return make_page


def _refill(state: Any, counters: Any) -> None:
    """Put counters back into the very objects that WeasyPrint goes on with."""
    for old, new in zip(state, copy.deepcopy(counters), strict=True):
        old.clear()
        old.update(new) if isinstance(old, dict) else old.extend(new)


@dataclass
class Float:
    """A figure that went to the next page, and the places that it may have."""

    parent: Any
    index: int
    box: Any

    def move(self, place: Place) -> Callable[[], None]:
        """Move the figure; what is given back moves it back again."""
        children = self.parent.children
        moved = [child for child in children if child is not self.box]
        moved.insert(self.index + place.shift, self.box)
        self.parent.children = moved
        drawing = find_drawing(self.box)
        style = drawing.style if drawing is not None else None
        if drawing is not None and place.scale < 1:
            drawing.style = scale_style(drawing.style, place.scale)

        def undo() -> None:
            self.parent.children = children
            if drawing is not None:
                drawing.style = style

        return undo

    def may_swap(self, other: Any) -> bool:
        """Tell whether another figure may come first: a table may, since tables are counted by themselves."""
        return bool(own_value(other, "floats")) and other.element_tag != self.box.element_tag

    def list_neighbours(self, root_box: Any, resume_at: Resumption) -> list[Neighbour]:
        """Describe what stands beside the figure."""
        step = next((step for step in walk_place(root_box, resume_at) if step.parent is self.parent), None)
        # What stands before the place where the page resumes is on earlier pages, the whole of it or its beginning.
        begun = 0 if step is None else step.index + (step.rest is not None)
        names = {f"#{box.element.get('id')}" for box in (self.box,) if box.element is not None}
        return [
            Neighbour(
                child.is_in_normal_flow() and (is_text(child) or self.may_swap(child)),
                any(getattr(inner, "link", None) and inner.link[1] in names for inner in child.descendants())
                if hasattr(child, "descendants")
                else False,
                index < begun,
            )
            for index, child in enumerate(self.parent.children)
        ]


def is_text(box: Any) -> bool:
    """Tell whether a block is running text, or counts as such by the style."""
    return box.element_tag in _FLOWING or bool(own_value(box, "flows"))


def find_drawing(box: Any) -> Any:
    """Find the drawing of a figure, where it is as wide as the text."""
    from weasyprint.formatting_structure import boxes

    for inner in box.descendants():
        if isinstance(inner, boxes.BlockReplacedBox):
            width = inner.style["width"]
            return inner if getattr(width, "unit", "") == "%" and width.value == 100 else None
    return None


def scale_style(style: Any, scale: float) -> Any:
    """Give a style by which a drawing is narrower and stands in the middle."""
    scaled = style.copy()
    scaled["width"] = style["width"]._replace(value=100 * scale) if hasattr(style["width"], "_replace") else None
    scaled["margin_left"] = scaled["margin_right"] = "auto"
    return scaled


def find_float(root_box: Any, result: Result) -> Float | None:
    """Find the figure that the next page begins with only because it did not fit on this one."""
    _, resume_at, next_page = result
    steps = list(walk_place(root_box, resume_at))
    if not steps or steps[-1].rest is not None or next_page["break"] != "any" or next_page["page"]:
        return None
    last: Step = steps[-1]
    return Float(last.parent, last.index, last.child) if own_value(last.child, "floats") else None


def measure_white(context: Any, result: Result) -> float:
    """Measure the white at the foot of a page above its notes, in lines."""
    return float(context.page_bottom - measure_bottom(result[0])) / find_desk(context).step


def fill_page(context: Any, root_box: Any, resume_at: Resumption, result: Result, draw: Callable[[], Result]) -> Result:
    """Fill the white that a figure leaves behind, if there is a place for it that leaves less."""
    white = measure_white(context, result)
    figure = find_float(root_box, result) if white > ENOUGH else None
    if figure is None:
        return result

    def attempts() -> Iterator[tuple[Place, float]]:
        neighbours = figure.list_neighbours(root_box, resume_at)
        for place in list_places(neighbours, figure.index, scalable=find_drawing(figure.box) is not None):
            undo = figure.move(place)
            drawn = draw()
            stays = find_float(root_box, drawn)
            left = white if place.shift <= 0 and stays and stays.box is figure.box else measure_white(context, drawn)
            undo()
            yield place, left

    place = choose_place(attempts(), white, ENOUGH)
    if place is not None:
        find_desk(context).moves.append(figure.move(place))
    return draw()


def end_page(context: Any, result: Result, draw: Callable[[], Result]) -> Result:
    """Set a page anew whose last word is divided; another line may then be the last, and is looked at in turn."""
    for _ in range(MOST_ENDS):
        lines = list(iter_lines(result[0].children[0]))
        if not lines or not getattr(lines[-1], "ends_in_hyphen", False):
            break
        find_desk(context).unhyphenated.add(lines[-1].compositors_name)
        result = draw()
    return result
