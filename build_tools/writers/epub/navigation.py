"""The navigation document: contents, lists of figures and tables, pages, landmarks.

In: the outline, the files of the spine, and what the book has beside its text.
Out: XHTML for EPUB 3 readers; the tree of contents that `ncx` writes for old ones.

EPUB 3.3: https://www.w3.org/TR/epub-33/#sec-nav
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.builder import ElementMaker

from build_tools.writers.edition import Edition
from build_tools.writers.epub.xhtml import TYPE
from build_tools.writers.fragments import EPUB, XHTML
from build_tools.writers.outline import Entry

E = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": EPUB})
DEPTH = 3


@dataclass(frozen=True)
class Place:
    """A line of the contents and the lines below it.

    :param target: where it leads, as the navigation document sees it; nothing for a heading of others.
    :param is_part: whether it is above documents.
    """

    title: str
    target: str
    below: tuple["Place", ...] = ()
    is_part: bool = False

    @property
    def first_target(self) -> str:
        """Where it leads, or the first of those below it."""
        return self.target or next((place.first_target for place in self.below), "")


@dataclass(frozen=True)
class Landmark:
    """A place that readers offer beside the contents: its `epub:type`, its target and its name."""

    kind: str
    target: str
    name: str


@dataclass(frozen=True)
class Navigation:
    """All that the navigation document shows.

    :param figures: figures, which readers know as `loi`.
    :param tables: tables, which readers know as `lot`.
    :param pages: the pages of the printed book.
    """

    contents: tuple[Place, ...]
    figures: tuple[Place, ...]
    tables: tuple[Place, ...]
    pages: tuple[Place, ...]
    landmarks: tuple[Landmark, ...]


def list_places(
    entries: Iterable[Entry],
    files: Mapping[str, str],
    parts: Mapping[Entry, str],
    numbers: Mapping[str, int],
    depth: int = DEPTH,
) -> Iterator[Place]:
    """List the lines of the contents; documents are listed however deep they are, sections are not.

    :param parts: the files of parts that have a page of their own; others are headings only.
    :param numbers: of documents that have one.
    """
    for entry in entries:
        if entry.anchor and depth < 1:
            continue
        below = tuple(list_places(entry.children, files, parts, numbers, depth - (not entry.is_part)))
        target = parts.get(entry, "") if entry.is_part else files.get(entry.docname, "")
        if entry.anchor and target:
            target = f"{target}#{entry.anchor}"
        if target or (entry.is_part and below):
            number = 0 if entry.anchor or entry.is_part else numbers.get(entry.docname, 0)
            yield Place(f"{number}. {entry.title}" if number else entry.title, target, below, entry.is_part)
        else:
            yield from below


def render_navigation(edition: Edition, navigation: Navigation) -> etree._Element:
    """Render the navigation document; what is not for the page is hidden from it, not from the reader's menus."""
    _ = edition._
    body = E.body({TYPE: "frontmatter"})
    body.append(_render_list("toc", "doc-toc", E.h1(_("Contents")), navigation.contents))
    for kind, title, places in (("loi", _("Figures"), navigation.figures), ("lot", _("Tables"), navigation.tables)):
        if places:
            body.append(_render_list(kind, "", E.h2(title), places))
    if navigation.pages:
        pages = _render_list("page-list", "doc-pagelist", E.h2(_("Pages")), navigation.pages)
        pages.set("hidden", "hidden")
        body.append(pages)
    marks = E.nav({TYPE: "landmarks", "id": "landmarks", "hidden": "hidden", "aria-label": _("Landmarks")})
    marks.append(E.ol(*(E.li(E.a({TYPE: mark.kind, "href": mark.target}, mark.name)) for mark in navigation.landmarks)))
    body.append(marks)
    return body


def _render_list(kind: str, role: str, title: etree._Element, places: Iterable[Place]) -> etree._Element:
    title.set("id", f"{kind}-title")
    nav = E.nav({TYPE: kind, "id": kind, "aria-labelledby": f"{kind}-title"}, title, _render_places(places))
    if role:
        nav.set("role", role)
    return nav


def _render_places(places: Iterable[Place]) -> etree._Element:
    listing = E.ol()
    for place in places:
        item = E.li(E.a({"href": place.target}, place.title) if place.target else E.span(place.title))
        if place.is_part:
            item.set("class", "part-line")
        if place.below:
            item.append(_render_places(place.below))
        listing.append(item)
    return listing
