"""From chapters to one document."""

import pytest
from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.fragments import iter_with_class, parse_fragment
from build_tools.writers.pdf.assembly import (
    assemble_chapter,
    drop_dead_links,
    is_short,
    move_footnotes,
    resolve_link,
)

NOTE = '<aside class="footnote-list"><aside class="footnote" id="n1"><span class="label">1</span>{}</aside></aside>'
CALL = '<p>Text<a class="footnote-reference" href="#n1">1</a> goes on.</p>'


def render(body: etree._Element) -> str:
    """Render a tree without its namespaces."""
    return etree.tostring(body, encoding="unicode").replace(' xmlns="http://www.w3.org/1999/xhtml"', "")


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("#document-moon/apollo", "#moon-apollo"),
        ("#document-moon/apollo#landing", "#moon-apollo--landing"),
        ("#landing", "#moon-here--landing"),
        ("https://example.org/#a", "https://example.org/#a"),
    ],
)
def test_links_within_the_file(href: str, link: str) -> None:
    """Links between documents and within one lead to places of the one file; others stay."""
    assert resolve_link("moon/here", href) == link


def test_ids_of_two_chapters_do_not_meet() -> None:
    """The same id in two chapters becomes two ids, and each link leads to its own."""
    bodies = []
    for docname in ("one", "two"):
        chapter = Chapter(docname, "T", parse_fragment('<p id="here">A</p><p><a href="#here">b</a></p>'))
        assemble_chapter(chapter)
        bodies.append(chapter.body)

    assert [next(body.iter("{*}p")).get("id") for body in bodies] == ["one--here", "two--here"]
    assert [next(body.iter("{*}a")).get("href") for body in bodies] == ["#one--here", "#two--here"]


def test_note_moves_to_its_call() -> None:
    """A note of paragraphs stands in the text where it is called, and its list is gone."""
    body = parse_fragment(CALL + NOTE.format("<p>A <em>note</em>.</p><p>More.</p>"))
    move_footnotes(body)

    (note,) = iter_with_class(body, "page-note")
    assert ["".join(line.itertext()) for line in iter_with_class(note, "page-note-line")] == ["A note.", "More."]
    assert note.tail == " goes on."
    assert "footnote-list" not in render(body)


def test_second_call_of_a_note_stays_a_link() -> None:
    """A note that is called twice is printed once; the second call leads to it."""
    body = parse_fragment(CALL + CALL + NOTE.format("<p>A note.</p>"))
    move_footnotes(body)

    (note,) = iter_with_class(body, "page-note")
    (call,) = iter_with_class(body, "footnote-reference")
    assert call.get("href") == f"#{note.get('id')}"


def test_links_that_lead_nowhere_become_text() -> None:
    """A link without a target is text; a link to a place, or out of the book, stays."""
    body = parse_fragment(
        '<p id="a"><a href="#a">in</a> <a href="#b">lost</a> <a href="https://example.org/">out</a> '
        '<a href="javascript:x()">bad</a></p>'
    )
    drop_dead_links(body)

    assert [link.get("href") for link in body.iter("{*}a")] == ["#a", "https://example.org/"]
    assert "".join(body.itertext()) == "in lost out bad"


def test_note_with_code_is_not_short() -> None:
    """A note that holds code does not go to the foot of a page."""
    note = parse_fragment('<aside class="footnote" id="n1"><p>See:</p><pre>code</pre></aside>')[0]

    assert not is_short(note)
