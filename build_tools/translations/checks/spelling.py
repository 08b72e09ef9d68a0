"""Spelling, with Hunspell and its dictionaries, and the language's own list of names.

In: the words of a language, each with its places.
Out: a problem for each word that neither dictionary, list nor termbase has.
Words of the original, such as names, are right in every language.  Filipino has no dictionary that would be good
enough: the only one there is knows no affixes, and would find fault with every seventh word.
"""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from build_tools.fonts import locate
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.translations.checks.message import Knowledge, Message

DICTIONARIES: Mapping[str, str] = {
    "hu": "npm:dictionary-hu/index",
    "ko": "npm:dictionary-ko/index",
    "vi": "npm:dictionary-vi/index",
}
# Words with the places where they stand: file and line.
Words = dict[str, list[tuple[str, int]]]
_WORD = re.compile(r"(?<![\w–-])[^\W\d_]++(?:[’'-][^\W\d_]++)*+(?![–-]?\d)")
# Some dictionaries were put through a program that writes letters as HTML does.
_ENTITY = {"&agrave;": "à", "&ugrave;": "ù"}
# How many are suggested, and for how many words: looking for them takes some tenths of a second each.
_SUGGESTED, _SUGGESTED_WORDS = 3, 30
# How much may follow a name: particles in Korean, endings in Hungarian.
_ENDING = {"ko": 5, "hu": 8}


class Speller(Protocol):
    """What a dictionary can do."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is spelt right."""

    def suggest(self, word: str) -> Iterable[str]:
        """Suggest words that may have been meant, the likeliest first."""


def load_speller(code: str) -> Speller | None:
    """Load the dictionary of a language; nothing where there is none that is good enough."""
    if code not in DICTIONARIES:
        return None
    paths = [locate(f"{DICTIONARIES[code]}{suffix}") for suffix in (".aff", ".dic")]
    if not all(path.is_file() for path in paths):
        cure = "Run `nox -s po-check -- --spelling`, which installs it, or see requirements/README.md."
        found = f"the dictionary {DICTIONARIES[code]} is missing"
        raise BuildToolsError([Problem.of(Code.TOOL_MISSING, "setup", found, cure=cure)], ExitCode.TOOL_MISSING)
    return _read_dictionary(*paths)


def _read_dictionary(affixes: Path, words: Path) -> Speller:
    """Read a dictionary, without the slips of the program that packed it."""
    from hunspell import Hunspell

    text = affixes.read_text(encoding="utf-8")
    for entity, letter in _ENTITY.items():
        text = text.replace(entity, letter)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.aff").write_text(text, encoding="utf-8")
        shutil.copy(words, Path(folder, "index.dic"))
        speller: Speller = Hunspell("index", hunspell_data_dir=folder)
    return speller


def list_spelt(messages: Iterable[Message], place: str) -> Words:
    """List the words of translations that do not stand in their originals, with their places."""
    words: Words = {}
    for message in messages:
        if not message.plain:
            known = set(_WORD.findall(message.original_words))
            for word in _WORD.findall(message.words):
                if word not in known:
                    words.setdefault(word, []).append((place, message.line))
    return words


def check_spelling(words: Words, known: Knowledge, speller: Speller) -> Iterator[Problem]:
    """Yield a problem for each unknown word, at the first of its places."""
    names = list_names(known)
    ending = _ENDING.get(known.language.code, 0)
    wrong = {word: places for word, places in words.items() if not is_right(word, names, ending, speller)}
    for count, (word, places) in enumerate(wrong.items()):
        meant = ", ".join(list(speller.suggest(word))[:_SUGGESTED]) if count < _SUGGESTED_WORDS else ""
        more = f", and {len(places) - 1} times more" if len(places) > 1 else ""
        advice = f"If it is right, add it to locales/{known.language.code}/words.txt."
        cure = f"Perhaps: {meant}.\n{advice}" if meant else advice
        file, line = places[0]
        yield Problem.of(Code.PO_SPELLING, file, f"unknown word '{word}'{more}", line=line, cure=cure)


def list_names(known: Knowledge) -> frozenset[str]:
    """List the words that are right without being in a dictionary: those of the termbase and of the own list."""
    phrases = [word for term in known.termbase.terms for word in term.words]
    return known.words | {word for phrase in phrases for word in _WORD.findall(phrase)}


def is_right(word: str, names: frozenset[str], ending: int, speller: Speller) -> bool:
    """Tell whether a word is right: as a whole, without a mark of quotation in it, or part by part."""
    forms = [word, move_tone(word), *re.split(r"[’']", word)[:1]]
    if any(form in names or speller.spell(form) for form in dict.fromkeys(forms)):
        return True
    if any(word[:length] in names for length in range(max(2, len(word) - ending), len(word))):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(is_right(part, names, ending, speller) for part in parts if len(part) > 1)


def move_tone(word: str) -> str:
    """Move a tone of Vietnamese to the second of two vowels, as dictionaries have it and this book does not.

    >>> move_tone("hòa"), move_tone("khỏe"), move_tone("Thủy")
    ('hoà', 'khoẻ', 'Thuỷ')
    """
    letters = unicodedata.normalize("NFD", word)
    moved = re.sub(r"(o)([\u0300\u0301\u0303\u0309\u0323])([ae])$", r"\1\3\2", letters, flags=re.IGNORECASE)
    moved = re.sub(r"(u)([\u0300\u0301\u0303\u0309\u0323])(y)$", r"\1\3\2", moved, flags=re.IGNORECASE)
    return unicodedata.normalize("NFC", moved)
