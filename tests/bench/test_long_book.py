"""A book in which each chapter comes several times."""

from build_tools.bench.long_book import repeat_book
from build_tools.writers.base import Chapter
from build_tools.writers.fragments import parse_fragment, rewrite_links
from build_tools.writers.outline import Entry, list_spine
from build_tools.writers.pdf.assembly import DOCUMENT

HTML = f'<p><a href="{DOCUMENT}moon/apollo#dog">a</a><a href="#here">b</a><a href="https://example.org/">c</a></p>'
OUTLINE = Entry("Book", "index", children=(Entry("Part", children=(Entry("Moon", "moon/apollo"),)),))


def test_copies_have_names_of_their_own() -> None:
    """Each copy is a chapter like all others, in the outline and in the text."""
    outline, chapters = repeat_book(OUTLINE, [Chapter("moon/apollo", "Moon", parse_fragment(HTML))], 3)

    assert [chapter.docname for chapter in chapters] == ["moon/apollo", "moon/apollo--2", "moon/apollo--3"]
    assert [name for name in list_spine(outline) if name != "index"] == [chapter.docname for chapter in chapters]


def test_links_stay_within_a_copy() -> None:
    """A link to another chapter leads to that of the same copy; others are as they were."""
    _outline, (_first, second) = repeat_book(OUTLINE, [Chapter("moon/apollo", "Moon", parse_fragment(HTML))], 2)
    links: list[str] = []
    rewrite_links(second.body, lambda href: links.append(href) or href)

    assert links == [f"{DOCUMENT}moon/apollo--2#dog", "#here", "https://example.org/"]
