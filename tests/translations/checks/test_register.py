"""All checks together."""

from build_tools.problems import Code
from build_tools.translations.checks.register import CHECKS, check_message
from tests.translations.checks.samples import make_message


def test_faults_of_several_checks() -> None:
    """A translator is told everything that is wrong with a message at once."""
    message = make_message("In 1957 a *rocket* flew.", "1958-ban *rakéta  repült")

    assert {fault.code for fault in check_message(message)} >= {
        Code.PO_EMPHASIS,
        Code.PO_MARKUP,
        Code.PO_NUMBER,
        Code.PO_TYPOGRAPHY,
        Code.PO_PUNCTUATION,
    }


def test_endless_translation_is_not_looked_at() -> None:
    """What is far too long for a message has that one fault, and costs no time."""
    message = make_message("In 1957.", "*" * 100_000)

    assert [fault.code for fault in check_message(message)] == [Code.PO_LONG]


def test_checks_are_listed_once() -> None:
    """Each check stands in the register once, and the guard comes first."""
    names = [check.__name__ for check in CHECKS]

    assert names[0] == "check_guard"
    assert len(names) == len(set(names))
