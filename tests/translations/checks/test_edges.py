"""Spaces at the edges, and the last sign."""

import pytest

from build_tools.translations.checks.edges import check_end, check_spaces
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize(
    ("original", "translation", "found"),
    [
        ("One.", " Egy.", "the translation begins with a space or a line break"),
        ("One.", "Egy.\n", "the translation ends with a space or a line break"),
        ("Made with ", "Készült:", "the translation ends without a space or a line break"),
    ],
)
def test_spaces_at_the_edges(original: str, translation: str, found: str) -> None:
    """A space that only one side has is told."""
    assert tell(check_spaces, make_message(original, translation)) == [found]


def test_spaces_on_both_sides() -> None:
    """What begins and ends as its original does is fine."""
    assert tell(check_spaces, make_message("Made with ", "Készült: ")) == []


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("A rocket flew.", "Egy rakéta repült", "hu"),
        ("A rocket flew.", "Egy rakéta repült,", "hu"),
        ("A rocket flew.[^1]", "Egy rakéta repült[^1]", "hu"),
        ("Who was first?", "Ki volt az első.", "hu"),
        ("A rocket", "Egy rakéta,", "hu"),
        ("Satellites flew", "Műholdak repültek.", "hu"),
        ("Was the Moon worth all that it had cost, in money and in lives?", "달은 그 값만 한 것이었을까", "ko"),
    ],
)
def test_last_sign_that_differs(original: str, translation: str, code: str) -> None:
    """A sentence that has lost its last sign is told, and so is a label that has got one."""
    assert len(tell(check_end, make_message(original, translation, code))) == 1


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("A rocket flew.", "Egy rakéta repült.", "hu"),
        ("He said ‘no’.", "Azt mondta, hogy „nem”.", "hu"),
        ("He said ‘no’.", "Sabi niya, “hindi.”", "fil"),
        ("The judgements are these:", "판정은 다음과 같다.", "ko"),
        ("4 October 1957", "1957. október 4.", "hu"),
        ("about 5 kilometres", "kb.", "hu"),
        ("How this book came about", "Hogyan készült ez a könyv?", "hu"),
        ("Choose your language", "Válassz nyelvet!", "hu"),
        ("Who was ahead?", "누가 앞섰나", "ko"),
        ("and more, ", "és több", "hu"),
    ],
)
def test_last_sign_that_fits(original: str, translation: str, code: str) -> None:
    """Ordinals and abbreviations end in a full stop, headings may ask, Korean ones need no mark."""
    assert tell(check_end, make_message(original, translation, code)) == []
