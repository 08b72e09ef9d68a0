"""The guard stands before Sphinx: it lets in what it finds harmless, whoever starts the build.

In: the PO files of the edition's language.
Out: PO files of accepted messages in the folder that `locale_dirs` names, and a warning for each refused one.
"""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging

from build_tools.config import load_registry
from build_tools.guard.po_files import guard_language
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError

logger = logging.getLogger(__name__)


def guard_translations(app: Sphinx, config: Config) -> None:
    """Write what may be read, and warn of the rest."""
    if not config.press_repository:
        return
    repository = Repository(Path(config.press_repository))
    try:
        language = load_registry(repository).choose([config.language or "en"])[0]
        problems = guard_language(repository, language)
    except BuildToolsError as error:
        raise ConfigError(str(error)) from None
    for problem in problems:
        place = f"{repository.root / problem.place}:{problem.line}"
        logger.warning("%s", problem.found, type="book", subtype=problem.code, location=place)


def setup_guarded_po(app: Sphinx) -> None:
    """Register with Sphinx, before anything reads a translation."""
    app.connect("config-inited", guard_translations, priority=100)
