"""The Sphinx builder `handouts`: `sphinx-build -b handouts`.

In: Sphinx's environment.
Out: for each chapter a sheet for pupils and one for teachers on A4 and Letter, a poster, cards, one archive of all,
and their record.  Another project's book, which has no such passages, gets none.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from docutils import nodes
from lxml import etree
from markupsafe import Markup
from sphinx.util import logging

from build_tools.config import Book, load_book
from build_tools.events import load_events
from build_tools.papers import HOME_PAPERS, PAPERS
from build_tools.paths import THEME, Repository
from build_tools.problems import Code
from build_tools.writers.edition import collect_letters
from build_tools.writers.handouts.archive import write_archive
from build_tools.writers.handouts.composition import PAGES
from build_tools.writers.handouts.faces import write_faces
from build_tools.writers.handouts.gathering import Document, Lists, gather_lists, gather_material, list_chapters
from build_tools.writers.handouts.grey import make_grey
from build_tools.writers.handouts.material import Material
from build_tools.writers.handouts.pages import group_pages, measure_elements, write_pages
from build_tools.writers.handouts.poster import BORDER, list_firsts
from build_tools.writers.handouts.sheets import (
    Chapter,
    Picture,
    Sheet,
    Words,
    plan_sheets,
    render_pieces,
    render_sheets,
)
from build_tools.writers.handouts.tiles import write_tiles
from build_tools.writers.handouts.walls import POSTERS, choose_posters, plan_posters, render_labels, render_walls
from build_tools.writers.outline import Entry, list_spine, matches
from build_tools.writers.pdf.builder import PdfBuilder
from build_tools.writers.pdf.printer import Finish, Press, open_press
from build_tools.writers.pdf.typography import choose_joiner, join_all
from build_tools.writers.promises import Promise, write_promises
from build_tools.writers.record import Record, WrittenFile, write_record
from build_tools.writers.short_links import render_code, render_short_link, show_link

logger = logging.getLogger(__name__)
# A sheet is given away, and each of its parts has its place.
LOOSE = Finish(kept=False, composed=False)
_FIGURE_WIDTH = 113 / 25.4 * 72  # points, as in the style sheet
# Letters that the press itself sets, whatever the book's own are.
_ALWAYS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027), 0x2002, 0x2060]))


class HandoutsBuilder(PdfBuilder):
    """Set handouts of every chapter, a poster and cards."""

    name = "handouts"
    epilog = "The handouts are in %(outdir)s."

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Render the documents that handouts are made of, then write the files."""
        files: list[WrittenFile] = []
        self.promises: dict[str, Promise] = {}
        if self.config.press_repository:
            outline = self.read_outline()
            book = load_book(Repository(Path(self.config.press_repository)))
            documents = list(self.render_documents(outline))
            files = list(self.write_files(book, documents))
        write_promises(Path(self.outdir), self.promises)
        write_record(Path(self.outdir), Record(self.name, tuple(files)))

    def render_documents(self, outline: Entry) -> Iterator[Document]:
        """Render the chapters and the back of the book."""
        config = self.config
        unprinted = config.press_frontmatter + config.press_backmatter
        parts = dict(list_chapters(outline, unprinted))
        join = choose_joiner(self.edition.language)
        for docname in list_spine(outline):
            wanted = docname in parts or matches(docname, config.press_backmatter)
            if wanted and docname in self.env.found_docs:  # the index is none
                chapter = self.render_chapter(docname)
                join_all(chapter.body, join)
                doctree = self.env.get_doctree(docname)
                yield Document(docname, chapter.title, parts.get(docname, ""), chapter.body, doctree)

    def write_files(self, book: Book, documents: Sequence[Document]) -> Iterator[WrittenFile]:
        """Write all files, and tell of each."""
        folder = Path(self.outdir)
        table = Path(self.srcdir, book.events)
        lists = gather_lists(documents, load_events(table, book.events))
        chapters = [document for document in documents if document.part]
        materials = gather_material(chapters, lists, {telling.code: telling.siglum for telling in book.tellings})
        words = Words(self.edition, choose_joiner(self.edition.language))
        shown = {letter for document in documents for letter in document.letters}
        letters = _ALWAYS + collect_letters(self.config) + "".join(sorted(shown))
        faces = write_faces(self.edition.language.families, letters, folder / "faces")
        printed = [self.make_chapter(book, material) for material in materials]
        address = show_link(f"{book.site}/{self.edition.language.code}") if book.site else ""
        style = self.render_style(faces)
        with open_press(style, folder, self.edition.language, finish=LOOSE) as press:
            files = [*self.write_walls(press, words, lists, address), *self.write_sheets(press, words, printed)]
            for warning in dict.fromkeys(press.warnings):
                logger.warning(warning, type="book", subtype=Code.PDF_CONTENT.slug)
        archive = f"{self.edition.file_stem}-handouts.zip"
        write_archive(folder / archive, folder, [file.path for file in files], self.edition.date)
        yield WrittenFile(archive, "archive")
        yield from files

    def make_chapter(self, book: Book, material: Material) -> Chapter:
        """Make what a chapter's sheets show: its drawing in black and white, its short link, its sources."""
        edition, join = self.edition, choose_joiner(self.edition.language)
        picture = None if material.figure is None else self.write_picture(material.slug, material.figure)
        link = render_short_link(book.site, edition.language.code, material.docname)
        code = Markup(render_code(link, show_link(link))) if link else Markup()  # noqa: S704 - our own SVG
        told = [telling for telling in book.tellings if telling.code in material.tellings]
        sources = tuple((telling.siglum, join(edition._(telling.name))) for telling in told)
        return Chapter(material, picture, link, show_link(link), code, sources)

    def write_picture(self, slug: str, svg: etree._Element) -> Picture:
        """Write a drawing for black ink as a file: within the page, its parts would be read again for each sheet."""
        path = Path(self.outdir, "pictures", f"{slug}.svg")
        path.parent.mkdir(exist_ok=True)
        names = ", ".join(f"'{family.name}'" for family in self.edition.language.families)
        title = svg.find("{http://www.w3.org/2000/svg}title")
        make_grey(svg, _FIGURE_WIDTH, names)
        path.write_bytes(etree.tostring(svg, with_tail=False))
        return Picture(f"pictures/{slug}.svg", (title.text or "") if title is not None else "")

    def write_sheets(self, press: Press, words: Words, chapters: Sequence[Chapter]) -> Iterator[WrittenFile]:
        """Write the sheets of all chapters: measure their parts, compose, lay all out at once, then part the pages."""
        language = self.edition.language
        heights = measure_elements(press.lay_out(render_pieces(words, chapters)))
        usual_first = sorted(HOME_PAPERS, key=lambda name: name != language.paper)
        sheets = plan_sheets(chapters, heights, [PAGES[name] for name in usual_first])
        self.tell_left_out(chapters, sheets)
        document = press.lay_out(render_sheets(words, sheets))
        groups = group_pages(document, [sheet.name for sheet in sheets])
        for sheet in sheets:
            path = f"handouts/{language.code}/{sheet.name}.pdf"
            pages = groups[sheet.name]
            write_pages(press, document, pages, self.name_sheet(sheet), Path(self.outdir, path))
            kind = "answers" if sheet.is_answers else ""
            self.promises[path] = sheet.promise()
            yield WrittenFile(path, kind, len(pages), sheet.page.name, sheet.chapter.material.title)

    def tell_left_out(self, chapters: Sequence[Chapter], sheets: Sequence[Sheet]) -> None:
        """Tell of the chapters whose sheets have no room for all questions, at the first that is left out."""
        shown = {sheet.chapter.material.docname: len(sheet.chapter.material.questions) for sheet in sheets}
        for material in (chapter.material for chapter in chapters):
            count = shown[material.docname]
            if count < len(material.questions):
                doctree = self.env.get_doctree(material.docname)
                items = [item for item in doctree.findall(nodes.list_item) if "kind" in item]
                text = f"the handouts have room for {count} of {len(material.questions)} questions"
                logger.warning(text, type="book", subtype=Code.HANDOUT_FULL.slug, location=items[count][0])

    def write_walls(self, press: Press, words: Words, lists: Lists, address: str) -> Iterator[WrittenFile]:
        """Write posters, their tiles and the cards."""
        if not list_firsts(lists.happenings):
            return
        code, folder = self.edition.language.code, Path(self.outdir)
        parts = choose_posters(self.edition.language.paper)
        papers = [PAPERS[POSTERS[name]] for name in parts]
        heights = measure_elements(press.lay_out(render_labels(words, lists, papers)))
        posters = plan_posters(lists, papers, heights)
        for poster in posters:
            if poster.is_crowded:
                crowded = f"the labels of the poster on {poster.paper.name} have no room between them"
                logger.warning(crowded, type="book", subtype=Code.PDF_CONTENT.slug)
        document = press.lay_out(render_walls(words, lists, posters, address))
        names = [*(f"poster-{paper.name}" for paper in papers), *(f"cards-{name}" for name in HOME_PAPERS)]
        groups, title = group_pages(document, names), lists.titles["firsts"]
        for name, paper in zip(parts, papers, strict=True):
            path, tiles = (f"handouts/{code}/timeline-{kind}.pdf" for kind in (paper.name, f"4x{name}"))
            write_pages(press, document, groups[f"poster-{paper.name}"], title, folder / path)
            write_tiles(folder / path, folder / tiles, PAPERS[name], BORDER, title, code)
            yield WrittenFile(path, "poster", 1, paper.name)
            yield WrittenFile(tiles, "tiles", 4, name)
        for name in sorted(HOME_PAPERS, key=lambda name: name != self.edition.language.paper):
            path, pages = f"handouts/{code}/firsts-cards-{name}.pdf", groups[f"cards-{name}"]
            write_pages(press, document, pages, title, folder / path)
            yield WrittenFile(path, "cards", len(pages), name)

    def render_style(self, faces: str) -> str:
        """Render the style sheet of all handouts."""
        variables = f":root {{ --line-height: {self.edition.language.line_height}; }}\n"
        return faces + variables + (THEME / "handout.css").read_text(encoding="utf-8")

    def name_sheet(self, sheet: Sheet) -> str:
        """Name a file for the title bar of who opens it."""
        title = sheet.chapter.material.title
        return f"{title} – {self.edition._('For teachers')}" if sheet.is_answers else title
