"""What the parts of a document are, in the words of readers and of assistive technology.

In: the XHTML tree of a chapter.
Out: the same tree with `epub:type` and the roles of DPUB-ARIA.

Structural semantics: https://www.w3.org/TR/epub-ssv-11/ ; roles: https://www.w3.org/TR/dpub-aria-1.1/
"""

from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.epub.xhtml import TYPE, clean_body
from build_tools.writers.fragments import iter_with_class, remove_element, tag

# What a document of the back matter is, by the end of its name; any other is an appendix.
_BACK_MATTER = frozenset({"colophon", "bibliography", "acknowledgments", "afterword"})
_INDEX_PARTS = {"index-group": "index-group", "index-term": "index-term", "index-link": "index-locator"}


def prepare_chapter(chapter: Chapter, matter: str) -> None:
    """Give a chapter its semantics and take out what EPUB forbids.

    :param matter: "frontmatter", "bodymatter", "backmatter" or "index".
    """
    clean_body(chapter.body)
    mark_notes(chapter.body)
    mark_terms(chapter.body)
    mark_headers(chapter.body)
    kind = choose_kind(chapter, matter)
    mark_section(chapter.body, kind)
    if kind == "index":
        mark_index(chapter.body)
    chapter.body.set(TYPE, "backmatter" if matter == "index" else matter)


def choose_kind(chapter: Chapter, matter: str) -> str:
    """Choose what a document is within its matter."""
    if matter in {"index", "bodymatter"}:
        kind = "index" if matter == "index" else "chapter"
        return "glossary" if kind == "chapter" and is_glossary(chapter.body) else kind
    if matter == "frontmatter":
        return "preface"
    name = chapter.docname.rpartition("/")[2]
    return "glossary" if is_glossary(chapter.body) else name if name in _BACK_MATTER else "appendix"


def is_glossary(body: etree._Element) -> bool:
    """Tell whether a document has a glossary."""
    return next(iter_with_class(body, "glossary"), None) is not None


def mark(element: etree._Element, kind: str, role: str = "") -> None:
    """Say what an element is, for readers, and for assistive technology where it has a word for it."""
    element.set(TYPE, kind)
    if role:
        element.set("role", role)


def mark_section(body: etree._Element, kind: str) -> None:
    """Mark the outermost section of a document."""
    section = next(body.iterchildren(tag("section")), None)
    if section is not None:
        mark(section, kind, f"doc-{kind}")


def mark_notes(body: etree._Element) -> None:
    """Mark footnotes and the references to them, so that readers show them as popups."""
    for reference in iter_with_class(body, "footnote-reference"):
        mark(reference, "noteref", "doc-noteref")
    for listing in iter_with_class(body, "footnote-list"):
        listing.tag = tag("section")
        mark(listing, "footnotes", "doc-endnotes")
    for note in iter_with_class(body, "footnote"):
        if note.tag == tag("aside"):
            mark(note, "footnote", "doc-footnote")
    for bracket in list(iter_with_class(body, "fn-bracket")):
        remove_element(bracket)


def mark_terms(body: etree._Element) -> None:
    """Mark the terms of a glossary with their definitions, and links to them."""
    for listing in iter_with_class(body, "glossary"):
        for element in listing.iterchildren(tag("dt"), tag("dd")):
            mark(element, "glossterm" if element.tag == tag("dt") else "glossdef")
    for span in iter_with_class(body, "std-term"):
        link = span.getparent()
        if link is not None and link.tag == tag("a") and link.get("href"):
            mark(link, "glossref", "doc-glossref")


def mark_headers(body: etree._Element) -> None:
    """Say of each header of a table whether it heads its column or its row."""
    for header in body.iter(tag("th")):
        row = header.getparent()
        if "scope" not in header.attrib and row is not None:
            heads_column = all(cell.tag == tag("th") for cell in row)
            header.set("scope", "col" if heads_column else "row")


def mark_index(body: etree._Element) -> None:
    """Mark the parts of an index."""
    for name, kind in _INDEX_PARTS.items():
        for element in iter_with_class(body, name):
            mark(element, kind)
    for listing in body.iter(tag("ul")):
        mark(listing, "index-entry-list")
        for item in listing.iterchildren(tag("li")):
            mark(item, "index-entry")
