"""Months that are missing."""

import pytest

from build_tools.translations.checks.dates import check_months
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize(
    ("original", "translation", "code", "month"),
    [
        ("On 4 October 1957", "1957. november 4-én", "hu", "October"),
        ("On 4 October 1957", "1957년 11월 4일", "ko", "October"),
        ("On 4 October 1957", "Ngày 4 tháng 1 năm 1957", "vi", "October"),
        ("On 4 October 1957", "Noong 4 Nobyembre 1957", "fil", "October"),
        ("On 5 May 1961", "1961. március 5-én", "hu", "May"),
        ("In March 1961", "1961 májusában", "hu", "March"),
    ],
)
def test_missing_month(original: str, translation: str, code: str, month: str) -> None:
    """A month that is another, or none, is told."""
    assert tell(check_months, make_message(original, translation, code)) == [f"the month {month} is missing"]


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("On 4 October 1957", "1957. október 4-én", "hu"),
        ("4 October 1957", "1957. okt. 4.", "hu"),
        ("In October 1957", "1957 októberében", "hu"),
        ("On 4 October 1957", "1957년 10월 4일", "ko"),
        ("On 4 October 1957", "Ngày 4 tháng 10 năm 1957", "vi"),
        ("On 4 October 1957", "mồng 4 tháng mười", "vi"),
        ("4 October 1957", "4/10/1957", "vi"),
        ("On 4 October 1957", "Noong 4 Oktubre 1957", "fil"),
        ("It may march in August.", "Akkor menetelhet.", "hu"),
        ("Long March 3B", "Hosszú Menetelés 3B", "hu"),
    ],
)
def test_month_that_is_there(original: str, translation: str, code: str) -> None:
    """A month is named, shortened, bent or numbered as the language does; other words are no months."""
    assert tell(check_months, make_message(original, translation, code)) == []


def test_month_that_a_translator_excuses() -> None:
    """A note without a number excuses a month."""
    message = make_message("In October 1957", "1957 őszén", comment="number: the season says enough")

    assert tell(check_months, message) == []
