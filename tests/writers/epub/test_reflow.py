"""The documents of an ebook on the narrowest screen that WCAG 2.2 knows, 320 pixels wide, and far apart."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from build_tools.machine import find_browser
from tests.checkout import Checkout

pytestmark = [pytest.mark.build, pytest.mark.browser]
WIDTH = "document.documentElement.scrollWidth"
# A table of seven columns, as the data behind a chart have it.
WIDE = """() => {
  const table = document.createElement("table"), words = ["Year", ...Array(6).fill("Unsuccessful")];
  table.innerHTML = "<thead><tr>" + words.map((word) => `<th scope="col">${word}</th>`).join("") + "</tr></thead>"
    + "<tbody><tr>" + words.map((_, place) => `<td>${1958 + place}</td>`).join("") + "</tr></tbody>";
  document.body.append(table);
}"""
# What a reader must be able to set: https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """() => {
  const sheet = document.createElement("style");
  sheet.textContent = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
    + " !important } p { margin-bottom: 2em !important }";
  document.head.append(sheet);
}"""


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    """A window of Chromium of 320 pixels."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield chromium.new_page(viewport={"width": 320, "height": 640})
        chromium.close()


@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_nothing_runs_off_a_narrow_screen(window: Page, printed: Checkout, code: str, tmp_path: Path) -> None:
    """No document is wider than the screen (1.4.10), also with letters and words far apart (1.4.12)."""
    with zipfile.ZipFile(printed.dist / "downloads" / f"tiny-book-{code}.epub") as archive:
        archive.extractall(tmp_path)
    wide = {}
    for path in sorted(tmp_path.rglob("*.xhtml")):
        window.goto(path.as_uri())
        before = window.evaluate(WIDTH)
        window.evaluate(SPACED)
        if (found := (before, window.evaluate(WIDTH))) != (320, 320):
            wide[path.name] = found

    assert wide == {}


def test_wide_table_stays_on_a_narrow_screen(window: Page, printed: Checkout, tmp_path: Path) -> None:
    """The headers of a table with many columns are broken rather than lost, and its numbers stay whole."""
    with zipfile.ZipFile(printed.dist / "downloads" / "tiny-book-en.epub") as archive:
        archive.extractall(tmp_path)
    window.goto(next(tmp_path.rglob("imprint.xhtml")).as_uri())
    window.evaluate(WIDE)

    assert window.evaluate(WIDTH) == 320
    heights = window.evaluate("[...document.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect().height)")
    assert max(heights) < 30
