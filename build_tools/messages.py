"""The press's own words, and those of book.toml, in the language of an edition.

In: `locales/<language>/LC_MESSAGES/press.po`.
Out: a `Messages` object that translates; what has no translation stays English.
The text of the book itself is translated by Sphinx; that is not this module's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from build_tools.problems import BuildToolsError, Code, Problem

DOMAIN = "press"


@dataclass(frozen=True)
class Messages:
    """Translations of single messages."""

    translations: Mapping[str, str] = field(default_factory=dict)

    def gettext(self, message: str) -> str:
        """Give the translation of a message, or the message."""
        return self.translations.get(message, message)


def read_po(path: Path, shown: str) -> polib.POFile:
    """Read a PO file; raise BuildToolsError with its line where it is not one."""
    try:
        text = path.read_text(encoding="utf-8")
        return polib.pofile(text, wrapwidth=0)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        found = "the file is not UTF-8"
    except OSError as error:
        line = int(str(error).rpartition("line ")[2].partition(":")[0].partition(")")[0] or 0)
        found = str(error).rpartition(": ")[2] or "the file cannot be read"
    cure = 'Each message is written msgid "…" and msgstr "…"; quotes within the text are written \\".'
    raise BuildToolsError([Problem.of(Code.PO_SYNTAX, shown, found, line=line, cure=cure)])


def load_messages(po_folder: Path) -> Messages:
    """Load the press's messages from a folder of PO files; none where the file is missing."""
    path = po_folder / f"{DOMAIN}.po"
    if not path.is_file():
        return Messages()
    entries = read_po(path, f"{po_folder.parent.name}/{po_folder.name}/{path.name}")
    return Messages({entry.msgid: entry.msgstr for entry in entries if entry.translated()})
