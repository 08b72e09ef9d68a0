"""What a compositor does and WeasyPrint does not: whole lines, quiet hyphens, figures that float, full last pages.

In: nothing.  Out: a context in which WeasyPrint sets pages so; nothing is changed outside it.
What is set so, the print style says; mistakes of WeasyPrint are mended in `repairs`, not here.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from build_tools.writers.pdf.setting.chapters import fit_chapters
from build_tools.writers.pdf.setting.grid import round_blocks, round_pages
from build_tools.writers.pdf.setting.lines import set_lines, split_lines
from build_tools.writers.pdf.setting.pages import set_pages
from build_tools.writers.pdf.setting.plates import remake_plates
from build_tools.writers.pdf.setting.tables import measure_columns, place_tables


@contextmanager
def compositor() -> Iterator[None]:
    """Set pages as a compositor would while the context lasts."""
    import weasyprint.layout
    from weasyprint.layout import block, inline, page, table

    hands = [
        patch.object(inline, "split_first_line", split_lines(inline.split_first_line)),
        patch.object(inline, "get_next_linebox", set_lines(inline.get_next_linebox)),
        patch.object(block, "block_level_layout_switch", round_blocks(block.block_level_layout_switch)),
        patch.object(table, "auto_table_layout", place_tables(table.auto_table_layout)),
        patch.object(
            table, "table_and_columns_preferred_widths", measure_columns(table.table_and_columns_preferred_widths)
        ),
        patch.object(page, "page_height", round_pages(page.page_height)),
        patch.object(page, "make_page", set_pages(page.make_page)),
        patch.object(page, "remake_page", remake_plates(page.remake_page)),
        patch.object(weasyprint.layout, "make_all_pages", fit_chapters(weasyprint.layout.make_all_pages)),
    ]
    with ExitStack() as stack:
        for hand in hands:
            stack.enter_context(hand)
        yield
