"""The apparatus of the tiny book's PDF: page numbers, index, glossary, people, lists and page starts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest

from build_tools.writers.page_list import NAME, count_letters, read_page_list
from tests.checkout import Checkout

pytestmark = pytest.mark.build
CODES = ("en", "ar", "ko")


@dataclass(frozen=True)
class Pages:
    """The words of each page, by its label, and the links that are numbers: page, words and where they lead."""

    texts: dict[str, str]
    numbers: list[tuple[str, str, str]]

    def find(self, words: str) -> str:
        """Find the label of the last page on which words stand."""
        return next(label for label, text in reversed(self.texts.items()) if words in text)


def read_pages(checkout: Checkout, code: str) -> Pages:
    """Read the PDF of an edition."""
    path = checkout.dist / "downloads" / f"tiny-book-{code}-screen.pdf"
    with pikepdf.open(path) as pdf, pypdfium2.PdfDocument(path) as document:
        labels = [page.label for page in pdf.pages]
        readers = [page.get_textpage() for page in document]
        texts = {label: reader.get_text_range() for label, reader in zip(labels, readers, strict=True)}
        numbers = list(iter_numbers(pdf, labels, readers))
    return Pages(texts, numbers)


def iter_numbers(
    pdf: pikepdf.Pdf, labels: list[str], readers: list[pypdfium2.PdfTextPage]
) -> Iterator[tuple[str, str, str]]:
    """Give the links that are nothing but a number."""
    by_object = {page.obj.objgen: label for page, label in zip(pdf.pages, labels, strict=True)}
    named = {str(name): value for name, value in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    for page, label, reader in zip(pdf.pages, labels, readers, strict=True):
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                words = reader.get_text_bounded(*map(float, link.Rect)).strip(" ,.()")
                if re.fullmatch(r"\d+|[ivxlc]+", words):
                    yield label, words, by_object[named[str(link.Dest)][0].objgen]


@pytest.fixture(scope="module", params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    """Each language of the tiny book."""
    return str(request.param)


@pytest.fixture(scope="module")
def pages(printed: Checkout, code: str) -> Pages:
    """The PDF of a language."""
    return read_pages(printed, code)


def test_front_matter_is_roman(pages: Pages) -> None:
    """The first pages have roman labels, the part begins with page 1, and the labels go on without a gap."""
    labels = list(pages.texts)
    first = labels.index("1")

    assert labels[:2] == ["i", "ii"]
    assert all(re.fullmatch("[ivxl]+", label) for label in labels[:first])
    assert first % 2 == 0
    assert labels[first:] == [str(number) for number in range(1, len(labels) - first + 1)]


def test_numbers_lead_to_their_pages(pages: Pages) -> None:
    """Every number that can be followed, in index, glossary or text, is the label of the page it leads to."""
    assert len(pages.numbers) >= 8
    assert [link for link in pages.numbers if link[1] != link[2]] == []


@pytest.mark.parametrize(
    ("code", "entry", "words"),
    [("en", "Korolev, Sergei", "A rocket carried"), ("ko", "코롤료프, 세르게이", "하늘로")],
    indirect=["code"],
)
def test_index_and_people_name_the_page(pages: Pages, code: str, entry: str, words: str) -> None:
    """The entry of a person, and the list of people, give the page of the paragraph that is indexed."""
    label = pages.find(words)
    index = next(text for text in reversed(pages.texts.values()) if entry in text)
    people = next(text for text in pages.texts.values() if f"{entry} (1907" in text or f"{entry}(1907" in text)

    assert re.search(rf"{entry}, {label}\b", index)
    assert re.search(rf"(rockets\.|설계자.*?)\s{label}\b", people)


def test_glossary_names_the_page_of_a_use(printed: Checkout) -> None:
    """A term of the glossary gives the page on which a chapter uses it."""
    pages = read_pages(printed, "en")
    glossary = next(text for text in pages.texts.values() if "A body that circles another." in text)

    assert re.search(rf"circles another\.\s{pages.find('A rocket carried')}\b", glossary)


def test_reference_tells_the_page(printed: Checkout) -> None:
    """A reference to another chapter tells its page; in Korean as Korean books do."""
    for code, pattern, title in (("en", r"\(p\.\s(\d+)\)", "The second chapter"), ("ko", r"\((\d+)쪽\)", "둘째 장")):
        pages = read_pages(printed, code)
        found = re.findall(pattern, " ".join(pages.texts.values()))
        assert found
        assert any(title in pages.texts[label] for label in found)


def test_list_of_figures_and_tables(printed: Checkout) -> None:
    """The first pages list the figure and the table with the first words of their captions and the right pages."""
    pages = read_pages(printed, "en")
    listing = next(" ".join(text.split()) for text in pages.texts.values() if "Figures and tables" in text)

    assert f"Fig. 1 Two dots, to scale {pages.find('Two dots, to scale.')}" in listing
    assert f"Table 1 Two rows {pages.find('13.97')}" in listing


def test_page_starts_are_the_first_words_of_their_pages(printed: Checkout, pages: Pages, code: str) -> None:
    """The record beside the PDF has a place for each page of the text, in the order of the labels."""
    starts = read_page_list(printed.root / "_build" / code / "pdf" / NAME)
    labels = list(pages.texts)

    assert [start.label for start in starts.starts] == labels[-len(starts.starts) :]
    assert starts.source.startswith("urn:uuid:")
    assert {start.docname for start in starts.starts} >= {"frontmatter/preface", "part-one/first", "genindex"}


def test_letters_before_a_page_are_those_of_the_pages_before(reprint: Checkout) -> None:
    """Where a paragraph runs over several pages, the offset counts its letters on the pages before, and no others."""
    words = [f"word{number}" for number in range(1200)]
    path = reprint.repository.book / "part-one" / "second.md"
    path.write_text("# The second chapter\n\n" + " ".join(words) + "\n", encoding="utf-8")
    reprint.build("--language", "en", "--format", "pdf")
    pages = read_pages(reprint, "en")
    starts = [
        start
        for start in read_page_list(reprint.root / "_build" / "en" / "pdf" / NAME).starts
        if start.docname == "part-one/second" and start.offset
    ]

    assert len(starts) >= 2
    for start in starts:
        first = next(word for word in words if re.search(rf"\b{word}\b", pages.texts[start.label]))
        assert start.offset == count_letters("".join(words[: words.index(first)]))


def test_index_is_a_bookmark_of_its_own(printed: Checkout) -> None:
    """The index is a bookmark beside the chapters, and its letters are none."""
    with pikepdf.open(printed.dist / "downloads" / "tiny-book-en-screen.pdf") as pdf, pdf.open_outline() as outline:
        titles = [(str(item.title), len(item.children)) for item in outline.root]

    assert ("Index", 0) in titles
