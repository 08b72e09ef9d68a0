"""Words typed twice, and words that the house does not use."""

import pytest

from build_tools.prose.words import check_house_words, check_repeated_words
from tests.prose.samples import read, tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the the first.", [(1, "'the the' has a word twice")]),
        ("The the first.", [(1, "'The the' has a word twice")]),
        ("It was the\nthe first.", [(1, "'the the' has a word twice")]),
        ("One.\nIt was *in* in orbit.", [(2, "'in in' has a word twice")]),
    ],
)
def test_words_twice_in_a_row(text: str, expected: list[tuple[int, str]]) -> None:
    """A word twice in a row is told where it first stands, also across the end of a line."""
    assert tell(check_repeated_words(read(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough, and said that that was it.",
        "They sang in Sing Sing.",
        "It rose and rose. Rose was there.",
        "It was one.\n\nOne flew.",
        "A 7 7 b.",
        "The the-first.",
        "| a | a |\n| - | - |\n| b | b |",
    ],
)
def test_words_that_may_stand_twice(text: str) -> None:
    """Names, ‘had had’, and words of different paragraphs or cells pass."""
    assert tell(check_repeated_words(read(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The first manned flight.",
        "An unmanned craft.",
        "A step for mankind.",
        "It is important to note this.",
        "It was not only late but also dear.",
        "It played a crucial role.",
    ],
)
def test_words_that_the_house_does_not_use(text: str) -> None:
    """Words that name men only, and filler, are told with their line."""
    assert [line for line, _ in tell(check_house_words(read(text)))] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "An uncrewed craft.",
        "‘We came in peace for all mankind’, it says.",
        "The Manned Orbiting Laboratory was dropped.",
    ],
)
def test_words_that_others_use(text: str) -> None:
    """Quotations and names keep their words."""
    assert tell(check_house_words(read(text))) == []
