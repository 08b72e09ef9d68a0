"""The pages that are in no document of the book: cover, title page, the openings of parts.

In: an edition; the outline.
Out: `body` elements, and names for their files.
"""

from collections.abc import Container

from lxml import etree
from lxml.builder import ElementMaker

from build_tools.config import Family
from build_tools.writers.edition import Edition
from build_tools.writers.epub.semantics import mark
from build_tools.writers.epub.xhtml import TYPE, tell_language
from build_tools.writers.fragments import EPUB, XHTML
from build_tools.writers.outline import Entry

E = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": EPUB})


def make_cover_body(edition: Edition) -> etree._Element:
    """Make the page that shows the cover."""
    picture = E.img({"src": "cover.jpg", "alt": f"{edition._('Cover')}: {edition.title}", "role": "doc-cover"})
    return E.body({TYPE: "cover", "class": "cover"}, E.section({TYPE: "cover"}, picture))


def make_title_body(edition: Edition) -> etree._Element:
    """Make the title page."""
    section = E.section({TYPE: "titlepage", "class": "titlepage"}, E.h1(edition.mark(edition.title), edition.title))
    if edition.subtitle:
        subtitle = E.p({"class": "subtitle", "role": "doc-subtitle"}, edition.subtitle)
        subtitle.attrib.update(edition.mark(edition.subtitle))
        section.append(subtitle)
    for name, text in (("by", ", ".join(edition.authors)), ("publisher", edition.publisher)):
        section.extend([E.p({"class": name}, text)] if text else [])
    for element in section:
        tell_language(element)
    return E.body({TYPE: "frontmatter"}, section)


def make_imprint_body(edition: Edition) -> etree._Element:
    """Make the page that tells who has made the book, when, and what may be done with it."""
    _ = edition._
    facts = E.dl()
    for name, value in (
        (_("Written by"), ", ".join(edition.authors)),
        (_("Translated by"), ", ".join(edition.translators)),
        (_("Language"), edition.language_name),
        (_("Edition of"), edition.day),
        (_("Licence"), edition.licence),
        (_("Identifier"), edition.identifier),
        (_("Typefaces"), ", ".join(family.name for family in edition.language.embedded)),
    ):
        if value:
            facts.extend([E.dt(name), E.dd(value)])
        if value == edition.licence and edition.licence_url:
            facts[-1].extend([E.br(), E.a({"href": edition.licence_url, "dir": "ltr"}, edition.licence_url)])
    section = E.section({"class": "imprint"}, E.h1(edition.mark(edition.title), edition.title))
    if edition.description:
        section.append(E.p(edition.mark(edition.description), edition.description))
    section.append(facts)
    mark(section, "copyright-page")
    for element in section:
        tell_language(element)
    return E.body({TYPE: "frontmatter"}, section)


def make_licence_body(family: Family, text: str) -> etree._Element:
    """Make the page that holds the licence of a typeface that the ebook carries; licences are in English."""
    section = E.section({"class": "imprint", "lang": "en", "dir": "ltr"}, E.h1(family.name))
    section.extend([E.p(" ".join(paragraph.split())) for paragraph in text.split("\n\n") if paragraph.strip()])
    tell_language(section)
    return E.body({TYPE: "backmatter"}, section)


def make_part_body(part: Entry) -> etree._Element:
    """Make the page that opens a part."""
    section = E.section({"class": "part"}, E.h1(part.title))
    mark(section, "part", "doc-part")
    return E.body({TYPE: "bodymatter"}, section)


def choose_file(name: str, taken: Container[str]) -> str:
    """Choose a name for a file that no document has.

    >>> choose_file("cover.xhtml", {"cover.xhtml"})
    'own-cover.xhtml'
    """
    while name in taken:
        name = f"own-{name}"
    return name
