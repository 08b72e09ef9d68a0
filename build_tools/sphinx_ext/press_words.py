"""The press's own words while Sphinx reads: labels of passages and the texts of other documents.

In: the PO files of the edition's language.
Out: `Messages` that translate; the document that asks is read again when they change.
"""

from pathlib import Path

from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from build_tools.config import Language, load_registry
from build_tools.guard.po_files import STATE
from build_tools.messages import DOMAIN, Messages, load_messages
from build_tools.paths import Repository


def load_press_words(env: BuildEnvironment, domain: str = DOMAIN) -> Messages:
    """Load the messages of the press, or those of another document."""
    if not env.config.press_repository:
        return Messages()
    folder = Repository(Path(env.config.press_repository)).guarded_folder(env.config.language)
    words = folder / f"{domain}.po"
    # Every builder would read a document again for a file that is missing; the list of all files tells when it comes.
    env.note_dependency(str(words if words.is_file() else folder / STATE))
    return load_messages(folder, domain)


def load_language(config: Config) -> Language:
    """Load what the registry says about the language of the edition; foreign projects have none."""
    if not config.press_repository:
        return Language(config.language or "en", config.language or "en")
    return load_registry(Repository(Path(config.press_repository))).choose([config.language])[0]
