"""From chapters to the content documents of an ebook.

In: `Chapter` objects, each an XHTML tree as Sphinx's translator gives it.
Out: the same trees without what EPUB forbids, and whole documents.
What the parts of a document mean is told in `semantics`.

EPUB 3.3: https://www.w3.org/TR/epub-33/
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.edition import Edition
from build_tools.writers.epub.attributes import clean_attributes
from build_tools.writers.epub.drawings import clean_svg
from build_tools.writers.epub.nesting import drop_empty, repair_nesting
from build_tools.writers.fragments import (
    EPUB,
    XHTML,
    XML,
    is_xhtml,
    make_ids_unique,
    tag,
    unwrap_element,
)
from build_tools.writers.soup import is_address

TYPE = f"{{{EPUB}}}type"
MATHML = "{http://www.w3.org/1998/Math/MathML}math"
SVG = "{http://www.w3.org/2000/svg}svg"


@dataclass(frozen=True)
class Page:
    """A content document: its file, its bytes and the properties its manifest item needs."""

    file: str
    title: str
    content: bytes
    properties: tuple[str, ...]
    ids: frozenset[str]


def clean_body(body: etree._Element) -> None:
    """Take out of a tree what EPUB does not allow or no reader needs."""
    for drawing in list(body.iter(SVG)):
        clean_svg(drawing)
    make_ids_unique(body)
    for element in body.iter("*"):
        if is_xhtml(element):
            clean_attributes(element)
            tell_language(element)
    repair_nesting(body)
    drop_empty(body, ("ul", "ol", "dl", "table", "thead", "tbody", "tfoot"))


def tell_language(element: etree._Element) -> None:
    """Tell the language of an element, if it has one of its own, also in the way that XML has it."""
    if "lang" in element.attrib:
        element.set(f"{{{XML}}}lang", element.get("lang", ""))


def check_target(href: str, from_file: str, pages: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a link leads somewhere: out of the book, or to a place that exists in it."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return is_address(href)
    target = resolve_path(from_file, unquote(parts.path)) if parts.path else from_file
    return target in pages and (not parts.fragment or unquote(parts.fragment) in pages[target])


def resolve_path(from_file: str, relative: str) -> str:
    """Resolve a relative path within the book.

    >>> resolve_path("moon/apollo.xhtml", "../index.xhtml")
    'index.xhtml'
    """
    steps = [*from_file.split("/")[:-1], *relative.split("/")]
    path: list[str] = []
    for step in steps:
        if step == ".." and path:
            path.pop()
        elif step not in {"", "."}:
            path.append(step)
    return "/".join(path)


def drop_links(body: etree._Element, leads_somewhere: Callable[[str], bool]) -> None:
    """Turn links that lead nowhere into plain text, and links within links into one."""
    for link in list(body.iter(tag("a"))):
        href = link.get("href")
        if href is not None and not leads_somewhere(_quote(href)):
            del link.attrib["href"]
            for name in (TYPE, "role", "rel", "target"):
                link.attrib.pop(name, None)
            link.tag = tag("span")
            if not link.get("id"):
                unwrap_element(link)
        elif href is not None:
            link.set("href", _quote(href))
    for inner in [link for link in body.iter(tag("a")) if next(link.iterancestors(tag("a")), None) is not None]:
        unwrap_element(inner)


def _quote(href: str) -> str:
    return re.sub(r"[\s<>\"{}|\\^`]", lambda found: f"%{ord(found[0]):02X}", href.strip())


def list_ids(body: etree._Element) -> frozenset[str]:
    """List the ids of a tree."""
    return frozenset(element.get("id") or "" for element in body.iter("*")) - {""}


def list_pictures(chapters: Iterable[Chapter]) -> list[str]:
    """List the files that the pictures of all chapters are in, each once."""
    found = set()
    for chapter in chapters:
        for picture in chapter.body.iter(tag("img")):
            source = picture.get("src") or ""
            if not source.startswith("data:"):
                found.add(resolve_path(chapter.docname, unquote(source)))
    return sorted(found)


def list_properties(body: etree._Element) -> tuple[str, ...]:
    """List the manifest properties that a document's content calls for."""
    found = {"svg": SVG, "mathml": MATHML}
    return tuple(name for name, element in found.items() if next(body.iter(element), None) is not None)


def render_page(edition: Edition, title: str, body: etree._Element, style: str) -> bytes:
    """Render a whole content document."""
    language = edition.language
    root = etree.Element(tag("html"), nsmap={None: XHTML, "epub": EPUB})
    root.set("lang", language.code)
    root.set(f"{{{XML}}}lang", language.code)
    root.set("dir", language.direction)
    head = etree.SubElement(root, tag("head"))
    etree.SubElement(head, tag("meta"), charset="utf-8")
    etree.SubElement(head, tag("title")).text = title
    etree.SubElement(head, tag("link"), rel="stylesheet", type="text/css", href=style)
    root.append(body)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"])
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
