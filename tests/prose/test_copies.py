"""Runs of words that two texts have in common."""

import pytest

from build_tools.prose.copies import Passage, Source, find_copies, render_run

SOURCE = "The heavy laboratory was late, so the engineers built something simple first.\nThen it flew."


def passage(text: str, path: str = "book/a.md", first: int = 1) -> Passage:
    """Make a passage of lines."""
    return Passage(path, tuple(enumerate(text.splitlines(), first)))


def runs(here: str, there: str = SOURCE, words: int = 7) -> list[tuple[str, int, int]]:
    """Give the runs with where they begin here and there."""
    found = find_copies([passage(here)], Source(passage(there), words))
    return [(render_run(run, syllables=each.is_korean), run.tokens[0].line, run.line) for each, run in found]


def test_run_of_seven_words() -> None:
    """A run goes on as far as the texts agree, whatever the signs, the capital letters and the ends of lines."""
    here = "It failed.\nSo the Engineers –\nbuilt ‘something’ simple first. Then it burned."

    assert runs(here) == [("So the Engineers built something simple first Then it", 2, 1)]


def test_six_words_are_no_run() -> None:
    """Fewer words than asked for may be the same."""
    assert runs("So the engineers built something simple.") == []
    assert len(runs("So the engineers built something simple.", words=6)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Glushko Korolev Leonov Gagarin Titov Nikolayev Popovich Bykovsky",
        "between the United States and the Soviet Union",
        "12 April 1961 and 6 August 1961 UTC",
        "1957년부터 1975년까지",
    ],
)
def test_names_and_numbers_alone_are_no_run(text: str) -> None:
    """A row of names and numbers is nobody's sentence."""
    assert runs(text, text) == []


def test_the_longest_of_several_runs_is_told() -> None:
    """Where a run begins at several places of the other text, the longest is told."""
    source = "one two three four five six seven stop\none two three four five six seven eight nine"

    assert runs("one two three four five six seven eight nine", source) == [
        ("one two three four five six seven eight nine", 1, 2)
    ]


def test_korean_is_counted_in_syllables() -> None:
    """Twelve syllables in a row are a run, whatever the spaces; eleven are none."""
    there = "소련은 세계 최초의 인공 위성을 쏘아 올렸다."

    assert [shown for shown, _, _ in runs("그 소련은 세계최초의 인공위성을", there)] == ["소련은세계최초의인공위성을"]
    assert runs("세계 최초의 인공 위성을 봤다", there) == []
