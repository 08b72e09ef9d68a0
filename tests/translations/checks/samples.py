"""Small messages for the checks."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import polib

from build_tools.config import Registry, load_registry
from build_tools.guard.fault import Fault
from build_tools.paths import Repository
from build_tools.translations.checks.message import Knowledge, Message
from build_tools.translations.termbase import Term, Termbase

HEADER = """\
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""


@cache
def read_registry() -> Registry:
    """Read the languages of the book."""
    return load_registry(Repository())


def make_message(
    original: str,
    translation: str,
    code: str = "hu",
    *,
    comment: str = "",
    domain: str = "moon/apollo",
    terms: Iterable[Term] = (),
    words: Iterable[str] = (),
) -> Message:
    """Make a message of one of the book's languages."""
    known = Knowledge(read_registry().languages[code], Termbase(tuple(terms)), frozenset(words))
    entry = polib.POEntry(msgid=original, msgstr=translation, tcomment=comment)
    return Message(original, translation, known, entry, domain)


def tell(check: Callable[[Message], Iterator[Fault]], message: Message) -> list[str]:
    """Tell what a check finds in a message."""
    return [fault.found for fault in check(message)]


def write_po(path: Path, code: str, *entries: tuple[str, str], plurals: str = "") -> Path:
    """Write a PO file of a language, whose messages begin in line 9 and are three lines apart."""
    language = read_registry().languages.get(code)
    header = HEADER.format(code=code, plurals=plurals or (language.plurals if language else "nplurals=1; plural=0;"))
    messages = [f"msgid {quote(original)}\nmsgstr {quote(translation)}\n" for original, translation in entries]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([header, *messages]), encoding="utf-8")
    return path


def quote(text: str) -> str:
    """Quote a text as PO files do."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
