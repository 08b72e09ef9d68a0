"""What the two builders make of a small project that has one of everything strangers do."""

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from build_tools.problems import BuildToolsError
from build_tools.verify.tools import find_epubcheck, find_java
from tests.foreign.hostile import WORDS, write_project
from tests.foreign.manual import Run, build_project
from tests.foreign.measure import check_ebook, list_bookmarks, list_links, read_destinations, read_pdf_text

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's sources."""
    return write_project(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all editions of the project are built in."""
    return tmp_path_factory.mktemp("built")


@pytest.fixture(scope="module")
def ebook(project: Path, built: Path) -> Run:
    """The project's ebook."""
    return build_project(project, "ebook", built)


@pytest.fixture(scope="module")
def printed(project: Path, built: Path) -> Run:
    """The project's PDF."""
    return build_project(project, "pdf", built)


def read_page(run: Run, name: str) -> str:
    """Read a document of an ebook."""
    with zipfile.ZipFile(run.find(".epub")) as archive:
        return archive.read(f"EPUB/{name}.xhtml").decode()


def test_ebook_passes_epubcheck(ebook: Run) -> None:
    """EPUBCheck has nothing against the ebook, not even a warning."""
    try:
        find_epubcheck(), find_java()
    except BuildToolsError as error:
        pytest.skip(str(error))

    assert ebook.exit_code == 0, ebook.log
    assert check_ebook(ebook.find(".epub")) == (0, 0, 0)


def test_ebook_holds_the_words(ebook: Run) -> None:
    """What the project says is in the ebook, whatever it was wrapped in."""
    with zipfile.ZipFile(ebook.find(".epub")) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml"))

    assert [word for word in WORDS if word not in text] == []
    assert "alert(" not in re.sub(r"<[^>]*>", "", text)
    assert "onclick" not in text


def test_ebook_has_formulas_as_mathml(ebook: Run) -> None:
    """Formulas are MathML with their source beside it; one that nobody understands is shown as it was typed."""
    page = read_page(ebook, "soup")

    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2 &lt; y"' in page
    assert '<code class="math">\\nonsense{x</code>' in page
    assert "(1)" in page


def test_ebook_keeps_every_document(ebook: Run) -> None:
    """Documents deep below others, without a title or named by no contents are all in the contents of the ebook."""
    contents = read_page(ebook, "nav")

    for name in ("inner/a", "inner/deep/b", "inner/untitled", "inner/two", "conditional", "orphan", "genindex"):
        assert f'href="{name}.xhtml"' in contents


def test_pdf_holds_the_words(printed: Run) -> None:
    """What the project says is in the PDF, whatever it was wrapped in."""
    assert printed.exit_code == 0, printed.log
    text = re.sub(r"\s+", " ", read_pdf_text(printed.find(".pdf")))

    assert [word for word in WORDS if word not in text] == []
    assert "never" not in text


def test_pdf_notes_are_not_lost(printed: Run) -> None:
    """A note that nobody refers to and one that holds code are in the PDF, too."""
    text = re.sub(r"\s+", " ", read_pdf_text(printed.find(".pdf")))

    for words in ("A plain note.", 'print("note")', "A note nobody refers to."):
        assert words in text


def test_pdf_leads_nowhere_wrong(printed: Run) -> None:
    """Links of the PDF lead to places in it or to addresses, never to files; every document has a bookmark."""
    with pikepdf.open(printed.find(".pdf")) as document:
        inner, outer = list_links(document)
        bookmarks = list_bookmarks(document)

        assert set(inner) <= read_destinations(document)
    assert all(address.startswith("https://example.org/") for address in outer), outer
    assert {"Wanderers of the press", "Inner A", "Deep B", "untitled", "Second", "Orphan", "Index"} <= set(bookmarks)


def test_missing_letters_are_told_once_a_document(printed: Run) -> None:
    """Letters without a font are one warning a document, and the build goes on."""
    assert printed.log.count("book.font-glyph") == 1
    assert ".notdef" not in printed.log


def test_pdf_in_other_variants(project: Path, built: Path) -> None:
    """A stranger's project has the other variants when it asks for them, each with the name and the page of its own."""
    run = build_project(project, "pdf", built / "variants", "-D", "press_pdf_variants=screen,print-letter,booklet")
    sizes = {}
    for path in run.folder.glob("*.pdf"):
        with pikepdf.open(path) as document:
            sizes[path.name] = tuple(round(float(edge)) for edge in document.pages[0].mediabox[2:])

    assert run.exit_code == 0, run.log
    assert sizes == {
        "hostile-a-b-book-en.pdf": (482, 680),
        "hostile-a-b-book-en-print-letter.pdf": (612, 792),
        "hostile-a-b-book-en-booklet.pdf": (842, 595),
    }


def test_variant_that_there_is_not(project: Path, built: Path) -> None:
    """A variant with a wrong name is told at once, with those that there are."""
    run = build_project(project, "pdf", built / "wrong", "-D", "press_pdf_variants=brochure")

    assert run.exit_code != 0
    assert "press_pdf_variants names 'brochure'; expected screen, print, large, booklet" in run.log
