"""Tables that stay on the page: columns get narrower than their longest words before a table passes the edge.

CSS breaks a word only where it would not fit on its line, but WeasyPrint makes columns as wide as their longest words.
In: WeasyPrint's own functions that measure the columns of a table.  Out: ones that leave no table wider than its place.
"""

from collections.abc import Sequence
from typing import Any

from build_tools.writers.pdf.setting.desk import find_desk

_DUST = 0.01


def cap_widths(widths: Sequence[float], room: float) -> list[float]:
    """Make the widest of some columns narrower till all have room; the others keep their widths.

    >>> cap_widths([10, 90, 20, 80], 130)
    [10, 50.0, 20, 50.0]
    """
    capped, left = list(widths), room
    order = sorted(range(len(widths)), key=lambda number: widths[number])
    for done, number in enumerate(order):
        capped[number] = min(widths[number], max(0.0, left) / (len(order) - done))
        left -= capped[number]
    return capped


def place_tables(original: Any) -> Any:
    """Note the room that a table has, then find the widths of its columns."""

    def auto_table_layout(context: Any, box: Any, containing_block: Any) -> None:
        table, desk = box.get_wrapped_table(), find_desk(context)
        around = table.padding_left + table.padding_right + table.border_left_width + table.border_right_width
        margins = sum(margin for margin in (box.margin_left, box.margin_right) if margin != "auto")
        outside, desk.room = desk.room, containing_block[0] - margins - around
        if table.width != "auto":
            desk.room = max(desk.room, table.width)
        original(context, box, containing_block)
        desk.room = outside

    return auto_table_layout


def measure_columns(original: Any) -> Any:
    """Measure the columns of a table, none wider than there is room for all."""

    def table_and_columns_preferred_widths(context: Any, box: Any, **options: bool) -> Any:
        found = original(context, box, **options)
        _least, most, widths, *others, spacing, grid = found
        room = find_desk(context).room
        if sum(widths) + spacing <= room + _DUST:
            return found
        return room, most, cap_widths(widths, room - spacing), *others, spacing, grid

    return table_and_columns_preferred_widths
