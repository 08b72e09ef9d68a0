"""The header of a PO file, with what gettext, PO editors and Weblate expect there.

In: the file's header as it was, the language, the book and the date.
Out: a header that is true; what people and their programs have written there stays.
"""

from collections.abc import Mapping
from datetime import datetime

from build_tools.config import Book, Language

# What generators write where people are meant to write something.
_BOILERPLATE = ("SOME DESCRIPTIVE TITLE", "FIRST AUTHOR", "Translations template for")
_UNFILLED = ("YEAR-MO-DA", "FULL NAME", "EMAIL@ADDRESS", "LANGUAGE <LL@li.org>")


def render_comment(old: str, language: Language, book: Book, date: datetime) -> str:
    """Render the comment above the header: the old one, unless it says nothing."""
    if old.strip() and not any(phrase in old for phrase in _BOILERPLATE):
        return old
    return "\n".join(
        [
            f"{book.title}: {language.name}",
            f"Copyright (C) {date.year} {', '.join(book.authors)}",
            book.licence_name,
        ]
    )


def make_metadata(
    old: Mapping[str, str], language: Language, book: Book, date: datetime, *, changed: bool
) -> dict[str, str]:
    """Make the fields of the header.

    :param changed: whether the file has other messages than before; only then the date of the template moves.
    """
    stamp = date.strftime("%Y-%m-%d %H:%M+0000")
    # The program that wrote the headers of earlier times.
    kept = {key: value for key, value in old.items() if key != "Generated-By"}
    defaults = {
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": stamp,
        "PO-Revision-Date": stamp,
        "Last-Translator": ", ".join(language.translators),
        "Language-Team": language.name,
    }
    fixed = {
        "Project-Id-Version": book.title,
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plurals,
    }
    if kept.get("Content-Type", "").lower() == fixed["Content-Type"]:
        del fixed["Content-Type"]  # programs differ in how they spell UTF-8
    filled = {key: value for key, value in kept.items() if not any(phrase in value for phrase in _UNFILLED)}
    return {**defaults, **filled, **fixed, **({"POT-Creation-Date": stamp} if changed else {})}
