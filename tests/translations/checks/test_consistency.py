"""The same English in two ways."""

from build_tools.problems import Code
from build_tools.translations.checks.consistency import Saying, check_consistency


def test_sentence_in_two_ways() -> None:
    """A sentence that is translated otherwise elsewhere is told at the second place, with the first."""
    sayings = [Saying("It flew.", "Repült.", "a.po", 3), Saying("It flew.", "Szállt.", "b.po", 5)]
    (problem,) = check_consistency(sayings)

    assert (problem.place, problem.line, problem.code) == ("b.po", 5, Code.PO_INCONSISTENT.slug)
    assert "a.po:3" in problem.found
    assert problem.cure == "There: Repült."


def test_title_in_two_ways() -> None:
    """A title of some length is held to the same, although it ends with no sign."""
    sayings = [Saying("Rockets before the great race", text, "a.po", 3) for text in ("Rakéták", "Rakéta")]

    assert len(list(check_consistency(sayings))) == 1


def test_entries_of_the_index_may_differ() -> None:
    """Labels and entries of the index depend on what they stand below."""
    sayings = [Saying("in the Soviet Union", text, "a.po", 3) for text in ("a Szovjetunióban", "szovjet")]

    assert list(check_consistency(sayings)) == []


def test_same_sentence_in_the_same_way() -> None:
    """The same translation twice is what is wanted."""
    assert list(check_consistency([Saying("It flew.", "Repült.", "a.po", 3)] * 2)) == []
