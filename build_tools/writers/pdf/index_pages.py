"""The apparatus at the back of the printed book: which places the index, the glossary and the people lead to.

In: the assembled document, in which the links of the index lead to places.
Out: the same, with elements that name these places instead; `page_numbers` writes the numbers once the pages are known.
"""

import re
from collections.abc import Mapping

from lxml import etree

from build_tools.writers.fragments import iter_with_class, remove_element, tag
from build_tools.writers.pdf.page_numbers import name_places
from build_tools.writers.term_uses import iter_uses

# What follows a name in the list of people: the years of a life.
_YEARS = re.compile(r"\s*[((][^()()]*[))]\s*\Z")


def is_index(chapter: etree._Element) -> bool:
    """Tell whether a chapter is an index."""
    return any("index" in (section.get("class") or "").split() for section in chapter.iterchildren(tag("section")))


def mark_index(root: etree._Element, uses: Mapping[str, list[str]]) -> None:
    """Put one element for all numbers into the place of each entry's links.

    :param uses: the places where each term of a glossary is used; its entry leads to them too.
    """
    for entry in list(iter_with_class(root, "index-entry")):
        if entry.getnext() is not None:
            entry.set("class", "index-entry has-subentries")
        places = [place for target in list_targets(entry) for place in (target, *uses.get(target, ()))]
        links = list(entry.iterchildren(tag("a")))
        if not places:
            continue
        tail = links[-1].tail
        for link in links:
            link.tail = None
            remove_element(link)
        term = entry[0]
        term.tail = None
        pages = etree.Element(tag("span"), {"class": "index-link"})
        name_places(pages, places, ", ")
        pages.tail = tail
        term.addnext(pages)


def list_targets(entry: etree._Element) -> list[str]:
    """List the places that the links of an index entry lead to."""
    hrefs = (link.get("href", "") for link in entry.iterchildren(tag("a")))
    return [href[1:] for href in hrefs if href.startswith("#")]


def read_index(root: etree._Element) -> dict[str, list[str]]:
    """Read the places of each main entry of the index, those of its subentries included."""
    found: dict[str, list[str]] = {}
    for item in root.iter(tag("li")):
        entry = item.find(tag("p"))
        if entry is None or "index-entry" not in (entry.get("class") or "") or not _is_main(item):
            continue
        places = [place for inner in iter_with_class(item, "index-entry") for place in list_targets(inner)]
        found.setdefault(_read_words(entry[0]), []).extend(places)
    return found


def _read_words(element: etree._Element) -> str:
    """Read the words of an element without the joiners, which depend on what stands beside it."""
    return "".join(element.itertext()).replace("\u2060", "").strip()


def _is_main(item: etree._Element) -> bool:
    return next(item.iterancestors(tag("li")), None) is None


def mark_glossary(root: etree._Element) -> dict[str, list[str]]:
    """Give each term of a glossary the places where chapters use it; tell these places by the terms."""
    terms = {term.get("id"): term for listing in iter_with_class(root, "glossary") for term in listing.iter(tag("dt"))}
    uses: dict[str, list[str]] = {}
    for link in iter_uses(root):
        term, place = link.get("href", "")[1:], link.get("id")
        if term in terms and place:
            uses.setdefault(term, []).append(place)
    for identifier, places in uses.items():
        append_pages(terms[identifier], places)
    return uses


def mark_people(root: etree._Element, index: Mapping[str, list[str]]) -> None:
    """Give each person the places that the index gives for the name."""
    for passage in iter_with_class(root, "people"):
        for name in passage.iter(tag("dt")):
            places = index.get(_YEARS.sub("", _read_words(name)))
            if places:
                append_pages(name, places)


def append_pages(term: etree._Element, places: list[str]) -> None:
    """Put the numbers behind the last words that are said of a term."""
    described = next(term.itersiblings(tag("dd")), None)
    paragraphs = list(described.iter(tag("p"))) if described is not None else []
    if paragraphs:
        pages = etree.SubElement(paragraphs[-1], tag("span"), {"class": "page-reference"})
        name_places(pages, places, "\u00a0")
