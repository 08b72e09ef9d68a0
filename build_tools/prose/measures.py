"""Dates, shares and measures as the house writes them: 4 October 1957, 20 per cent, 58 centimetres.

In: documents.  Out: a problem for each that is written another way.
"""

import re
from collections.abc import Iterator

from build_tools.problems import Code, Problem
from build_tools.prose.document import Document, Kind
from build_tools.prose.rules import Rule, apply_rules

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|million)"
)
_UNIT = r"(?:feet|foot|ft|inch(?:es)?|yards?|miles?|pounds?|lbs?|ounces?|gallons?|degrees Fahrenheit|°F)"
_TABLES = frozenset({Kind.CELL, Kind.DATA, Kind.LABEL})
_DAY_FIRST = "Write the day first: 4 October 1957"
# Long March 1 is a rocket.
RULES = (
    Rule(
        re.compile(rf"(?<!Long )\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?![\d:])"),
        "'{0}' has the month first",
        _DAY_FIRST,
    ),
    Rule(re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?{_MONTH}\b"), "'{0}' has an ordinal number", _DAY_FIRST),
    Rule(
        re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])"),
        "'{0}' is a date for machines",
        _DAY_FIRST,
        frozenset({Kind.DATA}),
    ),
    Rule(re.compile(r"[\d.,]*\s?%"), "'{0}' has a percent sign", "Write: 20 per cent", _TABLES),
    Rule(
        re.compile(rf"\b{_NUMBER}[ -]{_UNIT}(?!\w)", re.IGNORECASE),
        "'{0}' is no metric measure",
        "Give metres, kilometres, kilograms; another measure may stand in a quotation or a footnote.",
        frozenset({Kind.NOTE}),
    ),
)


def check_measures(document: Document) -> Iterator[Problem]:
    """Yield a problem for each date, share or measure that is not written as the house does."""
    return apply_rules(document, RULES, Code.NUMBER_STYLE)
