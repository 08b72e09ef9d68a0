"""The text of an ebook, ready to be written: what is marked, linked and listed before the files are made.

In: the outline, the chapters and the printed pages.
Out: a `Manuscript`.  The trees of the chapters are changed on the way.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.edition import Edition
from build_tools.writers.epub.backlinks import (
    lead_index_to_uses,
    link_glossary,
    link_references,
    list_spots,
    number_index,
)
from build_tools.writers.epub.navigation import Landmark, Navigation, Place, list_places
from build_tools.writers.epub.own_pages import choose_file, make_part_body
from build_tools.writers.epub.semantics import prepare_chapter
from build_tools.writers.epub.xhtml import TYPE, resolve_path
from build_tools.writers.fragments import tag
from build_tools.writers.illustrations import Illustration, list_illustrations
from build_tools.writers.index_words import lead_to_words
from build_tools.writers.outline import INDEX, Entry
from build_tools.writers.page_list import BLOCK, PageList, PageStart, insert_page_breaks, make_page_break, page_id

_LISTED = frozenset({"glossary", "index", "loi", "lot"})


@dataclass(frozen=True)
class Opening:
    """The page that opens a part."""

    part: Entry
    file: str
    body: etree._Element


@dataclass(frozen=True)
class OwnFiles:
    """The names of the files that hold no document."""

    cover: str
    title: str
    imprint: str
    navigation: str

    @classmethod
    def choose(cls, taken: set[str]) -> "OwnFiles":
        """Choose names that no document has."""
        return cls(
            *(choose_file(name, taken) for name in ("cover.xhtml", "titlepage.xhtml", "imprint.xhtml", "nav.xhtml"))
        )


@dataclass(frozen=True)
class Manuscript:
    """The text and its navigation.

    :param files: the file of each document.
    :param openings: the pages that open parts, by the first document of each.
    :param lost: printed pages whose places are not in the text.
    """

    chapters: list[Chapter]
    files: Mapping[str, str]
    openings: Mapping[str, Opening]
    own: OwnFiles
    navigation: Navigation
    lost: tuple[PageStart, ...]


def prepare_manuscript(
    edition: Edition,
    outline: Entry,
    chapters: list[Chapter],
    files: Mapping[str, str],
    parts: Mapping[str, Entry],
    numbers: Mapping[str, int],
    pages: PageList,
    matter_of: Callable[[str], str],
) -> Manuscript:
    """Mark, link and list all that the ebook has beside its words.

    :param parts: those that get a page of their own, by the first document of each.
    :param numbers: those of the chapters that have one in print.
    :param pages: the printed pages, which may be none.
    :param matter_of: tells whether a document is "frontmatter", "bodymatter", "backmatter" or "index".
    """
    starts = pages.starts
    openings = make_openings(parts, set(files.values()))
    placed = {start.label: place for start, place in mark_pages(chapters, files, openings, starts)}
    illustrations = list_illustrations(chapters)
    for chapter in chapters:
        number_heading(chapter, numbers.get(chapter.docname, 0))
        prepare_chapter(chapter, matter_of(chapter.docname))
    uses = link_glossary(chapters, files, pages.places, edition)
    for chapter in chapters:
        if chapter.docname == INDEX:
            lead_index_to_uses(chapter, files[INDEX], uses)
            lead_index_to_words(chapter, files[INDEX], chapters, files, edition.language.code)
            number_index(chapter, files[INDEX], list_spots(chapters, files, pages.places))
            link_references(chapter.body)
    own = OwnFiles.choose(set(files.values()))
    contents = tuple(
        list_places(outline.children, files, {opening.part: opening.file for opening in openings.values()}, numbers)
    )
    navigation = Navigation(
        contents=contents or (Place(edition.title, next(iter(files.values()))),),
        figures=tuple(list_pictured(illustrations, "figure", files)),
        tables=tuple(list_pictured(illustrations, "table", files)),
        pages=tuple(placed[start.label] for start in starts if start.label in placed),
        landmarks=(),
    )
    landmarks = tuple(list_landmarks(edition, chapters, files, own, navigation, matter_of))
    lost = tuple(start for start in starts if start.label not in placed)
    return Manuscript(chapters, files, openings, own, replace(navigation, landmarks=landmarks), lost)


def lead_index_to_words(
    index: Chapter, file: str, chapters: list[Chapter], files: Mapping[str, str], code: str
) -> None:
    """Lead the links of an index to the words that its entries are about."""
    places = {
        (files[chapter.docname], element.get("id", "")): element
        for chapter in chapters
        for element in chapter.body.iter("*")
        if element.get("id")
    }

    def find(href: str) -> etree._Element | None:
        path, _, anchor = href.partition("#")
        return places.get((resolve_path(file, unquote(path)), unquote(anchor)))

    lead_to_words(index.body, find, code)


def make_openings(parts: Mapping[str, Entry], taken: set[str]) -> dict[str, Opening]:
    """Make the pages that open parts."""
    return {
        docname: Opening(part, choose_file(f"part-{number}.xhtml", taken), make_part_body(part))
        for number, (docname, part) in enumerate(parts.items(), 1)
    }


def number_heading(chapter: Chapter, number: int) -> None:
    """Put the number of a chapter above its title, behind the mark of the page that begins there."""
    heading = next(chapter.body.iter(tag("h1")), None)
    if heading is None or not number:
        return
    label = etree.Element(tag("span"), {"class": "chapter-number"})
    label.text = str(number)
    first = heading[0] if len(heading) and not heading.text else None
    if first is not None and first.get("role") == "doc-pagebreak":
        first.addnext(label)
        label.tail, first.tail = f" {first.tail or ''}", None
    else:
        heading.insert(0, label)
        label.tail, heading.text = f" {heading.text or ''}", None


def mark_pages(
    chapters: list[Chapter], files: Mapping[str, str], openings: Mapping[str, Opening], starts: tuple[PageStart, ...]
) -> Iterator[tuple[PageStart, Place]]:
    """Mark where the printed pages begin; give those that have a place, with where it is."""
    for chapter in chapters:
        own = [start for start in starts if start.docname == chapter.docname]
        opening = openings.get(chapter.docname)
        before = list_opening_pages(chapter, own) if opening else []
        if opening:
            for start in reversed(before):
                opening.body[0].insert(0, make_page_break(start.label))
                yield start, Place(start.label, f"{opening.file}#{page_id(start.label)}")
        for start in insert_page_breaks(chapter.body, own[len(before) :]):
            yield start, Place(start.label, f"{files[chapter.docname]}#{page_id(start.label)}")


def list_opening_pages(chapter: Chapter, starts: list[PageStart]) -> list[PageStart]:
    """List the pages that are said to begin with the heading of a chapter, but the one that it stands on.

    Where the chapter is the first of a part, these are the pages that open the part.
    """
    heading = next(chapter.body.iter(tag("h1")), None)
    number = heading.get(BLOCK) if heading is not None else None
    return [start for start in starts if str(start.block) == number and not start.offset][:-1]


def list_pictured(illustrations: list[Illustration], kind: str, files: Mapping[str, str]) -> Iterator[Place]:
    """List the figures or the tables."""
    for found in illustrations:
        if found.kind == kind:
            title = ". ".join(filter(None, (found.number.rstrip("."), found.title)))
            yield Place(title, f"{files[found.docname]}#{found.anchor}")


def list_landmarks(
    edition: Edition,
    chapters: list[Chapter],
    files: Mapping[str, str],
    own: OwnFiles,
    navigation: Navigation,
    matter_of: Callable[[str], str],
) -> Iterator[Landmark]:
    """List the places that readers offer beside the contents."""
    _ = edition._
    yield Landmark("cover", own.cover, _("Cover"))
    yield Landmark("titlepage", own.title, edition.title)
    yield Landmark("toc", f"{own.navigation}#toc", _("Contents"))
    for kind, title, places in (("loi", _("Figures"), navigation.figures), ("lot", _("Tables"), navigation.tables)):
        if places:
            yield Landmark(kind, f"{own.navigation}#{kind}", title)
    body = (chapter for chapter in chapters if matter_of(chapter.docname) == "bodymatter")
    yield Landmark("bodymatter", files[next(body, chapters[0]).docname], _("Start of the text"))
    seen = set()
    for chapter in chapters:
        section = next(chapter.body.iterchildren(tag("section")), None)
        kind = section.get(TYPE, "") if section is not None else ""
        if kind in _LISTED and kind not in seen:
            seen.add(kind)
            yield Landmark(kind, files[chapter.docname], chapter.title)
