"""The index of the book as an XHTML tree.

In: the index entries that Sphinx collected.
Out: a `body` element; each reference is a link whose text is the title of the chapter it leads to.
Page numbers in the PDF come from its style sheet.  Collating by the rules of a language is not done here yet.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.environment.adapters.indexentries import IndexEntries

from build_tools.writers.fragments import XHTML

E = ElementMaker(namespace=XHTML, nsmap={None: XHTML})
_CONJOINING = re.compile("[\u1100-\u1112]")


def render_index(env: BuildEnvironment, builder: Builder, title: str) -> etree._Element:
    """Render all groups of the index."""
    section = E.section({"class": "index"}, E.h1(title))
    for heading, entries in IndexEntries(env).create_index(builder):
        group = E.section({"class": "index-group"}, E.h2(show_heading(heading)))
        listing = E.ul()
        for name, (links, subentries, _key) in entries:
            item = E.li(render_entry(name, links))
            if subentries:
                item.append(E.ul(*(E.li(render_entry(subname, sublinks)) for subname, sublinks in subentries)))
            listing.append(item)
        group.append(listing)
        section.append(group)
    return E.body(section)


def show_heading(heading: str) -> str:
    """Show a Korean initial as the letter people know, not as the part of a syllable that Sphinx gives.

    >>> show_heading("\u1109") == "\u3145"
    True
    """

    def compatible(match: re.Match[str]) -> str:
        letter = unicodedata.name(match[0]).removeprefix("HANGUL CHOSEONG ")
        return unicodedata.lookup(f"HANGUL LETTER {letter}")

    return _CONJOINING.sub(compatible, heading)


def render_entry(name: str, links: Iterable[Any]) -> etree._Element:
    """Render one entry with a link to each place, each place once."""
    entry = E.p({"class": "index-entry"}, E.span({"class": "index-term"}, name))
    for number, uri in enumerate(list_places(links), 1):
        entry[-1].tail = ", " if number > 1 else " "
        entry.append(E.a({"class": "index-link", "href": uri}, str(number)))
    return entry


def list_places(links: Iterable[Any]) -> Iterator[str]:
    """Give each target once; main entries first, as Sphinx sorts them."""
    yield from dict.fromkeys(uri for _main, uri in links if uri)
