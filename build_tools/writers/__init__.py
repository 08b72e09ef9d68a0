"""The register of formats: `extensions = ["build_tools.writers"]` gives a Sphinx project the builders pdf and ebook.
The builder handouts is for our own book, whose passages it knows.

Our own book's site is Sphinx's html builder, with what `writers.html` adds to its pages.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the command line asks this package for the names of the formats, and has no use for Sphinx
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, Any]:
    """Register the builders and their settings with Sphinx."""
    from build_tools.writers.base import setup_edition
    from build_tools.writers.epub.builder import setup_ebook
    from build_tools.writers.handouts.builder import HandoutsBuilder
    from build_tools.writers.html import setup_site
    from build_tools.writers.pdf.builder import PdfBuilder

    setup_edition(app)
    setup_site(app)
    app.add_builder(PdfBuilder)
    setup_ebook(app)
    app.add_builder(HandoutsBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
