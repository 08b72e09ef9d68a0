"""Claims: told, or set aside with a reason."""

import pytest

from build_tools.prose.claims import check_claims_known, check_claims_lost, check_claims_told, check_set_aside
from build_tools.prose.manuscript import SetAside
from tests.prose.samples import read, tell, write_up

TOLD = read("{.ko-001 .hu-001}\nText.\n")
ASIDE = SetAside("hu-002", "It says the same as hu-001.", 2)


def test_claims_that_are_told_or_set_aside() -> None:
    """A ledger of which every claim is told or set aside passes."""
    manuscript = write_up(TOLD, set_aside=(ASIDE,))

    checks = (check_claims_known, check_claims_lost, check_claims_told, check_set_aside)
    assert [tell(check(manuscript)) for check in checks] == [[]] * 4


def test_claims_that_nobody_tells() -> None:
    """A claim that is neither told nor set aside is told by its id."""
    assert [(problem.place, problem.found) for problem in check_claims_told(write_up(TOLD))] == [
        ("hu-002", "no paragraph rests on this claim")
    ]


def test_claims_that_are_told_and_set_aside() -> None:
    """A claim that is both is told at its line in the list."""
    manuscript = write_up(read("{.ko-001 .hu-001 .hu-002}\nText.\n"), set_aside=(ASIDE,))

    assert [(problem.place, problem.line, problem.found) for problem in check_claims_told(manuscript)] == [
        ("book/data/set-aside.tsv", 2, "hu-002 is told, too")
    ]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("## Heading", "the claims stand above a heading"),
        ("```{index}\nsingle: A\n```", "the claims stand above a directive or the like"),
        ("", "the claims stand above nothing"),
    ],
)
def test_claims_that_myst_drops(below: str, found: str) -> None:
    """A line of claims above a heading, a directive or nothing is told once, and its claims are not told."""
    manuscript = write_up(read(f"# A\n\n{{.ko-001 .hu-001}}\n{below}\n"))

    assert tell(check_claims_lost(manuscript)) == [(3, found)]
    assert {problem.place for problem in check_claims_told(manuscript)} == {"ko-001", "hu-001", "hu-002"}


def test_claims_that_the_ledger_lacks() -> None:
    """An unknown claim is told with its line; a class of another kind is no claim."""
    assert tell(check_claims_known(write_up(read("{.ko-999 .col-2}\nText.\n")))) == [
        (1, "the ledger has no claim 'ko-999'")
    ]


def test_wrong_lines_of_the_list() -> None:
    """Unknown claims, second lines and missing reasons are told, and a list that is too long."""
    rows = (ASIDE, SetAside("hu-002", "Again.", 3), SetAside("hu-009", "Unknown.", 4), SetAside("ko-001", "", 5))

    assert tell(check_set_aside(write_up(set_aside=rows))) == [
        (3, "hu-002 stands here a second time"),
        (4, "the ledger has no claim 'hu-009'"),
        (5, "ko-001 has no reason"),
        (0, "3 claims are set aside; at most 1 may be"),
    ]
