"""Numbers as the readers of a language write them."""

import pytest

from build_tools.numbers import find_locale, format_number, format_share, render_number, render_numbers


@pytest.mark.parametrize(
    ("language", "number", "share"),
    [("en", "37,784", "12%"), ("hu", "37\u00a0784", "12%"), ("vi", "37.784", "12%"), ("xx-unknown", "37,784", "12%")],
)
def test_numbers_of_a_language(language: str, number: str, share: str) -> None:
    """Digits are grouped as the language does; one that Babel does not know has the numbers of English."""
    assert (format_number(37784, language), format_share(12, language)) == (number, share)


def test_unknown_language_is_written_as_english() -> None:
    """A language that Babel does not know still has rules."""
    assert find_locale("xx-unknown") == find_locale("en")


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("1,327", "en", "1,327"),
        ("1,327.5", "hu", "1327,5"),
        ("11,327.5", "hu", "11\xa0327,5"),
        ("35,786", "vi", "35.786"),
        ("−2.50", "hu", "−2,50"),
        ("1957", "hu", "1957"),
        ("1,327", "xx", "1,327"),
    ],
)
def test_numbers_are_written_as_the_language_does(text: str, code: str, shown: str) -> None:
    """Groups and decimals of a number are those of the language; a year is left alone."""
    assert render_number(text, code) == shown


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [("≈ 11,000", "vi", "≈ 11.000"), ("4.4", "hu", "4,4"), ("1957", "hu", "1957"), ("74–126", "vi", "74–126")],
)
def test_numbers_among_signs(text: str, code: str, shown: str) -> None:
    """Numbers of a label without words are those of the language; years and ranges of small ones stay."""
    assert render_numbers(text, code) == shown
