"""Links between the text, the glossary and the index, in both directions.

In: the chapters of an ebook in reading order, after their pages are marked.
Out: the same trees; each term of the glossary has links to its uses, the index has numbers of pages and links within.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from urllib.parse import unquote

from lxml import etree
from lxml.builder import ElementMaker
from sphinx.locale import _ as translate_sphinx

from build_tools.writers.base import Chapter
from build_tools.writers.edition import Edition
from build_tools.writers.epub.xhtml import TYPE, resolve_path
from build_tools.writers.fragments import EPUB, XHTML, iter_with_class, remove_element, tag
from build_tools.writers.pdf.assembly import element_id
from build_tools.writers.term_uses import iter_uses

_PICTURES = frozenset({tag("img"), "{http://www.w3.org/2000/svg}svg"})
E = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": EPUB})
# In the order in which they are tried: one begins as the other does.
_REFERENCES = {"see also %s": "index-xref-related", "see %s": "index-xref-preferred"}


@dataclass(frozen=True)
class Spot:
    """A place in the text that others link to.

    :param file: the document's file, as the root of the ebook sees it.
    :param title: the title of the document.
    :param page: the printed page that the place is on, or nothing.
    """

    file: str
    title: str
    page: str = ""


Spots = Mapping[tuple[str, str], Spot]
# The places where each term of a glossary is used, by the place of the term; all as the root of the ebook sees them.
Uses = Mapping[tuple[str, str], list[str]]


def list_spots(
    chapters: Iterable[Chapter], files: Mapping[str, str], places: Mapping[str, str]
) -> dict[tuple[str, str], Spot]:
    """List every id of the text, by its file and itself, and the documents by their files alone.

    :param places: the pages of places that the printed index names.
    """
    spots = {}
    page = ""
    for chapter in chapters:
        file = files[chapter.docname]
        for element in chapter.body.iter("*"):
            if element.get("role") == "doc-pagebreak":
                page = element.get("aria-label", "")
            if identifier := element.get("id"):
                printed = places.get(element_id(chapter.docname, identifier))
                spots[file, identifier] = Spot(file, chapter.title, printed or _read_opening(element) or page)
            elif element is chapter.body:
                spots[file, ""] = Spot(file, chapter.title, _read_opening(element) or page)
    return spots


def _read_opening(element: etree._Element) -> str:
    """Read the page that an element begins with: its mark stands within the element, before all words."""
    page = ""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and inner.get("role") == "doc-pagebreak":
            page = inner.get("aria-label", "")
        words = inner.text if event == "start" else inner.tail if inner is not element else ""
        if (words and words.strip()) or (event == "start" and inner.tag in _PICTURES):
            break
    return page


def find_spot(href: str, from_file: str, spots: Spots) -> Spot | None:
    """Find the spot that a link leads to."""
    path, _, anchor = href.partition("#")
    return spots.get((resolve_path(from_file, unquote(path)) if path else from_file, unquote(anchor)))


def link_glossary(
    chapters: list[Chapter], files: Mapping[str, str], places: Mapping[str, str], edition: Edition
) -> Uses:
    """Give each term of a glossary links to where the text uses it, one for each document; give all its uses."""
    terms = dict(_iter_terms(chapters, files))
    uses = defaultdict(list)
    for chapter in chapters:
        for link in iter_uses(chapter.body):
            path, _, anchor = link.get("href", "").partition("#")
            key = (resolve_path(files[chapter.docname], unquote(path)), unquote(anchor)) if path else None
            if key in terms:
                uses[key].append(f"{files[chapter.docname]}#{link.get('id')}")
    spots = list_spots(chapters, files, places)
    for key, term in terms.items():
        if uses[key] and (definition := _find_definition(term)) is not None:
            firsts = {target.partition("#")[0]: target for target in reversed(uses[key])}
            definition.append(_render_uses(list(firsts.values())[::-1], key[0], spots, edition))
    return uses


def _iter_terms(
    chapters: Iterable[Chapter], files: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    for chapter in chapters:
        for listing in iter_with_class(chapter.body, "glossary"):
            for term in listing.iterchildren(tag("dt")):
                if term.get("id"):
                    yield (files[chapter.docname], term.get("id", "")), term


def _find_definition(term: etree._Element) -> etree._Element | None:
    return next((element for element in term.itersiblings() if element.tag == tag("dd")), None)


def _free_names(body: etree._Element, word: str) -> Iterator[str]:
    """Give ids that are not in a tree."""
    taken = {element.get("id") for element in body.iter("*")}
    yield from (name for number in count(1) if (name := f"{word}-{number}") not in taken)


def _name(element: etree._Element, names: Iterator[str]) -> str:
    """Give the id of an element, which gets one if it has none."""
    if not element.get("id"):
        element.set("id", next(names))
    return element.get("id", "")


def _render_uses(targets: list[str], from_file: str, spots: Spots, edition: Edition) -> etree._Element:
    uses = E.p({"class": "term-uses"}, E.span({"class": "term-uses-label"}, edition._("In the text:")), " ")
    links = [E.a({"href": f"{'../' * from_file.count('/')}{target}", "role": "doc-backlink"}) for target in targets]
    uses.extend(number_links(links, from_file, spots))
    return uses


def number_links(links: list[etree._Element], from_file: str, spots: Spots) -> list[etree._Element]:
    """Write the printed page of its target into each link, one link for a page; without pages, count them.

    Where several links are numbered, readers hear the title of the chapter too.
    """
    numbered: dict[str, etree._Element] = {}
    for number, link in enumerate(links, 1):
        spot = find_spot(link.get("href", ""), from_file, spots)
        link.text = (spot.page if spot else "") or str(number)
        if spot:
            link.set("title", spot.title)
        numbered.setdefault(link.text, link)
    for link in numbered.values():
        link.tail = ", "
    kept = list(numbered.values())
    kept[-1].tail = None
    return kept


def lead_index_to_uses(index: Chapter, file: str, uses: Uses) -> None:
    """Let the entries that lead to a term of the glossary lead to its uses in the text too."""
    up = "../" * file.count("/")
    for link in list(iter_with_class(index.body, "index-link")):
        path, _, anchor = link.get("href", "").partition("#")
        for target in reversed(uses.get((resolve_path(file, unquote(path)), unquote(anchor)), [])):
            link.addnext(E.a({"class": "index-link", "href": f"{up}{target}", TYPE: "index-locator"}))


def number_index(index: Chapter, file: str, spots: Spots) -> None:
    """Write printed pages into the links of an index, in the order of the text."""
    order = {key: number for number, key in enumerate(spots)}
    for entry in iter_with_class(index.body, "index-entry"):
        links = list(iter_with_class(entry, "index-link"))
        if not links:
            continue
        places = {link: _find_order(link.get("href", ""), file, order) for link in links}
        if any(spot.page for spot in spots.values()):
            links.sort(key=places.__getitem__)
        for link in links:
            link.tail = None
            remove_element(link)
        entry.extend(number_links(links, file, spots))


def _find_order(href: str, from_file: str, order: Mapping[tuple[str, str], int]) -> int:
    path, _, anchor = href.partition("#")
    return order.get((resolve_path(from_file, unquote(path)), unquote(anchor)), len(order))


def link_references(index: etree._Element) -> None:
    """Make a link of what stands behind "see" and "see also" in an index, where it is an entry."""
    names = _free_names(index, "entry")
    entries = {_read_term(entry): entry for entry in iter_with_class(index, "index-entry") if _is_main(entry)}
    patterns = {translate_sphinx(words).partition("%s"): kind for words, kind in _REFERENCES.items()}
    for entry in list(iter_with_class(index, "index-entry")):
        text = _read_term(entry)
        for (before, _, behind), kind in patterns.items():
            name = text.removeprefix(before).removesuffix(behind)
            target = entries.get(name)
            if text == f"{before}{name}{behind}" and target is not None and target is not entry:
                _link_reference(entry, E.a({"href": f"#{_name(target, names)}", TYPE: kind}, name), before, behind)
                break


def _find_term(entry: etree._Element) -> etree._Element:
    return next(iter_with_class(entry, "index-term"), entry)


def _read_term(entry: etree._Element) -> str:
    return "".join(_find_term(entry).itertext())


def _is_main(entry: etree._Element) -> bool:
    return sum(ancestor.tag == tag("li") for ancestor in entry.iterancestors()) == 1


def _link_reference(entry: etree._Element, link: etree._Element, before: str, behind: str) -> None:
    term = _find_term(entry)
    for mark in [element for element in term.iter("*") if element.get("role") == "doc-pagebreak"]:
        mark.tail = None
        term.addprevious(mark)
    term.text = None
    term[:] = [E.i({"class": "index-see"}, before)] if before else []
    term.append(link)
    if behind:
        term.append(E.i({"class": "index-see"}, behind))
