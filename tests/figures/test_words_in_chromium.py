"""Whether the words of drawings can be read over what is drawn behind them, measured in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from build_tools.machine import find_browser
from tests.contrast import PAGES, Colour, lay_over, measure_contrast

pytestmark = pytest.mark.browser
DRAWINGS = sorted((Path(__file__).parents[2] / "book" / "figures").glob("*.svg"))
# For points in each text: the fills that lie below it there, from back to front, with how much of each is seen.
LIST_WORDS = """() => {
  const svg = document.querySelector("svg"), elements = [...svg.querySelectorAll("*")];
  const describe = (element) => {
    let seen = Number(getComputedStyle(element).fillOpacity);
    for (let one = element; one !== svg.parentNode; one = one.parentNode) seen *= Number(getComputedStyle(one).opacity);
    return [getComputedStyle(element).fill.match(/[0-9.]+/g).map(Number), seen];
  };
  return elements.filter((element) => element.tagName === "text").map((text) => {
    const box = text.getBBox(), below = elements.slice(0, elements.indexOf(text)).filter(
      (shape) => shape.isPointInFill && getComputedStyle(shape).fill !== "none");
    const points = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => {
      const point = new DOMPoint(box.x + part * box.width, box.y + box.height / 2).matrixTransform(text.getScreenCTM());
      return below.filter((shape) =>
        shape.isPointInFill(point.matrixTransform(shape.getScreenCTM().inverse()))).map(describe);
    });
    return [text.textContent, describe(text), points];
  });
}"""


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    """A window of Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield chromium.new_page()
        chromium.close()


def to_colour(parts: list[float]) -> Colour:
    """Give what the browser says of a colour as one."""
    red, green, blue = parts[:3]
    return red, green, blue


@pytest.mark.parametrize("light", ["day", "black"])
@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_words_stand_out_from_what_is_behind_them(window: Page, path: Path, light: str) -> None:
    """Words have a contrast of at least 4.5 to 1 to the shapes that they stand on (WCAG 2.2, 1.4.3)."""
    page, ink = PAGES[light]
    window.set_content(f"<body style='color: rgb{ink}'>{path.read_text(encoding='utf-8')}</body>")
    faint = []
    for words, (letters, seen), points in window.evaluate(LIST_WORDS):
        for fills in points:
            behind = page
            for fill, shown in fills:
                behind = lay_over(to_colour(fill), behind, shown)
            contrast = measure_contrast(lay_over(to_colour(letters), behind, seen), behind)
            if contrast < 4.5:
                faint.append((words, round(contrast, 2)))

    assert faint == []
