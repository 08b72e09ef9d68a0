"""`po status`: how far each language is, as the files are checked in and against today's book.

In: the PO files, the book and the press.
Out: a table for people, or JSON for programs.
Counting is done in `build_tools.status`.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polib

from build_tools.config import Language, load_registry
from build_tools.dates import VARIABLE
from build_tools.paths import PACKAGE, Repository
from build_tools.status import Count, LanguageStatus, list_translations, read_states, read_status
from build_tools.translations.extract import extract_press, list_lacking
from build_tools.translations.templates import extract_book

HEADS = ("", "messages", "translated", "fuzzy", "untranslated", "identical", "words left", "today", "checked in")

_LIBRARIES = ("sphinx", "myst-parser", "docutils")


def load_status(repository: Repository, codes: list[str]) -> list[LanguageStatus]:
    """Load how far the languages asked for are, or all."""
    registry = load_registry(repository)
    chosen = registry.choose(codes) if codes else list_translations(registry)
    book = load_book_messages(repository)
    press = [message.text for message in extract_press(repository)]
    return [
        read_status(repository, language, {**book, "press": press, "sphinx": list_sphinx(repository, language)})
        for language in chosen
        if language.code != registry.source.code
    ]


def list_sphinx(repository: Repository, language: Language) -> list[str]:
    """List the messages that belong into a language's sphinx.po today."""
    path = repository.po_folder(language.code) / "sphinx.po"
    kept = frozenset(read_states(path, repository.relative(path)))
    return [message.text for message in list_lacking(language.code, kept)]


def load_book_messages(repository: Repository) -> dict[str, list[str]]:
    """Load the messages of today's book by document; they are extracted once for each state of the book."""
    folder = repository.build / "status"
    saved, digest = folder / "messages.json", hash_book(repository)
    try:
        known = json.loads(saved.read_text(encoding="utf-8"))
        if known["digest"] == digest:
            return {name: list(messages) for name, messages in known["messages"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass  # never made, or made by another version: it is made again
    shutil.rmtree(folder, ignore_errors=True)
    with patch.dict(os.environ):
        os.environ.setdefault(VARIABLE, "0")  # messages have no date, but an edition asks for one
        extract_book(repository, folder / "gettext")
    messages = read_pot_files(folder / "gettext")
    saved.write_text(json.dumps({"digest": digest, "messages": messages}, ensure_ascii=False), encoding="utf-8")
    return messages


def read_pot_files(folder: Path) -> dict[str, list[str]]:
    """Read the messages of all catalogues below a folder, by document."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): [entry.msgid for entry in polib.pofile(str(path))]
        for path in sorted(folder.rglob("*.pot"))
    }


def hash_book(repository: Repository) -> str:
    """Hash what decides which messages the book has: its files, and what reads them."""
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for folder in (repository.book, PACKAGE / "sphinx_ext"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def render_status(statuses: Iterable[LanguageStatus], form: str) -> str:
    """Render what is counted as `text` or as `json`."""
    if form == "json":
        data = {"languages": [describe_language(status) for status in statuses]}
        return json.dumps(data, ensure_ascii=False, indent=2)
    return "\n\n".join(render_language(status) for status in statuses)


def render_language(status: LanguageStatus) -> str:
    """Render a language as a title and a table, a row for each PO file."""
    today = status.today
    title = f"{status.language.code} {status.language.name}: {today.share} % of today's book is translated"
    title += f", {today.words - today.words_left} of {today.words} words"
    rows = [(file.domain, file.today, file.checked_in) for file in status.files]
    book = ("the book", today, status.checked_in)
    return f"{title}\n{align([list(HEADS), *(list_cells(*row) for row in (book, *rows))])}"


def list_cells(name: str, today: Count, checked_in: Count) -> list[str]:
    """List the cells of a row: today's messages, and the share of the file by itself."""
    numbers = (today.messages, today.translated, today.fuzzy, today.untranslated, today.identical, today.words_left)
    return [name, *map(str, numbers), *(f"{count.share} %" if count.words else "–" for count in (today, checked_in))]


def align(rows: list[list[str]]) -> str:
    """Align columns: the first to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    )
    return "\n".join("  ".join(line) for line in lines)


def describe_language(status: LanguageStatus) -> Mapping[str, Any]:
    """Describe a language for programs."""
    language = status.language
    return {
        "language": language.code,
        "name": language.name,
        "threshold": language.threshold,
        "translators": list(language.translators),
        "checked_in": describe_count(status.checked_in),
        "today": describe_count(status.today),
        "files": [
            {
                "file": status.path_of(file),
                "book": file.is_book,
                "checked_in": describe_count(file.checked_in),
                "today": describe_count(file.today),
            }
            for file in status.files
        ],
    }


def describe_count(count: Count) -> Mapping[str, int]:
    """Describe a count for programs."""
    return {**asdict(count), "messages": count.messages, "share": count.share}
