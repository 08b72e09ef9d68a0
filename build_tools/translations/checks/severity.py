"""How grave each kind of fault is: the one table of it.

In: a code.  Out: whether it blocks, or only informs.
What breaks the book, its markup or its facts is an error; how it reads is for people to judge: a warning.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

from build_tools.guard.fault import REFUSED
from build_tools.problems import Code, Problem


class Severity(Enum):
    """Whether a fault blocks."""

    ERROR = "error"
    WARNING = "warning"


SEVERITIES: Mapping[Code, Severity] = {
    # What the guard keeps out of every build blocks, whatever else stands here.
    **dict.fromkeys(REFUSED, Severity.ERROR),
    Code.FILE_UNKNOWN: Severity.ERROR,
    Code.LANGUAGE_UNKNOWN: Severity.ERROR,
    Code.PO_DUPLICATE: Severity.ERROR,
    Code.PO_HEADER: Severity.ERROR,
    Code.PO_MARKUP: Severity.ERROR,
    Code.PO_NORMAL_FORM: Severity.ERROR,
    Code.PO_NUMBER: Severity.ERROR,
    Code.PO_PLURAL: Severity.ERROR,
    Code.PO_SCRIPT: Severity.ERROR,
    Code.PO_SPACE: Severity.ERROR,
    Code.PO_SYNTAX: Severity.ERROR,
    Code.PO_TERMBASE: Severity.ERROR,
    Code.PO_AVOID: Severity.WARNING,
    Code.PO_COPY: Severity.WARNING,
    Code.PO_EMPHASIS: Severity.WARNING,
    Code.PO_FOREIGN: Severity.WARNING,
    Code.PO_INCONSISTENT: Severity.WARNING,
    Code.PO_LENGTH: Severity.WARNING,
    Code.PO_PARTICLE: Severity.WARNING,
    Code.PO_PUNCTUATION: Severity.WARNING,
    Code.PO_QUANTITY: Severity.WARNING,
    Code.PO_SPELLING: Severity.WARNING,
    Code.PO_TERM: Severity.WARNING,
    Code.PO_TYPOGRAPHY: Severity.WARNING,
}
_BY_SLUG = {code.slug: severity for code, severity in SEVERITIES.items()}


def find_severity(problem: Problem) -> Severity:
    """Find how grave a problem is; what the table does not know, blocks."""
    return _BY_SLUG.get(problem.code, Severity.ERROR)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem blocks."""
    return any(find_severity(problem) is Severity.ERROR for problem in problems)
