"""The translations of the book."""

from build_tools.paths import Repository
from build_tools.translations.checks.run import check_translations
from build_tools.translations.checks.severity import Severity, find_severity


def test_translations_of_the_book_have_no_errors() -> None:
    """Every PO file and termbase of the book passes."""
    outcome = check_translations(Repository())
    errors = [problem.render() for problem in outcome.problems if find_severity(problem) is Severity.ERROR]

    assert outcome.messages > 1000
    assert errors == []
