"""From chapters to one document: unique ids, links within the file, footnotes at the foot of the page.

In: `Chapter` objects, each an XHTML tree of its own.
Out: the same trees, changed so that they can stand in one document.
How pages look is the print style's business.
"""

import copy
import re

from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.fragments import (
    iter_with_class,
    make_ids_unique,
    remove_element,
    replace_element,
    rewrite_links,
    tag,
    unwrap_element,
)

DOCUMENT = "#document-"
_INTERNAL = re.compile(rf"{DOCUMENT}([^#]*)(?:#(.*))?\Z")
SVG = "{http://www.w3.org/2000/svg}svg"


def chapter_id(docname: str) -> str:
    """Give the id of a document's place in the file.

    >>> chapter_id("moon/apollo")
    'moon-apollo'
    """
    return re.sub(r"[^\w-]", "-", docname)


def element_id(docname: str, identifier: str) -> str:
    """Give the id that an element of a document has in the file."""
    return f"{chapter_id(docname)}--{identifier}"


def resolve_link(docname: str, href: str) -> str:
    """Resolve a link of a document to a link within the file; others stay."""
    found = _INTERNAL.match(href)
    if found:
        target, anchor = found[1], found[2]
        return "#" + (element_id(target, anchor) if anchor else chapter_id(target))
    if href.startswith("#"):
        return "#" + (element_id(docname, href[1:]) if href[1:] else chapter_id(docname))
    return href


def assemble_chapter(chapter: Chapter) -> None:
    """Make a chapter fit to stand beside others."""
    body = chapter.body
    make_ids_unique(body)
    for element in body.iter("*"):
        for name in ("id", "aria-labelledby"):
            if name in element.attrib:
                element.set(name, element_id(chapter.docname, element.get(name, "")))
    rewrite_links(body, lambda href: resolve_link(chapter.docname, href))
    move_footnotes(body)
    for node in [*body.iter(tag("script")), *body.iter(tag("style")), *body.iter(tag("link"))]:
        remove_element(node)
    body.tag = tag("article")
    body.set("id", chapter_id(chapter.docname))


def move_footnotes(body: etree._Element) -> None:
    """Put each note into the text where it is first referred to; the style moves it to the foot of the page."""
    notes = {note.get("id"): note for note in iter_with_class(body, "footnote") if note.tag == tag("aside")}
    used = set()
    for reference in list(iter_with_class(body, "footnote-reference")):
        target = reference.get("href", "")[1:]
        if target in notes and target not in used:
            used.add(target)
            replace_element(reference, make_note(notes[target]))
    for listing in list(iter_with_class(body, "footnote-list")):
        remove_element(listing)


def make_note(note: etree._Element) -> etree._Element:
    """Make an inline element of a note; its paragraphs become lines."""
    inline = etree.Element(tag("span"), {"class": "page-note", "id": note.get("id", "")})
    for paragraph in copy.deepcopy(note).iter(tag("p")):
        paragraph.tag = tag("span")
        paragraph.tail = None
        paragraph.set("class", "page-note-line")
        inline.append(paragraph)
    return inline


def drop_dead_links(root: etree._Element) -> None:
    """Turn links that lead nowhere within the file into plain text."""
    ids = {element.get("id") for element in root.iter("*")}
    for link in list(root.iter(tag("a"))):
        href = link.get("href", "")
        if (href.startswith("#") and href[1:] not in ids) or not href:
            if link.get("id"):
                link.tag = tag("span")
                link.attrib.pop("href", None)
            else:
                unwrap_element(link)
