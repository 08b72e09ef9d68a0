"""The assembled document: half title, title page, imprint, contents, then every chapter.

In: an edition, its outline and its chapters.
Out: one HTML document and its style sheet, as text.  Pure: nothing is read but the theme, nothing is written.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from lxml import etree

from build_tools.fonts import locate, render_font_face
from build_tools.paths import THEME
from build_tools.templates import load_template
from build_tools.writers.base import Chapter
from build_tools.writers.edition import Edition
from build_tools.writers.fragments import render_html, tag
from build_tools.writers.outline import Entry, matches
from build_tools.writers.pdf.assembly import (
    SVG,
    assemble_chapter,
    chapter_id,
    drop_dead_links,
    element_id,
    mark_bookmarks,
)
from build_tools.writers.pdf.index_pages import sort_index_links
from build_tools.writers.pdf.typography import choose_joiner, join_all

INK = "#22252b"


@dataclass(frozen=True)
class ContentsLine:
    """A line of the contents: level 0 for parts, 1 for chapters, 2 for sections.

    :param opens_group: whether it is the first line after the parts and stands apart from them.
    """

    level: int
    title: str
    target: str
    opens_group: bool = False


def list_contents(outline: Entry, parts: Container[Entry], depth: int = 1) -> list[ContentsLine]:
    """List the lines of the contents down to chapters, or deeper.

    :param parts: those that have a page of their own; others get no line.
    """
    lines: list[ContentsLine] = []

    def add(entry: Entry, level: int) -> None:
        if entry.is_part and entry in parts:
            # A part within a part has no page of its own.
            target = chapter_id(first_document(entry)) if level > 1 else part_id(entry)
            lines.append(ContentsLine(level if level > 1 else 0, entry.title, target))
        elif not entry.is_part and not entry.anchor:
            lines.append(ContentsLine(level, entry.title, chapter_id(entry.docname)))
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


def first_document(part: Entry) -> str:
    """Name the document that a part begins with."""
    return next((entry.docname for entry in part.walk() if entry.docname), "")


def part_id(part: Entry) -> str:
    """Give the id of a part, after its first document."""
    return f"part--{chapter_id(first_document(part))}"


def render_document(
    edition: Edition, outline: Entry, chapters: Iterable[Chapter], *, front: list[str], back: list[str]
) -> str:
    """Render the whole document as HTML."""
    main = etree.Element(tag("main"), nsmap={None: tag("")[1:-1]})
    parts = find_parts(outline, front + back)
    levels = find_levels(outline)
    for chapter in chapters:
        if chapter.docname in parts:
            main.append(make_part_page(parts[chapter.docname]))
        assemble_chapter(chapter)
        kind = "front" if matches(chapter.docname, front) else "back" if matches(chapter.docname, back) else "main"
        chapter.body.set("class", f"chapter {kind}")
        mark_bookmarks(chapter, levels.get(chapter.docname, 1))
        main.append(chapter.body)
    dress_drawings(main, edition)
    drop_dead_links(main)
    sort_index_links(main)
    name_headings(main)
    join = choose_joiner(whole_words=edition.language.whole_words)
    join_all(main, join)
    return load_template("print.html.jinja").render(
        edition=edition,
        _=edition._,
        contents=list_contents(outline, parts.values()),
        contents_title=edition._("Contents"),
        text=join,
        main=render_html(main),
    )


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


def make_part_page(part: Entry) -> etree._Element:
    """Make the page that opens a part."""
    page = etree.Element(tag("section"), {"class": "part", "id": part_id(part)})
    etree.SubElement(page, tag("h1"), {"class": "part-title"}).text = part.title
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


def render_style_variables(edition: Edition) -> str:
    """Render the fonts and what depends on the language."""
    language = edition.language
    faces = "".join(
        render_font_face(family, face, locate(face.source).as_uri(), ranges=False)
        for family in language.families
        for face in family.faces
    )
    stack = ", ".join(f'"{family.name}"' for family in language.families)
    variables = {
        "--text-face": f"{stack}, serif",
        "--code-face": f"{render_code_stack(edition)}, monospace",
        "--line-height": f"{language.line_height}",
        "--hyphens": "auto" if language.hyphenation else "manual",
        "--align": "justify" if language.justify else "start",
    }
    lines = "".join(f"  {name}: {value};\n" for name, value in variables.items())
    return f"{faces}:root {{\n{lines}}}\n"


def render_code_stack(edition: Edition) -> str:
    """Render the faces of code: the one that is made for it comes first, the book's own faces help out."""
    families = edition.language.families
    return ", ".join(f'"{family.name}"' for family in sorted(families, key=lambda family: "code" not in family.slug))


def render_style(edition: Edition, sheets: Iterable[str] = ("print.css",)) -> str:
    """Render the whole style sheet."""
    return render_style_variables(edition) + "".join(Path(THEME, name).read_text(encoding="utf-8") for name in sheets)
