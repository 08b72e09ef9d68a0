"""English passages of a half-done edition, as readers get them in each format."""

import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from lxml import etree, html

from tests.checkout import Checkout

pytestmark = pytest.mark.build
XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PASSAGE = "A rocket flew. It was the first."


def find_passage(elements: Iterator[Any]) -> Any:
    """Find the one paragraph that says the passage."""
    (found,) = (each for each in elements if "".join(each.itertext()) == PASSAGE)
    return found


def list_languages(checkout: Checkout, code: str) -> dict[str, set[str]]:
    """List which kinds of elements of a PDF's structure say that they are in which language."""
    found: dict[str, set[str]] = {}

    def walk(element: Any) -> None:
        if "/Lang" in element:
            found.setdefault(str(element.Lang), set()).add(str(element.S))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid)

    with pikepdf.open(checkout.dist / "downloads" / f"tiny-book-{code}-screen.pdf") as pdf:
        for top in pdf.Root.StructTreeRoot.K:
            walk(top)
    return found


@pytest.mark.parametrize(("code", "direction"), [("ko", None), ("ar", "ltr")])
def test_passage_in_the_site(half_done: Checkout, code: str, direction: str | None) -> None:
    """A page says the language of an English passage, and its direction where that is another than the page's."""
    page = html.fromstring((half_done.dist / code / "part-one" / "first.html").read_text(encoding="utf-8"))
    passage = find_passage(page.iter("p"))

    assert (passage.get("lang"), passage.get("dir"), passage.get("class")) == ("en", direction, "untranslated")


@pytest.mark.parametrize(("code", "direction"), [("ko", None), ("ar", "ltr")])
def test_passage_in_the_ebook(half_done: Checkout, code: str, direction: str | None) -> None:
    """An ebook says it in both ways, as HTML and as XML have it."""
    with zipfile.ZipFile(half_done.dist / "downloads" / f"tiny-book-{code}.epub") as archive:
        root = etree.fromstring(archive.read("EPUB/part-one/first.xhtml"))
    passage = find_passage(root.iter(f"{XHTML}p"))

    assert (passage.get("lang"), passage.get(XML_LANG), passage.get("dir")) == ("en", "en", direction)
    assert {each.get("lang") for each in root.iter(f"{XHTML}*")} - {None} == {"en", code}
    assert [each for each in root.iter("*") if each.get("lang") not in {None, each.get(XML_LANG)}] == []


def test_passages_in_the_pdf(half_done: Checkout) -> None:
    """The structure of a PDF, which screen readers follow, says the language of each English passage."""
    assert {"/P", "/Span", "/H2", "/H3"} <= list_languages(half_done, "ko")["en"]
    assert list_languages(half_done, "en") == {}


@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_translated_book_has_no_marks(printed: Checkout, code: str) -> None:
    """In the original, and where all is translated, no passage is marked."""
    pages = [path.read_text(encoding="utf-8") for path in (printed.dist / code).rglob("*.html")]

    assert [page for page in pages if "untranslated" in page] == []
