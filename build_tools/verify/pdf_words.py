"""The variants of a PDF hold the same words.

In: the PDFs of one edition.  Out: problems.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.problems import Code, Problem
from build_tools.verify.expectation import Expectation, Known
from build_tools.verify.guard import run_checks
from build_tools.verify.pdf_document import read_texts
from build_tools.verify.wording import normalise

# Heads of pages and of tables are repeated on more pages in one variant than in another.
UNEVEN_SHARE = 0.05
# Behind the hyphen at the end of a line may stand what is in the margin beside it, before the word goes on.
# (Pdfium has signs of its own for such a hyphen, with or without a new line.)
_BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(?:[\x02\ufffe]|[\u00ad\u2010-]\s*[\r\n])\s*[^\W_]*")
# The numbers of the first pages, of which large print has more.
_ROMAN = re.compile(r"x{0,4}(ix|iv|v?i{0,3})\Z")
# Letters of the Korean alphabet stand above the groups of an index, side by side where it has columns.
_JAMO = re.compile("[\u1100-\u11ff]+\\Z")
_WORD = re.compile(r"[^\W\d_]{2,}(?:[-\u2010'’][^\W\d_]+)*")
# Brackets are turned around where the text runs from right to left.
_BRACKET = r"[\]\[]"
# What may stand between two letters of an address: the end of a line, and what pdfium makes of it.
_BETWEEN = r"[\s\u200b\ufffe\x02]*"
_HYPHEN = r"[-\u00ad\u2010\ufffe\x02]"


@dataclass(frozen=True)
class Words:
    """The words of a PDF.

    :param whole: those that stand on one line, and how often.
    :param broken: the beginnings of the others.
    :param running: all of it, without spaces.
    """

    whole: Counter[str]
    broken: tuple[str, ...]
    running: str

    def has(self, word: str) -> bool:
        """Tell whether a word is there, broken or not."""
        return word in self.whole or word in self.running or word.startswith(self.broken)


def check_same_words(artifacts: Sequence[tuple[Path, Expectation]]) -> Iterator[Problem]:
    """Check that each variant has every word of the first one, and no other, and about as often."""
    if len(artifacts) > 1:
        yield from run_checks(artifacts[0][1].place, artifacts, [_compare_words])


def _compare_words(artifacts: Sequence[tuple[Path, Expectation]]) -> Iterator[Problem]:
    (path, first), *others = artifacts
    wanted = read_words(path, first.known)
    for other, expectation in others:
        found = read_words(other, expectation.known)
        for word in sorted(word for word in wanted.whole if not found.has(word))[:5]:
            yield Problem.of(Code.PDF_VARIANT, expectation.place, f"the word '{word}' of {first.place} is missing")
        addresses = normalise(" ".join(expectation.known.links))  # one that is parted by the end of a page stays
        strange = (word for word in found.whole if not wanted.has(word) and word not in addresses)
        for word in sorted(strange)[:5]:
            yield Problem.of(Code.PDF_VARIANT, expectation.place, f"the word '{word}' is not in {first.place}")
        uneven = (wanted.whole - found.whole).total() + (found.whole - wanted.whole).total()
        if uneven > UNEVEN_SHARE * wanted.whole.total() + len(wanted.broken) + len(found.broken):
            text = f"{uneven} of {wanted.whole.total()} words stand there more or less often than in {first.place}"
            yield Problem.of(Code.PDF_VARIANT, expectation.place, text)


def read_words(path: Path, known: Known) -> Words:
    """Read the words of a PDF, without the addresses that are printed for paper only."""
    text = _match_addresses(known).sub(" ", "\n".join(read_texts(path)))
    broken = [normalise(found[1]) for found in _BROKEN.finditer(text)]
    words = (normalise(word) for word in _WORD.findall(_BROKEN.sub(" ", text)))
    whole = Counter(word for word in words if not (_ROMAN.match(word) or _JAMO.match(word)))
    return Words(whole, tuple(word for word in broken if len(word) > 1), normalise(text))


def _match_addresses(known: Known) -> re.Pattern[str]:
    """Match the addresses of the book in brackets, however lines break; other brackets are part of the text."""
    home = _spell(known.home) + rf"(?:{_BETWEEN}/[^\]\[]{{0,300}})?" if known.home else ""
    addresses = "|".join(filter(None, [*map(_spell, sorted(known.links, key=len, reverse=True)), home]))
    return re.compile(f"{_BRACKET}{_BETWEEN}(?:{addresses}){_BETWEEN}{_BRACKET}" if addresses else r"\b\B")


def _spell(address: str) -> str:
    """Match an address as it is printed, without its scheme and a last slash."""
    letters = address.partition("://")[2].strip().rstrip("/")
    return _BETWEEN.join(_HYPHEN if letter == "-" else re.escape(letter) for letter in letters)
