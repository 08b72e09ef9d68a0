"""Page breaks in the text: a place has the same name in the PDF and the ebook."""

import doctest
from pathlib import Path

import pytest
from lxml import etree

from build_tools.writers import page_list
from build_tools.writers.fragments import parse_fragment, tag
from build_tools.writers.page_list import (
    PageList,
    PageStart,
    find_place,
    insert_page_breaks,
    number_blocks,
    read_page_list,
    write_page_list,
)

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def insert(html: str, *places: tuple[int, int]) -> str:
    """Insert pages 1, 2, 3 … and show each as its number in brackets."""
    body = parse_fragment(html)
    number_blocks(body)
    insert_page_breaks(body, [PageStart(str(label), "d", *place) for label, place in enumerate(places, 1)])
    for element in list(body.iter("*")):
        element.attrib.pop(page_list.BLOCK, None)
        if element.get("role") == "doc-pagebreak":
            element.text, element.tag = f"[{element.get('aria-label')}]", tag("b")
            etree.strip_attributes(element, "id", "role", "aria-label", EPUB_TYPE)
    etree.strip_tags(body, tag("b"))
    etree.cleanup_namespaces(body)
    return "".join([body.text or "", *(etree.tostring(child, encoding="unicode") for child in body)]).replace(
        ' xmlns="http://www.w3.org/1999/xhtml"', ""
    )


def test_examples_of_the_module() -> None:
    """The examples in its docstrings are true."""
    assert doctest.testmod(page_list).failed == 0


def test_blocks_are_numbered_in_their_order() -> None:
    """Each block has a number, what is inline has none."""
    body = parse_fragment("<section><h1>A <em>b</em></h1><ul><li><p>c</p></li></ul></section>")
    number_blocks(body)

    names = {etree.QName(element).localname: element.get(page_list.BLOCK) for element in body.iter("*")}
    assert names == {"body": None, "section": "1", "h1": "2", "em": None, "ul": "3", "li": "4", "p": "5"}


@pytest.mark.parametrize(
    ("html", "place", "expected"),
    [
        ("<p>One two.</p>", (1, 0), "<p>[1]One two.</p>"),
        ("<p>One two.</p>", (1, 3), "<p>One [1]two.</p>"),
        ("<p>One <em>two</em>.</p>", (1, 3), "<p>One [1]<em>two</em>.</p>"),
        ("<p>One <em>two three</em>.</p>", (1, 6), "<p>One <em>two [1]three</em>.</p>"),
        ("<p><em>One</em> two.</p>", (1, 3), "<p><em>One</em> [1]two.</p>"),
        ("<p>Bro­ken words.</p>", (1, 3), "<p>Bro­ken [1]words.</p>"),
        ("<p>One two.</p>", (1, 6), "<p>One two.[1]</p>"),
        ("<section><h1>One</h1></section>", (2, 0), "<section>[1]<h1>One</h1></section>"),
        ("<figure><figcaption>A</figcaption></figure>", (2, 0), "[1]<figure><figcaption>A</figcaption></figure>"),
        ("<ul><li>One <p>two</p> three</li></ul>", (2, 3), "<ul><li>One <p>two</p> [1]three</li></ul>"),
    ],
)
def test_mark_of_a_page(html: str, place: tuple[int, int], expected: str) -> None:
    """A mark stands before the first whole word of its page, outside of what that word begins."""
    assert insert(html, place) == expected


@pytest.mark.parametrize(
    "aside",
    [
        '<a class="footnote-reference">12</a>',
        '<small class="sigla">Ko Hu</small>',
        '<svg xmlns="http://www.w3.org/2000/svg"><text>word</text></svg>',
    ],
)
def test_asides_do_not_count(aside: str) -> None:
    """What stands beside the text in print has no letters that count."""
    assert insert(f"<p>One{aside} two.</p>", (1, 3)) == f"<p>One{aside} [1]two.</p>"


def test_many_pages_in_one_block() -> None:
    """A long paragraph may have several pages, and pages without text begin where the next one does."""
    assert insert("<p>One two three.</p><h2>Four</h2>", (1, 0), (1, 3), (1, 3), (1, 6), (2, 0), (2, 0)) == (
        "<p>[1]One [2][3]two [4]three.</p>[5][6]<h2>Four</h2>"
    )


def test_mark_says_what_it_is() -> None:
    """A mark has the name of its page for who links to it, and for who hears it."""
    body = parse_fragment("<p>One</p>")
    number_blocks(body)
    placed = insert_page_breaks(body, [PageStart("xii", "d", 1, 0), PageStart("xiii", "d", 7, 0)])
    (mark,) = body.iter(tag("span"))

    assert dict(mark.attrib) == {
        "id": "page-xii",
        "role": "doc-pagebreak",
        EPUB_TYPE: "pagebreak",
        "aria-label": "xii",
    }
    assert [start.label for start in placed] == ["xii"]


@pytest.mark.parametrize(
    ("text", "offset", "rest"),
    [
        ("he said “two” words", 6, "“two” words"),
        ("one—two", 3, "two"),
        ("one – two", 3, "two"),
        ("(one) (two)", 3, "(two)"),
        ("우주 경쟁, 네 가지", 4, "네 가지"),
    ],
)
def test_signs_before_a_word(text: str, offset: int, rest: str) -> None:
    """Brackets and quotation marks that open go with their word; dashes stay behind."""
    assert text[find_place(text, offset) :] == rest


def test_list_of_pages_is_read_as_it_was_written(tmp_path: Path) -> None:
    """What one writer leaves, the other finds."""
    pages = PageList(
        "urn:uuid:1", (PageStart("i", "frontmatter/préface", 1, 0), PageStart("1", "part/one", 2, 30)), {"a--b": "1"}
    )
    write_page_list(tmp_path, pages)

    assert read_page_list(tmp_path / page_list.NAME) == pages
