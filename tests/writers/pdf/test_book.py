"""A small book, laid out part by part."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdfium2
import pytest

from build_tools.writers.base import Chapter
from build_tools.writers.edition import SOURCE_SERIF, Edition, make_foreign_edition
from build_tools.writers.fragments import parse_fragment
from build_tools.writers.outline import Entry
from build_tools.writers.page_list import BLOCK, PageStart, number_blocks
from build_tools.writers.pdf import book as book_module
from build_tools.writers.pdf.book import PrintedBook, print_book
from build_tools.writers.pdf.document import AssembledBook, assemble_book
from build_tools.writers.pdf.portions import divide_part

STYLE = """
@page { size: A6; @bottom-center { content: counter(page, folio) } }
@page bare { @bottom-center { content: none } }
@page :blank { @bottom-center { content: none } }
.title-page, .half-title, .imprint, .blank-page, .part { page: bare }
.half-title, .title-page, .imprint, .contents, .part, .chapter { break-before: page }
.part, .chapter.main { break-before: right }
.sheet { break-before: page }
.contents a[data-page]::after { content: " " attr(data-page) }
.contents a::after { content: " " target-counter(attr(href), page, folio) }
.page-number:empty::after { content: target-counter(attr(href), page, folio) }
h1 { bookmark-level: 1; bookmark-label: attr(data-title); string-set: title content() }
"""
LINK = '<a class="reference internal" href="#document-{0}">{0}</a>'
ENTRY = (
    '<p class="index-entry"><span class="index-term">{}</span>, <a class="index-link" href="#document-{}">1</a>'
    ', <a class="index-link" href="#document-{}">2</a></p>'
)
TEXTS = {
    "front/preface": "<p>Preface, see " + LINK.format("two") + ".</p>",
    "one": "<p>One, see "
    + LINK.format("two")
    + ' <i id="here">here</i>.</p><p class="sheet">Sheet <i id="more">m</i></p>',
    "two": "<p>Two, see " + LINK.format("one") + " and " + LINK.format("back/list") + ".</p>",
    "back/list": "<p>List of " + LINK.format("two") + " and " + LINK.format("back/notes") + ".</p>",
    "back/notes": "<p>Notes.</p>",
    "genindex": '<section class="index"><div><ul><li>'
    + ENTRY.format("entry", "one#here", "one#more")
    + "</li><li>"
    + ENTRY.format("preface", "front/preface", "back/list")
    + "</li></ul></div></section>",
    "colophon": "<p>Set in type.</p>",
}
NOTE = """<p>With a note<a class="footnote-reference" href="#note">1</a>.</p>
<aside class="footnote" id="note"><p>The note.</p></aside>"""


@pytest.fixture(scope="module")
def edition() -> Edition:
    """An edition of nothing in particular."""
    config: Any = SimpleNamespace(
        project="A book",
        release="",
        language="en",
        copyright="",
        epub_description="",
        epub_author="",
        epub_publisher="",
        epub_identifier="",
    )
    made = make_foreign_edition(config, datetime(2026, 1, 2, tzinfo=UTC))
    return replace(made, language=replace(made.language, families=(SOURCE_SERIF,)))


def make_chapters(note: str = "") -> Iterator[Chapter]:
    """Make the chapters of the book, with a note behind each but the index."""
    for docname, text in TEXTS.items():
        title = docname.rpartition("/")[2].title()
        inner = text if docname == "genindex" else f"<section><h1>{title}</h1>{text}{note}</section>"
        body = parse_fragment(inner)
        number_blocks(body)
        yield Chapter(docname, title, body)


def make_book(edition: Edition, note: str = "") -> AssembledBook:
    """Assemble the book."""
    entries = {docname: Entry(docname.rpartition("/")[2].title(), docname) for docname in TEXTS}
    part = Entry("The part", children=(entries["one"], entries["two"]))
    children = tuple(entries[name] for name in ("back/list", "back/notes", "genindex", "colophon"))
    outline = Entry("A book", "index", children=(entries["front/preface"], part, *children))
    return assemble_book(edition, outline, list(make_chapters(note)), front=["front/*"], back=["back/*"])


@pytest.fixture(scope="module")
def printed(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PrintedBook]:
    """The book as a PDF."""
    book = make_book(edition)
    target = tmp_path_factory.mktemp("book") / "book.pdf"
    return target, print_book(book, STYLE, target, edition.language)


@pytest.fixture(scope="module")
def pages(printed: tuple[Path, PrintedBook]) -> dict[str, str]:
    """The words of each page, by its label."""
    with pikepdf.open(printed[0]) as pdf, pypdfium2.PdfDocument(printed[0]) as document:
        texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
        return dict(zip([page.label for page in pdf.pages], texts, strict=True))


def test_numbering_begins_anew_with_the_first_part(pages: dict[str, str]) -> None:
    """The first pages are roman, the part's page is page 1 and a right-hand page; no label comes twice."""
    labels = list(pages)
    assert labels[:3] == ["i", "ii", "iii"]
    assert pages["1"].startswith("The part")
    assert labels.index("1") % 2 == 0
    assert labels[labels.index("1") :] == [str(number) for number in range(1, len(labels) - labels.index("1") + 1)]


