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


def test_copies_of_a_part_follow_each_other() -> None:
    """What stands before and behind the text does so in a long book, too."""
    names = ("front/preface", "moon/apollo", "moon/luna", "back/glossary")
    part = Entry("Part", children=(Entry("Apollo", names[1]), Entry("Luna", names[2])))
    outline = Entry("Book", "index", children=(Entry("Preface", names[0]), part, Entry("Glossary", names[3])))
    repeated, chapters = repeat_book(outline, [Chapter(name, name, parse_fragment("<p>x</p>")) for name in names], 2)

    order = ["front/preface", "front/preface--2", "moon/apollo", "moon/luna", "moon/apollo--2", "moon/luna--2"]
    assert [chapter.docname for chapter in chapters] == [*order, "back/glossary", "back/glossary--2"]
    assert [name for name in list_spine(repeated) if name != "index"] == [chapter.docname for chapter in chapters]
