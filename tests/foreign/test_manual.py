"""What the two builders make of Sphinx's own manual; minutes, and a download."""

from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from tests.foreign.manual import Run, build_project, fetch_manual, list_documents
from tests.foreign.measure import (
    check_ebook,
    count_ebook_words,
    count_lost,
    count_lost_in_pdf,
    count_site_words,
    list_bookmarks,
    list_links,
    read_destinations,
    read_pdf_text,
)

pytestmark = pytest.mark.foreign
Words = dict[str, Counter[str]]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual's sources."""
    return fetch_manual(tmp_path_factory.mktemp("sphinx"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all editions of the manual are built in."""
    return tmp_path_factory.mktemp("built")


@pytest.fixture(scope="module")
def words(source: Path, built: Path) -> Words:
    """The words of each page of the site that Sphinx itself makes."""
    site = build_project(source, "html", built, "-D", "html_theme=basic", press=False)
    return count_site_words(
        site.folder, [name for name in list_documents(source) if (site.folder / f"{name}.html").is_file()]
    )


@pytest.fixture(scope="module")
def printed(source: Path, built: Path) -> Run:
    """The manual's PDF."""
    return build_project(source, "pdf", built)


def test_ebook(source: Path, built: Path, words: Words) -> None:
    """The ebook passes EPUBCheck without a warning, and has the words of the site but those meant for sites only."""
    book = build_project(source, "ebook", built).find(".epub")

    assert check_ebook(book) == (0, 0, 0)
    assert count_lost(words, count_ebook_words(book, list(words))).total() < 20


def test_pdf_is_complete(printed: Run, words: Words) -> None:
    """The PDF has the words of the site, and a bookmark for each document at least."""
    path = printed.find(".pdf")
    with pikepdf.open(path) as document:
        bookmarks = list_bookmarks(document)

    assert count_lost_in_pdf(words, read_pdf_text(path)).total() < 20
    assert len(bookmarks) >= len(words)


def test_pdf_links_lead_somewhere(printed: Run) -> None:
    """Every link of the PDF leads to a place in it or to an address."""
    with pikepdf.open(printed.find(".pdf")) as document:
        inner, outer = list_links(document)

        assert set(inner) <= read_destinations(document)
    assert len(inner) > 1000
    assert not [address for address in outer if address.startswith("file:")]
