"""Numbers as the readers of a language write them.

In: numbers, and the code of a language.  Out: text.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_NUMBER = re.compile(r"[-−+]?[\d,.]+\Z")
_WRITTEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
# What stands between the first and the last of a range, where that is no dash.
_RANGE_SIGNS = {"ko": "~"}
# Hungarian groups digits from five on (AkH. 12, 289).
_GROUP_FROM_FIVE = frozenset({"hu"})


def find_locale(language: str) -> "Locale":
    """Find the rules of a language, or those of English where nobody wrote them down."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def format_number(number: int, language: str) -> str:
    """Format a whole number.

    >>> format_number(37784, "en")
    '37,784'
    """
    from babel.numbers import format_decimal

    return format_decimal(number, locale=find_locale(language))


def format_share(share: int, language: str) -> str:
    """Format a share in per cent.

    >>> format_share(12, "ko")
    '12%'
    """
    from babel.numbers import format_percent

    return format_percent(share / 100, locale=find_locale(language))


def is_number(text: str) -> bool:
    """Tell whether a text is a number as the English of the book writes it."""
    return bool(_NUMBER.match(text))


def render_number(text: str, language: str) -> str:
    r"""Render a number of the English text as a language writes it; a year, which has no signs to change, stays.

    >>> render_number("1,327.5", "hu"), render_number("1957", "hu")
    ('1327,5', '1957')
    """
    from babel.numbers import format_decimal

    if not is_number(text) or text.strip("-−+").isdigit():
        return text
    decimals = len(text.partition(".")[2])
    number = Decimal(text.replace(",", "").replace("−", "-"))
    grouped = language not in _GROUP_FROM_FIVE or abs(number) >= 10_000
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    return format_decimal(number, format=pattern, locale=find_locale(language)).replace("-", "−")


def render_ranges(text: str, language: str) -> str:
    """Render the ranges of numbers in a text.

    >>> render_ranges("1957–66", "ko"), render_ranges("1957–66", "hu")
    ('1957~66', '1957–66')
    """
    return _RANGE.sub(_RANGE_SIGNS.get(language, "–"), text)


def render_numbers(text: str, language: str) -> str:
    """Render the numbers in a text that has no words, such as a label of an axis.

    >>> render_numbers("≈ 11,000", "vi"), render_numbers("120–140", "ko")
    ('≈ 11.000', '120~140')
    """
    return render_ranges(_WRITTEN.sub(lambda found: render_number(found[0], language), text), language)
