"""Translations that are far too short or too long."""

import pytest

from build_tools.translations.checks.length import check_length
from tests.translations.checks.samples import make_message, tell

LONG = "The rocket rose into the sky over the steppe. " * 6


@pytest.mark.parametrize(
    ("original", "share", "code", "count"),
    [
        (LONG, 1.0, "hu", 0),
        (LONG, 0.5, "hu", 1),
        (LONG, 2.0, "hu", 1),
        (LONG, 0.5, "ko", 0),
        (LONG, 0.2, "ko", 1),
        (LONG, 1.5, "fil", 0),
        (LONG[:100], 0.6, "hu", 0),
        (LONG[:100], 0.3, "hu", 1),
        ("Read on", 5.0, "hu", 0),
    ],
)
def test_proportion(original: str, share: float, code: str, count: int) -> None:
    """What is out of proportion for its language is told; shorter texts may vary more, and labels as they like."""
    translation = "x" * round(len(original) * share)

    assert len(tell(check_length, make_message(original, translation, code))) == count


def test_strings_of_the_site_may_be_short() -> None:
    """The press's own strings are free."""
    assert tell(check_length, make_message(LONG, "Rövid.", domain="press")) == []
