"""The grid of lines: pages hold whole lines of the running text, and so do blocks that the style names.

The style says `--whole-lines: after` or `--whole-lines: around` on a block whose height is no multiple of the line,
such as a figure or small print; the white that is missing comes below it, or half above and half below.
It is what CSS Rhythmic Sizing calls `block-step-size`, which WeasyPrint does not know.
"""

from typing import Any

from build_tools.writers.pdf.setting.boxes import own_value
from build_tools.writers.pdf.setting.desk import PLATE_PAGE, find_desk

_DUST = 0.01
# Longer pages keep this share of the white below them, in which the folio stands.
LEAST_FOOT = 0.6


def missing_height(height: float, step: float) -> float:
    """Give what a height lacks to be whole lines.

    >>> missing_height(25.0, 10.0), missing_height(30.001, 10.0)
    (5.0, 0.0)
    """
    rest = height % step
    return 0.0 if rest < _DUST or step - rest < _DUST else step - rest


def round_pages(original: Any) -> Any:
    """Give pages of text the height of whole lines, and of the lines that their chapter has more or fewer."""

    def page_height(box: Any, context: Any, containing_height: float) -> None:
        original(box, context, containing_height)
        desk = find_desk(context)
        if desk.step and box.page_type.name != PLATE_PAGE:
            whole = int(box.height / desk.step + _DUST) * desk.step
            room = box.margin_bottom * (1 - LEAST_FOOT) + box.height - whole
            height = whole + min(desk.spare.lines, int(room / desk.step)) * desk.step
            box.margin_bottom += box.height - height
            box.height = height

    return page_height


def round_blocks(original: Any) -> Any:
    """Give blocks that are named so the height of whole lines."""

    def block_level_layout_switch(context: Any, box: Any, bottom_space: float, *arguments: Any) -> Any:
        desk = find_desk(context)
        if desk.spare.rise and own_value(box, "rises"):
            box.padding_top = max(0.0, box.padding_top - desk.spare.rise * desk.step)
        result = original(context, box, bottom_space, *arguments)
        new_box, resume_at, step = result[0], result[1], desk.step
        if new_box is not None and resume_at is None and step and (place := own_value(box, "whole-lines")):
            room = context.page_bottom - bottom_space - (new_box.border_box_y() + new_box.border_height())
            extend_box(new_box, min(missing_height(new_box.border_height(), step), max(0.0, room)), place)
        return result

    return block_level_layout_switch


def extend_box(box: Any, extra: float, place: str) -> None:
    """Add white within a block: below what it holds, or half of it above."""
    above = extra / 2 if place == "around" else 0.0
    if above:
        for child in box.children:
            child.translate(dy=above)
        box.padding_top += above
    box.padding_bottom += extra - above
