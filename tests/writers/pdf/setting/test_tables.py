"""Tables that stay on the page."""

from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from build_tools.writers.pdf.setting.tables import cap_widths
from tests.writers.pdf.setting.test_pages import lay, read

STYLE = "table { width: 100%; border-collapse: collapse } html { overflow-wrap: break-word; hyphens: none }"


def test_widest_columns_give_way() -> None:
    """Columns that are narrower than their share stay as wide as their words; the others share the rest."""
    assert cap_widths([10, 90, 20, 80], 130) == [10, 50, 20, 50]
    assert cap_widths([90, 30, 90], 120) == [45, 30, 45]
    assert cap_widths([90], 40) == [40]
    assert cap_widths([], 40) == []


def list_cells(pages: list[Any]) -> list[Any]:
    """List the cells of all tables."""
    return [box for page in pages for box in page.children[0].descendants() if isinstance(box, boxes.TableCellBox)]


@pytest.mark.parametrize("style", ["", "table { width: auto }", "td { padding: 0 2mm; border: 1pt solid }"])
def test_long_words_stay_on_the_page(style: str) -> None:
    """A row with a text that has no place to break is as wide as the page, and the text is there, in several lines."""
    pages = lay(f"<table><tr><td>1957</td><td>{'[' * 150}</td><td>Sputnik</td></tr></table>", STYLE + style)
    year, long, name = list_cells(pages)

    assert read(long) == "[" * 150
    assert [read(line) for cell in (year, name) for line in cell.children] == ["1957", "Sputnik"]
    assert name.position_x + name.border_width() <= pages[0].content_box_x() + pages[0].width + 0.1


def test_tables_that_fit_are_as_they_were() -> None:
    """Where all words have room, columns are as wide as WeasyPrint makes them."""
    row = "<table><tr><td>1957</td><td>The rocket that carried instruments to heights</td><td>Sputnik</td></tr></table>"

    assert [[cell.width for cell in list_cells(lay(row, STYLE, mended=mended))] for mended in (True, False)] == [
        [cell.width for cell in list_cells(lay(row, STYLE))]
    ] * 2


def test_table_within_a_table() -> None:
    """A table in a cell stays in its cell."""
    inner = f"<table><tr><td>{'[' * 200}</td><td>Sputnik</td></tr></table>"
    pages = lay(f"<table><tr><td>{inner}</td><td>{'m' * 90}</td></tr></table>", STYLE)

    edges = [cell.position_x + cell.border_width() for cell in list_cells(pages)]
    assert max(edges) <= pages[0].content_box_x() + pages[0].width + 0.1
