"""Quantities: numbers that the original has in words, and numbers that it has twice.

In: a message.
Out: a fault for each that the translation seems to tell otherwise; these may be wrong, so they only warn.
Numbers in digits are the business of `numerals.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message
from build_tools.translations.checks.number_words import ENGLISH_SCALES, ENGLISH_WORDS
from build_tools.translations.checks.numerals import Figure, is_written, list_figures, read_excuses, read_values

# 'all three' and 'the four' are 'they' in other languages; one and two are everywhere.
_WRITTEN = re.compile(
    rf"(?<![\w-])(?<!\ball )(?<!\b[Tt]he )(?<!\b[Tt]hese )(?<!\b[Tt]hose )"
    rf"({'|'.join(sorted(ENGLISH_WORDS, key=len, reverse=True))})"
    rf"(?:[ \u00a0-]({'|'.join(ENGLISH_SCALES)}|decades|centuries))?\b(?!-)",
    re.IGNORECASE,
)
_FACTORS = ENGLISH_SCALES | {"decades": 10, "centuries": 100}


def check_quantities(message: Message) -> Iterator[Fault]:
    """Yield a fault for each number in words that is missing in the translation."""
    figures = list(dict.fromkeys(list_written(message.original_words)))
    if not figures or read_excuses(message.comment):
        return
    code = message.language.code
    present = frozenset(read_values(message.words, code))
    for figure in figures:
        if present.isdisjoint(figure.values) and not is_written(figure, message.words, code):
            yield Fault(Code.PO_QUANTITY, f"'{figure.shown}' of the original is missing", _cure(figure))


def check_repeated_numbers(message: Message) -> Iterator[Fault]:
    """Yield a fault for each number that the original has twice and the translation once, beside one of its own."""
    wanted = Counter(value for figure in list_figures(message.original_words) for value in figure.values if value > 9)
    repeated = {value: count for value, count in wanted.items() if count > 1}
    if not repeated or read_excuses(message.comment):
        return
    present = Counter(read_values(message.words, message.language.code))
    # Some languages number the months.
    added = [value for value in present if value not in wanted and value > 12]
    for value, count in repeated.items():
        for other in added:
            if present[value] < count and len(str(value)) == len(str(other)):
                figure = Figure(f"{value} and {other}", ())
                yield Fault(Code.PO_QUANTITY, f"{other} stands where the original has {value}", _cure(figure))


def list_written(text: str) -> Iterator[Figure]:
    """List the numbers that an English text has in words, from three on.

    >>> [int(figure.values[0]) for figure in list_written("Three dogs, sixty million roubles, two weeks")]
    [3, 60000000]
    """
    for place in _WRITTEN.finditer(text):
        value = Decimal(ENGLISH_WORDS[place[1].lower()])
        factor = _FACTORS[place[2].lower()] if place[2] else 1
        values = (value * factor, value) if factor <= 100 else (value * factor,)
        yield Figure(place[0], values)


def _cure(figure: Figure) -> str:
    return f"If it is right, say so above the message: # number: {figure.shown}"
