"""Patterns that the house style forbids, applied to lines of text.

In: rules and documents.  Out: a problem for each place where a pattern is found.
The patterns are the business of the modules that name them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.problems import Code, Problem
from build_tools.prose.document import Document, Kind

# An apostrophe inside a word does not end a quotation.
_QUOTATION = re.compile(r"‘.*?’(?!\w)|“.*?”")
_AROUND = 16


@dataclass(frozen=True)
class Rule:
    """Something that must not stand in the text.

    :param found: what to say of it; {0} is what the pattern matched.
    :param exempt: kinds of lines in which it may stand.
    :param quotable: whether it may stand in a quotation.
    """

    pattern: re.Pattern[str]
    found: str
    cure: str = ""
    exempt: frozenset[Kind] = frozenset()
    quotable: bool = True


def apply_rules(document: Document, rules: Iterable[Rule], code: Code) -> Iterator[Problem]:
    """Yield a problem for each place where a rule is broken."""
    rules = tuple(rules)
    for line in document.lines:
        for rule in rules:
            if line.kind not in rule.exempt:
                text = hide_quotations(line.text) if rule.quotable else line.text
                for match in rule.pattern.finditer(text):
                    found = f"{rule.found.format(match[0].strip())}: {show_around(line.text, match)}"
                    yield document.problem(code, line.number, found, rule.cure)


def hide_quotations(text: str) -> str:
    """Put stops in the place of quotations, so that the rest keeps its columns."""
    return _QUOTATION.sub(lambda found: "·" * len(found[0]), text)


def show_around(text: str, match: re.Match[str]) -> str:
    """Show a match with some letters on either side."""
    start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
