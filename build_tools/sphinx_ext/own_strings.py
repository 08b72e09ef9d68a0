"""Our translations of Sphinx's strings come before Sphinx's own, where both exist.

In: `sphinx.po` of the language, as the guard lets it through.
Out: Sphinx's translator asks ours first.
Sphinx by itself asks ours only for what it lacks, so that a poor translation upstream could not be mended.
"""

import gettext
import io

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.config import Config

_DOMAIN = ("general", "sphinx")


def prefer_own_strings(app: Sphinx, config: Config) -> None:
    """Put our translations before Sphinx's."""
    for folder in config.locale_dirs:
        path = app.srcdir / folder / (config.language or "en") / "LC_MESSAGES" / "sphinx.po"
        if path.is_file():
            compiled = io.BytesIO()
            with path.open("rb") as file:
                write_mo(compiled, read_po(file))
            compiled.seek(0)
            own = gettext.GNUTranslations(compiled)
            own.add_fallback(locale.translators[_DOMAIN])
            locale.translators[_DOMAIN] = own


def setup_own_strings(app: Sphinx) -> None:
    """Register with Sphinx, after the guard has read the PO files."""
    app.connect("config-inited", prefer_own_strings)
