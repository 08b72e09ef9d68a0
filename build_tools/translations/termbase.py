"""The termbase of a language: one word for each concept, and the words to avoid.

In: `locales/<language>/terms.tsv`, with the columns of `COLUMNS`; several words stand with semicolons between them.
Out: frozen `Term` objects, those that a text mentions, and a problem for each line that is none.
Whether translations use the words is not this module's business.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from build_tools.problems import Code, Problem

COLUMNS = ("concept", "term", "avoid", "note")
_PLURAL = r"(?:s|es|’s|s’)?"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Term:
    """A concept in English, the words for it, the words to avoid, and why.

    :param concept: what stands in brackets in it explains it; a person is `Goddard, Robert` or `Robert Goddard`.
    """

    concept: str
    words: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    note: str = ""
    line: int = 0

    @cached_property
    def name(self) -> str:
        """The concept without its explanation."""
        return re.sub(r"\s*\([^()]*\)", "", self.concept) or self.concept

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern by which the concept is found, in the plural as well; a capital letter is part of a name."""
        if ", " in self.name:
            last, first = self.name.split(", ", 1)
            pattern = rf"(?:{re.escape(last)}|{re.escape(first)} {re.escape(last)})"
        else:
            first = re.escape(self.name[0])
            pattern = (f"(?i:{first})" if first.islower() else first) + re.escape(self.name[1:])
        return re.compile(rf"(?<![\w-]){pattern}{_PLURAL}(?![\w-])")


@dataclass(frozen=True)
class Termbase:
    """The terms of a language."""

    terms: tuple[Term, ...] = field(default=())

    @cached_property
    def _by_first_word(self) -> dict[str, list[Term]]:
        index: dict[str, list[Term]] = {}
        for term in self.terms:
            first = _WORD.search(term.name)
            index.setdefault(first[0].casefold() if first else "", []).append(term)
        return index

    def find(self, text: str) -> list[Term]:
        """Find the concepts that an English text mentions, the longest first; one within another is not meant."""
        words = set(_WORD.findall(text.casefold()))
        words |= {word[:-end] for word in words if word[-1] == "s" for end in (1, 2)}  # it may be a plural
        near = [term for word in self._by_first_word.keys() & words for term in self._by_first_word[word]]
        found = []
        for term in sorted(set(near), key=lambda term: (-len(term.name), term.line)):
            if term.pattern.search(text):
                found.append(term)
                text = term.pattern.sub("□", text)
        return found


def load_termbase(path: Path) -> tuple[Term, ...]:
    """Load the terms of a language that have a word; none where the file is missing."""
    return tuple(read_terms(read_lines(path)))


def read_lines(path: Path) -> list[str]:
    """Read the lines of a termbase; a byte that is not UTF-8 becomes a sign that `check_termbase` finds."""
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []


def read_terms(lines: Iterable[str]) -> Iterator[Term]:
    """Read the terms of lines that are sound."""
    for number, line in enumerate(lines, 1):
        cells = [*line.split("\t"), "", "", ""][:4]
        concept, words, avoid, note = (cell.strip() for cell in cells)
        if number > 1 and concept and split_words(words):
            yield Term(concept, split_words(words), split_words(avoid), note, number)


def split_words(cell: str) -> tuple[str, ...]:
    """Split a cell into its words.

    >>> split_words("lipad; paglipad")
    ('lipad', 'paglipad')
    """
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def check_termbase(lines: Iterable[str], place: str) -> Iterator[Problem]:
    """Check that each line is a term, and that no concept stands there twice; its word may still be missing."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        found = ""
        if number == 1:
            found = "" if tuple(cells) == COLUMNS else f"the first line is not: {' '.join(COLUMNS)}"
        elif "\ufffd" in line:
            found = "the line is not UTF-8"
        elif len(cells) != len(COLUMNS):
            found = f"{len(cells)} columns; expected {len(COLUMNS)}"
        elif not cells[0].strip():
            found = "the concept is missing"
        elif seen.setdefault(cells[0].strip().casefold(), number) != number:
            found = f"'{cells[0].strip()}' stands in line {seen[cells[0].strip().casefold()]} already"
        if found:
            cure = "Columns are parted by one tab each: concept, word, words to avoid, note."
            yield Problem.of(Code.PO_TERMBASE, place, found, line=number, cure=cure)
