"""The ebooks of the tiny book in a reader: foliate-js in Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from build_tools.machine import find_browser
from tests.checkout import Checkout
from tests.writers.epub.reader import Reader, open_reader

pytestmark = [pytest.mark.build, pytest.mark.browser]
LANGUAGES = ("en", "ar", "ko")
CHAPTER = "EPUB/part-one/first.xhtml"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    path = find_browser()
    assert path is not None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(request: pytest.FixtureRequest, browser: Browser, printed: Checkout) -> Iterator[tuple[str, Reader]]:
    """The ebook of a language, open in a reader."""
    path = Path(printed.dist, "downloads", f"tiny-book-{request.param}.epub")
    with open_reader(browser, path) as reader:
        yield request.param, reader


def test_reader_knows_the_book(reader: tuple[str, Reader]) -> None:
    """A reader finds title, language and direction, and contents of several levels."""
    code, opened = reader
    book = opened.book

    assert book["language"] in (code, [code])
    assert book["dir"] == ("rtl" if code == "ar" else "ltr")
    assert len(book["sections"]) == len(set(book["sections"])) >= 12
    assert any(chapter["below"] for part in book["toc"] for chapter in part["below"])


def test_reader_offers_landmarks(reader: tuple[str, Reader]) -> None:
    """A reader offers the cover, the lists, the start of the text, the glossary and the index."""
    kinds = [kind for mark in reader[1].book["landmarks"] for kind in mark["type"]]

    assert {"cover", "titlepage", "toc", "loi", "bodymatter", "glossary", "index"} <= set(kinds)


def test_reader_offers_the_printed_pages(reader: tuple[str, Reader]) -> None:
    """A reader lists the pages of the printed book, and turns to each of them."""
    pages = reader[1].book["pages"]

    assert [page["label"] for page in pages if page["label"].isdecimal()][:3] == ["1", "2", "3"]
    reader[1].go_to(pages[-1]["href"])
    anchor = pages[-1]["href"].partition("#")[2]
    assert reader[1].evaluate(f"return doc.getElementById('{anchor}').getAttribute('role')") == "doc-pagebreak"


def test_reader_shows_the_cover(reader: tuple[str, Reader]) -> None:
    """The cover is a picture of 1600 by 2560 pixels."""
    reader[1].go_to("EPUB/cover.xhtml")

    size = "const cover = doc.querySelector('img'); return [cover.naturalWidth, cover.naturalHeight]"
    assert reader[1].evaluate(size) == [1600, 2560]


def test_reader_shows_a_figure(reader: tuple[str, Reader]) -> None:
    """A drawing has its shape, its words, and the colour of the text around it."""
    reader[1].go_to(CHAPTER)
    shape = "const box = doc.querySelector('figure svg').getBoundingClientRect(); return box.width / box.height"
    words = "return [...doc.querySelectorAll('figure svg text')].map(text => text.textContent)"

    assert reader[1].evaluate(shape) == pytest.approx(200 / 80, rel=0.02)
    assert "1957" in reader[1].evaluate(words)


def test_reader_follows_a_note_and_back(reader: tuple[str, Reader]) -> None:
    """The call of a note leads to the note, and the note back."""
    reader[1].go_to(CHAPTER)
    there = "const call = doc.querySelector('[role=doc-noteref]'); return call.getAttribute('href')"
    note = reader[1].evaluate(there)
    back = f"return doc.querySelector('{note} a[role=doc-backlink]').getAttribute('href')"

    assert reader[1].evaluate(f"return doc.querySelector('{note}').tagName.toLowerCase()") == "aside"
    assert reader[1].evaluate(f"return doc.querySelector('{reader[1].evaluate(back)}').getAttribute('role')")


def test_reader_shows_the_index(reader: tuple[str, Reader]) -> None:
    """Every link of the index leads to a place that the reader finds."""
    reader[1].go_to("EPUB/genindex.xhtml")
    links = reader[1].evaluate(
        "return [...doc.querySelectorAll('a.index-link')].map(link => link.getAttribute('href'))"
    )

    assert links
    reader[1].go_to(f"EPUB/{links[0]}")
    anchor = links[0].partition("#")[2]
    assert reader[1].evaluate(f"return doc.getElementById('{anchor}') !== null")


@pytest.mark.parametrize("code", LANGUAGES)
def test_reader_keeps_its_own_colours_at_night(browser: Browser, printed: Checkout, code: str) -> None:
    """At night neither text nor drawings insist on colours of their own."""
    path = Path(printed.dist, "downloads", f"tiny-book-{code}.epub")
    with open_reader(browser, path, dark=True, width=390) as reader:
        reader.go_to(CHAPTER)
        colour = "return getComputedStyle(doc.querySelector('{}')).{}"

        assert reader.evaluate(colour.format("p", "color")) == "rgb(255, 255, 255)"
        assert reader.evaluate(colour.format("p", "backgroundColor")) == "rgba(0, 0, 0, 0)"
        assert reader.evaluate(colour.format("figure svg text", "fill")) == "rgb(255, 255, 255)"
