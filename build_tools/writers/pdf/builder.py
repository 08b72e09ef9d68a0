"""The Sphinx builder `pdf`: `sphinx-build -b pdf`.

In: Sphinx's environment.
Out: a PDF for each variant that is wanted in the output folder, their record, and where the pages for the screen begin.
"""

import gc
from pathlib import Path

from sphinx.errors import ConfigError
from sphinx.util import logging

from build_tools.papers import VARIANTS, split_variant
from build_tools.problems import Code
from build_tools.writers.base import Chapter, PublicationBuilder
from build_tools.writers.edition import derive_identifier
from build_tools.writers.formulas import render_picture
from build_tools.writers.outline import Entry, list_titles
from build_tools.writers.page_list import PageList, write_page_list
from build_tools.writers.pdf.assembly import DOCUMENT
from build_tools.writers.pdf.book import PrintedBook, print_book
from build_tools.writers.pdf.document import AssembledBook, assemble_book
from build_tools.writers.pdf.imposition import write_booklet
from build_tools.writers.pdf.style import render_style
from build_tools.writers.pdf.variants import Variant, choose_variant, make_finish, render_variant_style
from build_tools.writers.record import Record, WrittenFile, write_record

logger = logging.getLogger(__name__)


class PdfBuilder(PublicationBuilder):
    """Set the whole book as a PDF, in one variant or several."""

    name = "pdf"
    epilog = "The PDF is in %(outdir)s."

    def init(self) -> None:
        """Refuse variants that there are not before anything is read."""
        super().init()
        for name in self.config.press_pdf_variants:
            try:
                split_variant(name)
            except ValueError as error:
                known = ", ".join(VARIANTS)
                raise ConfigError(f"press_pdf_variants names {name!r}; expected {known}, or print-letter") from error

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Name a document's place within the file."""
        return DOCUMENT + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Name a document's place; all documents are in the same file."""
        return self.get_target_uri(to, typ)

    def show_path(self, docname: str, path: str) -> str:
        """Show a path within the output folder as the file sees it."""
        return path

    @staticmethod
    def render_formula(tex: str, block: bool) -> str:  # noqa: FBT001 - the one thing a formula can be
        """Render a formula as a picture, since WeasyPrint knows no MathML."""
        return render_picture(tex, block)

    @property
    def is_foreign(self) -> bool:
        """Whether the book is another project's."""
        return not self.config.press_repository

    def write_publication(self, outline: Entry, chapters: list[Chapter]) -> None:
        """Assemble the book once and print each variant of it."""
        config = self.config
        front, back = config.press_frontmatter, config.press_backmatter
        book = assemble_book(self.edition, outline, chapters, front=front, back=back, own=not self.is_foreign)
        files = []
        for name in config.press_pdf_variants:
            files.append(self.print_variant(book, choose_variant(name, self.edition.language)))
            gc.collect()  # the boxes of a book hold each other, and two books of them are too much
        write_record(Path(self.outdir), Record("pdf", tuple(files), tuple(list_titles(outline))))

    def name_file(self, variant: Variant) -> str:
        """Name the file of a variant; another project's first file has no more than its title and language."""
        if self.is_foreign and variant.kind == "screen":
            return f"{self.edition.file_stem}.pdf"
        return self.edition.name_pdf(variant.name)

    def print_variant(self, book: AssembledBook, variant: Variant) -> WrittenFile:
        """Print one variant; the pages of the one for the screen are those that the ebook names."""
        target = Path(self.outdir, self.name_file(variant))
        single = target.with_suffix(".single.pdf") if variant.is_imposed else target
        language = self.edition.language
        sheets = ("print.css", "foreign.css") if self.is_foreign else ("print.css",)
        style = render_style(self.edition, sheets) + render_variant_style(variant, language)
        printed = print_book(book, style, single, language, strict=not self.is_foreign, finish=make_finish(variant))
        self.tell_warnings(printed)
        if variant.kind == "screen":
            source = derive_identifier(self.edition.identifier, "pdf", variant.name)
            write_page_list(Path(self.outdir), PageList(source, printed.starts, printed.places))
        pages = printed.pages
        if variant.is_imposed:
            pages = write_booklet(single, target, variant.paper, rtl=language.direction == "rtl")
            single.unlink()
        # Another project's page has a size of its own.
        paper = "" if self.is_foreign and variant.kind == "screen" else variant.paper.name
        return WrittenFile(target.name, variant.name, pages, paper)

    def tell_warnings(self, printed: PrintedBook) -> None:
        """Tell what WeasyPrint has complained about."""
        for warning in printed.warnings:
            if self.is_foreign and warning.startswith(".notdef"):
                continue  # each document has told its missing letters
            logger.warning(warning, type="book", subtype=Code.PDF_CONTENT.slug)
