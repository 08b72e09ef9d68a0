"""What the printer may fetch."""

import gc
import logging
import weakref
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from weasyprint.urls import FatalURLFetchingError

from build_tools.config import Language
from build_tools.writers.edition import SOURCE_SERIF
from build_tools.writers.pdf.printer import gathered_warnings, make_fetcher, open_press, print_pdf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build folder with a picture in it, beside a secret."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "moon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "build"


def test_pictures_of_the_build_are_served(folder: Path) -> None:
    """A file of the build folder is fetched."""
    response = make_fetcher(folder, frozenset(), strict=True).fetch((folder / "moon.svg").as_uri())
    with closing(response):
        assert response.read() == b"<svg/>"


def test_fonts_are_served(folder: Path) -> None:
    """A file that is named is fetched wherever it lies."""
    font = folder.parent / "secret.txt"
    response = make_fetcher(folder, frozenset({font}), strict=True).fetch(font.as_uri())
    with closing(response):
        assert response.read() == b"secret"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x.png",
        "http://127.0.0.1/",
        "ftp://example.org/x.png",
        "//example.org/x.png",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "file:/etc/passwd",
        "file://example.org/etc/passwd",
        "file:///proc/self/environ",
        "FOLDER/../secret.txt",
        "FOLDER/%2e%2e/secret.txt",
        "FOLDER/%2E%2E%2Fsecret.txt",
        "FOLDER/moon.svg/../../secret.txt",
        "FOLDER/moon.svg%00/../../secret.txt",
        "FOLDER-beside/secret.txt",
        "data:text/html,<script>1</script>",
        "data:text/css,p{color:red}",
        "data:application/pdf;base64,AAAA",
        "data:,text",
        "data:font/woff2;base64,AAAA",
        "javascript:alert(1)",
        "jar:file:///etc/passwd",
        "moon.svg",
        "",
    ],
)
def test_everything_else_is_refused(folder: Path, url: str) -> None:
    """No host and no file outside the build folder is asked for anything."""
    fetcher = make_fetcher(folder, frozenset(), strict=True)

    with pytest.raises(FatalURLFetchingError, match="the PDF may not fetch"):
        fetcher.fetch(url.replace("FOLDER", folder.as_uri()))


@pytest.mark.parametrize("ending", ["?/../../secret.txt", "#/../../secret.txt", ";/../moon.svg"])
def test_file_that_was_looked_at_is_the_one_that_is_read(folder: Path, ending: str) -> None:
    """An address that could be read in two ways gives the file that was allowed, or none."""
    fetcher = make_fetcher(folder, frozenset(), strict=True)
    try:
        response = fetcher.fetch((folder / "moon.svg").as_uri() + ending)
    except (OSError, FatalURLFetchingError):
        return
    with closing(response):
        assert response.read() == b"<svg/>"


def test_pictures_within_an_address_are_served(folder: Path) -> None:
    """A picture that is its own address is shown: formulas are such."""
    response = make_fetcher(folder, frozenset(), strict=True).fetch("data:image/svg+xml;base64,PHN2Zy8+")
    with closing(response):
        assert response.read() == b"<svg/>"


def test_link_out_of_the_build_folder_is_refused(folder: Path) -> None:
    """A symbolic link leads no further than a path."""
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")

    with pytest.raises(FatalURLFetchingError, match="the PDF may not fetch"):
        make_fetcher(folder, frozenset(), strict=True).fetch((folder / "link.txt").as_uri())


def test_warnings_are_gathered_and_the_logger_is_as_before(caplog: pytest.LogCaptureFixture) -> None:
    """What a library warns of is gathered within the context, and goes its old way after it."""
    logger = logging.getLogger("a.library")
    with gathered_warnings("a.library") as lines:
        logger.warning("once %s", "upon")
        logger.info("never mind")
    logger.warning("after")

    assert lines == ["once upon"]
    assert caplog.messages == ["after"]


WAYS_OUT = (
    '<img src="URL">',
    '<img srcset="URL 2x" src="URL">',
    '<object data="URL" type="image/svg+xml"></object>',
    '<embed src="URL" type="image/svg+xml">',
    '<iframe src="URL"></iframe>',
    '<a rel="attachment" href="URL">x</a>',
    '<link rel="attachment" href="URL">',
    '<link rel="stylesheet" href="URL">',
    "<style>@import 'URL'; @font-face { font-family: x; src: url('URL') } p { font-family: x }</style>",
    "<p style=\"background: url('URL'); list-style-image: url('URL'); content: url('URL')\">x</p>",
    "<p style=\"border-image-source: url('URL')\">x</p>",
    '<svg viewBox="0 0 9 9"><image href="URL" width="9" height="9"/></svg>',
    '<svg viewBox="0 0 9 9"><use href="URL#x"/></svg>',
    "<svg viewBox='0 0 9 9'><style>@import 'URL';</style><rect width='9' height='9' fill=\"url('URL#x')\"/></svg>",
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='URL'/></svg>\">",
)


@pytest.mark.parametrize("url", ["file:///SECRET", "http://127.0.0.1:9/secret.txt", "../secret.txt", "link.svg"])
def test_no_way_out_of_the_build_folder(folder: Path, url: str) -> None:
    """Whatever element, style or drawing asks for it, no file beside the build folder comes into a PDF."""
    secret = folder.parent / "secret.txt"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg' id='x'><text>canary-in-a-file</text></svg>")
    (folder / "link.svg").symlink_to(secret)
    address = url.replace("/SECRET", str(secret))
    html = "".join(way.replace("URL", address) for way in WAYS_OUT)
    language = Language("en", "English", families=(SOURCE_SERIF,))
    sheets = print_pdf(html, "", folder / "book.pdf", language, strict=False)

    with pikepdf.open(folder / "book.pdf") as pdf:
        streams = [value for value in pdf.objects if isinstance(value, pikepdf.Stream)]
        assert [value for value in streams if b"canary" in value.read_bytes()] == []
        assert dict(pdf.attachments) == {}
    with pypdfium2.PdfDocument(folder / "book.pdf") as document:
        assert "canary" not in document[0].get_textpage().get_text_range()
    assert sum("may not fetch" in warning for warning in sheets.warnings) >= 1


@pytest.mark.parametrize("way", ['<img src="URL">', '<link rel="attachment" href="URL">'])
def test_way_out_stops_the_printing_of_our_book(folder: Path, way: str) -> None:
    """In our own book, which asks for nothing of the kind, such a wish stops the printing."""
    language = Language("en", "English", families=(SOURCE_SERIF,))

    with pytest.raises(FatalURLFetchingError):
        print_pdf(way.replace("URL", "file:///etc/passwd"), "", folder / "book.pdf", language)
    assert not (folder / "book.pdf").exists()


def test_written_pages_are_let_go(tmp_path: Path) -> None:
    """No page of a document is in memory any more when its PDF is finished."""

    def count(_pdf: pikepdf.Pdf) -> None:
        gc.collect()
        left.append(sum(page() is not None for page in pages))

    left: list[int] = []
    with open_press("", tmp_path, Language("en", "English", families=(SOURCE_SERIF,))) as press:
        document = press.lay_out("<p>One</p><p style='break-before: page'>Two</p>")
        pages = [weakref.ref(page) for page in document.pages]
        press.write(document, tmp_path / "a.pdf", [count])

    assert (len(pages), left) == (2, [0])