def test_printed_numbers_are_the_labels(pages: dict[str, str]) -> None:
    """Each chapter shows the number that is its page's label; parts and blank pages show none."""
    shown = {
        label: text
        for label, text in pages.items()
        if text.startswith(("Preface", "One", "Two", "List", "Notes", "Coloph"))
    }

    assert len(shown) == 6
    assert [label for label, text in shown.items() if not text.endswith(f" {label}")] == []
    assert pages["2"] == ""


def test_reference_tells_the_page_of_a_chapter(pages: dict[str, str]) -> None:
    """References lead forwards and backwards, from each part of the book; the numbers are the labels."""
    one, two = (next(label for label, text in pages.items() if text.startswith(word)) for word in ("One", "Two"))

    assert f"see two (p. {two})" in pages[one]
    listing = next(label for label, text in pages.items() if text.startswith("List"))
    assert f"see one (p. {one}) and back/list (p. {listing})." in pages[two]
    notes = next(label for label, text in pages.items() if text.startswith("Notes"))
    assert f"List of two (p. {two}) and back/notes (p. {notes})." in pages[listing].replace("/ ", "/")
    assert any(f"Preface, see two (p. {two})" in text for text in pages.values())


def test_index_names_the_pages(pages: dict[str, str]) -> None:
    """Places on pages in a row are a run; a roman page comes before an arabic one."""
    here = next(label for label, text in pages.items() if text.startswith("One"))
    more = next(label for label, text in pages.items() if text.startswith("Sheet"))
    preface = next(label for label, text in pages.items() if text.startswith("Preface"))
    listing = next(label for label, text in pages.items() if text.startswith("List"))
    index = next(text for text in pages.values() if "entry," in text)

    assert int(more) == int(here) + 1
    assert f"entry, {here}–{more}" in index
    assert f"preface, {preface}, {listing}" in index


def test_contents_have_all_labels(pages: dict[str, str]) -> None:
    """The contents give the label of front matter, part, chapters, index and what follows it."""
    contents = next(text for text in pages.values() if text.startswith("Contents"))
    labels = list(pages)
    for title in ("Preface", "The part", "One", "Two", "List", "Notes", "Colophon"):
        label = labels[next(place for place, text in enumerate(pages.values()) if text.startswith(title))]
        assert f"{title} {label}" in contents


def test_links_and_bookmarks_are_those_of_one_book(printed: tuple[Path, PrintedBook]) -> None:
    """Every link leads to a page of the joined PDF, and the bookmarks come in the order of the pages."""
    with pikepdf.open(printed[0]) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        targets = {str(link.Dest) for page in pdf.pages for link in page.get("/Annots", []) if "/Dest" in link}
        with pdf.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
        structure = pdf.Root.StructTreeRoot

        assert targets
        assert targets - names == set()
        assert titles == ["Contents", "Preface", "The part", "One", "Two", "List", "Notes", "Colophon"]
        assert len(structure.ParentTree.Nums) >= 2 * len(pdf.pages)


def test_fonts_are_not_repeated(printed: tuple[Path, PrintedBook]) -> None:
    """Parts that are laid out one after another share the fonts of the PDF."""
    with pikepdf.open(printed[0]) as pdf:
        fonts = [
            str(value.BaseFont)
            for value in pdf.objects
            if isinstance(value, pikepdf.Dictionary) and value.get("/Subtype") == "/Type0"
        ]
        sizes = {str(font).partition("+")[2] for font in fonts}

    assert len(fonts) <= 2 * len(sizes)


def test_pages_say_where_they_begin(printed: tuple[Path, PrintedBook], pages: dict[str, str]) -> None:
    """Each page from the first chapter on has a place in the text, by its label; a page without text has the next."""
    starts = printed[1].starts
    blocks = {chapter.docname: list(chapter.body.iter("*")) for chapter in make_chapters()}
    labels = list(pages)
    first = next(place for place, text in enumerate(pages.values()) if text.startswith("Preface"))

    assert [start.label for start in starts] == labels[first:]
    for start in starts:
        (block,) = [element for element in blocks[start.docname] if element.get(BLOCK) == str(start.block)]
        words = " ".join("".join(block.itertext()).split())
        if not pages[start.label].startswith("The part") and pages[start.label]:
            assert pages[start.label].startswith(words[:5])
    assert PageStart("1", "one", starts[labels.index("3") - first].block, 0) in starts


def test_portions_make_the_same_book(edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laid out chapter by chapter, the book is the same file: pages, numbers of notes, links and tags."""
    book = make_book(edition, NOTE)
    style = f"{STYLE} .page-note {{ float: footnote }}"
    once = print_book(book, style, tmp_path / "once.pdf", edition.language)
    monkeypatch.setattr(book_module, "divide_part", lambda part: divide_part(part, 1))
    portioned = print_book(book, style, tmp_path / "portioned.pdf", edition.language)

    assert portioned == once
    assert (tmp_path / "portioned.pdf").read_bytes() == (tmp_path / "once.pdf").read_bytes()
