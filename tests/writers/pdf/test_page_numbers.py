"""Page numbers as text."""

from lxml import etree

from build_tools.writers.fragments import parse_fragment, tag
from build_tools.writers.pdf.folios import Folio
from build_tools.writers.pdf.page_numbers import name_places, number_pages

FOLIOS = {f"p{number}": Folio(True, number) for number in range(1, 30)} | {
    "x": Folio(False, 10),
    "twin": Folio(True, 4),
}


def show(root: etree._Element) -> str:
    """Show the text with each link as its words and its target."""
    for link in list(root.iter(tag("a"))):
        link.text = f"[{link.text or '?'}→{link.get('href')}]"
    return "".join(root.itertext())


def number(places: str, run: str = "{first}–{last}") -> str:
    """Number one element that names some places."""
    root = parse_fragment("<p>term<span/> and on</p>")
    name_places(root[0][0], places.split(), " (", ")")
    return show(number_pages(root, FOLIOS, run))


def test_pages_are_sorted_merged_and_linked() -> None:
    """Each page comes once, in order, linked to the first place on it that is named."""
    assert number("p9 p4 twin x") == "term ([x→#x], [4→#p4], [9→#p9]) and on"


def test_pages_in_a_row_are_a_run() -> None:
    """Three pages in a row are told as a run, and both its ends are links."""
    assert number("p7 p5 p6 p12") == "term ([5→#p5]–[7→#p7], [12→#p12]) and on"


def test_run_in_korean() -> None:
    """The sign of a run is that of the language."""
    assert number("p1 p2", "{first}~{last}") == "term ([1→#p1]~[2→#p2]) and on"


def test_place_that_is_unknown_has_no_number() -> None:
    """A place that is nowhere is left out; an element without any other goes, and the text stays."""
    assert number("p1 lost") == "term ([1→#p1]) and on"
    assert number("lost") == "term and on"


def test_place_of_the_same_part_is_left_to_the_style() -> None:
    """A place that is laid out together with its reference gets a link without text, for the style to fill."""
    root = parse_fragment('<p>term<span/></p><p id="near">here</p>')
    name_places(root[0][0], ["near"], ", ")

    assert show(number_pages(root, {}, "{first}–{last}")) == "term, [?→#near]here"


def test_tree_itself_is_not_changed() -> None:
    """The same tree can be numbered again, for another variant with other pages."""
    root = parse_fragment("<p>term<span/></p>")
    name_places(root[0][0], ["p1"], ", ")
    number_pages(root, FOLIOS, "")

    assert show(number_pages(root, {"p1": Folio(True, 8)}, "")) == "term, [8→#p1]"
