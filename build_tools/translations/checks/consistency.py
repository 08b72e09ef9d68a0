"""Consistency: the same English has the same translation throughout a language.

In: the originals and translations of a language, with their places.
Out: a problem for each that is translated in another way than before.
Entries of the index and labels may differ: 'in the Soviet Union' depends on what it stands below.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.guard.fault import show
from build_tools.problems import Code, Problem

_SENTENCE = re.compile(r"[.?!][’”)]*\Z")
# A label of so many words is rather a title.
_WORDS = 5


@dataclass(frozen=True)
class Saying:
    """What is said where."""

    original: str
    translation: str
    file: str
    line: int


def check_consistency(sayings: Iterable[Saying]) -> Iterator[Problem]:
    """Yield a problem for each sentence or title that is translated in two ways."""
    first: dict[str, Saying] = {}
    for saying in sayings:
        if not (_SENTENCE.search(saying.original) or saying.original.count(" ") >= _WORDS - 1):
            continue
        known = first.setdefault(saying.original, saying)
        if known.translation != saying.translation:
            found = f"'{show(saying.original)}' is translated otherwise in {known.file}:{known.line}"
            cure = f"There: {show(known.translation)}"
            yield Problem.of(Code.PO_INCONSISTENT, saying.file, found, line=saying.line, cure=cure)
