"""What was left in English."""

import pytest

from build_tools.translations.checks.copies import check_copy, check_english_left
from build_tools.translations.termbase import Term
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize("text", ["A rocket flew.", "launch of", "Rockets before the race", "and the shock"])
def test_copy_of_english_words(text: str) -> None:
    """A translation that is its original is told if that has English words."""
    assert len(tell(check_copy, make_message(text, text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sputnik 1",
        "83.6",
        "NASA",
        "Army Ballistic Missile Agency",
        "National Aeronautics and Space Administration",
        "*Die Rakete zu den Planetenräumen*",
        "99 min",
        "rocket",
        "crisis",
    ],
)
def test_copy_that_is_right(text: str) -> None:
    """Names, numbers, titles, and words of the termbase or the own list are the same in every language."""
    message = make_message(text, text, "fil", terms=[Term("rocket", ("rocket",))], words=["crisis"])

    assert tell(check_copy, message) == []


def test_placeholders_are_no_words() -> None:
    """A string of the site that is nothing but a placeholder and a name is the same everywhere."""
    assert tell(check_copy, make_message("{count} (PDF)", "{count} (PDF)", domain="press")) == []


def test_cure_names_the_words() -> None:
    """The cure says which words would have to be in the list."""
    (fault,) = check_copy(make_message("environment variable", "environment variable", "fil"))

    assert fault.cure.endswith("locales/fil/words.txt: environment, variable.")


def test_english_within_a_translation() -> None:
    """A run of English words that the original has too is told."""
    original = "It flew in the night and came back to the Earth."

    assert len(tell(check_english_left, make_message(original, "Éjjel repült, and came back to the Earth."))) == 1
    assert tell(check_english_left, make_message(original, "Éjjel repült, és visszatért a Földre.")) == []


def test_english_in_quotation_marks() -> None:
    """English that is quoted, or a title, stays English."""
    original = "He said ‘it is one of the best’ in *The Sound of the Sea and of the Sky*."
    translation = "Azt mondta: „it is one of the best”, itt: *The Sound of the Sea and of the Sky*."

    assert tell(check_english_left, make_message(original, translation)) == []
