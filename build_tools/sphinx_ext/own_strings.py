"""Our translations of Sphinx's strings come before Sphinx's own, where both exist.

In: `sphinx.mo` of the language, which Sphinx has compiled from our sphinx.po.
Out: Sphinx's translator asks ours first.
Sphinx by itself asks ours only for what it lacks, so that a poor translation upstream could not be mended.
"""

import gettext

from sphinx import locale
from sphinx.application import Sphinx
from sphinx.config import Config

_DOMAIN = ("general", "sphinx")


def prefer_own_strings(app: Sphinx, config: Config) -> None:
    """Put our translations before Sphinx's."""
    for folder in config.locale_dirs:
        try:
            own = gettext.translation("sphinx", app.srcdir / folder, [config.language or "en"])
        except OSError:
            continue
        own.add_fallback(locale.translators[_DOMAIN])
        locale.translators[_DOMAIN] = own


def setup_own_strings(app: Sphinx) -> None:
    """Register with Sphinx, after it has read the settings."""
    app.connect("config-inited", prefer_own_strings)
