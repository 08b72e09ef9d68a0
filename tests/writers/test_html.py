"""The site of the tiny book, as its files are."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

from build_tools.writers.html import give_levels
from tests.checkout import Checkout

LANGUAGES = {"en": "ltr", "ar": "rtl", "ko": "ltr"}
PAGES = ("index", "part-one/first", "backmatter/glossary", "genindex", "search")


def read_page(printed: Checkout, code: str, name: str) -> html.HtmlElement:
    """Read a page of a language's site."""
    return html.fromstring((printed.dist / code / f"{name}.html").read_text(encoding="utf-8"))


@pytest.mark.build
@pytest.mark.parametrize("code", LANGUAGES)
def test_language_and_direction_of_every_page(printed: Checkout, code: str) -> None:
    """Every page declares its language and its direction."""
    pages = sorted((printed.dist / code).rglob("*.html"))
    declared = {(page.get("lang"), page.get("dir")) for page in map(html.fromstring, map(Path.read_text, pages))}

    assert declared == {(code, LANGUAGES[code])}
    assert len(pages) == 12


@pytest.mark.build
@pytest.mark.parametrize("name", PAGES)
def test_switch_of_languages_keeps_the_page(printed: Checkout, name: str) -> None:
    """From each page, links and alternates lead to the same page in the other languages, and it is there."""
    page = read_page(printed, "ko", name)
    up = "../" * (name.count("/") + 1)
    switch = {
        link.get("hreflang"): link.get("href") for link in page.xpath("//nav[contains(@class, 'book-languages')]//a")
    }
    alternates = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate']")}

    assert switch == {code: f"{up}{code}/{name}.html" for code in ("en", "ar")}
    assert alternates == {code: f"{up}{code}/{name}.html" for code in LANGUAGES} | {"x-default": f"{up}en/{name}.html"}
    assert all((printed.dist / "ko" / name).parent.joinpath(href).resolve().is_file() for href in switch.values())


@pytest.mark.build
def test_drawing_in_the_site(printed: Checkout) -> None:
    """The drawing stands in the page with its viewBox and its translated words."""
    text = (printed.dist / "ko" / "part-one" / "first.html").read_text(encoding="utf-8")
    drawing = re.search(r"<svg [^>]*viewBox=\"0 0 200 80\".*?</svg>", text, re.DOTALL)

    assert drawing is not None
    assert re.findall("<text[^>]*>([^<]*)</text>", drawing[0]) == ["큰 점", "작은 점", "1957"]


@pytest.mark.build
@pytest.mark.parametrize("code", LANGUAGES)
def test_joiners_are_for_print_only(printed: Checkout, code: str) -> None:
    """No page has a word joiner."""
    pages = (printed.dist / code).rglob("*.html")

    assert [page.name for page in pages if "\u2060" in page.read_text(encoding="utf-8")] == []


@pytest.mark.build
def test_search_index_of_korean(printed: Checkout) -> None:
    """The index of the Korean search knows a noun by itself where the text has it with a particle only."""
    text = (printed.dist / "ko" / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").rstrip(";\n").removesuffix(")"))

    assert "문단" in index["terms"]
    assert "문단에" in index["terms"]


@pytest.mark.build
def test_marks_lead_to_the_sources(printed: Checkout) -> None:
    """The marks of a passage link to their tellings in the list of sources."""
    links = read_page(printed, "ko", "part-one/first").xpath("//small[contains(@class, 'sigla')]/a")

    assert [(link.get("data-siglum"), link.get("href")) for link in links] == [
        ("Ko", "../backmatter/sources.html#telling-ko"),
        ("Hu", "../backmatter/sources.html#telling-hu"),
        ("Ko", "../backmatter/sources.html#telling-ko"),
    ]


def test_level_of_captions() -> None:
    """A caption that plays a heading says of which level it is."""
    assert give_levels('<p role="heading">A</p>') == '<p role="heading" aria-level="2">A</p>'
