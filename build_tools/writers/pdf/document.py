"""The assembled book: half title, title page, imprint, contents, then every chapter.

In: an edition, its outline and its chapters.
Out: the parts that are laid out one after another, as trees and as HTML.
Pure: nothing is read but the theme, nothing is written.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import etree

from build_tools.templates import load_template
from build_tools.writers.base import Chapter
from build_tools.writers.edition import Edition
from build_tools.writers.fragments import render_html, tag
from build_tools.writers.illustrations import Illustration, list_illustrations
from build_tools.writers.index_words import lead_to_words
from build_tools.writers.outline import Entry, matches
from build_tools.writers.pdf.addresses import add_addresses
from build_tools.writers.pdf.assembly import (
    SVG,
    assemble_chapter,
    chapter_id,
    drop_dead_links,
    element_id,
    mark_bookmarks,
)
from build_tools.writers.pdf.hyphenation import find_names
from build_tools.writers.pdf.index_pages import is_index, mark_glossary, mark_index, mark_people, read_index
from build_tools.writers.pdf.page_starts import DOCNAME
from build_tools.writers.pdf.references import Wording, mark_references
from build_tools.writers.pdf.spaces import bind_dates, bind_end, bind_last_words
from build_tools.writers.pdf.typography import choose_joiner, join_all

INK = "#22252b"


@dataclass(frozen=True)
class ContentsLine:
    """A line of the contents: level 0 for parts, 1 for chapters, 2 for sections.

    :param opens_group: whether it is the first line after the parts and stands apart from them.
    :param number: of a chapter that has one.
    """

    level: int
    title: str
    target: str
    opens_group: bool = False
    number: int = 0


def list_contents(outline: Entry, parts: Collection[Entry], depth: int = 1) -> list[ContentsLine]:
    """List the lines of the contents down to chapters, or deeper.

    :param parts: those that have a page of their own; others get no line.
    """
    lines: list[ContentsLine] = []
    numbers = number_chapters(parts)

    def add(entry: Entry, level: int) -> None:
        if entry.is_part and entry in parts:
            # A part within a part has no page of its own.
            target = chapter_id(first_document(entry)) if level > 1 else part_id(entry)
            lines.append(ContentsLine(level if level > 1 else 0, entry.title, target))
        elif not entry.is_part and not entry.anchor:
            number = numbers.get(entry.docname, 0)
            lines.append(ContentsLine(level, entry.title, chapter_id(entry.docname), number=number))
        elif not entry.is_part and level <= depth:
            lines.append(ContentsLine(level, entry.title, element_id(entry.docname, entry.anchor)))
        for child in entry.children:
            add(child, level if entry.is_part else level + 1)

    for previous, entry in pairwise([outline, *outline.children]):
        first = len(lines)
        add(entry, 1)
        if previous in parts and entry not in parts and len(lines) > first:
            lines[first] = replace(lines[first], opens_group=True)
    return lines


def number_chapters(parts: Iterable[Entry]) -> Mapping[str, int]:
    """Count the chapters of the parts through the whole book, and give each document its number."""
    documents = (entry.docname for part in parts for entry in part.children if entry.docname and not entry.anchor)
    return {docname: number for number, docname in enumerate(dict.fromkeys(documents), 1)}


def first_document(part: Entry) -> str:
    """Name the document that a part begins with."""
    return next((entry.docname for entry in part.walk() if entry.docname), "")


def part_id(part: Entry) -> str:
    """Give the id of a part, after its first document."""
    return f"part--{chapter_id(first_document(part))}"


@dataclass(frozen=True)
class AssembledBook:
    """A book whose pages are not known yet: four trees that hold its chapters, and what the first pages list.

    :param front: front matter, whose pages have roman numbers.
    :param back: what follows the text, up to the index; here the pages of the text are known.
    :param index: from the first index to the end; here the pages of everything else are known.
    :param run: how the first and the last page of a run are written.
    :param names: those of people and places in the text, which are not divided at the end of a line.
    """

    edition: Edition
    contents: tuple[ContentsLine, ...]
    illustrations: tuple[Illustration, ...]
    front: etree._Element
    body: etree._Element
    back: etree._Element
    index: etree._Element
    run: str
    names: frozenset[str]

    @property
    def join(self) -> Callable[[str], str]:
        """What is joined in its language so that no line breaks there."""
        return choose_joiner(self.edition.language)


def assemble_book(
    edition: Edition,
    outline: Entry,
    chapters: Sequence[Chapter],
    *,
    front: list[str],
    back: list[str],
    own: bool = True,
) -> AssembledBook:
    """Assemble the book; its chapters are changed.

    :param own: whether it is our book; references of strangers tell no page, for there may be one in each line.
    """
    main = make_main()
    parts = find_parts(outline, front + back)
    levels = find_levels(outline)
    illustrations = list_illustrations(chapters)
    numbers = number_chapters(parts.values())
    heads = {entry.docname: part.title for part in parts.values() for entry in part.walk() if entry.docname}
    for chapter in chapters:
        if chapter.docname in parts:
            main.append(make_part_page(parts[chapter.docname], numbers))
        assemble_chapter(chapter)
        chapter.body.set(DOCNAME, chapter.docname)
        is_back = matches(chapter.docname, back) or is_index(chapter.body)
        kind = "front" if matches(chapter.docname, front) else "back" if is_back else "main"
        chapter.body.set("class", f"chapter {kind}")
        open_chapter(chapter, heads.get(chapter.docname, edition.title), numbers.get(chapter.docname, 0))
        mark_bookmarks(chapter, levels.get(chapter.docname, 1))
        main.append(chapter.body)
    dress_drawings(main, edition)
    uses = mark_text(main, edition, references=own)
    drop_dead_links(main)
    add_addresses(main, {edition.licence_url} if edition.licence else ())
    name_headings(main)
    bind_dates(main, edition.language.code)
    join_all(main, choose_joiner(edition.language))
    bind_last_words(main)
    mark_back(main, uses, edition.language.code)
    contents = list_contents(outline, parts.values())
    run, names = edition._("{first}–{last}"), find_names(render_html(main))
    return AssembledBook(edition, tuple(contents), tuple(illustrations), *divide_chapters(main), run, names)


def make_main() -> etree._Element:
    """Make an element that holds chapters."""
    return etree.Element(tag("main"), nsmap={None: tag("")[1:-1]})


def mark_text(main: etree._Element, edition: Edition, *, references: bool) -> Mapping[str, list[str]]:
    """Mark what will have the numbers of pages in the text; give the places where each term of a glossary is used."""
    if references:
        space = "" if edition.language.whole_words else " "
        mark_references(main, Wording(edition._("(p. {page})"), edition._("p. {page}"), space))
    return mark_glossary(main)


def mark_back(main: etree._Element, uses: Mapping[str, list[str]], code: str) -> None:
    """Mark what will have the numbers of pages in the index and in what takes them from there.

    By now it is settled where lines may break; the elements that words get here change nothing in that.
    """
    places = {element.get("id"): element for element in main.iter("*") if element.get("id")}
    lead_to_words(main, lambda href: places.get(href[1:]), code)
    mark_people(main, read_index(main))
    mark_index(main, uses)


def divide_chapters(main: etree._Element) -> tuple[etree._Element, etree._Element, etree._Element, etree._Element]:
    """Divide the chapters into front matter, text, what is at the back, and index with what follows it."""
    divisions = (make_main(), make_main(), make_main(), make_main())
    place = 0
    for element in list(main):
        names = (element.get("class") or "").split()
        kind = 3 if is_index(element) else 2 if "back" in names else 0 if "front" in names else 1
        place = max(place, kind)
        divisions[place].append(element)
    return divisions


def render_first_pages(book: AssembledBook, front: etree._Element, labels: Mapping[str, str]) -> str:
    """Render what comes before page 1 as HTML.

    :param front: the front matter with its numbers.
    :param labels: the numbers of the pages of all other places.
    """
    edition = book.edition
    return load_template("print.html.jinja").render(
        edition=edition,
        _=edition._,
        contents=book.contents,
        contents_title=edition._("Contents"),
        illustrations=book.illustrations,
        illustrations_title=edition._("Figures and tables"),
        id_of=element_id,
        labels=labels,
        text=book.join,
        end=bind_end,
        main=render_html(front),
    )


def render_pages(book: AssembledBook, part: etree._Element | str, before: str = "") -> str:
    """Render a part of the book as HTML.

    :param before: what stands before it.
    """
    main = part if isinstance(part, str) else render_html(part)
    return load_template("pages.html.jinja").render(edition=book.edition, text=book.join, before=before, main=main)


def name_headings(root: etree._Element) -> None:
    """Keep the plain words of each heading for its bookmark, before joiners come into the text."""
    for heading in root.iter(*map(tag, ("h1", "h2", "h3", "h4", "h5", "h6"))):
        heading.set("data-title", " ".join("".join(heading.itertext()).split()))


def find_parts(outline: Entry, unprinted: list[str]) -> Mapping[str, Entry]:
    """Find the parts that get a page of their own, by the first document of each."""
    parts = (entry for entry in outline.children if entry.is_part)
    return {first_document(part): part for part in parts if not matches(first_document(part), unprinted)}


def find_levels(outline: Entry) -> Mapping[str, int]:
    """Find how deep below the top each document stands; parts count."""
    levels: dict[str, int] = {}

    def add(entry: Entry, level: int) -> None:
        if entry.docname and not entry.anchor:
            levels[entry.docname] = level
        for child in entry.children:
            add(child, level + 1)

    levels[outline.docname] = 1
    for entry in outline.children:
        add(entry, 1)
    return levels


def open_chapter(chapter: Chapter, part: str, number: int) -> None:
    """Tell the heading of a chapter its part, for the running heads, and its number."""
    heading = next(chapter.body.iter(tag("h1")), None)
    if heading is not None:
        heading.set("data-part", part)
        if number:
            heading.set("data-number", str(number))


def make_part_page(part: Entry, numbers: Mapping[str, int]) -> etree._Element:
    """Make the page that opens a part: its title and its chapters."""
    page = etree.Element(tag("section"), {"class": "part", "id": part_id(part)})
    etree.SubElement(page, tag("h1"), {"class": "part-title"}).text = part.title
    listing = etree.SubElement(page, tag("ul"), {"class": "part-chapters"})
    for entry in part.children:
        if entry.docname in numbers and not entry.anchor:
            item = etree.SubElement(listing, tag("li"))
            etree.SubElement(item, tag("span"), {"class": "chapter-number"}).text = f"{numbers[entry.docname]} "
            etree.SubElement(item, tag("a"), {"href": f"#{chapter_id(entry.docname)}"}).text = entry.title
    return page


def dress_drawings(root: etree._Element, edition: Edition) -> None:
    """Give drawings the ink and the face of the page, which WeasyPrint does not hand down to them."""
    for svg in root.iter(SVG):
        svg.set("color", INK)
        svg.set("font-family", ", ".join(f"'{family.name}'" for family in edition.language.families))
        for element in svg.iter("*"):
            for name in ("fill", "stroke"):
                if element.get(name) == "currentColor":
                    element.set(name, INK)
