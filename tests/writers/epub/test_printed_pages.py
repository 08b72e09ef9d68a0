"""The pages of the printed book in the ebook: both say the same words under the same number."""

import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from build_tools.config import load_registry
from build_tools.paths import Repository
from tests.checkout import Checkout

XHTML = "{http://www.w3.org/1999/xhtml}"
# What stands beside the text in print.
ASIDES = {"sigla", "index-link", "term-uses"}
# What stands in the text of both, but is read from the PDF as a number amid the words.
CALL = "footnote-reference"
# In print, blocks may stand side by side, and a reference in the text tells its page.
WORDS = 4
END = "\f"


def read_pages(path: Path) -> dict[str, str]:
    """Read the letters and figures of each page of a PDF, by its label; what divides words does not count."""
    with pypdfium2.PdfDocument(path) as document:
        return {document.get_page_label(number): squeeze(read(document[number])) for number in range(len(document))}


def read(page: pypdfium2.PdfPage) -> str:
    """Read the text of a page."""
    return str(page.get_textpage().get_text_range())


def squeeze(text: str) -> str:
    """Give the letters and figures of a text."""
    return "".join(letter for letter in text if letter.isalnum())


def iter_words(element: etree._Element) -> Iterator[str | etree._Element]:
    """Give the running text of a document, and the marks of pages in it."""
    if element.get("role") == "doc-pagebreak":
        yield element
        return
    classes = set((element.get("class") or "").split())
    if not str(element.tag).startswith(XHTML) or ASIDES & classes:
        return
    if CALL in classes:
        yield END
        return
    yield element.text or ""
    for child in element:
        yield from iter_words(child)
        yield child.tail or ""
    if etree.QName(element).localname in {"p", "h1", "h2", "h3", "li", "dt", "dd", "td", "th", "figcaption"}:
        yield END


def read_marks(path: Path) -> dict[str, str]:
    """Read the first words behind the mark of each page of an ebook, as far as their block goes, by its label."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                body = etree.fromstring(archive.read(name)).find(f"{XHTML}body")
                assert body is not None
                pieces = list(iter_words(body))
                for number, piece in enumerate(pieces):
                    if not isinstance(piece, str):
                        behind = "".join(text for text in pieces[number:] if isinstance(text, str))
                        block = next((part for part in behind.split(END) if squeeze(part)), "")
                        found[str(piece.get("aria-label"))] = squeeze("".join(block.split()[:WORDS]))
    return found


def find_pdf(folder: Path, stem: str) -> Path:
    """Find the PDF whose pages the ebook names: the one for screens, where there are several."""
    return next(path for name in (f"{stem}-screen.pdf", f"{stem}.pdf") if (path := folder / name).is_file())


def find_differing(folder: Path, stem: str, count: int = 0) -> tuple[int, dict[str, tuple[str, str]]]:
    """Compare pages by their numbers; give how many were compared and those whose words differ.

    Pages without text of their own share the mark of the next, and are passed over.
    """
    marks, pages = read_marks(folder / f"{stem}.epub"), read_pages(find_pdf(folder, stem))
    labels = list(marks)
    last = [
        label
        for label, following in zip(labels, [*labels[1:], ""], strict=True)
        if marks[label] != marks.get(following)
    ]
    chosen = random.Random(stem).sample(last, count) if count else last  # noqa: S311 - a choice, no secret
    wrong = {label: (marks[label], pages[label][:80]) for label in chosen if marks[label] not in pages.get(label, "")}
    return len(chosen), wrong


@pytest.mark.build
@pytest.mark.parametrize("code", ["en", "ko"])
def test_every_page_of_the_tiny_book(printed: Checkout, code: str) -> None:
    """Behind the mark of each page stand the words of that page."""
    compared, wrong = find_differing(printed.dist / "downloads", f"tiny-book-{code}")

    assert wrong == {}
    assert compared >= 8


@pytest.mark.full
@pytest.mark.parametrize("code", list(load_registry(Repository()).languages))
def test_thirty_pages_of_the_book(code: str, tmp_path: Path) -> None:
    """Behind the marks of 30 pages of each language, chosen by chance but always the same, stand their words."""
    command = [sys.executable, "-m", "build_tools", "build", "--language", code, "--format", "pdf", "epub"]
    subprocess.run([*command, "--output", str(tmp_path / "dist")], cwd=Repository().root, check=True)

    assert find_differing(tmp_path / "dist" / "downloads", f"space-race-{code}", 30) == (30, {})
