"""The Sphinx builder `pdf`: `sphinx-build -b pdf`.

In: Sphinx's environment.  Out: one PDF in the output folder, its record and where its pages begin.
"""

from pathlib import Path

from sphinx.util import logging

from build_tools.problems import Code
from build_tools.writers.base import Chapter, PublicationBuilder
from build_tools.writers.edition import derive_identifier
from build_tools.writers.formulas import render_picture
from build_tools.writers.outline import Entry, list_titles
from build_tools.writers.page_list import PageList, write_page_list
from build_tools.writers.pdf.assembly import DOCUMENT
from build_tools.writers.pdf.book import print_book
from build_tools.writers.pdf.document import assemble_book, render_style
from build_tools.writers.record import Record, write_record

logger = logging.getLogger(__name__)


class PdfBuilder(PublicationBuilder):
    """Set the whole book as one PDF."""

    name = "pdf"
    epilog = "The PDF is in %(outdir)s."

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

    def write_publication(self, outline: Entry, chapters: list[Chapter]) -> None:
        """Set the document and write the PDF and its record."""
        config = self.config
        foreign = not config.press_repository
        front, back = config.press_frontmatter, config.press_backmatter
        book = assemble_book(self.edition, outline, chapters, front=front, back=back, own=not foreign)
        target = Path(self.outdir, f"{self.edition.file_stem}.pdf")
        style = render_style(self.edition, ("print.css", "foreign.css") if foreign else ("print.css",))
        printed = print_book(book, style, target, self.edition.language, strict=not foreign)
        for warning in printed.warnings:
            if foreign and warning.startswith(".notdef"):
                continue  # each document has told its missing letters
            logger.warning(warning, type="book", subtype=Code.PDF_CONTENT.slug)
        write_page_list(Path(self.outdir), PageList(derive_identifier(self.edition.identifier, "pdf"), printed.starts))
        write_record(Path(self.outdir), Record("pdf", target.name, printed.pages, tuple(list_titles(outline))))
