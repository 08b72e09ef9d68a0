"""Handouts of the tiny book, in every language."""

import json
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.checkout import Checkout

pytestmark = pytest.mark.build
SHEETS = ("first-a4", "first-answers-a4", "first-letter", "first-answers-letter")


def read_text(path: Path) -> str:
    """Read the text of a PDF, in one line."""
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_handouts_of_the_tiny_book(printed: Checkout) -> None:
    """Each chapter with questions has its sheets in every language, and one archive holds all files of a language."""
    downloads = printed.root / "dist" / "downloads"

    for language in ("en", "ar", "ko"):
        written = {path.name for path in (downloads / "handouts" / language).iterdir()}
        assert {f"{name}.pdf" for name in SHEETS} <= written
        with zipfile.ZipFile(downloads / f"tiny-book-{language}-handouts.zip") as archive:
            assert set(archive.namelist()) == written
            assert len({entry.date_time for entry in archive.infolist()}) == 1


def test_what_stands_on_the_sheets(printed: Checkout) -> None:
    """A pupil's sheet has the questions, a teacher's also the answers; copied text has no joiners."""
    folder = printed.root / "dist" / "downloads" / "handouts" / "ko"
    pupils, teachers = (read_text(folder / f"{name}.pdf") for name in ("first-a4", "first-answers-a4"))

    for text in (pupils, teachers):
        assert "누가 로켓을 계획했는가?" in text
        assert "\u2060" not in text
    assert "코롤료프와 그의 기술자들" in teachers
    assert "코롤료프와 그의 기술자들" not in pupils


def test_files_are_told_in_the_order_of_the_shelf(printed: Checkout) -> None:
    """The archive comes first, then what belongs to the whole book, then the chapters' sheets on the usual paper."""
    record = json.loads((printed.root / "_build" / "en" / "handouts" / "record.json").read_text(encoding="utf-8"))
    kinds = [file["kind"] for file in record["files"]]

    assert kinds[0] == "archive"
    assert kinds.index("poster") < kinds.index("tiles") < kinds.index("cards") < kinds.index("answers")
    assert [file["paper"] for file in record["files"] if file["chapter"]][:4] == ["a4", "a4", "letter", "letter"]


def test_short_links_of_the_site(printed: Checkout) -> None:
    """The site has a page behind each short link, and its chapters lead to their handouts."""
    site = printed.root / "dist" / "ko"

    assert 'content="0; url=../part-one/first.html"' in (site / "first" / "index.html").read_text(encoding="utf-8")
    chapter = (site / "part-one" / "first.html").read_text(encoding="utf-8")
    assert "../../downloads/handouts/ko/first-a4.pdf" in chapter
    assert "../../downloads/handouts/ko/first-answers-letter.pdf" in chapter
    assert "downloads/handouts" not in (site / "backmatter" / "lists.html").read_text(encoding="utf-8")


def test_handouts_of_a_chapter_with_too_many_questions(checkout: Checkout) -> None:
    """The sheets hold the questions that have room; which is the first that is left out is told, and all is built."""
    path = checkout.root / "book" / "part-one" / "first.md"
    text = path.read_text(encoding="utf-8")
    start = text.index("recall:")
    more = "".join(f"argue: Why number {number}?\nanswer: Because of {number}.\n" for number in range(300))
    path.write_text(text[:start] + more + text[start:], encoding="utf-8")
    told = checkout.build("--language", "en", "--format", "html", "handouts")
    found = re.search(r"book/part-one/first.md:(\d+): .* room for (\d+) of 302 questions \(handout-full\)\n +\w", told)

    assert found is not None
    line, count = int(found[1]), int(found[2])
    assert 3 < count < 30
    assert path.read_text(encoding="utf-8").split("\n")[line - 1] == f"argue: Why number {count}?"
    folder = checkout.dist / "downloads" / "handouts" / "en"
    for name in SHEETS:
        text = read_text(folder / f"{name}.pdf")
        assert [f"Why number {number}?" in text for number in (0, count - 1, count)] == [True, True, False]
