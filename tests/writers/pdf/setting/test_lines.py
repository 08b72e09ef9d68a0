"""Lines end between words; within one only where the word is wider than its block."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from build_tools.config import load_registry
from build_tools.fonts import locate, render_font_face
from build_tools.paths import Repository
from build_tools.writers.edition import SOURCE_SERIF
from build_tools.writers.pdf.printer import open_press

STYLE = "".join(
    render_font_face(SOURCE_SERIF, face, locate(face.source).as_uri(), ranges=False) for face in SOURCE_SERIF.faces
) + (
    "@page { size: 400pt 6000pt; margin: 10pt } @footnote { float: bottom }"
    'html { font: 12px/16px "Source Serif 4"; overflow-wrap: break-word } .note { float: footnote }'
)
WIDTHS = range(60, 200, 4)
TEXTS = {
    "text": "Told in: the space stations, each in its turn, and Russia after it.",
    "links": "<small>Told in: <a>the space stations</a>, <a>each in its turn</a>, and <a>Russia after it</a>.</small>",
    "deep": "<small>Told in <i><a><b>space stations</b></a> (<a>12</a>)</i>, <i><a><b>Russia</b></a></i>.</small>",
    "numbers": "<small>Told in <a>space stations</a><i>\u00a0<a>65</a></i>, <a>Russia</a><i>\u00a0<a>9</a></i></small>",
    "notes": "<em>Told<span class=note>Note.</span> in <a>space</a><span class=note>Note.</span> station</em> after.",
    "joined": "<small>Told in <a>spa\u2060ce sta\u2060tions</a>, <a>Rus\u2060sia af\u2060ter</a> <a>it</a>.</small>",
}


def set_text(html: str, widths: Iterable[int]) -> Iterator[tuple[list[str], float]]:
    """Set a text in blocks of several widths; give the texts of the lines of each and the width of the widest."""
    blocks = "".join(f"<p style='width: {width}px'>{html}</p>" for width in widths)
    with open_press(STYLE, Path("/"), load_registry(Repository()).languages["en"]) as press:
        pages = press.lay_out(f"<html lang=en>{blocks}</html>").pages
    for paragraph in (paragraph for page in pages for paragraph in find_paragraphs(page._page_box)):
        lines = [child for child in paragraph.children if isinstance(child, boxes.LineBox)]
        yield ["".join(read_texts(line)) for line in lines], max(line.width for line in lines)


def find_paragraphs(box: Any) -> Iterator[Any]:
    """Find the boxes of paragraphs."""
    if box.element_tag == "p":
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from find_paragraphs(child)


def read_texts(box: Any) -> list[str]:
    """Read the texts of a line, but for the calls of its notes."""
    if (box.element_tag or "").endswith("::footnote-call"):
        return []
    if isinstance(box, boxes.TextBox):
        return [box.text]
    return [text for child in getattr(box, "children", ()) for text in read_texts(child)]


@pytest.mark.parametrize("name", TEXTS)
def test_lines_end_between_words(name: str) -> None:
    """Whatever a word is part of, it stands on one line if it is not wider than its block."""
    words = re.sub(r"<span class=note>.*?</span>|<[^>]*>", "", TEXTS[name]).split(" ")

    for width, (lines, widest) in zip(WIDTHS, set_text(TEXTS[name], WIDTHS), strict=True):
        assert [word for line in lines for word in line.strip(" ").split(" ")] == words
        assert widest <= width + 0.5


@pytest.mark.parametrize(
    "before", ["", "Told ", "<a>Told</a>", "<em>Told <a>in</a> </em>", "Told<span class=note>Note.</span>"]
)
def test_long_word_is_divided(before: str) -> None:
    """A word that is wider than its block fills its lines and passes no edge, whatever stands before it."""
    ((lines, widest),) = set_text(f"{before}<b>{'[' * 400}</b> end.", [100])

    assert "".join(lines).replace(" ", "").count("[") == 400
    assert 90 <= widest <= 100.5
