"""`po update`: the English messages come into every language's PO files.

In: the book, the press, and the PO files as they are.
Out: PO files with today's messages; translations are kept, and a second run changes nothing.
"""

import contextlib
import io
import os
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import polib
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po as read_catalog
from babel.messages.pofile import write_po

from build_tools.config import Book, Language, Registry, load_book, load_registry
from build_tools.dates import VARIABLE, read_edition_date
from build_tools.messages import check_po_files
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.translations.extract import Message, extract_press, list_lacking, make_catalog
from build_tools.warnings import parse_warnings

WIDTH = 0  # a line a message: editors wrap, and a changed word changes one line


def update_translations(repository: Repository, tell: Callable[[str], None]) -> None:
    """Update the PO files of every language but the source language."""
    registry, book, date = load_registry(repository), load_book(repository), read_edition_date(repository.root)
    os.environ[VARIABLE] = str(int(date.timestamp()))
    pot_folder = repository.build / "gettext"
    require_sound_files(repository, registry)
    shutil.rmtree(pot_folder, ignore_errors=True)
    extract_book(repository, pot_folder)
    write_catalog(make_catalog(extract_press(repository), book.title, date), pot_folder / "press.pot")
    for code in list_targets(registry):
        update_book(repository, pot_folder, code)
        update_sphinx(repository, registry.languages[code])
        for path in sorted(repository.po_folder(code).rglob("*.po")):
            tidy_po(path, registry.languages[code], book, date)
        tell(f"{code}: {count_lacking(repository.po_folder(code))} messages to translate")


def require_sound_files(repository: Repository, registry: Registry) -> None:
    """Raise BuildToolsError if a PO file cannot be read, so that none is written to while another is broken."""
    folders = map(repository.po_folder, list_targets(registry))
    problems = [problem for folder in folders for problem in check_po_files(folder, repository.relative)]
    if problems:
        raise BuildToolsError(problems)


def list_targets(registry: Registry) -> list[str]:
    """List the languages the book is translated into."""
    return [code for code in registry.languages if code != registry.source.code]


def extract_book(repository: Repository, pot_folder: Path) -> None:
    """Extract the messages of the book with Sphinx's gettext builder."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    warnings = io.StringIO()
    with patch_docutils(str(repository.book)), docutils_namespace():
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
    # Sphinx's catalogue of the theme's templates; sphinx.po is made from what upstream lacks instead.
    (pot_folder / "sphinx.pot").unlink(missing_ok=True)
    problems = list(parse_warnings(repository, warnings.getvalue()))
    if problems:
        raise BuildToolsError(problems)


def update_book(repository: Repository, pot_folder: Path, code: str) -> None:
    """Bring the messages of the book and the press into a language's PO files with sphinx-intl."""
    from sphinx_intl import basic

    with contextlib.redirect_stdout(io.StringIO()):
        basic.update(str(repository.locales), str(pot_folder), (code,), line_width=WIDTH, jobs=1)


def update_sphinx(repository: Repository, language: Language) -> None:
    """Bring what Sphinx and the theme lack in a language into its sphinx.po."""
    path = repository.po_folder(language.code) / "sphinx.po"
    old = polib.pofile(str(path), wrapwidth=WIDTH) if path.is_file() else polib.POFile(wrapwidth=WIDTH)
    known = {entry.msgid: entry for entry in old}
    new = polib.POFile(wrapwidth=WIDTH)
    new.metadata = dict(old.metadata) or make_metadata(language)
    wanted = list_lacking(language.code, kept=frozenset(known))
    for (text, plural), places in group_places(wanted).items():
        entry = known.pop(text, None) or polib.POEntry(msgid=text)
        if plural:
            entry.msgid_plural = plural
            entry.msgstr_plural = {
                number: entry.msgstr_plural.get(number, "") for number in range(language.plural_count)
            }
        entry.occurrences = [(place, "") for place in places]
        entry.obsolete = False
        new.append(entry)
    for entry in known.values():
        if entry.msgstr:
            entry.obsolete = True
            new.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(new), encoding="utf-8")


def make_metadata(language: Language) -> dict[str, str]:
    """Make the technical headers of a new PO file."""
    return {
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plurals,
    }


def group_places(messages: Iterable[Message]) -> dict[tuple[str, str], list[str]]:
    """Group messages by their text and plural, with the files in which they stand."""
    places: dict[tuple[str, str], list[str]] = {}
    for message in messages:
        known = places.setdefault((message.text, message.plural), [])
        if message.place not in known:
            known.append(message.place)
    return places


def tidy_po(path: Path, language: Language, book: Book, date: datetime) -> None:
    """Give a PO file a true header, and take away flags that take MyST roles for Python formats."""
    po = polib.pofile(str(path), wrapwidth=WIDTH)
    po.header = "\n".join(
        [
            f"{book.title}: {language.name}",
            f"Copyright (C) {date.year} {', '.join(book.authors)}",
            book.licence_name,
        ]
    )
    po.metadata_is_fuzzy = False
    stamp = date.strftime("%Y-%m-%d %H:%M+0000")
    fixed = {
        "Plural-Forms": language.plurals,
        "Project-Id-Version": book.title,
        "Report-Msgid-Bugs-To": "",
        "Generated-By": "Babel and sphinx-intl",
    }
    for key, value in fixed.items():
        po.metadata[key] = value
    for key, empty, value in (
        ("PO-Revision-Date", "YEAR-", stamp),
        ("Last-Translator", "FULL NAME", ", ".join(language.translators)),
        ("Language-Team", "LL@li.org", language.name),
    ):
        if empty in po.metadata.get(key, empty):
            po.metadata[key] = value
    for entry in [entry for entry in po.obsolete_entries() if not entry.msgstr]:
        po.remove(entry)
    for entry in po:
        entry.flags = [flag for flag in entry.flags if not flag.startswith("python-")]
    text = str(po)
    if text != path.read_text(encoding="utf-8"):
        path.write_text(text, encoding="utf-8")


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
            count += sum(1 for message in read_catalog(file) if message.id and (not message.string or message.fuzzy))
    return count
