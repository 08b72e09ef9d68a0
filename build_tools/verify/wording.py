"""Comparing words whatever the layout did to them.

In: texts as readers extract them.  Out: the same texts without white space, hyphenation and typography.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

# White space, soft hyphens, joiners, what pdfium gives for a hyphen at the end of a line, hyphens and dashes.
_IGNORED = r"\s\u00ad\u2060\u200b\ufeff\x02\ufffe\u2010-\u2015-"
_IGNORED_LETTERS = re.compile(f"[{_IGNORED}]")


def normalise(text: str) -> str:
    r"""Give what stays of a text however it is set.

    >>> normalise("The hy\u2010\r\nphen\u00adated \ufb01nish")
    'thehyphenatedfinish'
    """
    return _IGNORED_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def find_absent_entries(headings: Iterable[str], entries: Sequence[str]) -> Iterator[str]:
    """Give the headings that no entry holds after the entry of the heading before."""
    keys = [normalise(entry) for entry in entries]
    position = 0
    for heading in headings:
        wanted = normalise(heading)
        found = next((number for number in range(position, len(keys)) if wanted in keys[number]), None)
        if found is None:
            yield heading
        else:
            position = found + 1


def find_absent_texts(headings: Iterable[str], text: str) -> Iterator[str]:
    """Give the headings that a text does not hold after the heading before."""
    running, position = normalise(text), 0
    for heading in headings:
        wanted = normalise(heading)
        found = running.find(wanted, position)
        if found < 0:
            yield heading
        else:
            position = found + len(wanted)
