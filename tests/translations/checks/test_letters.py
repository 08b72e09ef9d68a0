"""Letters in pieces, letters that look like others, and words of another script."""

import unicodedata

import pytest

from build_tools.translations.checks.letters import check_lookalikes, check_normal_form, check_script
from tests.translations.checks.samples import make_message, tell


def test_letters_in_pieces() -> None:
    """A translation that is not in NFC is told, with the place; one that is, is not."""
    text = "Vệ tinh của Liên Xô"
    (found,) = tell(check_normal_form, make_message("x", unicodedata.normalize("NFD", text), "vi"))

    assert "is not in NFC" in found
    assert tell(check_normal_form, make_message("x", text, "vi")) == []


@pytest.mark.parametrize("translation", ["A rаkéta repült.", "Αpollo repült.", "Szputnyiк"])
def test_letters_that_look_like_others(translation: str) -> None:
    """A word with Cyrillic or Greek letters among Latin ones is told."""
    (found,) = tell(check_lookalikes, make_message("It flew.", translation))

    assert "two scripts" in found


@pytest.mark.parametrize("translation", ["A rakéta repült.", "Спутник repült.", "μ-hullám", "α-részecske"])
def test_words_of_one_script(translation: str) -> None:
    """A word in one script has no letters that only look like its own."""
    assert tell(check_lookalikes, make_message("It flew.", translation)) == []


@pytest.mark.parametrize(
    ("original", "translation", "code", "count"),
    [
        ("It flew.", "Спутник repült.", "hu", 1),
        ("It flew.", "로켓이 날았다. спутник", "ko", 1),
        ("It flew.", "Tên lửa 火箭", "vi", 1),
        ("It is Спутник.", "Ez a Спутник.", "hu", 0),
        ("It flew.", "우주선(宇宙船)이 NASA에서 날았다.", "ko", 0),
        ("It flew.", "Vệ tinh đã bay.", "vi", 0),
    ],
)
def test_words_of_another_script(original: str, translation: str, code: str, count: int) -> None:
    """A word in a script that the language does not use is told, unless the original has it."""
    assert len(tell(check_script, make_message(original, translation, code))) == count
