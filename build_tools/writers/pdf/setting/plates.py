"""Plates: figures that have a page to themselves, as the words of drawings need in large print.

The style says `--plate: yes` on a figure and describes the page, whose name is `plate`.
Text does not give way to a plate: it goes on behind it, and the plate follows the page on which its place is.
Where `--closes: yes` says that a block ends a chapter, plates come before the page on which that block begins.
In: the boxes of a document; WeasyPrint's own function that makes a page anew.
Out: the document without its plates, each noted at the block beside it; a function that makes plates, too.
"""

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from build_tools.writers.pdf.setting.boxes import Resumption, own_value, walk_place
from build_tools.writers.pdf.setting.desk import PLATE_PAGE, Plate, Snapshot, find_desk, fresh_state, start_afresh

# A drawing is measured so small that its caption has room below it.
_SMALL = 0.2


def take_plates(root_box: Any) -> None:
    """Take all plates out of a document, and note each at the block before it, or else behind it or around it."""
    for parents, plates in list(_find_plates([root_box])):
        parent = parents[-1]
        places = {id(plate) for plate in plates}
        behind, early = None, []
        for child in parent.children:
            if id(child) not in places:
                behind = child if child.is_in_normal_flow() else behind
            elif behind is None:
                early.append(Plate((*parents, child)))
            else:
                behind.plates = (*getattr(behind, "plates", ()), Plate((*parents, child), behind))
        parent.children = [child for child in parent.children if id(child) not in places]
        first = next((child for child in parent.children if child.is_in_normal_flow()), parent)
        first.plates = (*early, *getattr(first, "plates", ()))


def _find_plates(parents: list[Any]) -> Iterator[tuple[list[Any], list[Any]]]:
    """Find the boxes that hold plates, with those around them."""
    children = getattr(parents[-1], "children", ())
    plates = [child for child in children if child.element_tag == "figure" and own_value(child, "plate")]
    if plates:
        yield parents, plates
    for child in children:
        yield from _find_plates([*parents, child])


def list_plates(page: Any, root_box: Any, resume_at: Resumption) -> Iterator[Plate]:
    """List the plates whose places are on a page; a block that goes on behind the page keeps its own."""
    unfinished = [step.child for step in walk_place(root_box, resume_at) if step.rest is not None]
    for box in page.descendants():
        for plate in getattr(box, "plates", ()):
            if plate.behind not in unfinished:
                yield plate


def list_early_plates(page: Any) -> list[Plate]:
    """List the plates that would stand behind a block that ends a chapter, though their places are before it."""
    found: list[Plate] = []
    for box in page.descendants():
        if own_value(box, "closes"):
            return found
        found += getattr(box, "plates", ())
    return []


def make_plates(context: Any, root_box: Any, html: Any, index: int, plates: Iterable[Plate]) -> Iterator[Any]:
    """Make pages of plates, from a page on."""
    from weasyprint.layout import page

    for place, plate in enumerate(plates, index):
        find_desk(context).plates[place] = plate
        start_afresh(context.page_maker[place][-1])
        yield page.remake_page(place, context, root_box, html)[0]


def remake_plates(original: Any) -> Any:
    """Make a page anew, be it one of text or a plate."""

    def remake_page(index: int, context: Any, root_box: Any, html: Any) -> Any:
        plate = find_desk(context).plates.get(index)
        if plate is None:
            return original(index, context, root_box, html)
        return make_plate(context, html, index, plate), context.page_maker[index][0]

    return remake_page


def make_plate(context: Any, html: Any, index: int, plate: Plate) -> Any:
    """Make the page of a plate; what the page before it has left for the next one waits."""
    from weasyprint.layout import page

    resume_at, next_page, is_right, state, _ = context.page_maker[index]
    side = "right" if is_right else "left"
    page_type = page.PageType(side=side, blank=False, name=PLATE_PAGE, index=index, groups=((PLATE_PAGE, 0),))
    page.set_page_type_computed_styles(page_type, html, context.style_for)
    waiting, context.reported_footnotes = context.reported_footnotes, []
    broken, context.broken_out_of_flow = context.broken_out_of_flow, {}
    before = Snapshot.take(context)

    def draw(scale: float, above: float = 0) -> tuple[Any, Any]:
        before.restore()
        counters = copy.deepcopy(state)
        root = render_plate(plate, scale, above)
        return page.make_page(context, root, page_type, None, index + 1, counters)[0], counters

    result, counters = draw(*measure_plate(draw(_SMALL)[0]))
    context.reported_footnotes, context.broken_out_of_flow = waiting, broken
    context.page_maker[index + 1 :] = [(resume_at, next_page, not is_right, counters, fresh_state())]
    return result


def render_plate(plate: Plate, scale: float, above: float) -> Any:
    """Give a document that holds a plate alone.

    :param scale: of the drawing, in the middle of the page.
    :param above: the white above the plate, in CSS pixels.
    """
    from weasyprint.css.properties import Dimension
    from weasyprint.formatting_structure import boxes

    def scale_drawing(box: Any) -> Any:
        if not isinstance(box, boxes.BlockReplacedBox):
            return box
        scaled = box.copy()
        scaled.style = box.style.copy()
        scaled.style["width"] = Dimension(100 * scale, "%")
        scaled.style["margin_left"] = scaled.style["margin_right"] = "auto"
        return scaled

    figure = plate.boxes[-1]
    root = figure.copy_with_children([scale_drawing(child) for child in figure.children])
    root.style = figure.style.copy()
    root.style["padding_top"] = Dimension(above, "px")
    for parent in reversed(plate.boxes[:-1]):
        root = parent.copy_with_children([root])
    return root


def measure_plate(page: Any) -> tuple[float, float]:
    """Measure how large a drawing may be, and what is then left above and below it, where it is small as yet."""
    from weasyprint.formatting_structure import boxes

    drawing = next((box for box in page.descendants() if isinstance(box, boxes.BlockReplacedBox)), None)
    if drawing is None:
        return 1, 0
    lines = [box for box in page.children[0].descendants() if isinstance(box, boxes.LineBox)]
    bottom = max([line.position_y + line.height for line in lines] + [drawing.position_y + drawing.height])
    room = page.content_box_y() + page.height - bottom
    height = drawing.height / _SMALL
    scale = min(1.0, (drawing.height + room) / height)
    return scale, max(0.0, room + drawing.height - scale * height) / 2
