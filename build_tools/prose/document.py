"""A document of the book as the prose lint sees it: lines of text, and what stands between them.

In: nothing.  Out: frozen objects that `reading.py` makes and every check reads.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from build_tools.problems import Code, Problem

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for code and numbers of pictures, which have no words to check
_WORD = re.compile(r"\w+(?:[-’–.,]\w+)*")
# A full stop after a single capital letter belongs to a name: Dwight D. Eisenhower.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z]\.)(?<=[.?!])[’”)]*\s+(?=[‘“(]*[A-Z])")


class Kind(Enum):
    """What a line of text is a part of."""

    PROSE = auto()
    NOTE = auto()
    HEADING = auto()
    SUMMARY = auto()
    QUESTION = auto()
    ANSWER = auto()
    CAPTION = auto()
    ALTERNATIVE = auto()
    CELL = auto()
    TERM = auto()
    LABEL = auto()
    DATA = auto()


RUNNING = frozenset({Kind.PROSE, Kind.NOTE})


@dataclass(frozen=True)
class Line:
    """A line of a document as readers see it: without markup, and with the words that a role shows.

    :param block: the same for lines of one paragraph.
    """

    number: int
    text: str
    kind: Kind
    block: int


@dataclass(frozen=True)
class Option:
    """An option of a directive: `:name: value`."""

    name: str
    value: str
    line: int


@dataclass(frozen=True)
class Directive:
    """A fenced block with a name: `{drawing} /figures/rockets.svg`."""

    name: str
    argument: str
    options: tuple[Option, ...]
    body: tuple[str, ...]
    line: int
    body_line: int

    def option(self, name: str) -> str:
        """Give the value of an option, or nothing."""
        return next((option.value for option in self.options if option.name == name), "")


@dataclass(frozen=True)
class Term:
    """A word that the glossary explains, or a link to one."""

    name: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link: where it leads, and whether readers see the bare address."""

    target: str
    line: int
    bare: bool = False


@dataclass(frozen=True)
class ClaimsLine:
    """A line that names claims, and the kind of block below it.

    :param host: the type of the Markdown token below, or nothing at the end of a document.
    """

    claims: tuple[str, ...]
    line: int
    host: str


@dataclass(frozen=True)
class Entry:
    """A line of an index block: `single: Moon; far side of` has the kind `single` and two parts."""

    kind: str
    parts: tuple[str, ...]
    line: int

    @property
    def shown(self) -> str:
        """The entry as it is written, without its kind."""
        return "; ".join(self.parts)


@dataclass(frozen=True)
class Document:
    """One file.

    :param path: as typed from the root of the repository.
    :param name: as Sphinx names it, from the folder of the book and without a suffix.
    """

    path: str
    name: str
    lines: tuple[Line, ...] = ()
    directives: tuple[Directive, ...] = ()
    glossary: tuple[Term, ...] = ()
    terms: tuple[Term, ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[ClaimsLine, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def is_chapter(self) -> bool:
        """Whether it stands in a part of the book between the front and the back."""
        part, slash, _ = self.name.partition("/")
        return bool(slash) and part not in {"frontmatter", "backmatter"}

    @property
    def running(self) -> tuple[Line, ...]:
        """The lines that are read one after the other, with the notes."""
        return tuple(line for line in self.lines if line.kind in RUNNING)

    def named(self, name: str) -> tuple[Directive, ...]:
        """Give the directives of a name."""
        return tuple(directive for directive in self.directives if directive.name == name)

    def problem(self, code: Code, line: int, found: str, cure: str = "") -> Problem:
        """Make a problem at a line of this document."""
        return Problem.of(code, self.path, found, line=line, cure=cure)


def count_words(text: str) -> int:
    """Count the words of a text; what a hyphen joins is one.

    >>> count_words("The N1 lifted 95 tonnes – on paper.")
    7
    """
    return len(_WORD.findall(text))


def split_sentences(text: str) -> list[str]:
    """Split a text into its sentences.

    >>> split_sentences("A rocket flew. ‘It was the first.’ Dwight D. Eisenhower saw 83.6 of it.")
    ['A rocket flew.', '‘It was the first.’', 'Dwight D. Eisenhower saw 83.6 of it.']
    """
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(starts))
    return [part for part in parts if part]
