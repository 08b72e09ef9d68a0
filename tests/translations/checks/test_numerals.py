"""Numbers that are missing, and numbers as each language writes them."""

import pytest

from build_tools.translations.checks.numerals import check_numbers
from build_tools.translations.termbase import Term
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize(
    ("original", "translation", "code", "found"),
    [
        ("In 1957 it flew.", "1958-ban repült.", "hu", "the number 1957 is missing"),
        ("In 1957 it flew.", "Akkor repült.", "hu", "the number 1957 is missing"),
        ("It weighed 83.6 kg.", "83.6 kg volt.", "hu", "the number 83.6, here 83,6, is missing"),
        ("It weighed 83.6 kg.", "Nó nặng 83.6 kg.", "vi", "the number 83.6, here 83,6, is missing"),
        ("About 3,200 fell.", "Khoảng 3,200 quả.", "vi", "the number 3,200, here 3.200, is missing"),
        ("About 3,200 fell.", "약 3.200발이 떨어졌다.", "ko", "the number 3,200 is missing"),
        ("It cost 30 million dollars.", "30 milliárd dollár volt.", "hu", "the number 30 million is missing"),
        ("60,000 people came.", "6천 명이 왔다.", "ko", "the number 60,000 is missing"),
        ("1957–58", "1957–59", "fil", "the number 58 is missing"),
        ("At 19:28 it rose.", "19:29-kor emelkedett.", "hu", "the number 28 is missing"),
        ("Sputnik 1 flew.", "Az első Szputnyik–2 repült.", "hu", "the number 1 is missing"),
        ("The V-2 fell.", "A két V–1 lezuhant.", "hu", "the number 2 is missing"),
        ("In the 20th century", "A XXI. században", "hu", "the number 20 is missing"),
    ],
)
def test_missing_numbers(original: str, translation: str, code: str, found: str) -> None:
    """A number that is wrong, left out or set in the signs of English is told."""
    assert tell(check_numbers, make_message(original, translation, code)) == [found]


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("It weighed 83.6 kg and 1,327 kg.", "83,6 és 1327 kg volt.", "hu"),
        ("60,000 people, 14.0 kg", "60\u00a0000 ember, 60 000, 14,0 kg", "hu"),
        ("1,327 and 500 kg", "1\u00a0327 500 kg", "hu"),
        ("Sputnik 2 weighed 508.3 kilograms.", "A Szputnyik–2 508,3 kilogrammot nyomott.", "hu"),
        ("About 3,200 fell.", "Khoảng 3.200 quả.", "vi"),
        ("About 3,200 fell.", "Mga 3,200 ang bumagsak.", "fil"),
        ("About 60,000 people, 20,000 dead.", "약 6만 명, 2만 명이 죽었다.", "ko"),
        ("It cost 1.5 billion and 150 million dollars.", "15억 달러와 1억 5천만 달러가 들었다.", "ko"),
        ("It cost 30 million dollars.", "30 millió dollárba került.", "hu"),
        ("It cost 2.5 billion.", "Tốn 2,5 tỷ đồng.", "vi"),
        ("Between 20 and 30 million", "2000만에서 3000만 사이", "ko"),
        ("1957–58", "1957~1958년", "ko"),
        ("In the 1960s", "A hatvanas években", "hu"),
        ("In the 20th century", "Thế kỷ XX", "vi"),
        ("At 19:28", "19시 28분", "ko"),
        ("He was 27.", "스물일곱 살이었다.", "ko"),
        ("A crew of 3", "세 명의 승무원", "ko"),
        ("After 5 days", "닷새 뒤에", "ko"),
        ("He was 23 years old.", "Huszonhárom éves volt.", "hu"),
        ("5 billion dollars", "năm tỉ đô la", "vi"),
        ("5 billion dollars", "limang bilyong dolyar", "fil"),
        ("CC BY-SA 4.0", "CC BY-SA 4.0", "hu"),
        ("Sputnik 1", "スプートニク 1", "ko"),
        ("No number here.", "Itt nincs 1957.", "hu"),
        ("[See](a-1957.md) page {count}", "[Lásd](a-1957.md) {count}", "hu"),
    ],
)
def test_numbers_that_are_there(original: str, translation: str, code: str) -> None:
    """A number may stand with the language's own signs, counters and words, and in another form."""
    assert tell(check_numbers, make_message(original, translation, code)) == []


@pytest.mark.parametrize(
    ("comment", "count"), [("number: 58", 1), ("number: 58, 1957", 0), ("number: told above", 0), ("58 is odd", 2)]
)
def test_numbers_that_a_translator_excuses(comment: str, count: int) -> None:
    """A note excuses the numbers that it names, and all if it names none; other comments excuse nothing."""
    message = make_message("In 1957 and 58", "Akkor", comment=comment)

    assert len(tell(check_numbers, message)) == count


def test_name_with_other_numbers() -> None:
    """A name may have another number in the language, or none, if the termbase says so."""
    terms = [Term("STSAT-2C", ("나로과학위성",))]

    assert tell(check_numbers, make_message("STSAT-2C flew.", "나로과학위성이 날았다.", "ko", terms=terms)) == []
    assert len(tell(check_numbers, make_message("STSAT-2C flew.", "위성이 날았다.", "ko", terms=terms))) == 1


def test_digits_of_another_script() -> None:
    """Arabic digits are digits."""
    message = make_message("In 1957", "في ١٩٥٧", "ko")

    assert tell(check_numbers, message) == []


def test_endless_digits() -> None:
    """A number that nobody writes is passed over, and costs nothing."""
    message = make_message("7" * 5000, "8" * 5000)

    assert tell(check_numbers, message) == []
