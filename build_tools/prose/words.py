"""Words: those typed twice, and those that the house does not use.

In: documents.  Out: a problem for each.
How words are spelt is not this module's business.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from build_tools.problems import Code, Problem
from build_tools.prose.document import Document
from build_tools.prose.rules import Rule, apply_rules

_REPEATED = re.compile(r"(?<![\w’-])([^\W\d_]+)\s+\1(?![\w’-])", re.IGNORECASE)
_MAY_REPEAT = frozenset({"had", "that"})
_FILLER = "Say what you mean without it."
RULES = (
    # Names keep theirs: Manned Orbiting Laboratory.
    Rule(re.compile(r"\b(?:[Mm]anned\b(?! [A-Z])|[Uu]nmanned\b)"), "'{0}'", "Write crewed or uncrewed."),
    Rule(re.compile(r"\b[Mm]ankind\b"), "'{0}'", "Write humankind or people."),
    Rule(
        re.compile(
            r"\b(it is important to note|in conclusion|played? an? (crucial|vital|key) role|a testament to"
            r"|not only\b.*\bbut also)\b",
            re.IGNORECASE,
        ),
        "'{0}'",
        _FILLER,
    ),
)


def check_house_words(document: Document) -> Iterator[Problem]:
    """Yield a problem for each word that the house does not use."""
    return apply_rules(document, RULES, Code.HOUSE_WORD)


def check_repeated_words(document: Document) -> Iterator[Problem]:
    """Yield a problem for each word that stands twice in a row, also across the end of a line."""
    for _, group in groupby(document.lines, key=lambda line: line.block):
        lines = list(group)
        text = "\n".join(line.text for line in lines)
        for match in _REPEATED.finditer(text):
            if match[1].casefold() not in _MAY_REPEAT and not is_name(match[0]):
                number = lines[text.count("\n", 0, match.start())].number
                found = f"'{' '.join(match[0].split())}' has a word twice"
                yield document.problem(Code.REPEATED_WORD, number, found, "Take one of the two out.")


def is_name(pair: str) -> bool:
    """Tell whether both words begin with a capital letter, as in Sing Sing."""
    return all(word[0].isupper() for word in pair.split())
