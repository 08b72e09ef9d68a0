"""Which messages each PO file must have today.

In: the book, the press, and what Sphinx and the theme write.
Out: the messages of each PO file by its name, such as `first-steps/first-humans.po`, in the order of the book.
What PO files say already is not this module's business.
"""

import io
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.translations.extract import Message, extract_press, list_lacking
from build_tools.translations.merge import Original
from build_tools.warnings import parse_warnings

PRESS, SPHINX = "press.po", "sphinx.po"
Templates = Mapping[str, tuple[Original, ...]]


def extract_templates(repository: Repository) -> Templates:
    """Extract the messages of the book and of the press; those that Sphinx lacks differ from language to language."""
    folder = repository.build / "gettext"
    shutil.rmtree(folder, ignore_errors=True)
    extract_book(repository, folder)
    return {**read_templates(folder), PRESS: group_messages(extract_press(repository))}


def extract_book(repository: Repository, folder: Path) -> None:
    """Extract the messages of the book with Sphinx's gettext builder, as one POT file for each document."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    warnings = io.StringIO()
    with patch_docutils(str(repository.book)), docutils_namespace():
        app = Sphinx(
            srcdir=repository.book,
            confdir=repository.book,
            outdir=folder,
            doctreedir=repository.build / "gettext-doctrees",
            buildername="gettext",
            status=None,
            warning=warnings,
            freshenv=True,
        )
        app.build(force_all=True)
    # Sphinx's catalogue of the theme's templates; sphinx.po is made from what upstream lacks instead.
    (folder / "sphinx.pot").unlink(missing_ok=True)
    problems = list(parse_warnings(repository, warnings.getvalue()))
    if problems:
        raise BuildToolsError(problems)


def read_templates(folder: Path) -> dict[str, tuple[Original, ...]]:
    """Read the POT files below a folder."""
    return {
        path.relative_to(folder).with_suffix(".po").as_posix(): tuple(
            Original(entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(path))
        )
        for path in sorted(folder.rglob("*.pot"))
    }


def list_sphinx_messages(code: str, kept: Iterable[str]) -> tuple[Original, ...]:
    """List what Sphinx and the theme lack in a language.

    :param kept: messages for which the language has a better translation than Sphinx.
    """
    return group_messages(list_lacking(code, kept=frozenset(kept)))


def group_messages(messages: Iterable[Message]) -> tuple[Original, ...]:
    """Give each message once, with all its places."""
    places: dict[str, dict[str, None]] = {}
    plurals: dict[str, str] = {}
    for message in messages:
        places.setdefault(message.text, {})[message.place] = None
        plurals[message.text] = plurals.get(message.text) or message.plural
    return tuple(Original(text, plurals[text], tuple(sorted(found))) for text, found in places.items())
