"""The pages of places in the ebook, and what its index leads to."""

from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.epub.backlinks import lead_index_to_uses, list_spots
from build_tools.writers.fragments import iter_with_class, parse_fragment

MARK = '<span role="doc-pagebreak" aria-label="{}"></span>'
FILES = {"one": "one.xhtml"}


def read_pages(html: str, places: dict[str, str] | None = None) -> dict[str, str]:
    """Read the page of each id of a document that begins on page 4."""
    chapter = Chapter("one", "One", parse_fragment(f"{MARK.format(4)}<p>Before.</p>{html}"))
    return {anchor: spot.page for (_file, anchor), spot in list_spots([chapter], FILES, places or {}).items() if anchor}


def test_block_that_begins_a_page_is_on_it() -> None:
    """The mark of a page stands within the block that the page begins with, and the block is on that page."""
    mark = MARK.format(5)

    assert read_pages(f'<p id="a">{mark}Text <b id="b">more</b></p>') == {"a": "5", "b": "5"}
    assert read_pages(f'<section id="s">{mark}<h2 id="h">Title</h2></section>') == {"s": "5", "h": "5"}
    assert read_pages(f'<p id="a">Text {mark}<b id="b">more</b></p>') == {"a": "4", "b": "5"}
    assert read_pages(f'<p id="a"><img/>{mark}</p>') == {"a": "4"}


def test_page_of_a_place_that_print_names_is_that_of_print() -> None:
    """A figure may stand on another page in print than its place in the text tells."""
    assert read_pages('<p id="a">Text</p><p id="b">Text</p>', {"one--b": "5"}) == {"a": "4", "b": "5"}


def test_entry_of_a_term_leads_to_its_uses() -> None:
    """The uses of a term follow its place in the glossary, in their order."""
    index = Chapter("genindex", "Index", parse_fragment(
        '<p class="index-entry"><span class="index-term">orbit</span>'
        ' <a class="index-link" href="back/glossary.xhtml#term-orbit">1</a></p>'
    ))  # fmt: skip
    uses = {("back/glossary.xhtml", "term-orbit"): ["one.xhtml#use-1", "two.xhtml#use-1"]}
    lead_index_to_uses(index, "genindex.xhtml", uses)

    links: list[etree._Element] = list(iter_with_class(index.body, "index-link"))
    assert [link.get("href") for link in links] == [
        "back/glossary.xhtml#term-orbit",
        "one.xhtml#use-1",
        "two.xhtml#use-1",
    ]
