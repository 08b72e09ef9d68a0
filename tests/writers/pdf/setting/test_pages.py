"""Pages as the compositor sets them."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from build_tools.fonts import locate, render_font_face
from build_tools.writers.edition import SOURCE_SERIF
from build_tools.writers.pdf.hyphenation import divided_words, find_names
from build_tools.writers.pdf.setting import compositor

FACES = "".join(
    render_font_face(SOURCE_SERIF, face, locate(face.source).as_uri(), ranges=False) for face in SOURCE_SERIF.faces
)
STYLE = """
@page { size: 90mm 100mm; margin: 10mm }
html { font: 10pt/14pt "Source Serif 4"; hyphens: auto; hyphenate-limit-chars: 6 3 3; text-align: justify }
body, p { margin: 0; orphans: 2; widows: 2 }
article { break-before: page }
h2 { font-size: 12pt; line-height: 1rlh; margin: 1rlh 0 0; break-after: avoid }
figure { margin: 1rlh 0; height: 90pt; break-inside: avoid; --whole-lines: around; --floats: yes }
small { display: block; font-size: 8pt; line-height: .75rlh; --whole-lines: after }
"""
STEP = 14 * 96 / 72
SENTENCE = "The rocket that was built for weapons carried instruments and afterwards people to unimaginable heights. "


def lay(body: str, style: str = "", language: str = "en", *, mended: bool = True) -> list[Any]:
    """Lay out a document and give its pages, as the compositor sets them or as WeasyPrint does."""
    html = f"<html lang={language}><body><main>{body}</main></body></html>"
    fonts = FontConfiguration()
    with compositor() if mended else nullcontext(), divided_words(find_names(html)):
        sheet = weasyprint.CSS(string=FACES + STYLE + style, font_config=fonts)
        document = weasyprint.HTML(string=html).render(stylesheets=[sheet], font_config=fonts)
    return [page._page_box for page in document.pages]


def iter_lines(page: Any) -> Iterator[Any]:
    """Give the lines of a page."""
    return (box for box in page.children[0].descendants() if isinstance(box, boxes.LineBox))


def read(box: Any) -> str:
    """Read the text of a box."""
    return "".join(inner.text for inner in box.descendants() if isinstance(inner, boxes.TextBox))


def paragraph(sentences: int, name: str = "") -> str:
    """Write a paragraph."""
    return f"<p>{name} {SENTENCE * sentences}</p>"


def test_lines_of_text_stand_on_one_grid() -> None:
    """Behind headings, figures and small print, lines of text stand where they would stand without them."""
    body = paragraph(2) + "<h2>A heading</h2>" + paragraph(2) + f"<small>{SENTENCE}</small>" + paragraph(1)
    pages = lay(body * 3 + "<figure></figure>" + paragraph(5))
    offsets = {
        round((line.position_y - page.content_box_y()) / STEP, 2) % 1
        for page in pages
        for line in iter_lines(page)
        if line.element_tag == "p"
    }

    assert len(pages) > 3
    assert offsets == {0.0}


def test_pages_hold_whole_lines() -> None:
    """Full pages end at one height, that of a line."""
    pages = lay(paragraph(60))
    ends = {round(max(line.position_y + line.height for line in iter_lines(page)), 2) for page in pages[1:-2]}

    assert len(ends) == 1
    assert {round(page.height / STEP, 3) % 1 for page in pages} == {0.0}


def test_faces_of_different_heights_make_no_line_higher() -> None:
    """A line that mixes faces is as high as others."""
    pages = lay(f"<p>{SENTENCE} <span style='font-family: sans-serif'>{SENTENCE}</span> {SENTENCE}</p>")

    assert {round(line.height, 3) for line in iter_lines(pages[0])} == {round(STEP, 3)}


def count_hyphens(pages: list[Any]) -> int:
    """Count the most hyphens above each other."""
    run = most = 0
    for page in pages:
        for line in iter_lines(page):
            run = run + 1 if read(line).endswith("‐") else 0
            most = max(most, run)
    return most


def test_no_three_hyphens_above_each_other() -> None:
    """Where narrow lines would end in many hyphens, no more than two follow each other."""
    narrow = "p { width: 38mm }"
    words = "<p>" + "extraordinary administration international understanding " * 30 + "</p>"

    assert count_hyphens(lay(words, narrow)) == 2


def test_no_word_is_divided_at_the_end_of_a_page() -> None:
    """The last word of a page is whole."""
    narrow = "p { width: 38mm }"
    pages = lay("<p>" + "extraordinary administration international understanding " * 60 + "</p>", narrow)
    last = [list(iter_lines(page))[-1] for page in pages]

    assert len(pages) > 4
    assert [read(line) for line in last if read(line).endswith("‐")] == []


def test_compounds_are_divided_at_their_hyphen() -> None:
    """A word with a hyphen of its own has no other, though words around it are divided."""
    narrow = "p { width: 36mm }"
    words = "<p>" + "international rocket-administration and extraordinary understanding " * 60 + "</p>"
    lines = [read(line) for page in lay(words, narrow) for line in iter_lines(page)]
    divided = [line for line in lines if line.endswith("‐")]

    assert any(line.endswith("rocket-") for line in lines)
    assert divided
    assert [line for line in divided if "rocket-" in line.split()[-1]] == []


def list_first_lines(document: list[Any]) -> list[str]:
    """List the first line of each paragraph."""
    lines: dict[str, str] = {}
    for page in document:
        for line in iter_lines(page):
            lines.setdefault(line.element.get("style"), read(line))
    return list(lines.values())


def test_line_before_a_link_is_full() -> None:
    """A text that fits but for the space at its end stays on one line, though a link follows.

    WeasyPrint 70 breaks it behind the first word; when it does so no more, `split_lines` has less to do.
    """
    text = "The rocket that was built for weapons carried instruments and"
    widths = [f"width: {width / 2}px; text-align: left" for width in range(760, 802)]
    body = "".join(f'<p style="{width}">{text} <a href="#x">afterwards people</a>.</p>' for width in widths)

    assert [line for line in list_first_lines(lay(body)) if len(line) < len(text) * 0.8] == []
    assert "The" in list_first_lines(lay(body, mended=False))


def find_page(pages: list[Any], words: str) -> int:
    """Find the page on which words stand."""
    return next(number for number, page in enumerate(pages) if words in read(page.children[0]))


def test_text_flows_up_before_a_figure() -> None:
    """A figure that does not fit on the page lets the text behind it come first, and the page is full."""
    pages = lay(f"<section>{paragraph(9)}<figure>Picture</figure>{paragraph(3, 'Behind')}{paragraph(9)}</section>")
    before = find_page(pages, "Picture") - 1
    end = max(line.position_y + line.height for line in iter_lines(pages[before]))

    assert find_page(pages, "Behind") == before
    assert pages[before].content_box_y() + pages[before].height - end < 2.6 * STEP


def test_figure_does_not_leave_its_section() -> None:
    """A figure at the end of a section does not go past the next heading."""
    body = f"<section>{paragraph(9)}<figure>Picture</figure></section><section><h2>Behind</h2>{paragraph(9)}</section>"
    text = "".join(read(page.children[0]) for page in lay(body))

    assert text.index("Picture") < text.index("Behind")


def test_chapter_does_not_end_with_a_line_or_two() -> None:
    """A chapter whose last page would hold a few lines is set with longer or shorter pages, all alike."""
    chapters = [f"<article id=a{number}>{paragraph(2)}{paragraph(number)}</article>" for number in range(20, 34)]
    found: dict[str, list[Any]] = {}
    for page in lay("".join(chapters)):
        article = next(box for box in page.children[0].descendants() if box.element_tag == "article")
        found.setdefault(article.element.get("id"), []).append(page)

    assert len(found) == len(chapters)
    assert all(len({page.height for page in pages}) == 1 for pages in found.values())
    assert [name for name, pages in found.items() if len(list(iter_lines(pages[-1]))) < 5] == []


def test_nothing_is_lost() -> None:
    """However often pages are set, each paragraph, note and figure comes once."""
    parts = "".join(
        f"<section>{paragraph(4, f'One{at}.')}<figure>Picture{at}.</figure>{paragraph(3, f'Two{at}.')}</section>"
        for at in range(9)
    )
    text = "".join(read(page.children[0]) for page in lay(f"<article>{parts}</article><article>{parts}</article>"))

    for number in range(9):
        for word in ("One", "Two", "Picture"):
            assert text.count(f"{word}{number}.") == 2


def block(name: str, lines: int) -> str:
    """Write a paragraph that is so many lines high."""
    return f'<p style="height: {14 * lines}pt">{name}.</p>'


def test_figure_stays_behind_what_is_on_earlier_pages() -> None:
    """A figure that does not fit below the first paragraph of a page goes to the next, not to the page before.

    There it would be lost, and the paragraphs that it passed would come twice.
    """
    figure = '<figure style="height: 200pt">Picture.</figure>'
    pages = lay(f"<section>{block('One', 8)}{block('Two', 8)}{block('Three', 4)}{figure}</section>")

    assert [read(page.children[0]) for page in pages] == ["One.Two.", "Three.", "Picture."]


def test_row_that_goes_on_in_several_cells() -> None:
    """A row of a table that is higher than a page is set on two pages, each word once."""
    cells = "".join(f"<td>{'<br>'.join(f'{name}{number}.' for number in range(20))}</td>" for name in ("One", "Two"))
    text = "".join(read(page.children[0]) for page in lay(f"<article><table><tr>{cells}</tr></table></article>"))

    assert [text.count(f"{name}{number}.") for name in ("One", "Two") for number in range(20)] == [1] * 40
