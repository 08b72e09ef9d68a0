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
from build_tools.writers.soup import is_address

DOCUMENT = "#document-"
_INTERNAL = re.compile(rf"{DOCUMENT}([^#]*)(?:#(.*))?\Z")
SVG_SPACE = "{http://www.w3.org/2000/svg}"
SVG = f"{SVG_SPACE}svg"
NOTE = "page-note"
# What the style tells apart within code: comments, the line that is meant, line numbers, names that are declared.
KEPT_IN_CODE = frozenset({"c", "c1", "cm", "sd", "hll", "linenos", "property", "descname", "sig-name", "optional"})


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
        if str(element.tag).startswith(SVG_SPACE):
            continue  # a drawing is a world of its own, with links to its own ids
        for name in ("id", "aria-labelledby"):
            if name in element.attrib:
                element.set(name, element_id(chapter.docname, element.get(name, "")))
    thin_code(body)
    rewrite_links(body, lambda href: resolve_link(chapter.docname, href))
    move_footnotes(body)
    move_sigla(body)
    for node in [*body.iter(tag("script")), *body.iter(tag("style")), *body.iter(tag("link"))]:
        remove_element(node)
    body.tag = tag("article")
    body.set("id", chapter_id(chapter.docname))


def move_footnotes(body: etree._Element) -> None:
    """Put each note into the text where it is first referred to; the style moves it to the foot of the page."""
    notes = {note.get("id"): note for note in iter_with_class(body, "footnote") if is_short(note)}
    used = set()
    for reference in list(iter_with_class(body, "footnote-reference")):
        target = reference.get("href", "")[1:]
        if target in notes and target not in used:
            used.add(target)
            replace_element(reference, make_note(notes[target]))
            remove_element(notes[target])
    for listing in list(iter_with_class(body, "footnote-list")):
        if next(iter_with_class(listing, "footnote"), None) is None:
            remove_element(listing)


def is_short(note: etree._Element) -> bool:
    """Tell whether a note is paragraphs only; lists, tables and code do not fit at the foot of a page."""
    blocks = note.iter(*map(tag, ("ul", "ol", "dl", "pre", "table", "div", "figure")))
    return note.tag == tag("aside") and next(blocks, None) is None


def make_note(note: etree._Element) -> etree._Element:
    """Make an inline element of a note; its paragraphs become lines."""
    inline = etree.Element(tag("span"), {"class": NOTE, "id": note.get("id", "")})
    for paragraph in copy.deepcopy(note).iter(tag("p")):
        paragraph.tag = tag("span")
        paragraph.tail = None
        marks = {"untranslated"} & set((paragraph.get("class") or "").split())
        paragraph.set("class", " ".join(["page-note-line", *marks]))
        inline.append(paragraph)
    return inline


def mark_bookmarks(chapter: Chapter, level: int) -> None:
    """Say how deep a document's bookmarks stand, where the style's own levels do not tell."""
    body = chapter.body
    headings = [child for section in body.iterchildren(tag("section")) for child in section.iterchildren(tag("h1"))]
    if not headings:
        body.set("data-title", chapter.title)  # the style makes a bookmark of it
    is_main = "main" in (body.get("class") or "").split()
    if level > 2 or (is_main and level != 2):
        for depth, name in enumerate(("h1", "h2"), level):
            for heading in body.iter(tag(name)):
                heading.set("style", f"bookmark-level: {depth}")


def thin_code(body: etree._Element) -> None:
    """Take out of code the spans that a printed page does not show; thousands of them would cost minutes."""
    for code in [*body.iter(tag("pre"), tag("code")), *iter_with_class(body, "sig")]:
        for span in list(code.iter(tag("span"))):
            names = set((span.get("class") or "").split())
            if not span.get("id") and not names & KEPT_IN_CODE:
                unwrap_element(span)


def move_sigla(body: etree._Element) -> None:
    """Put the marks of a passage before its first word, for they stand beside its first line."""
    for mark in list(iter_with_class(body, "sigla")):
        host = next((parent for parent in mark.iterancestors() if "has-sigla" in parent.get("class", "")), None)
        if host is None:
            continue
        remove_element(mark)
        mark.tail, host.text = host.text, None
        host.insert(0, mark)


def drop_dead_links(root: etree._Element) -> None:
    """Turn links that lead nowhere within the file into plain text."""
    ids = {element.get("id") for element in root.iter("*")}
    for link in list(root.iter(tag("a"))):
        href = link.get("href", "")
        if not (href[1:] in ids if href.startswith("#") else is_address(href)):
            if link.get("id"):
                link.tag = tag("span")
                link.attrib.pop("href", None)
            else:
                unwrap_element(link)
