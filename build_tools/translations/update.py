"""`po update`: the English messages come into every language's PO files.

In: the book, the press, and the PO files as they are.
Out: PO files with today's messages; translations are kept, and a second run changes nothing.
"""

import contextlib
import io
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from build_tools.config import Registry, load_book, load_registry
from build_tools.dates import VARIABLE, read_edition_date
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, Problem
from build_tools.translations.extract import extract_press, list_lacking, make_catalog

WIDTH = 0  # a line a message: editors wrap, and a changed word changes one line


def update_translations(repository: Repository, tell: Callable[[str], None]) -> None:
    """Update the PO files of every language but the source language."""
    registry, title, date = load_registry(repository), load_book(repository).title, read_edition_date(repository.root)
    os.environ[VARIABLE] = str(int(date.timestamp()))
    pot_folder = repository.build / "gettext"
    shutil.rmtree(pot_folder, ignore_errors=True)
    extract_book(repository, pot_folder)
    write_catalog(make_catalog(extract_press(repository), title, date), pot_folder / "press.pot")
    for code in list_targets(registry):
        update_book(repository, pot_folder, code)
        update_sphinx(repository, code, title, date)
        tell(f"{code}: {count_lacking(repository.po_folder(code))} messages to translate")


def list_targets(registry: Registry) -> list[str]:
    """List the languages the book is translated into."""
    return [code for code in registry.languages if code != registry.source.code]


def extract_book(repository: Repository, pot_folder: Path) -> None:
    """Extract the messages of the book with Sphinx's gettext builder."""
    from sphinx.application import Sphinx

    warnings = io.StringIO()
    app = Sphinx(
        srcdir=repository.book,
        confdir=repository.book,
        outdir=pot_folder,
        doctreedir=repository.build / "gettext-doctrees",
        buildername="gettext",
        status=None,
        warning=warnings,
        freshenv=True,
    )
    app.build(force_all=True)
    if warnings.getvalue().strip():
        place = repository.relative(repository.book)
        raise BuildToolsError([Problem.of(Code.BOOK_WARNING, place, warnings.getvalue().strip())])


def update_book(repository: Repository, pot_folder: Path, code: str) -> None:
    """Bring the messages of the book and the press into a language's PO files with sphinx-intl."""
    from sphinx_intl import basic

    with contextlib.redirect_stdout(io.StringIO()):
        basic.update(str(repository.locales), str(pot_folder), (code,), line_width=WIDTH, jobs=1)


def update_sphinx(repository: Repository, code: str, title: str, date: datetime) -> None:
    """Bring what Sphinx and the theme lack in a language into its sphinx.po."""
    path = repository.po_folder(code) / "sphinx.po"
    template = make_catalog(list_lacking(code), title, date)
    catalog = Catalog(locale=code, project=title, creation_date=date, revision_date=date, charset="utf-8", fuzzy=False)
    if path.is_file():
        with path.open("rb") as file:
            catalog = read_po(file, locale=code)
    before = path.read_bytes() if path.is_file() else b""
    known = {message.id for message in catalog if message.id}
    if known != {message.id for message in template if message.id} or not before:
        catalog.update(template, no_fuzzy_matching=True)
        write_catalog(catalog, path)


def write_catalog(catalog: Catalog, path: Path) -> None:
    """Write a catalogue as a PO file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=WIDTH, omit_header=False, include_lineno=False)


def count_lacking(po_folder: Path) -> int:
    """Count the messages of a language that are untranslated or fuzzy."""
    count = 0
    for path in po_folder.rglob("*.po"):
        with path.open("rb") as file:
            count += sum(1 for message in read_po(file) if message.id and (not message.string or message.fuzzy))
    return count
