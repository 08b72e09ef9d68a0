"""Where the text uses the terms of its glossary.

In: the XHTML tree of a document.  Out: the same, with an id on each link to a term.
The ids are given before a format changes the tree, so a use has the same name in the PDF and in the ebook.
"""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from build_tools.writers.fragments import tag

_TERM = f"{tag('span')}[@class='xref std std-term']"


def name_uses(body: etree._Element) -> None:
    """Give each link to a term of a glossary an id, if it has none."""
    taken = {element.get("id") for element in body.iter("*")}
    names = (name for number in count(1) if (name := f"use-{number}") not in taken)
    for link in iter_uses(body):
        if not link.get("id"):
            link.set("id", next(names))


def iter_uses(root: etree._Element) -> Iterator[etree._Element]:
    """Give the links to terms of a glossary."""
    return (link for link in root.iter(tag("a")) if link.find(_TERM) is not None)
