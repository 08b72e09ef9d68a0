"""Where words may be divided at the end of a line.

In: a language and the names of a book.  Out: what WeasyPrint takes for Pyphen while the context lasts.
Pyphen's dictionaries divide, but names stay whole, for their patterns know the words of one language only:
they would make Leon-ov and Bajkon-ur of Hungarian spellings, and Amer-ican of an English one.
An ending that is written onto a name may be divided from it (Leonov-val).
Filipino, for which there is no dictionary, is divided by the rules of its orthography.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from build_tools.writers.pdf.filipino import list_divisions

# American patterns divide English words as they are spoken, British ones by their roots: encyc-lopedia, lis-ted.
_ENGLISH = "en_US"
# How many letters at the beginning of a word stay together where patterns would divide them.
_WHOLE = {_ENGLISH: {"business": 8, "newspaper": 4, "photo": 5}, "fil": {"progra": 3}}
_FILIPINO = frozenset({"fil", "tl"})
_END = re.compile(r"</(?:p|li|td|th|dt|dd|h\d|text|title|caption|figcaption|div)>")
_TAG = re.compile(r"<[^>]*>")
# A word with a capital letter that does not stand where every word would have one.
_NAME = re.compile(r"(?<=[^\W\d_,;–] |[,;–\u2060] )[^\W\d_a-zà-öø-ÿ][^\W\d_]{3,}|(?<=[^\W\d_][’-])[A-Z][^\W\d_]{3,}")
# Shorter names may be the beginning of another one, as Mars is of Marshall.
_SHORTEST_STEM = 6
_SHORTEST_NAME = 4


def find_names(html: str) -> frozenset[str]:
    """Find the names in a text: words with a capital letter that are not the first of a sentence.

    >>> sorted(find_names("<p>Akkor Leonov a <em>Voszhod</em> fedélzetén volt. Bajkonurban este volt.</p>"))
    ['Leonov', 'Voszhod']
    """
    text = re.sub(r"\s+", " ", _TAG.sub("", _END.sub(".\n", html))).replace("\u2060", "")
    return frozenset(word for word in _NAME.findall(text) if word[0].isupper())


@dataclass(frozen=True)
class Names:
    """The names of a book."""

    words: frozenset[str]

    def measure_stem(self, word: str) -> int:
        """Measure how many letters at the beginning of a word are a name; none where it is no name.

        >>> names = Names(frozenset({"Leonov", "Leonovval", "Mars", "Marshall"}))
        >>> [names.measure_stem(word) for word in ("Leonovnak", "Leonovval", "Marshall", "Holdnak")]
        [6, 6, 8, 0]
        """
        if not word[:1].isupper():
            return 0
        known = word in self.words
        lengths = range(_SHORTEST_STEM if known else _SHORTEST_NAME, len(word) + 1)
        return next((length for length in lengths if word[:length] in self.words), len(word) if known else 0)


class FilipinoDictionary:
    """Divide Filipino words; it answers as a dictionary of Pyphen does."""

    def __init__(self, left: int, right: int) -> None:
        self.left, self.right = left, right

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """Give the two halves of each division, the last one first."""
        for place in reversed(list_divisions(word)):
            if self.left <= place <= len(word) - self.right:
                yield word[:place], word[place:]


@dataclass(frozen=True)
class Dictionary:
    """Divide the words of a language, but no names."""

    words: Any
    names: Names
    whole: Mapping[str, int] = field(default_factory=dict)

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """Give the two halves of each division, the last one first."""
        stem = self.names.measure_stem(word)
        found = [(start, end) for start, end in self.words.iterate(word) if len(start) >= stem]
        beginning = next((text for text in self.whole if word.lower().startswith(text)), "")
        for start, end in found:
            if len(start) >= len(beginning) or len(start) == self.whole[beginning]:
                yield start, end


def make_dictionary(lang: str, left: int, right: int, names: Names) -> Dictionary:
    """Make the dictionary of a language."""
    import pyphen

    words = FilipinoDictionary(left, right) if lang in _FILIPINO else pyphen.Pyphen(lang=lang, left=left, right=right)
    return Dictionary(words, names, _WHOLE.get(lang, {}))


def find_language(language: str) -> str | None:
    """Find the language whose words we can divide that is nearest to one."""
    import pyphen

    primary = language.partition("-")[0].lower()
    if language == primary == "en":
        return _ENGLISH
    return primary if primary in _FILIPINO else pyphen.language_fallback(language)


@contextmanager
def divided_words(names: frozenset[str]) -> Iterator[None]:
    """Have WeasyPrint divide words so, but no names."""
    from weasyprint.text import line_break

    def dictionary(lang: str, left: int, right: int) -> Dictionary:
        return make_dictionary(lang, left, right, Names(names))

    with patch.object(line_break, "pyphen", SimpleNamespace(Pyphen=dictionary, language_fallback=find_language)):
        yield
