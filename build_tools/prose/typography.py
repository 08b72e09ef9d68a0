"""Signs: quotation marks, dashes, ellipses, spaces.

In: documents.  Out: a problem for each sign that is typed instead of set.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.problems import Code, Problem
from build_tools.prose.document import Document, Kind
from build_tools.prose.rules import Rule, apply_rules

_TABLES = frozenset({Kind.DATA})
# Names that have a hyphen between numbers of their own.
_NAMES = r"(?<!Kwangmyongsong )"
_SIGNS = (
    Rule(re.compile(r"\""), "a straight quotation mark", "Write ‘…’, and “…” inside it."),
    Rule(re.compile(r"'"), "a straight apostrophe or quotation mark", "Write ’ or ‘…’."),
    Rule(re.compile(r"--+"), "a double hyphen", "Write an en dash with spaces: –"),
    Rule(re.compile(r"—"), "an em dash", "Write an en dash with spaces: –"),
    Rule(re.compile(r"\.\.+"), "full stops in a row", "Write an ellipsis: …"),
    Rule(re.compile(r"(?<=\S)\s+[,.;:!?](?!\w)"), "a space before a punctuation mark", "Take the space out."),
    Rule(re.compile(r"(?<=\S) {2,}(?=\S)"), "two spaces", "Leave one."),
    Rule(
        re.compile(rf"{_NAMES}(?<![\w.,-])\d[\d.,]*-\d[\d.,]*(?![\w-])"),
        "a hyphen between numbers",
        "Write an en dash without spaces: 1961–63",
        _TABLES,
    ),
    Rule(re.compile(r"(?<!\S)-\d"), "a hyphen as a minus sign", "Write a minus sign: −", _TABLES),
    Rule(
        re.compile(r"[{}`*]|\]\("),
        "{0} is shown to readers",
        "It was meant as markup, but MyST does not take it so: look for a space or a bracket too many.",
    ),
)
RULES = tuple(replace(rule, quotable=False) for rule in _SIGNS)  # a quotation is set like the rest


def check_typography(document: Document) -> Iterator[Problem]:
    """Yield a problem for each sign that is not as the house sets it."""
    return apply_rules(document, RULES, Code.TYPOGRAPHY)
