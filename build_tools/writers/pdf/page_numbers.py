"""Page numbers as text: those of the index, the glossary, the people, the contents and of references within the text.

In: a tree with elements that name places, and the folios of places that are known.
Out: the same tree with numbers in these elements: each page once, runs of pages merged, each number a link.

An element names its places in `data-places`; what stands before and behind the numbers, in `data-before` and
`data-behind`.
A place that is laid out together with the element has no folio yet: the print style asks for its page (`.page-number`
without text).
One that is laid out later gets a placeholder, see `late_numbers`.
Other places without a folio are left out, and with them an element that has no other.
"""

import copy
from collections.abc import Container, Iterator, Mapping

from lxml import etree

from build_tools.writers.fragments import remove_element, tag
from build_tools.writers.pdf.folios import Folio, list_runs
from build_tools.writers.pdf.late_numbers import CLASS, PLACEHOLDER

PLACES, BEFORE, BEHIND = "data-places", "data-before", "data-behind"


def name_places(element: etree._Element, places: list[str], before: str = "", behind: str = "") -> None:
    """Say in an element which places its numbers shall lead to."""
    element.set(PLACES, " ".join(places))
    element.set(BEFORE, before)
    element.set(BEHIND, behind)


def number_pages(
    root: etree._Element, folios: Mapping[str, Folio], run: str, later: Container[str] = ()
) -> etree._Element:
    """Give a copy of a tree with the numbers of all pages that can be told.

    :param run: how the first and the last page of a run are written, such as "{first}–{last}".
    :param later: places whose numbers are written when all is laid out, on pages with arabic numbers.
    """
    numbered = copy.deepcopy(root)
    own = {element.get("id", "") for element in numbered.iter("*")}
    for element in list(numbered.iter("*")):
        if element.get(PLACES) is not None:
            _fill(element, folios, own, later, run)
    return numbered


def _fill(
    element: etree._Element, folios: Mapping[str, Folio], own: Container[str], later: Container[str], run: str
) -> None:
    places = dict.fromkeys(element.attrib.pop(PLACES).split())
    before, behind = element.attrib.pop(BEFORE), element.attrib.pop(BEHIND)
    runs = list(make_runs({place: folios[place] for place in places if place in folios}, run))
    unknown = [place for place in places if place not in folios]
    runs += [[make_link(place, "")] for place in unknown if place in own and place not in later]
    runs += [[make_link(place, PLACEHOLDER, late=True)] for place in unknown if place in later]
    if not runs:
        remove_element(element)
        return
    element.text = before
    for links in runs:
        element.extend(links)
        links[-1].tail = behind if links is runs[-1] else ", "


def make_runs(places: Mapping[str, Folio], pattern: str) -> Iterator[list[etree._Element]]:
    """Make the links of each run of pages: one to its first page and, where there are more, one to its last."""
    first_places: dict[Folio, str] = {}
    for place, folio in places.items():
        first_places.setdefault(folio, place)
    for first, last in list_runs(first_places):
        links = [make_link(first_places[folio], folio.label) for folio in dict.fromkeys((first, last))]
        if len(links) > 1:
            links[0].tail = pattern.replace("{first}", "").replace("{last}", "")
        yield links


def make_link(place: str, text: str, *, late: bool = False) -> etree._Element:
    """Make a link to a place."""
    name = f"page-number {CLASS}" if late else "page-number"
    link = etree.Element(tag("a"), {"class": name, "href": f"#{place}"})
    link.text = text
    return link
