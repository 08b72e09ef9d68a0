"""Spelling, with a dictionary of a few words and with the real one."""

from pathlib import Path

import pytest

from build_tools.problems import BuildToolsError, ExitCode
from build_tools.prose import spelling
from build_tools.prose.dictionary import Speller
from build_tools.prose.spelling import check_spelling, check_word_list, load_speller
from tests.prose.samples import Words, read, tell, write_up


@pytest.fixture(scope="module")
def british() -> Speller:
    """The dictionary of the press."""
    return load_speller()


@pytest.mark.parametrize("word", ["colour", "programme", "organise", "grey", "metres", "mock-up", "don’t", "London’s"])
def test_words_as_the_british_spell_them(british: Speller, word: str) -> None:
    """British spelling passes, with typographic apostrophes and hyphens."""
    assert tell(check_spelling(write_up(read(f"The {word} was there.")), british)) == []


@pytest.mark.parametrize(
    ("word", "meant"), [("color", "colour"), ("organize", "organise"), ("satelite", "satellite"), ("teh", "the")]
)
def test_words_as_others_spell_them(british: Speller, word: str, meant: str) -> None:
    """American spelling and misprints are told, with what may have been meant."""
    (problem,) = check_spelling(write_up(read(f"# A\n\nThe {word} was there.")), british)

    assert (problem.line, problem.found) == (3, f"unknown word '{word}'")
    assert meant in problem.cure.splitlines()[0]


def test_every_place_of_an_unknown_word_is_told() -> None:
    """The dictionary is asked once for each word, and every place is told."""
    words = Words("The", "the", "rocket")
    manuscript = write_up(read("The rockett, the rocket.\nThe rockett."), read("A rockett.", "part/other"))

    problems = list(check_spelling(manuscript, words))

    assert [(problem.place, problem.line) for problem in problems] == [
        ("book/part/chapter.md", 1),
        ("book/part/chapter.md", 2),
        ("book/part/other.md", 1),
    ]
    assert words.asked.count("rockett") == 1
    assert problems[0].cure == "Perhaps: rocket.\nIf it is right, add it to book/spelling.txt."


@pytest.mark.parametrize(
    "text", ["Chang’e’s goddess.", "Tellings, a telling-like thing.", "R-7, NK-33, 1960s, hu-021."]
)
def test_words_of_the_list(text: str) -> None:
    """Words of the list pass with a capital letter, with ’s and in compounds; types of machines are no words."""
    manuscript = write_up(read(text), spelling=("Chang’e", "goddess", "telling  # ours", "tellings"))

    assert tell(check_spelling(manuscript, Words("like", "thing"))) == []


def test_list_that_is_out_of_order() -> None:
    """Words out of order, words twice and words that the book does not have are told with their lines."""
    lines = ("# Names", "Apollo", "Zond", "Buran", "Buran", "mir")

    problems = list(check_word_list(write_up(read("Apollo, Zond’s Buran."), spelling=lines)))

    assert sorted(tell(problems)) == [
        (4, "'Buran' stands below 'Zond'"),
        (5, "'Buran' stands below 'Buran'"),
        (6, "'mir' is nowhere in the book"),
    ]


def test_dictionary_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the dictionary the lint stops, and says what to run."""
    monkeypatch.setattr(spelling, "locate", lambda source: tmp_path / source)

    with pytest.raises(BuildToolsError, match="dictionary-en-gb/index is missing") as caught:
        load_speller()

    assert caught.value.exit_code == ExitCode.TOOL_MISSING
