"""Dates: every month of the original is in the translation.

In: a message.
Out: a fault for each month that is neither named nor written as a number in a date.
Days and years are numbers, which `numerals.py` looks for.
"""

import re
from collections.abc import Iterator
from functools import cache

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message
from build_tools.translations.checks.number_words import find_writing
from build_tools.translations.checks.numerals import normalise_digits, read_excuses

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# These are months only where a day or a year stands beside them.
_OTHER_WORDS = "March|May|August"
_NAMED = re.compile(
    rf"\b(?:{'|'.join(month for month in MONTHS if month not in _OTHER_WORDS)})\b"
    rf"|(?<=\d[ \u00a0])(?:{_OTHER_WORDS})\b|\b(?:{_OTHER_WORDS})(?=,?[ \u00a0]\d{{4}}\b)"
)


def check_months(message: Message) -> Iterator[Fault]:
    """Yield a fault for each month of the original that is missing in the translation."""
    named = dict.fromkeys(_NAMED.findall(message.original_words))
    if not named or "" in read_excuses(message.comment):
        return
    words = normalise_digits(message.words)
    for name in named:
        month = MONTHS.index(name) + 1
        pattern = _month_pattern(message.language.code, month)
        if pattern and not pattern.search(words):
            cure = f"Name it, here {name_month(message.language.code, month)}, or say above the message: # number: …"
            yield Fault(Code.PO_NUMBER, f"the month {name} is missing", cure)


def name_month(code: str, month: int) -> str:
    """Name a month in a language."""
    return next(iter(_list_names(code, month)), "")


@cache
def _list_names(code: str, month: int) -> tuple[str, ...]:
    """List the names of a month in a language; none where CLDR does not know the language."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_month_names

    try:
        names = [
            get_month_names(width, context, locale=code)[month]
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
        ]
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(dict.fromkeys(name.rstrip(".") for name in names))


@cache
def _month_pattern(code: str, month: int) -> re.Pattern[str] | None:
    """Make the pattern by which a month is found: a name, a number in a date, or its word after the word for month."""
    names = _list_names(code, month)
    if not names:
        return None
    digits = rf"(?<!\d)0?{month}(?!\d)"  # in a date that has no other letters
    patterns = [rf"(?<![^\W\d]){re.escape(normalise_digits(name))}(?!\d)" for name in names if not name[0].isdigit()]
    patterns += [rf"(?<!\d){re.escape(name)}" for name in names if name[0].isdigit()]
    patterns += [rf"{digits}\s?[./-]\s?\d", rf"\d\s?[./-]\s?{digits}"]
    # Where months are numbered (tháng 10), their numbers may be written as words (tháng mười).
    head = re.match(rf"(\D+){month}$", names[0])
    patterns += [rf"{head[1]}(?:{'|'.join(find_writing(code).words.get(month, ['(?!)']))})"] if head else []
    return re.compile("|".join(patterns), re.IGNORECASE)
