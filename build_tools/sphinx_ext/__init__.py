"""What Sphinx learns for this book while it reads: `extensions = ["build_tools.sphinx_ext"]`."""

from typing import Any

from sphinx.application import Sphinx

from build_tools.sphinx_ext.book_messages import setup_book_messages
from build_tools.sphinx_ext.collated import setup_collated
from build_tools.sphinx_ext.corrections import setup_corrections
from build_tools.sphinx_ext.data_tables import setup_data_tables
from build_tools.sphinx_ext.drawing import setup_drawing
from build_tools.sphinx_ext.guarded_po import setup_guarded_po
from build_tools.sphinx_ext.index_entries import setup_index_entries
from build_tools.sphinx_ext.key_dates import setup_key_dates
from build_tools.sphinx_ext.own_strings import setup_own_strings
from build_tools.sphinx_ext.passages import setup_passages
from build_tools.sphinx_ext.plain import setup_plain
from build_tools.sphinx_ext.search import setup_search
from build_tools.sphinx_ext.sigla import setup_sigla
from build_tools.sphinx_ext.tables import setup_tables
from build_tools.sphinx_ext.told_in import setup_told_in
from build_tools.sphinx_ext.untranslated import setup_untranslated


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every part of this package with Sphinx."""
    setup_guarded_po(app)
    setup_sigla(app)
    setup_plain(app)
    setup_drawing(app)
    setup_passages(app)
    setup_collated(app)
    setup_key_dates(app)
    setup_corrections(app)
    setup_data_tables(app)
    setup_told_in(app)
    setup_index_entries(app)
    setup_own_strings(app)
    setup_search(app)
    setup_tables(app)
    setup_book_messages(app)
    setup_untranslated(app)
    return {"version": "4", "env_version": 4, "parallel_read_safe": True, "parallel_write_safe": True}
