"""The header of a PO file."""

from datetime import UTC, datetime

import pytest

from build_tools.config import Language, load_book
from build_tools.paths import Repository
from build_tools.translations.headers import make_metadata, render_comment

DATE = datetime(2025, 11, 23, 12, 30, tzinfo=UTC)
HUNGARIAN = Language("hu", "Magyar", translators=("Anna", "Béla"))


@pytest.fixture
def header(tiny: Repository):
    """What makes a header from an old one."""
    return lambda old, changed=False: make_metadata(old, HUNGARIAN, load_book(tiny), DATE, changed=changed)


def test_header_of_a_new_file(header) -> None:
    """All fields that gettext and Weblate expect are there and say something."""
    fields = header({})

    assert fields == {
        "Project-Id-Version": "A Tiny Book",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": "2025-11-23 12:30+0000",
        "PO-Revision-Date": "2025-11-23 12:30+0000",
        "Last-Translator": "Anna, Béla",
        "Language-Team": "Magyar",
        "Language": "hu",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }


def test_what_people_and_programs_write_stays(header) -> None:
    """Weblate's and Poedit's fields, the last translator and the spelling of UTF-8 stay as they are."""
    written = {
        "X-Generator": "Weblate 5.17",
        "Last-Translator": "Cili <cili@example.org>",
        "Language-Team": "Hungarian <hu@example.org>",
        "PO-Revision-Date": "2025-12-01 10:00+0000",
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Poedit-Basepath": "..",
    }

    assert {key: value for key, value in header(written).items() if key in written} == written


def test_date_of_the_messages(header) -> None:
    """The date moves when the file has other messages, and only then."""
    old = {"POT-Creation-Date": "2025-01-01 00:00+0000"}

    assert header(old)["POT-Creation-Date"] == "2025-01-01 00:00+0000"
    assert header(old, changed=True)["POT-Creation-Date"] == "2025-11-23 12:30+0000"


def test_what_nobody_has_filled_in(header) -> None:
    """Phrases that stand for a name or a date are not taken for one."""
    unfilled = {"PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE", "Last-Translator": "FULL NAME <EMAIL@ADDRESS>"}

    assert {key: header(unfilled)[key] for key in unfilled} == {
        "PO-Revision-Date": "2025-11-23 12:30+0000",
        "Last-Translator": "Anna, Béla",
    }


def test_comment_above_the_header(tiny: Repository) -> None:
    """It names the book, the authors and the licence; what someone has written there is kept, whatever the year."""
    book = load_book(tiny)
    made = render_comment("", HUNGARIAN, book, DATE)

    assert made.splitlines()[:2] == ["A Tiny Book: Magyar", "Copyright (C) 2025 Ada Tester"]
    assert render_comment("SOME DESCRIPTIVE TITLE.\nFIRST AUTHOR, YEAR.", HUNGARIAN, book, DATE) == made
    assert render_comment(made + "\nCili, 2026", HUNGARIAN, book, DATE.replace(year=2030)) == made + "\nCili, 2026"
