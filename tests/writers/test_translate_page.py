"""The page "Translate this book", and what the foot of each page says of its translation."""

import zipfile

import pikepdf
import pytest
from lxml import html

from build_tools.shelf.manifest import read_manifest
from build_tools.writers.translate_page import name_anchor
from tests.checkout import Checkout, forget

pytestmark = pytest.mark.build
LANGUAGES = ("en", "ar", "ko", "hu")
ADDRESS = "https://example.org/tiny/blob/main/"
SECOND = "locales/ko/LC_MESSAGES/part-one/second.po"


def read_page(checkout: Checkout, code: str, name: str) -> html.HtmlElement:
    """Read a page of a language's site."""
    return html.fromstring((checkout.dist / code / f"{name}.html").read_text(encoding="utf-8"))


def read_rows(page: html.HtmlElement, code: str) -> dict[str, list[str]]:
    """Read the numbers of a language, by the titles of its files."""
    rows = page.xpath(f"//details[@id='language-{code}']//tbody/tr")
    return {row.xpath("./th")[0].xpath("string(.//text()[1])"): row.xpath("./td/text()") for row in rows}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_site_has_the_page(half_done: Checkout, code: str) -> None:
    """Each site has the page, and each of its pages leads there; the site's own language stands open and first."""
    page = read_page(half_done, code, "translate")
    languages = [each.get("id") for each in page.xpath("//details[@class='book-progress']")]
    others = [f"language-{each}" for each in ("ar", "ko", "hu") if each != code]

    assert languages == [*([] if code == "en" else [f"language-{code}"]), *others]
    assert page.xpath("//details[@open]/@id") == ([] if code == "en" else [f"language-{code}"])
    for name in ("index", "part-one/first", "genindex", "search"):
        links = read_page(half_done, code, name).xpath("//nav[@class='book-downloads']//a/@href")
        assert links[-1] == f"{'../' * name.count('/')}translate.html"


def test_numbers_of_a_language(half_done: Checkout) -> None:
    """Each chapter has its counts, in the order of the book, under the titles of the edition; so has the whole book."""
    rows = read_rows(read_page(half_done, "en", "translate"), "ko")

    assert list(rows)[:5] == ["The whole book", "A Tiny Book", "Preface", "The first chapter", "The second chapter"]
    assert rows["The second chapter"] == ["0", "0", "6", "0", "16"]
    assert rows["The first chapter"] == ["16", "2", "8", "0", "47"]
    assert rows["Preface"] == ["2", "0", "0", "0", "0"]
    assert "Words of the site, the covers and the shelf" in rows
    assert "머리말" in read_rows(read_page(half_done, "ko", "translate"), "ar")


def test_summary_of_each_language(half_done: Checkout) -> None:
    """Each language says its share, what is left, and whether it is in the making; translators are named."""
    page = read_page(half_done, "en", "translate")
    lines = {
        each.getparent().get("id"): " ".join(each.text_content().split()) for each in page.xpath("//details/summary")
    }

    assert lines["language-ko"] == "한국어 59% translated, 88 words left"
    assert lines["language-ar"].endswith("59% translated, 88 words left · In the making")
    assert lines["language-hu"] == "Magyar 0% translated, 215 words left · In the making"
    assert "Translated by: Amal Tester" in page.xpath("//details[@id='language-ar']")[0].text_content()


def test_links_to_po_files(half_done: Checkout) -> None:
    """Where the project has an address, each PO file that there is is a link below it."""
    page = read_page(half_done, "ko", "translate")

    assert page.xpath(f"//tr[@id='{name_anchor('part-one/second')}']//a/@href") == [
        "part-one/second.html",
        f"{ADDRESS}{SECOND}",
    ]
    assert page.xpath("//li/a[text()='TRANSLATING.md']/@href") == [f"{ADDRESS}TRANSLATING.md"]
    assert page.xpath("//details[@id='language-hu']//*[contains(@class, 'book-po')]") == []


