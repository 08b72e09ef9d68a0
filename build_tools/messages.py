"""The press's own words, those of book.toml, and messages that stand in two documents, in the language of an edition.

In: `locales/<language>/LC_MESSAGES/press.po`, or the PO file of a document.
Out: a `Messages` object that translates; what has no translation stays English.
The text of the book itself is translated by Sphinx; that is not this module's business.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from build_tools.problems import BuildToolsError, Code, Problem

DOMAIN = "press"
# A line whose text is never closed: polib and Babel take it, and cut off its last letter.
_OPEN = re.compile(r'^(?:#~ *)?(?:msg\w+(?:\[\d+\])? *)?"(?:[^"\\\n]|\\.)*$', re.MULTILINE)

# What an obsolete message was before: polib writes it, but passes over it when it reads.
_PREVIOUS = re.compile(r"^#~\|", re.MULTILINE)


@dataclass(frozen=True)
class Messages:
    """Translations of single messages."""

    translations: Mapping[str, str] = field(default_factory=dict)

    def gettext(self, message: str) -> str:
        """Give the translation of a message, or the message."""
        return self.translations.get(message, message)

    def is_translation(self, text: str) -> bool:
        """Tell whether what `gettext` gave is a translation; one may be the same as its original."""
        return text in self.translations.values()


def fill(pattern: str, **values: str) -> str:
    """Fill in what stands in braces; unlike str.format, a strange pattern stays as it is.

    >>> fill("{count} pages {", count="12")
    '12 pages {'
    """
    for name, value in values.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern


class _Lines(str):
    """A text of lines as editors count them: polib would also begin a new one at U+2028 and its like."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - as in str
        """Split the text at ends of lines, and nowhere else."""
        return self.split("\n")


def read_po(path: Path, shown: str) -> polib.POFile:
    """Read a PO file; raise BuildToolsError with its line where it is not one."""
    try:
        text = path.read_text(encoding="utf-8")
        unclosed = _OPEN.search(text)
        if not unclosed:
            # Without an empty line at its end, polib would take a file that holds nothing but a path for that path.
            return polib.pofile(_Lines(_PREVIOUS.sub("#|", text) + "\n"), wrapwidth=0)
        line = text.count("\n", 0, unclosed.start()) + 1
        found = "the closing quote is missing"
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        found = "the file is not UTF-8"
    except OSError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else 0
        found = str(error).rpartition(": ")[2] if place else f"the file cannot be read: {error.strerror}"
    cure = 'Each message is written msgid "…" and msgstr "…"; quotes within the text are written \\".'
    raise BuildToolsError([Problem.of(Code.PO_SYNTAX, shown, found, line=line, cure=cure)])


def list_po_files(folder: Path) -> list[Path]:
    """List the PO files below a folder; a link, a pipe or a device of that name is none."""
    return sorted(path for path in folder.rglob("*.po") if path.is_file() and not path.is_symlink())


def check_po_files(folder: Path, show: Callable[[Path], str]) -> Iterator[Problem]:
    """Check that every PO file below a folder can be read.

    :param show: gives a path as people type it.
    """
    for path in sorted(folder.rglob("*.po")):
        if path.is_symlink():
            cure = "Put the file itself there."
            yield Problem.of(Code.PO_SYNTAX, show(path.parent) + f"/{path.name}", "the file is a link", cure=cure)
            continue
        try:
            read_po(path, show(path))
        except BuildToolsError as error:
            yield from error.problems


def load_messages(po_folder: Path, domain: str = DOMAIN) -> Messages:
    """Load the press's messages, or those of a document, from a folder of PO files; none where the file is missing."""
    path = po_folder / f"{domain}.po"
    if not path.is_file():
        return Messages()
    entries = read_po(path, f"{po_folder.parent.name}/{po_folder.name}/{path.name}")
    return Messages({entry.msgid: entry.msgstr for entry in entries if entry.translated()})


def read_sphinx_messages(code: str) -> dict[str, str | list[str]]:
    """Read the translations that Sphinx brings along: by message, with a list of forms where there is a plural."""
    from babel.messages.mofile import read_mo

    spec = importlib.util.find_spec("sphinx")
    path = Path(spec.origin if spec and spec.origin else "").parent / "locale" / code / "LC_MESSAGES" / "sphinx.mo"
    if not path.is_file():
        return {}
    found: dict[str, str | list[str]] = {}
    with path.open("rb") as file:
        for message in read_mo(file):
            forms = [message.string] if isinstance(message.string, str) else list(message.string or [])
            key = message.id if isinstance(message.id, str) else message.id[0]
            # A plural that was never translated stands there in English.
            if key and forms and all(forms) and not (message.pluralizable and set(forms) & set(message.id)):
                found[key] = forms if message.pluralizable else forms[0]
    return found
