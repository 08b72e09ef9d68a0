"""How far translations are: messages and words, counted.

In: PO files as they are, and the messages of today's book.
Out: frozen counts by file and language.
Where today's messages come from, and how counts are shown, is not this module's business.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import polib

from build_tools.config import Language, Registry
from build_tools.guard.po_files import PLAIN
from build_tools.messages import read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError

# A role's name and target are not translated, and so are no words: {term}`satellites <satellite>`.
_NO_WORDS = re.compile(r"\{[\w:-]+\}|<[^<>]*>`|\]\([^()]*\)|\[\^[^\]]*\]")
_WORD = re.compile(r"\S*\w\S*")


class State(Enum):
    """What has become of a message."""

    TRANSLATED = "translated"
    IDENTICAL = "identical"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True)
class Count:
    """Messages by their states.

    :param translated: those that readers see in their language, the identical ones included.
    :param identical: those whose translation is the English, letter by letter; figures alone do not count.
    :param words: of the English.
    :param words_left: of the English messages that are fuzzy or untranslated.
    """

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    identical: int = 0
    words: int = 0
    words_left: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(*(one + another for one, another in zip(astuple(self), astuple(other), strict=True)))

    @property
    def messages(self) -> int:
        """How many messages there are."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def share(self) -> int:
        """How many of the words are translated, in per cent; 100 only where all are."""
        return 100 * (self.words - self.words_left) // self.words if self.words else 100


@dataclass(frozen=True)
class FileStatus:
    """How far one PO file is.

    :param domain: the document it translates, or `press` or `sphinx`.
    :param checked_in: the file by itself.
    :param today: today's messages, whether the file knows them or not.
    """

    domain: str
    checked_in: Count
    today: Count

    @property
    def is_book(self) -> bool:
        """Whether it translates the book, not the words of the site's software."""
        return self.domain not in PLAIN


@dataclass(frozen=True)
class LanguageStatus:
    """How far one language is; its share is that of the book."""

    language: Language
    files: tuple[FileStatus, ...]

    def path_of(self, file: FileStatus) -> str:
        """Where a PO file is, from the root of the repository."""
        return f"locales/{self.language.code}/LC_MESSAGES/{file.domain}.po"

    @property
    def checked_in(self) -> Count:
        """The book's PO files by themselves."""
        return sum((file.checked_in for file in self.files if file.is_book), Count())

    @property
    def today(self) -> Count:
        """Today's messages of the book."""
        return sum((file.today for file in self.files if file.is_book), Count())


def find_state(entry: polib.POEntry) -> State:
    """Find the state of a message of a PO file."""
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not all(text.strip() for text in texts):
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    letters = any(letter.isalpha() for letter in entry.msgid)
    return State.IDENTICAL if letters and texts == [entry.msgid] else State.TRANSLATED


def read_states(path: Path, shown: str, *, lenient: bool = False) -> dict[str, State]:
    """Read the states of a PO file's messages; a file that is not there has none.

    :param lenient: whether the same is true of a file that cannot be read.
    """
    try:
        entries = read_po(path, shown) if path.is_file() else ()
    except BuildToolsError:
        if not lenient:
            raise
        entries = ()
    return {entry.msgid: find_state(entry) for entry in entries if not entry.obsolete}


def count_words(message: str) -> int:
    """Count the words of a message that a translator writes anew.

    >>> count_words("A {term}`satellites <satellite>` of 83.6 kg – see [Sputnik](../first.md).[^note]")
    7
    """
    return len(_WORD.findall(_NO_WORDS.sub(" ", message)))


def count_messages(messages: Iterable[str], states: Mapping[str, State]) -> Count:
    """Count messages by their states; one without a state is untranslated."""
    tally = dict.fromkeys(State, 0)
    words = words_left = 0
    for message in dict.fromkeys(messages):
        state = states.get(message, State.UNTRANSLATED)
        tally[state] += 1
        length = count_words(message)
        words += length
        words_left += length if state in {State.FUZZY, State.UNTRANSLATED} else 0
    return Count(
        translated=tally[State.TRANSLATED] + tally[State.IDENTICAL],
        fuzzy=tally[State.FUZZY],
        untranslated=tally[State.UNTRANSLATED],
        identical=tally[State.IDENTICAL],
        words=words,
        words_left=words_left,
    )


def read_status(
    repository: Repository, language: Language, today: Mapping[str, Iterable[str]], *, lenient: bool = False
) -> LanguageStatus:
    """Read how far a language is, with its files in the order of today's documents.

    :param today: the messages of each document; a file of the press or of Sphinx that is not among them is counted
        by itself, and any other file has no message of today.
    :param lenient: whether a file that cannot be read is one without translations.
    """
    folder = repository.po_folder(language.code)
    found = list_domains(folder)
    files = []
    for domain in sorted(dict.fromkeys([*today, *found]), key=lambda name: name in PLAIN):
        path = folder / f"{domain}.po"
        states = read_states(path, repository.relative(path), lenient=lenient)
        alone = states if domain in PLAIN else ()
        counts = count_messages(states, states), count_messages(today.get(domain, alone), states)
        files.append(FileStatus(domain, *counts))
    return LanguageStatus(language, tuple(files))


def list_domains(folder: Path) -> list[str]:
    """List what the PO files of a folder translate."""
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.po"))


def hash_states(folder: Path) -> str:
    """Hash what pages in other languages tell of a language: the states of its messages."""
    digest = hashlib.sha256()
    for domain in list_domains(folder):
        states = read_states(folder / f"{domain}.po", domain, lenient=True)
        lines = (f"{message}\0{state.value}" for message, state in sorted(states.items(), key=lambda pair: pair[0]))
        digest.update("\n".join([domain, *lines, ""]).encode())
    return digest.hexdigest()


def count_shown(repository: Repository, code: str, messages: Mapping[str, Iterable[str]]) -> Count:
    """Count what readers of a language see: the messages of documents, without translations that were refused."""
    folder = repository.guarded_folder(code)
    states = {name: read_states(folder / f"{name}.po", f"{name}.po") for name in messages}
    return sum((count_messages(messages[name], states[name]) for name in messages), Count())


def list_translations(registry: Registry) -> list[Language]:
    """List the languages that the book is translated into."""
    return [language for language in registry.languages.values() if language.code != registry.source.code]


def env_messages(env: Any) -> dict[str, tuple[str, ...]]:
    """Give the messages of each document that Sphinx has read, by document name."""
    messages: dict[str, tuple[str, ...]] = env.__dict__.setdefault("messages_of_documents", {})
    return messages
