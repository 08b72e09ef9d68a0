"""The PDF of the tiny book, as readers find it."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.checkout import Checkout, translate

pytestmark = pytest.mark.build
WORDS = ("로켓이", "인공위성을", "날랐다", "문장은")


def read_pages(checkout: Checkout, code: str) -> list[str]:
    """Read the text of each page with pdfium."""
    with pypdfium2.PdfDocument(checkout.dist / "downloads" / f"tiny-book-{code}-screen.pdf") as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def find_page(pages: list[str], words: str) -> int:
    """Find the first page on which words stand."""
    return next(number for number, text in enumerate(pages) if words in text)


@pytest.mark.parametrize(
    ("code", "line", "note"),
    [("en", "into the sky", "A note of some length"), ("ko", "하늘로", "쪽 아래에 놓일")],
)
def test_note_at_the_foot_of_its_page(printed: Checkout, code: str, line: str, note: str) -> None:
    """A note stands on the page of its call, below the text."""
    pages = read_pages(printed, code)
    page = find_page(pages, note)

    assert find_page(pages, line) == page
    assert pages[page].index(line) < pages[page].index(note)


def test_text_of_the_korean_pdf_is_plain(printed: Checkout) -> None:
    """What is copied out of the Korean PDF has no joiners."""
    text = "\n".join(read_pages(printed, "ko"))

    assert "\u2060" not in text
    assert [word for word in WORDS if word not in text] == []


def test_korean_words_do_not_break(reprint: Checkout) -> None:
    """In a paragraph of many lines, no Korean word stands on two of them."""
    words = [
        f"{stem}{ending}"
        for stem in ("우주비행사", "인공위성", "발사체", "로켓")
        for ending in ("에서는", "으로부터", "까지도")
    ]
    translate(reprint.repository, "ko", "frontmatter/preface.po", "This book is a test.", " ".join(words * 9))
    reprint.build("--language", "ko", "--format", "pdf")
    text = "\n".join(read_pages(reprint, "ko"))
    page = text[text.index(words[0]) :]

    assert len(page.splitlines()) > 10
    broken = [
        word
        for line in page.splitlines()
        for word in re.findall("[가-힣]{3,}", line)
        if word.startswith(("에서", "으로부", "까지"))
    ]
    assert broken == []
    assert page.count("우주비행사에서는") == 9


def test_words_of_a_drawing_in_the_pdf(printed: Checkout) -> None:
    """The words of a drawing are text of the page, in the language of the edition."""
    text = "\n".join(read_pages(printed, "ko"))

    assert "큰 점" in text
    assert "Large dot" not in text


def list_alternatives(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Give the alternative texts of a PDF's structure."""
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/StructElem" and "/Alt" in element:
            yield str(element.Alt)


def test_alternative_text_of_a_drawing_in_the_pdf(printed: Checkout) -> None:
    """Those who cannot see the drawing hear what it shows, in the language of the edition."""
    with pikepdf.open(printed.dist / "downloads" / "tiny-book-ko-screen.pdf") as pdf:
        alternatives = list(list_alternatives(pdf))

    assert "작은 점 옆의 큰 점." in alternatives


def list_titles(item: Any) -> Iterator[str]:
    """Give the bookmarks in their order."""
    while item is not None:
        yield str(item.Title)
        yield from list_titles(item.get("/First"))
        item = item.get("/Next")


def test_bookmarks_of_the_pdf(printed: Checkout) -> None:
    """The bookmarks are the parts and chapters, translated, in reading order."""
    with pikepdf.open(printed.dist / "downloads" / "tiny-book-ar-screen.pdf") as pdf:
        titles = list(list_titles(pdf.Root.Outlines.First))

    chapters = ["تمهيد", "الجزء الأول", "الفصل الأول", "قسم", "الفصل الثاني", "مسرد", "المصادر"]
    assert [title for title in titles if title in chapters] == chapters


def test_fonts_of_the_pdf(printed: Checkout) -> None:
    """The Arabic PDF uses the faces of its language and no face of the machine."""
    with pikepdf.open(printed.dist / "downloads" / "tiny-book-ar-screen.pdf") as pdf:
        names = {
            str(element.BaseFont).partition("+")[2]
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/Font"
        }

    assert any(name.startswith("Amiri") for name in names)
    assert [name for name in names if not re.match("Amiri|Source-?Serif", name)] == []


def test_letter_that_no_font_has(reprint: Checkout) -> None:
    """A letter without a glyph is told with the line of its paragraph and its number; the exit is 1."""
    path = reprint.repository.book / "part-one" / "second.md"
    path.write_text("# The second chapter\n\nFine.\n\nA 🚀 flew.\n", encoding="utf-8")
    done = reprint.run("build", "--language", "en", "--format", "pdf")

    assert done.returncode == 1
    assert "book/part-one/second.md:5: no font of the language has 🚀 (U+1F680) (font-glyph)" in done.stderr
    assert "Traceback" not in done.stderr


def test_bookmarks_hold_plain_words(printed: Checkout) -> None:
    """Bookmarks of the Korean PDF hold no word joiners, so that they can be searched."""
    with pikepdf.open(printed.dist / "downloads" / "tiny-book-ko-screen.pdf") as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]

    assert "차례" in titles
    assert not [title for title in titles if "\u2060" in title]


def read_record(checkout: Checkout, code: str) -> dict[str, dict[str, Any]]:
    """Read what the builder noted of the files of a language, by their kinds."""
    path = checkout.repository.build / code / "pdf" / "record.json"
    return {file["kind"]: file for file in json.loads(path.read_text(encoding="utf-8"))["files"]}


def test_variants_of_a_language(printed: Checkout) -> None:
    """Each variant that the registry names is a file of its own, with its pages and its paper; nothing else is left."""
    english, korean = read_record(printed, "en"), read_record(printed, "ko")
    names = {path.name for path in (printed.dist / "downloads").glob("*.pdf")}

    assert {kind: file["paper"] for kind, file in english.items()} == {
        "screen": "a5",
        "print": "a4",
        "large": "a4",
        "booklet": "a4-landscape",
    }
    assert korean["booklet-letter"]["paper"] == "letter-landscape"
    assert english["booklet"]["pages"] == 2 * -(-english["screen"]["pages"] // 4)
    assert {"tiny-book-en-screen.pdf", "tiny-book-en-booklet.pdf", "tiny-book-ko-booklet-letter.pdf"} <= names
    assert len(names) == 8
    assert list((printed.repository.build / "en" / "pdf").glob("*single*")) == []


def test_variant_that_is_ordered(reprint: Checkout) -> None:
    """Another paper makes another file beside the others, which stay; the next build of them all clears it away."""
    before = set(reprint.sums.splitlines())
    reprint.build("--language", "en", "--format", "pdf", "--variant", "print", "--paper", "letter")
    ordered = {line.partition("  ")[2] for line in set(reprint.sums.splitlines()) - before}

    assert ordered == {"downloads/tiny-book-en-print-letter.pdf", "index.html", "manifest.json"}
    assert reprint.build("--language", "en", "--format", "pdf") == "Nothing has changed since the last build.\n"
    (reprint.repository.book / "part-one" / "second.md").write_text("# The second chapter\n\nOther words.\n")
    reprint.build("--language", "en", "--format", "pdf")
    assert not (reprint.dist / "downloads" / "tiny-book-en-print-letter.pdf").exists()
