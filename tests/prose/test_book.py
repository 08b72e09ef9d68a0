"""The real book."""

from build_tools.paths import Repository
from build_tools.problems import render_report
from build_tools.prose.lint import lint_prose


def test_prose_of_the_book() -> None:
    """Every check of the prose passes on the real book."""
    assert render_report(lint_prose(Repository())) == ""
