"""The site of the tiny book in a browser, opened from the disk as a reader does."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from build_tools.machine import find_browser
from tests.checkout import Checkout

pytestmark = [pytest.mark.build, pytest.mark.browser]


@dataclass
class Visit:
    """A page that is open, and what went wrong in it."""

    page: Page
    printed: Checkout
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str, query: str = "") -> None:
        """Open a file of the shelf."""
        self.page.goto((self.printed.dist / path).as_uri() + query)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    path = find_browser()
    assert path is not None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, printed: Checkout) -> Iterator[Visit]:
    """A new window; at its end nothing may have gone wrong, and no host may have been asked for anything."""
    page = browser.new_page()
    page.set_default_timeout(20_000)
    visit = Visit(page, printed)
    page.on("console", lambda message: visit.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on("requestfailed", lambda request: visit.errors.append(request.url))
    page.on("request", lambda request: visit.requests.append(request.url))
    yield visit
    page.close()
    assert visit.errors == []
    assert visit.requests != []
    assert [url for url in visit.requests if not url.startswith(("file://", "data:"))] == []


def test_languages_are_changed_by_a_click(visit: Visit) -> None:
    """A click on another language shows the same chapter in it, and a second click leads back."""
    visit.open("en/part-one/first.html")
    visit.page.locator(".book-languages").get_by_text("한국어").click()
    visit.page.wait_for_url("**/ko/part-one/first.html")
    assert visit.page.locator("h1").first.inner_text().startswith("첫째 장")

    visit.page.locator(".book-languages").get_by_text("العربية").click()
    visit.page.wait_for_url("**/ar/part-one/first.html")
    assert visit.page.evaluate("getComputedStyle(document.body).direction") == "rtl"


@pytest.mark.parametrize(
    ("code", "words", "found"),
    [
        ("ko", "문단", "part-one/first"),
        ("ko", "문단에", "part-one/first"),
        ("en", "quotation", "part-one/second"),
        ("ar", "قمر", "glossary"),
    ],
    ids=["a Korean noun that has a particle in the text", "a Korean word as it stands", "English", "Arabic"],
)
def test_search_finds_a_page(visit: Visit, code: str, words: str, found: str) -> None:
    """A search from any page finds the page that has the words."""
    visit.open(f"{code}/index.html")
    field = visit.page.locator("input[name=q]").first
    field.fill(words)
    field.press("Enter")
    visit.page.wait_for_url("**/search.html?*")
    results = visit.page.locator("#search-results ul.search li a")
    results.first.wait_for()

    assert any(found in (link.get_attribute("href") or "") for link in results.all())


def test_search_that_finds_nothing(visit: Visit) -> None:
    """A search for a word that the book does not have says so in words of the language."""
    visit.open("ko/search.html", "?q=잠수함")
    summary = visit.page.locator("#search-results p.search-summary")
    summary.wait_for()
    visit.page.wait_for_function("document.querySelector('#search-results p.search-summary').innerText.trim() !== ''")

    assert visit.page.locator("#search-results li").count() == 0
    assert any("가" <= letter <= "힣" for letter in summary.inner_text())


@pytest.mark.parametrize(
    "path", ["index.html", "ko/index.html", "ko/part-one/first.html", "ar/part-one/first.html", "en/genindex.html"]
)
def test_page_on_a_telephone(visit: Visit, path: str) -> None:
    """At 390 pixels nothing reaches out of the window to the side."""
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.open(path)

    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", ["index.html", "en/part-one/first.html"])
def test_page_in_the_dark(visit: Visit, path: str) -> None:
    """Where the reader prefers the dark, the letters are lighter than the paper."""
    brightness = """name => {
        const values = [document.body, document.documentElement].map(
            element => getComputedStyle(element)[name].match(/[0-9.]+/g).map(Number));
        const [red, green, blue] = values.find(value => value[3] !== 0);
        return red + green + blue;
    }"""
    shown = {}
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)
        visit.open(path)
        shown[scheme] = [visit.page.evaluate(brightness, name) for name in ("color", "backgroundColor")]

    assert shown["light"][0] < shown["light"][1]
    assert shown["dark"][0] > shown["dark"][1]


def test_faces_of_the_book_are_loaded(visit: Visit) -> None:
    """The Korean page is set in the book's own face, which comes from the disk."""
    visit.open("ko/part-one/first.html")

    assert visit.page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('16px \"Noto Serif KR\"', '로켓'))"
    )
    assert any(url.endswith("noto-serif-kr-1.woff2") for url in visit.requests)


def test_shelf_leads_to_every_edition(visit: Visit) -> None:
    """From the downloads page, each language's site opens by a click."""
    visit.open("index.html")
    links = visit.page.locator("a[href$='/index.html']")
    targets = {link.get_attribute("href") for link in links.all()}

    assert {"en/index.html", "ar/index.html", "ko/index.html"} <= targets
