"""Running checks on something that may be broken in any way.

In: checks, and what they look at.  Out: their problems; a check that stumbles is a problem too.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from build_tools.problems import Code, Problem

T = TypeVar("T")


def run_checks(place: str, subject: T, checks: Iterable[Callable[[T], Iterator[Problem]]]) -> Iterator[Problem]:
    """Run every check on the subject, also after one of them stumbled over it."""
    for check in checks:
        try:
            yield from check(subject)
        except Exception as error:  # noqa: BLE001 - each way in which an artifact can be broken is a finding
            yield describe_stumble(place, error)


def describe_stumble(place: str, error: Exception) -> Problem:
    """Describe what a reader stumbled over."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return Problem.of(Code.ARTIFACT_UNREADABLE, place, f"a reader stumbles: {reason[:300]}")
