"""What blocks, and what informs."""

import pytest

from build_tools.guard.fault import REFUSED
from build_tools.problems import Code, Problem
from build_tools.translations.checks.severity import SEVERITIES, Severity, find_severity, has_errors


def test_every_code_of_translations_is_in_the_table() -> None:
    """No kind of fault is forgotten."""
    assert {code for code in Code if code.slug.startswith("po-")} <= SEVERITIES.keys()


def test_what_the_guard_refuses_blocks() -> None:
    """What no build lets in is an error."""
    assert {SEVERITIES[code] for code in REFUSED} == {Severity.ERROR}


@pytest.mark.parametrize(
    ("codes", "blocks"), [([Code.PO_TERM], False), ([Code.PO_TERM, Code.PO_NUMBER], True), ([], False)]
)
def test_errors_block(codes: list[Code], *, blocks: bool) -> None:
    """One error is enough to block; warnings are not."""
    assert has_errors([Problem.of(code, "x.po", "x") for code in codes]) is blocks


def test_unknown_code_blocks() -> None:
    """A problem of another part of the press blocks."""
    assert find_severity(Problem.of(Code.CONFIG_LANGUAGE, "x", "x")) is Severity.ERROR
