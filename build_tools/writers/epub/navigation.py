"""The navigation document and the same tree for old readers.

In: the outline and the files of the spine.
Out: XHTML for EPUB 3 readers, EbookLib's links for the NCX.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from build_tools.writers.edition import Edition
from build_tools.writers.epub.xhtml import TYPE
from build_tools.writers.fragments import EPUB, XHTML
from build_tools.writers.outline import Entry

E = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": EPUB})
DEPTH = 3


def find_target(entry: Entry, files: Mapping[str, str]) -> str:
    """Find where an entry leads; a part leads to its first document."""
    if entry.is_part:
        return next((find_target(child, files) for child in entry.children if find_target(child, files)), "")
    file = files.get(entry.docname, "")
    return f"{file}#{entry.anchor}" if file and entry.anchor else file


def render_entries(entries: tuple[Entry, ...], files: Mapping[str, str], depth: int = DEPTH) -> etree._Element | None:
    """Render a list of entries, or nothing where none leads anywhere."""
    listing = E.ol()
    for entry in entries:
        if entry.anchor and depth < 1:
            continue  # documents are listed however deep they are, sections are not
        target = find_target(entry, files)
        below = render_entries(entry.children, files, depth - (not entry.is_part))
        if not target:
            listing.extend(below if below is not None else [])
            continue
        is_heading = entry.is_part and below is not None
        item = E.li(E.span(entry.title) if is_heading else E.a({"href": target}, entry.title))
        if below is not None:
            item.append(below)
        listing.append(item)
    return listing if len(listing) else None


def render_navigation(
    edition: Edition, outline: Entry, files: Mapping[str, str], landmarks: Mapping[str, tuple[str, str]]
) -> etree._Element:
    """Render contents and landmarks; landmarks map an `epub:type` to a file and a name."""
    title = edition._("Contents")
    contents = render_entries(outline.children, files)
    toc = E.nav({TYPE: "toc", "role": "doc-toc", "id": "toc", "aria-labelledby": "toc-title"})
    toc.append(E.h1({"id": "toc-title"}, title))
    first = next(iter(files.values()))
    toc.append(contents if contents is not None else E.ol(E.li(E.a({"href": first}, edition.title))))
    marks = E.nav({TYPE: "landmarks", "id": "landmarks", "hidden": "hidden", "aria-label": edition._("Landmarks")})
    marks.append(E.ol(*(E.li(E.a({TYPE: kind, "href": file}, name)) for kind, (file, name) in landmarks.items())))
    return E.body({TYPE: "frontmatter"}, toc, marks)


def make_ncx_links(entries: tuple[Entry, ...], files: Mapping[str, str], title: str) -> list[Any]:
    """Make EbookLib's tree of links, down to chapters."""
    from ebooklib import epub

    # A book of one document has no chapters below it, but old readers want one place at least.
    first = [epub.Link(file, title, "toc-first") for file in list(files.values())[:1]]
    return list(_iter_ncx_links(entries, files)) or first


def _iter_ncx_links(entries: tuple[Entry, ...], files: Mapping[str, str]) -> Iterator[Any]:
    from ebooklib import epub

    for entry in entries:
        target = find_target(entry, files)
        if entry.anchor:
            yield from _iter_ncx_links(entry.children, files)
            continue
        below = list(_iter_ncx_links(entry.children, files))
        if not target:
            yield from below
            continue
        name = ("part-" if entry.is_part else "toc-") + target.replace("/", "-").replace("#", "-")
        link = epub.Link(target, entry.title, name)
        yield (link, below) if below else link
