"""Marks stand in the outer margin, on left pages and on right ones."""

from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import TextBox

from build_tools.writers.pdf.margins import _find_marks, mirror_margins

STYLE = """body { margin: 0 } @page { size: 100mm; margin: 10mm 30mm 10mm 10mm }
@page :left { margin: 10mm 10mm 10mm 30mm }
p { break-after: page; position: relative; margin: 0; padding-left: 7mm; font: 10pt/12pt monospace }
.sigla { position: absolute; left: 100%; top: 0; width: 15mm; margin-left: 3mm }"""
MILLIMETRE = 96 / 25.4


@pytest.fixture
def document() -> Any:
    """Two pages, right and left, with the same mark, which is a link, and a word in its place."""
    mark = '<span class="sigla"><a href="https://example.org/">Ko<br>Vi Hu</a></span>'
    line = f'<p>{mark}text <a href="https://example.com/">x</a></p>'
    return weasyprint.HTML(string=f"<style>{STYLE}</style>{line}{line}").render()


def find_lines(page: Any) -> list[tuple[float, float]]:
    """Find where the words of the marks begin and end, in millimetres from the left edge of the page."""
    lines = []
    for mark in _find_marks(page._page_box):
        for line in mark.children:
            texts = [box for box in line.descendants() if isinstance(box, TextBox)]
            ends = max(text.position_x + text.width for text in texts)
            lines.append((min(text.position_x for text in texts) / MILLIMETRE, ends / MILLIMETRE))
    return lines


def test_marks_of_right_pages_stay(document: Any) -> None:
    """On a right page the marks stand to the right of the text, flush left."""
    before = find_lines(document.pages[0])
    mirror_margins(document)

    assert find_lines(document.pages[0]) == before
    assert [start for start, _end in before] == pytest.approx([73, 73])


def test_marks_of_left_pages_move(document: Any) -> None:
    """On a left page each line of a mark ends as far before the text as it began behind it."""
    mirror_margins(document)
    lines = find_lines(document.pages[1])

    assert [end for _start, end in lines] == pytest.approx([27, 27], abs=0.01)
    assert lines[0][0] > lines[1][0] > 5


def test_links_of_marks_move_with_them(document: Any) -> None:
    """What is clicked is where the words are; other links and places stay."""
    before = {link[1]: link[2] for link in document.pages[1].links}
    mirror_margins(document)
    after = {link[1]: link[2] for link in document.pages[1].links}

    assert after["https://example.org/"][0] / MILLIMETRE < 27
    assert before["https://example.org/"][0] / MILLIMETRE > 90
    assert after["https://example.com/"] == before["https://example.com/"]
    assert len(document.pages[1].links) == len(document.pages[0].links)


def test_marks_that_are_not_there() -> None:
    """Pages without marks stay as they are."""
    document = weasyprint.HTML(string=f"<style>{STYLE}</style><p>a</p><p>b</p>").render()
    pages = list(document.pages)
    mirror_margins(document)

    assert document.pages == pages


def test_wide_tables_reach_into_the_outer_margin() -> None:
    """A table that is wider than the text ends with it on a left page, and begins with it on a right one."""
    table = '<p>a</p><p><a href="https://example.org/">b</a></p>'.replace("p>", "td>")
    page = f'<table style="width: 120%; break-after: page"><tr>{table}</tr></table>'
    document = weasyprint.HTML(string=f"<style>{STYLE} table {{ border-spacing: 0 }}</style>{page}{page}").render()
    mirror_margins(document)
    places = []
    for each in document.pages[:2]:
        box = next(box for box in each._page_box.descendants() if box.element_tag == "table")
        places += [box.position_x / MILLIMETRE, (box.position_x + box.margin_width()) / MILLIMETRE]

    assert places == pytest.approx([10, 82, 18, 90], abs=0.01)
