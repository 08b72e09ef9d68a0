"""Sphinx settings of the book, derived from `book.toml` and `locales/languages.toml`.

The language is chosen on the command line: `sphinx-build -D language=ko …`; `python -m build_tools build` does that.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_tools.config import load_book  # noqa: E402 - the path comes first
from build_tools.guard.shape import EXTENSIONS  # noqa: E402
from build_tools.paths import Repository  # noqa: E402

_book = load_book(Repository(ROOT))

project = _book.title
author = ", ".join(_book.authors)
project_copyright = f"{author}, {_book.licence_short}"

extensions = ["myst_parser", "build_tools.sphinx_ext", "build_tools.writers"]
exclude_patterns = ["data", "figures", "LICENSE"]
templates_path = []
nitpicky = True
smartquotes = False
numfig = True
numfig_secnum_depth = 0

myst_enable_extensions = list(EXTENSIONS)
myst_footnote_transition = False

language = "en"
locale_dirs = [str(Repository(ROOT).build / "po")]
gettext_compact = False
gettext_additional_targets = ["index"]
gettext_location = False
gettext_uuid = False

sigla_tellings = {telling.code: telling.siglum for telling in _book.tellings}
sigla_ledger = _book.ledger
sigla_document = _book.claims_document
events_table = _book.events
events_document = _book.events_document

press_repository = str(ROOT)
press_font_cache = str(Repository(ROOT).build / "fonts")
html_theme = "furo"
