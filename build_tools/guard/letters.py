"""Letters that no translation needs, and that deceive who reads it or the program that does.

In: a text.
Out: the letters that may not stand in it, with what they are.
What a language writes with is not this module's business.

Unicode Technical Report 36, Security Considerations: https://www.unicode.org/reports/tr36/
"""

import unicodedata
from collections.abc import Iterator

# Controls of direction that editors of right-to-left text need; the others turn text around unseen.
_MARKS = frozenset("\u200e\u200f\u061c")
# Joiners that Arabic, Persian and the scripts of India are written with.
_JOINERS = frozenset("\u200c\u200d")
_KINDS = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Cn": "not a character",
    "Co": "a character for private use",
    "Cs": "half a character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
# Letters of no width or no shape that Unicode counts among letters and marks.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\ufffc\ufffd")


def find_hidden(text: str, *, right_to_left: bool = False) -> Iterator[tuple[str, str]]:
    """Find letters that may not stand in a text, each once, with what they are.

    :param right_to_left: whether marks of direction and joiners are part of how the language is written.
    """
    if text.isascii() and text.isprintable():
        return
    for letter in dict.fromkeys(text):
        if letter == "\n" or (right_to_left and letter in _MARKS | _JOINERS):
            continue
        kind = _KINDS.get(unicodedata.category(letter), "")
        if letter in _BLANKS or 0xFE00 <= ord(letter) <= 0xFE0F or 0xE0100 <= ord(letter) <= 0xE01EF:
            kind = "a character without a shape"
        if kind:
            yield letter, kind


def name_letter(letter: str) -> str:
    r"""Name a letter by its number.

    >>> name_letter("\u202e")
    'U+202E'
    """
    return f"U+{ord(letter):04X}"
