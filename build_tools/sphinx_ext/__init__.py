"""What Sphinx learns for this book while it reads: `extensions = ["build_tools.sphinx_ext"]`."""

from typing import Any

from sphinx.application import Sphinx

from build_tools.sphinx_ext.drawing import setup_drawing
from build_tools.sphinx_ext.index_entries import setup_index_entries
from build_tools.sphinx_ext.own_strings import setup_own_strings
from build_tools.sphinx_ext.search import setup_search
from build_tools.sphinx_ext.sigla import setup_sigla
from build_tools.sphinx_ext.tables import setup_tables


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every part of this package with Sphinx."""
    setup_sigla(app)
    setup_drawing(app)
    setup_index_entries(app)
    setup_own_strings(app)
    setup_search(app)
    setup_tables(app)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
