"""Runs of words that stand both in the book and in another text.

In: passages of the book, and a text to compare them with.
Out: a run for each stretch that both have, unless it is made of names and numbers only.
Which files are compared is the business of `against.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_HANGUL = re.compile(r"[가-힣]")
# Words that hold names together: the United States and the Soviet Union.
_LINKING = frozenset(
    {"a", "an", "and", "at", "between", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "was", "with"}
)
CHARACTERS = 12  # a run of Korean is counted in syllables, since its spaces are a matter of taste


@dataclass(frozen=True)
class Token:
    """A word, or a syllable of Korean.

    :param plain: whether it is no name, no number and no linking word, as far as its form tells.
    """

    shown: str
    key: str
    line: int
    plain: bool


@dataclass(frozen=True)
class Passage:
    """A piece of text whose words follow one another: a paragraph, or a whole file."""

    path: str
    lines: tuple[tuple[int, str], ...]

    @cached_property
    def is_korean(self) -> bool:
        """Whether it is counted in syllables."""
        return any(_HANGUL.search(text) for _, text in self.lines)

    def split(self, *, syllables: bool) -> list[Token]:
        """Split it into words or into syllables."""
        found = ((line, word) for line, text in self.lines for word in _WORD.findall(text))
        if syllables:
            return [
                Token(sign, sign.casefold(), line, bool(_HANGUL.match(sign)))
                for line, word in found
                for sign in word
                if sign.isalnum()
            ]
        return [
            Token(word, word.casefold().replace("’", "'"), line, word[0].islower() and word not in _LINKING)
            for line, word in found
        ]


@dataclass(frozen=True)
class Run:
    """A stretch that two texts have in common: its tokens here, and where it begins there."""

    tokens: tuple[Token, ...]
    line: int


class Source:
    """A text to compare with, indexed by its runs of a length."""

    def __init__(self, passage: Passage, words: int) -> None:
        self.passage, self.words = passage, words
        self.tokens: dict[bool, list[Token]] = {}
        self.starts: dict[bool, dict[tuple[str, ...], list[int]]] = {}

    def prepare(self, *, syllables: bool) -> int:
        """Index the text, once for words and once for syllables, and give the length of a run."""
        length = CHARACTERS if syllables else self.words
        if syllables not in self.tokens:
            tokens = self.tokens[syllables] = self.passage.split(syllables=syllables)
            starts: dict[tuple[str, ...], list[int]] = {}
            for start in range(len(tokens) - length + 1):
                starts.setdefault(_keys(tokens, start, length), []).append(start)
            self.starts[syllables] = starts
        return length

    def find_runs(self, passage: Passage) -> Iterator[Run]:
        """Find the runs that a passage has in common with this text."""
        syllables = passage.is_korean
        length = self.prepare(syllables=syllables)
        here, there = passage.split(syllables=syllables), self.tokens[syllables]
        start = 0
        while start <= len(here) - length:
            places = self.starts[syllables].get(_keys(here, start, length), [])
            size = 0
            if places:
                size, back = max((_measure(here, start, there, place), -place) for place in places)
                tokens = tuple(here[start : start + size])
                if sum(token.plain for token in tokens) > length // (2 if syllables else 4):
                    yield Run(tokens, there[-back].line)
            start += max(1, size - length + 1)


def render_run(run: Run, *, syllables: bool) -> str:
    """Render the words of a run."""
    return ("" if syllables else " ").join(token.shown for token in run.tokens)


def find_copies(passages: Iterable[Passage], source: Source) -> Iterator[tuple[Passage, Run]]:
    """Find the runs of all passages."""
    for passage in passages:
        for run in source.find_runs(passage):
            yield passage, run


def _keys(tokens: Sequence[Token], start: int, length: int) -> tuple[str, ...]:
    return tuple(token.key for token in tokens[start : start + length])


def _measure(here: Sequence[Token], start: int, there: Sequence[Token], place: int) -> int:
    """Measure how far two texts go on alike."""
    pairs = zip(here[start:], there[place:], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, pairs))