def test_paths_of_po_files_without_an_address(printed: Checkout) -> None:
    """Where the project has no address yet, the path of the PO file is shown as text."""
    page = read_page(printed, "ko", "translate")
    (row,) = page.xpath(f"//tr[@id='{name_anchor('part-one/second')}']")

    assert row.xpath(".//a/@href") == ["part-one/second.html"]
    assert row.xpath("string(.//*[@class='book-po'])") == SECOND
    assert read_page(printed, "ko", "part-one/second").xpath("string(//p[@class='book-share']/code)") == SECOND


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("part-one/second", "이 쪽은 0% 번역됨"),
        ("part-one/first", "이 쪽은 56% 번역됨"),
        ("index", "이 쪽은 100% 번역됨"),
    ],
)
def test_foot_of_a_page(half_done: Checkout, name: str, words: str) -> None:
    """The foot of a page says how much of it is translated, and leads to the page's row and to its PO file."""
    (foot,) = read_page(half_done, "ko", name).xpath("//p[@class='book-share']")
    up = "../" * name.count("/")

    assert foot.xpath("./a[1]/text()") == [words]
    assert foot.xpath("./a/@href") == [
        f"{up}translate.html#{name_anchor(name)}",
        f"{ADDRESS}locales/ko/LC_MESSAGES/{name}.po",
    ]


def test_foot_of_pages_that_are_not_translated(half_done: Checkout) -> None:
    """Pages of the original, and pages that are no document, say nothing of translation."""
    pages = [("en", "part-one/first"), ("en", "index"), ("ko", "genindex"), ("ko", "search"), ("ko", "translate")]

    assert [name for name in pages if read_page(half_done, *name).xpath("//p[@class='book-share']")] == []


def test_page_is_for_the_web_only(half_done: Checkout) -> None:
    """No ebook has the page, and no PDF leads to it."""
    for code in LANGUAGES:
        with zipfile.ZipFile(half_done.dist / "downloads" / f"tiny-book-{code}.epub") as archive:
            assert [name for name in archive.namelist() if "translate" in name] == []
        path = half_done.dist / "downloads" / f"tiny-book-{code}-screen.pdf"
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            assert [item.title for item in outline.root if "ranslate" in item.title or "번역" in item.title] == []


def test_shares_on_the_shelf(half_done: Checkout, printed: Checkout) -> None:
    """The manifest has the share of each language, and whether it is enough for the main list."""
    editions = read_manifest(half_done.dist / "manifest.json").editions

    assert {edition.language: (edition.share, edition.listed) for edition in editions} == {
        "en": (100, True),
        "ar": (59, False),
        "ko": (59, True),
        "hu": (0, False),
    }
    assert {edition.translate for edition in editions} == {f"{code}/translate.html" for code in LANGUAGES}
    assert {edition.share for edition in read_manifest(printed.dist / "manifest.json").editions} == {100}


def test_titles_without_a_translation(half_done: Checkout) -> None:
    """On the first page of an edition without any translation the book's English title is marked."""
    page = read_page(half_done, "hu", "index")

    assert page.xpath("//h1/@lang") == ["en"]
    assert read_page(half_done, "ko", "index").xpath("//h1/@lang") == []
    assert read_page(half_done, "hu", "translate").xpath("//section/@lang") == ["en"]


def test_sites_when_another_language_has_changed(reprint: Checkout) -> None:
    """Sites tell anew how far another language is, also when its files are broken; their books stay as they are."""
    before = {path.name: path.read_bytes() for path in (reprint.dist / "downloads").glob("*-en*")}
    forget(reprint.repository, "ko", "part-one/second.po", "First.")
    told = reprint.build("--language", "en")

    assert ("html" in told, "pdf" in told, "epub" in told) == (True, False, False)
    assert read_rows(read_page(reprint, "en", "translate"), "ko")["The second chapter"] == ["5", "0", "1", "0", "1"]
    path = reprint.repository.po_folder("ko") / "part-one" / "second.po"
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "First."', 'msgid "First.'), encoding="utf-8")
    reprint.build("--language", "en")
    assert read_rows(read_page(reprint, "en", "translate"), "ko")["The second chapter"] == ["0", "0", "6", "0", "16"]
    assert {path.name: path.read_bytes() for path in (reprint.dist / "downloads").glob("*-en*")} == before
