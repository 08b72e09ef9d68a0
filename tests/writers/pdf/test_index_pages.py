"""Which places the index, the glossary and the people lead to."""

from lxml import etree

from build_tools.writers.fragments import iter_with_class, parse_fragment
from build_tools.writers.pdf.index_pages import is_index, mark_glossary, mark_index, mark_people, read_index
from build_tools.writers.pdf.page_numbers import PLACES
from build_tools.writers.term_uses import name_uses

INDEX = (
    '<article><section class="index"><ul>'
    '<li><p class="index-entry"><span class="index-term">Korolev, Sergei</span>, <a class="index-link" href="#a">1</a>'
    '</p><ul><li><p class="index-entry"><span class="index-term">death of</span>, <a class="index-link" href="#b">1</a>'
    ', <a class="index-link" href="#c">2</a></p></li></ul></li>'
    '<li><p class="index-entry"><span class="index-term">space</span></p></li>'
    "</ul></section></article>"
)
PEOPLE = (
    '<article><div class="people"><dl><dt>Korolev, Sergei (1907–1966)</dt><dd><p>A designer.</p></dd>'
    "<dt>Laika (died 1957)</dt><dd><p>A dog.</p></dd></dl></div></article>"
)
USE = '<a class="reference internal" href="#{}"><span class="xref std std-term">word</span></a>'
GLOSSARY = (
    '<article><dl class="glossary"><dt id="g--rocket">rocket</dt><dd><p>One.</p><p>Two.</p></dd>'
    '<dt id="g--dog">dog</dt><dd><p>Three.</p></dd></dl></article>'
)


def find_places(root: etree._Element, name: str) -> list[str | None]:
    """Find what the elements of a class name."""
    return [element.get(PLACES) for element in iter_with_class(root, name)]


def test_entry_has_one_element_for_its_numbers() -> None:
    """The links of an entry give way to an element that names their places; an entry without any has none."""
    root = parse_fragment(INDEX)
    mark_index(root, {})

    assert find_places(root, "index-link") == ["a", "b c"]
    assert list(root.iter("{*}a")) == []


def test_entry_of_a_term_has_the_places_where_it_is_used() -> None:
    """An entry that leads to the glossary leads to the uses of the term too."""
    root = parse_fragment(INDEX)
    mark_index(root, {"a": ["use--0", "use--1"]})

    assert find_places(root, "index-link") == ["a use--0 use--1", "b c"]


def test_entry_is_not_parted_from_its_first_subentry() -> None:
    """An entry with subentries says so, for the style to keep them together."""
    root = parse_fragment(INDEX)
    mark_index(root, {})

    assert [entry[0].text for entry in iter_with_class(root, "has-subentries")] == ["Korolev, Sergei"]


def test_index_is_known_by_its_section() -> None:
    """A chapter with an index in it is one; a list of people is not."""
    assert [is_index(parse_fragment(html)[0]) for html in (INDEX, PEOPLE)] == [True, False]


def test_people_have_the_places_of_the_index() -> None:
    """A person has the places of the entry and its subentries, whatever joins the name; others have none."""
    root = parse_fragment(PEOPLE.replace(" (1907", "\u2060(1907") + INDEX)
    mark_people(root, read_index(root))

    (pages,) = iter_with_class(root, "page-reference")
    paragraph = pages.getparent()
    assert (pages.get(PLACES), paragraph is not None and paragraph.text) == ("a b c", "A designer.")


def test_terms_have_the_places_where_they_are_used() -> None:
    """A term has a place for each use, behind the last words on it."""
    root = parse_fragment(f"<article><p>{USE.format('g--rocket')} {USE.format('g--rocket')}</p></article>{GLOSSARY}")
    name_uses(root)
    mark_glossary(root)

    (pages,) = iter_with_class(root, "page-reference")
    paragraph = pages.getparent()
    uses = [link.get("id") for link in root.iter("{*}a")]
    assert pages.get(PLACES) == " ".join(str(use) for use in uses)
    assert len(set(uses)) == 2
    assert paragraph is not None
    assert paragraph.text == "Two."
