"""The index of the book as an XHTML tree.

In: the index entries that Sphinx collected.
Out: a `body` element; each reference is a numbered link, and the words that lead to another entry are set apart.
The PDF has numbers of pages instead; they are its writer's business.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.locale import _ as translate_sphinx

from build_tools.collation import group_by_initial, make_sort_key
from build_tools.writers.fragments import XHTML

# What Sphinx's `Index.generate` gives: a heading and its entries, each a tuple of seven.
DomainContent = Iterable[tuple[str, Iterable[Any]]]
# What `IndexEntries.create_index` gives: a heading and its entries.
Groups = Iterable[tuple[str, Iterable[Any]]]
E = ElementMaker(namespace=XHTML, nsmap={None: XHTML})


def collate_groups(groups: Groups, code: str) -> list[tuple[str, list[Any]]]:
    """Put the groups of an index into the order of a language's alphabet, under its letters.

    :param groups: as Sphinx gives them: headings with entries, each a name with its links, its subentries and a key.
    """
    entries = [
        (name, (links, sort_subentries(subentries, code), key))
        for _heading, group in groups
        for entry in group
        for name, (links, subentries, key) in part_entries(*entry)
    ]
    return group_by_initial(entries, lambda entry: str(entry[0]), code)


def part_entries(name: str, facts: Any) -> Iterator[tuple[str, Any]]:
    """Give an entry, and those that Sphinx has put under it because only their remarks in brackets differ.

    >>> [name for name, _ in part_entries("Zenit (rocket)", ([], [("(satellite)", []), ("see Soyuz", [])], None))]
    ['Zenit (rocket)', 'Zenit (satellite)']
    """
    links, subentries, key = facts
    parted = [entry for entry in subentries if entry[0].startswith("(") and entry[0].endswith(")")]
    yield name, (links, [entry for entry in subentries if entry not in parted], key)
    for remark, other_links in parted:
        yield f"{name.rpartition(' (')[0]} {remark}", (other_links, [], key)


def sort_subentries(subentries: Iterable[Any], code: str) -> list[Any]:
    """Sort subentries by the alphabet; what leads to other entries comes last."""
    key = make_sort_key(code)
    return sorted(subentries, key=lambda entry: (not entry[1], key(entry[0])))


def render_index(env: BuildEnvironment, builder: Builder, title: str) -> etree._Element:
    """Render all groups of the index."""
    columns = E.div({"class": "index-columns"})
    for heading, entries in collate_groups(IndexEntries(env).create_index(builder), env.config.language or "en"):
        group = E.section({"class": "index-group"}, E.h2(heading))
        listing = E.ul()
        for name, (links, subentries, _key) in entries:
            item = E.li(render_entry(name, links))
            if subentries:
                item.append(E.ul(*(E.li(render_subentry(subname, sublinks)) for subname, sublinks in subentries)))
            listing.append(item)
        group.append(listing)
        columns.append(group)
    return E.body(E.section({"class": "index"}, E.h1(title), columns))


def render_domain_index(uri_of: Callable[[str], str], title: str, content: DomainContent) -> etree._Element:
    """Render the index of a domain, such as that of Python modules.

    :param uri_of: gives the place of a document as the index sees it.
    :param content: groups as Sphinx gives them: a heading and entries with name, kind, document, anchor and remarks.
    """
    section = E.section({"class": "index domain-index"}, E.h1(title))
    for heading, entries in content:
        listing = E.ul()
        for entry in entries:
            listing.append(render_domain_entry(uri_of, entry))
        group = E.section({"class": "index-group"}, *([E.h2(heading)] if heading else []), listing)
        section.append(group)
    return E.body(section)


def render_domain_entry(uri_of: Callable[[str], str], entry: Any) -> etree._Element:
    """Render one entry of a domain's index; the parts of an entry without a place of their own stand under it."""
    name, kind, docname, anchor, extra, qualifier, description = entry
    uri = f"{uri_of(docname)}#{anchor}" if docname and anchor else uri_of(docname) if docname else ""
    remarks = ", ".join(filter(None, (extra, qualifier)))
    line = render_entry(f"{name} ({remarks})" if remarks else name, [("", uri)])
    if description:
        line[-1].tail = " "
        line.append(E.em({"class": "index-description"}, description))
    return E.li({"class": "index-below"} if kind == 2 else {}, line)


def render_entry(name: str, links: Iterable[Any]) -> etree._Element:
    """Render one entry with a link to each place, each place once."""
    entry = E.p({"class": "index-entry"}, E.span({"class": "index-term"}, name))
    for number, uri in enumerate(list_places(links), 1):
        entry[-1].tail = ", "
        entry.append(E.a({"class": "index-link", "href": uri}, str(number)))
    return entry


def render_subentry(name: str, links: Iterable[Any]) -> etree._Element:
    """Render a subentry; one that leads to another entry has no places, and words of its own before or behind it."""
    entry = render_entry(name, links)
    if not links:
        mark_direction(entry[0], [translate_sphinx("see also %s"), translate_sphinx("see %s")])
    return entry


def mark_direction(term: etree._Element, patterns: Iterable[str]) -> None:
    """Set apart the words that lead to another entry, such as "see".

    :param patterns: the words with %s for the other entry; the first that fits counts.
    """
    for before, _, behind in (pattern.partition("%s") for pattern in patterns):
        text = term.text or ""
        if len(text) > len(before + behind) and text.startswith(before) and text.endswith(behind):
            other = text[len(before) : len(text) - len(behind)]
            term.text = None if before else other
            if before:
                lead = E.i({"class": "index-see"}, before)
                lead.tail = other
                term.append(lead)
            if behind:
                term.append(E.i({"class": "index-see"}, behind))
            return


def list_places(links: Iterable[Any]) -> Iterator[str]:
    """Give each target once; main entries first, as Sphinx sorts them."""
    yield from dict.fromkeys(uri for _main, uri in links if uri)
