"""Messages that do not stand in the book: the press's own, and Sphinx's and the theme's where upstream lacks them.

In: the sources of the press, of book.toml and of the installed Sphinx and furo.
Out: `Message` objects, each with the file in which it stands.
The text of the book is extracted by Sphinx's own gettext builder.
"""

import importlib.util
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_file

from build_tools.messages import read_sphinx_messages
from build_tools.paths import PACKAGE, Repository

# Tables and keys of book.toml that readers see.
_BOOK_KEYS = ("title", "subtitle", "description", "authors", "publisher", "subjects")
_JINJA = "jinja2.ext:babel_extract"
_KEYWORDS: dict[str, Any] = {"_": None, "gettext": None, "press": None}
# Sphinx's own messages come with these in its templates, its scripts and its code (`__` is for the terminal).
# (Jinja gives what stands between `trans` and `endtrans` as an argument of gettext.)
_SPHINX_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "Documentation.gettext": None,
    "Documentation.ngettext": (1, 2),
}
# Warnings that Sphinx marks like text for readers.
_TERMINAL = ("glossary terms must", "glossary term must", "glossary seems", "Support for source encodings")


@dataclass(frozen=True)
class Message:
    """One message, its plural if it has one, and where it stands."""

    text: str
    place: str
    plural: str = ""


def extract_press(repository: Repository) -> Iterator[Message]:
    """Extract the messages of the press and of book.toml."""
    book = tomllib.loads(repository.book_file.read_text(encoding="utf-8"))
    for key in _BOOK_KEYS:
        values = book["book"][key]
        for value in values if isinstance(values, list) else [values]:
            yield Message(value, "book.toml")
    yield Message(book["licence"]["name"], "book.toml")
    for telling in book["tellings"].values():
        yield Message(telling["name"], "book.toml")
    yield from extract_folder(PACKAGE, {"*.py": "python", "*.jinja": _JINJA}, _KEYWORDS)
    # The site's templates speak with two voices: `_` is Sphinx's, `press` is ours.
    yield from extract_folder(PACKAGE, {"site/*.html": _JINJA}, {"press": None})


def extract_folder(folder: Path, methods: dict[str, str], keywords: dict[str, Any]) -> Iterator[Message]:
    """Extract the messages of all files below a folder whose names match."""
    for pattern, method in methods.items():
        for path in sorted(folder.rglob(pattern)):
            for _line, text, _comments, _context in extract_from_file(
                method, str(path), keywords=keywords, options={"silent": "false", "trimmed": "false"}
            ):
                place = path.relative_to(folder).as_posix()
                singular, plural = text if isinstance(text, tuple) else (text, "")
                if singular:
                    yield Message(singular, place, plural)


def extract_sphinx() -> Iterator[Message]:
    """Extract what Sphinx and furo write into books: templates, scripts and code, not messages of the terminal."""
    sphinx, furo = _package("sphinx"), _package("furo")
    basic = sphinx / "themes" / "basic"
    wanted = {
        basic: {"layout.html": _JINJA, "search.html": _JINJA, "genindex*.html": _JINJA, "static/*.js": "javascript"},
        furo / "theme": {"*.html": _JINJA},
        sphinx: {
            "builders/html/__init__.py": "python",
            "directives/admonitions.py": "python",
            "domains/index.py": "python",
            "domains/std/__init__.py": "python",
            "environment/adapters/*.py": "python",
            "locale/__init__.py": "python",
            "config.py": "python",
            "writers/html5.py": "python",
        },
    }
    for folder, methods in wanted.items():
        yield from extract_folder(folder, methods, _SPHINX_KEYWORDS)


def list_lacking(language: str, kept: frozenset[str] = frozenset()) -> list[Message]:
    """List what Sphinx and furo write but upstream has no translation for.

    :param kept: messages for which a better translation than upstream's is kept.
    """
    upstream = read_sphinx_messages(language).keys() - kept
    return [
        message
        for message in extract_sphinx()
        if message.text not in upstream and not message.text.startswith(_TERMINAL)
    ]


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent
