"""The page of the shelf, as text and in a browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from build_tools.messages import fill
from build_tools.numbers import find_locale
from build_tools.problems import BuildToolsError
from build_tools.shelf import write_shelf
from build_tools.shelf.manifest import Artifact, Manifest
from build_tools.shelf.page import format_size, render_page
from build_tools.shelf.words import WORDS

CHROMIUM = Path("/usr/bin/chromium")


def test_numbers_are_those_of_the_language() -> None:
    """Sizes are written as the readers of a language write them."""
    assert format_size(1_234_567, find_locale("hu")) == "1,2\u00a0MB"
    assert format_size(1_234_567, find_locale("ko")) == "1.2\u00a0MB"


def test_strange_patterns_do_no_harm() -> None:
    """A translation with other braces stays as it is."""
    assert fill("{count.__class__} {count}", count="3") == "{count.__class__} 3"


def test_every_edition_offers_every_format(manifest: Manifest) -> None:
    """Each edition has its language, and links to all its artifacts."""
    page = html.document_fromstring(render_page(manifest))
    for edition in manifest.editions:
        (block,) = page.xpath(f"//article[@id='{edition.language}']")
        main = block.xpath(".//ul[@class='downloads']//a/@href")
        links = set(main) | set(block.xpath(".//ul[@class='files']//a/@href | .//details//a/@href"))
        stem = f"downloads/space-race-{edition.language}"

        assert (block.get("lang"), block.get("dir")) == (edition.language, "ltr")
        assert main == [f"{edition.language}/index.html", f"{stem}-screen.pdf", f"{stem}.epub"]
        assert links == {artifact.path for artifact in edition.artifacts}
        for artifact in edition.artifacts:
            shown = artifact.sha256 in html.tostring(page, encoding="unicode")
            assert shown == (artifact.format != "handouts")


def list_lines(block: html.HtmlElement, path: str) -> list[str]:
    """List the words of some elements, each with single spaces."""
    return [" ".join(element.text_content().split()) for element in block.xpath(path)]


def test_variants_tell_what_they_are_for(manifest: Manifest) -> None:
    """Each PDF to print has its name, its paper and what printing it takes: pages, or sheets to fold."""
    (block,) = html.document_fromstring(render_page(manifest)).xpath("//article[@id='ko']")
    lines = list_lines(block, ".//section[@class='to-print']//li")

    assert lines[0] == "Print edition For double-sided printing on A4, in black 900쪽 2 MB"
    assert lines[1].startswith("Booklet Print on both sides of Letter paper, flipped on the short edge")
    assert lines[1].endswith("304 sheets 2 MB")


def test_variant_on_another_paper(manifest: Manifest) -> None:
    """A variant that was ordered for another paper says so in its name."""
    edition = manifest.editions[0]
    other = Artifact("pdf", "downloads/space-race-en-print-letter.pdf", "print-letter", 800, "letter")
    more = replace(edition, artifacts=(*edition.artifacts, other))
    page = html.document_fromstring(render_page(replace(manifest, editions=(more,))))

    assert "Print edition, Letter" in list_lines(page, "//section[@class='to-print']//a")


def test_handouts_by_chapter(manifest: Manifest) -> None:
    """The handouts are folded away: all in one file first, then each chapter's, by paper; none are no list."""
    page = html.document_fromstring(render_page(manifest))
    (folded,) = page.xpath("//article[@id='en']//details[@class='handouts']")

    assert list_lines(folded, "./ul/li/a") == ["All handouts in one file (ZIP)"]
    assert list_lines(folded, "./ol/li/span") == ["Laika"]
    assert list_lines(folded, "./ol/li//a") == ["A4", "With answers A4"]
    assert folded.xpath("./ol/li//a/@aria-label") == ["Laika, A4", "Laika, With answers, A4"]
    assert page.xpath("//article[@id='ko']//details[@class='handouts']") == []


def test_words_of_translators_are_text(manifest: Manifest) -> None:
    """Markup in a translated word or title is shown as text, never run."""
    evil = "<script>alert(1)</script>"
    edition = replace(manifest.editions[0], title=evil, words=dict.fromkeys(WORDS, evil))
    page = html.document_fromstring(render_page(replace(manifest, editions=(edition,))))

    assert len(page.xpath("//script")) == 1


def test_page_asks_for_nothing_else(manifest: Manifest) -> None:
    """The page names no other host."""
    text = render_page(manifest).replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"https?://|@import|url\(", text)


def test_edition_in_the_making_stands_apart(manifest: Manifest) -> None:
    """An edition of which too little is translated is no choice at the top, but stands in a list of its own."""
    english, korean, hungarian = manifest.editions
    korean = replace(korean, share=12, listed=False)
    page = html.document_fromstring(render_page(replace(manifest, editions=(english, korean, hungarian))))

    assert page.xpath("//nav//a/@lang") == page.xpath("//article/@id") == ["en", "hu"]
    assert page.xpath("//section[.//h2[@id='all']]//li[@class='row']/@lang") == ["en", "hu"]
    (row,) = page.xpath("//section[.//h2[@id='making']]//li[@class='row']")
    assert (row.get("lang"), "12% translated" in row.text_content()) == ("ko", True)
    assert {artifact.path for artifact in korean.artifacts} | {korean.translate} <= set(row.xpath(".//a/@href"))


def test_shelf_without_editions_in_the_making(manifest: Manifest) -> None:
    """Where enough is translated everywhere there is no such list, and each edition says its share."""
    page = html.document_fromstring(render_page(manifest))

    assert page.xpath("//*[@id='making']") == []
    assert ["91%" in block.text_content() for block in page.xpath("//article")] == [False, True, True]


def test_shelf_of_nothing_but_editions_in_the_making(manifest: Manifest) -> None:
    """A shelf whose every edition is in the making shows them, in the language of the first."""
    editions = tuple(replace(edition, listed=False) for edition in manifest.editions[1:])
    page = html.document_fromstring(render_page(replace(manifest, editions=editions)))

    assert page.get("lang") == "ko"
    assert page.xpath("//li[@class='row']/@lang") == ["ko", "hu"]


def test_empty_shelf_has_a_page(manifest: Manifest) -> None:
    """A shelf without editions is a page all the same."""
    assert manifest.title in render_page(replace(manifest, editions=()))


@pytest.mark.build
def test_page_passes_the_nu_checker(dist: Path, manifest: Manifest) -> None:
    """The Nu checker has nothing against the page, with and without a cover."""
    tools = pytest.importorskip("build_tools.verify.tools")
    try:
        jar = tools.find_nu_checker()
    except BuildToolsError as error:
        pytest.skip(str(error))
    (dist / "cover.jpg").write_bytes(b"\xff\xd8\xff")
    covered = replace(manifest.editions[0], cover="cover.jpg")
    unlisted = replace(manifest.editions[2], listed=False)
    write_shelf(dist, replace(manifest, editions=(covered, manifest.editions[1], unlisted)))
    result = tools.run_jar(jar, [str(dist / "index.html")])

    assert result.stderr == ""
    assert result.returncode == 0


@contextmanager
def open_page(dist: Path, **options: Any) -> Iterator[tuple[Any, list[str]]]:
    """Open the shelf in Chromium; give the page and everything it complained about or asked for."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.is_file():
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_context(**options).new_page()
        noted: list[str] = []
        page.on("console", lambda message: noted.append(message.text))
        page.on("pageerror", lambda error: noted.append(str(error)))
        page.on("request", lambda request: noted.append(request.url))
        url = (dist / "index.html").as_uri()
        page.goto(url)
        noted[:] = [note for note in noted if note != url and not note.startswith("data:")]
        yield page, noted
        browser.close()


@pytest.mark.browser
@pytest.mark.parametrize(("locale", "shown"), [("ko-KR", "ko"), ("hu", "hu"), ("en-GB", "en"), ("de-DE", "en")])
def test_language_of_the_browser_is_shown(locale: str, shown: str, dist: Path, manifest: Manifest) -> None:
    """The edition in the reader's language is shown, the first where there is none; nothing else is asked for."""
    write_shelf(dist, manifest)
    with open_page(dist, locale=locale) as (page, noted):
        visible = [block.get_attribute("id") for block in page.locator("article:visible").all()]

        assert visible == [shown]
        assert page.evaluate("document.documentElement.lang") == shown
        assert noted == []


@pytest.mark.browser
@pytest.mark.parametrize("scripted", [True, False])
def test_another_language_can_be_chosen(scripted: bool, dist: Path, manifest: Manifest) -> None:
    """A reader can choose another language with the keyboard, with or without scripts."""
    write_shelf(dist, manifest)
    with open_page(dist, locale="en", java_script_enabled=scripted) as (page, noted):
        page.locator(".top a[lang=hu]").focus()
        page.keyboard.press("Enter")
        page.locator("article#hu").wait_for(state="visible")

        assert [block.get_attribute("id") for block in page.locator("article:visible").all()] == ["hu"]
        assert noted == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 720, 960, 1280])
def test_page_fits_every_screen(width: int, dist: Path, manifest: Manifest) -> None:
    """Nothing sticks out sideways, neither on a phone nor on a desk, also with all checksums shown."""
    write_shelf(dist, manifest)
    with open_page(dist, locale="ko-KR", viewport={"width": width, "height": 800}) as (page, _noted):
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")

        assert page.evaluate("document.documentElement.scrollWidth") <= width
