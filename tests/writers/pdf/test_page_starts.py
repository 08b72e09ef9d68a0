"""Where pages begin, as boxes tell it."""

from types import SimpleNamespace
from typing import Any

from lxml import etree

from build_tools.writers.page_list import PageStart
from build_tools.writers.pdf.folios import list_folios
from build_tools.writers.pdf.page_starts import list_page_starts


def box(text: str = "", *children: Any, tag: str = "p", header: bool = False, **attributes: str) -> Any:
    """Make a box as WeasyPrint does, with words in a box of their own."""
    names = {name.replace("_", "-").strip("-"): value for name, value in attributes.items()}
    element = etree.Element(tag.partition("::")[0], names)
    inner = [SimpleNamespace(text=text, element=element)] if text else []
    return SimpleNamespace(element=element, element_tag=tag, children=[*inner, *children], is_header=header)


def page(*children: Any) -> Any:
    """Make a page of a chapter."""
    article = box("", *children, tag="article", data_docname="one")
    return SimpleNamespace(_page_box=SimpleNamespace(children=[box("", article, tag="html")]))


def find(*pages: Any) -> list[tuple[str, int, int]]:
    """Find where pages begin: label, block and offset."""
    starts = list_page_starts(pages, list_folios(len(pages), arabic=True))
    return [(start.label, start.block, start.offset) for start in starts]


def test_page_begins_within_a_paragraph() -> None:
    """The letters of a block on earlier pages count; hyphens, spaces and joiners do not."""
    first = page(box("Head", data_block="1"), box("On two\u2060 pa-", data_block="2"))

    assert find(first, page(box("ges it stands.", data_block="2"))) == [("1", 1, 0), ("2", 2, 7)]


def test_what_is_no_running_text_begins_no_page() -> None:
    """Marks in the margin, numbers of pages and generated words are passed over."""
    margin = box("Ko", tag="small", _class="sigla")
    marker = box("1.", tag="li::marker")
    number = box("(p. 4)", tag="span", _class="page-reference")
    text = box("", margin, marker, number, box("Here.", tag="span"), data_block="4")

    assert find(page(text)) == [("1", 4, 0)]


def test_page_without_words_begins_where_the_next_does() -> None:
    """A blank page has the place of the next one; pages before the first chapter have none."""
    chapter = page(box("Text", data_block="1"))

    assert find(page(), chapter, page(), page(box("More", data_block="2")), page()) == [
        ("2", 1, 0),
        ("3", 2, 0),
        ("4", 2, 0),
    ]


def test_repeated_head_of_a_table_begins_no_page() -> None:
    """The head of a table that goes on is repeated; the page begins with the next row."""
    head = box("", box("Year", tag="th", data_block="2"), tag="thead", header=True)

    assert find(page(head, box("1957", data_block="3")), page(head, box("1958", data_block="4"))) == [
        ("1", 2, 0),
        ("2", 4, 0),
    ]


def test_figure_that_was_moved_begins_no_page() -> None:
    """A figure behind text that it precedes in the document leaves the page to that text."""
    first = page(box("Text before", data_block="1"), box("Text behind", data_block="9"))

    assert find(first, page(box("Caption", data_block="5"), box("More text", data_block="10"))) == [
        ("1", 1, 0),
        ("2", 10, 0),
    ]


def test_documents_have_their_names() -> None:
    """A place names its document."""
    assert list_page_starts([page(box("Text", data_block="3"))], list_folios(1, arabic=False)) == [
        PageStart("i", "one", 3, 0)
    ]


def test_text_that_a_figure_was_put_before_begins_its_page() -> None:
    """A figure that went up to an earlier page leaves the beginning of the next to the text that it precedes now."""
    figure = box("", box("Caption", data_block="6"), tag="figure", data_block="5")

    assert find(page(box("Text", data_block="1"), figure), page(box("More text", data_block="4"))) == [
        ("1", 1, 0),
        ("2", 4, 0),
    ]


def test_pages_begin_in_the_order_of_the_text() -> None:
    """A page that holds a figure alone, and not the text before it, begins where that text does."""
    figure = box("", box("Caption", data_block="6"), tag="figure", data_block="5")

    assert find(page(box("Text", data_block="1")), page(figure), page(box("More text", data_block="4"))) == [
        ("1", 1, 0),
        ("2", 4, 0),
        ("3", 4, 0),
    ]
