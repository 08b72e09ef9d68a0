"""Numbers in words, and numbers that are told twice."""

import pytest

from build_tools.translations.checks.quantities import check_quantities, check_repeated_numbers
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize(
    ("original", "translation", "code", "found"),
    [
        ("It took five to seven hours.", "Öt–hat óráig tartott.", "hu", "seven"),
        ("Three dogs flew.", "Két kutya repült.", "hu", "Three"),
        ("After three weeks", "2주 뒤", "ko", "three"),
        ("More than sixty countries", "Hơn năm mươi nước", "vi", "sixty"),
        ("Five million dollars", "Limang bilyong dolyar", "fil", "Five million"),
    ],
)
def test_missing_quantity(original: str, translation: str, code: str, found: str) -> None:
    """A number in words that is another in the translation is told."""
    message = make_message(original, translation, code)

    assert tell(check_quantities, message) == [f"'{found}' of the original is missing"]


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("It took five to seven hours.", "Öt–hét óráig tartott.", "hu"),
        ("After three weeks", "3주 뒤", "ko"),
        ("After three weeks", "세 주 뒤", "ko"),
        ("Over three decades", "30년에 걸쳐", "ko"),
        ("More than sixty countries", "Hơn sáu mươi nước", "vi"),
        ("Five million dollars", "5 milyong dolyar", "fil"),
        ("A ship for three", "Isang sasakyang pantatlo", "fil"),
        ("All three hold the same text.", "Mindháromban ugyanaz áll.", "hu"),
        ("The four tellings", "Az elbeszélések", "hu"),
        ("One and two", "Egyik és másik", "hu"),
    ],
)
def test_quantity_that_is_there(original: str, translation: str, code: str) -> None:
    """A number in words may stand in digits; 'all three' may be 'they'; one and two are not looked for."""
    assert tell(check_quantities, make_message(original, translation, code)) == []


def test_repeated_number_that_is_told_otherwise() -> None:
    """Where the original has a year twice and the translation once, beside another year, it may be a slip."""
    original = "From 1957 to 1958, and in 1957 again."

    assert tell(check_repeated_numbers, make_message(original, "1957-től 1958-ig, majd 1959-ben.")) == [
        "1959 stands where the original has 1957"
    ]
    assert tell(check_repeated_numbers, make_message(original, "1957-től 1958-ig, majd újra.")) == []
    assert tell(check_repeated_numbers, make_message(original, "1957-től 1958-ig, majd 1957-ben.")) == []


def test_numbered_months_are_not_added() -> None:
    """The month of a date, which Korean writes in digits, stands for no other number."""
    original = "21 dogs, and 21 more in November"

    assert tell(check_repeated_numbers, make_message(original, "개 21마리, 그리고 11월에 더", "ko")) == []


def test_quantity_that_a_translator_excuses() -> None:
    """A note excuses a number in words too."""
    message = make_message("Three dogs flew.", "Repültek a kutyák.", comment="number: three is clear")

    assert tell(check_quantities, message) == []
