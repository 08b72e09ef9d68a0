"""Small artifacts that are right in every respect, to be broken in one."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.papers import PAPERS
from build_tools.verify.expectation import Expectation, Known
from build_tools.verify.wall import hash_script

HEADINGS = ("The dog who flew", "One small step", "Who told it how")
PDF_SOURCE = """<!doctype html><html lang="en"><head><title>Four Tellings</title>
<meta name="author" content="Ann Author"><meta name="author" content="Bo Writer">
<meta name="dcterms.created" content="2026-01-02">
<style>
@font-face { font-family: "Source Serif 4"; src: url("FONT") }
@page { size: A5; font-family: "Source Serif 4"; @bottom-center { content: counter(page) } }
body { font-family: "Source Serif 4" }
h1, h2 { break-before: page }
nav a::after { content: leader(".") target-counter(attr(href), page) }
</style></head><body>
<p>Four Tellings</p>
<nav><p><a href="#dog">The dog who flew</a></p><p><a href="#step">One small step</a></p>
<p><a href="#told">Who told it how</a></p></nav>
<h1 id="dog">The dog who flew</h1>
<p>Laika, see <a href="#step">later</a> and <a href="https://example.org/">afar</a>.</p>
<h1 id="step">One small step</h1><p>Fine, fluffy Apollo.</p>
<h1 id="told">Who told it how</h1><p>Four tellings.</p></body></html>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en" dir="ltr">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:4f8b1f0e-7a54-5d0c-9f57-1957100419a0</dc:identifier>
<dc:title>Four Tellings</dc:title><dc:language>en</dc:language>
<dc:creator>Ann Author</dc:creator><dc:creator>Bo Writer</dc:creator>
<meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">All pictures are described.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="style.css" media-type="text/css"/>
<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
</manifest>
<spine page-progression-direction="ltr"><itemref idref="nav"/><itemref idref="one"/></spine>
</package>"""
XHTML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>TITLE</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>BODY</body></html>"""
NAVIGATION = """<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="one.xhtml#dog">The dog who flew</a></li>
<li><a href="one.xhtml#step">One small step</a></li><li><a href="one.xhtml#told">Who told it how</a></li></ol></nav>
<nav epub:type="landmarks" hidden="hidden"><ol>
<li><a epub:type="bodymatter" href="one.xhtml">Start</a></li></ol></nav>"""
CHAPTERS = """<h1 id="dog">The dog who flew</h1><p>Laika<a epub:type="noteref" href="#n1" id="r1">1</a></p>
<h1 id="step">One small step</h1><p><img src="cover.jpg" alt="The Moon"/> <a href="https://example.org/">afar</a></p>
<h1 id="told">Who told it how</h1>
<aside epub:type="footnote" id="n1"><p>A dog. <a href="#r1">back</a></p></aside>"""

PAGE = """<!doctype html><html lang="LANG" dir="ltr"><head><meta charset="utf-8"><title>Four Tellings</title>
<link rel="alternate" hreflang="en" href="UP../en/FILE"><link rel="alternate" hreflang="ko" href="UP../ko/FILE">
<link rel="stylesheet" href="UP_static/style.css"></head><body>
<p><a href="UP../en/FILE" lang="en">English</a> <a href="UP../ko/FILE" lang="ko">한국어</a></p>
<h1 id="dog">The dog who flew</h1><p><a href="#dog">here</a> <a href="UPmoon/apollo.html#dog">there</a>
<a href="https://example.org/">afar</a> <a href="UP../downloads/space-race-LANG.pdf">PDF</a></p>
<p><img src="UP_static/moon.svg" alt="The Moon"></p>
<script src="UPsearchindex.js"></script><script src="UP_static/site.js?v=1"></script></body></html>"""
SCRIPT = 'document.title = "known"; // see "https://example.org"'

Files = dict[str, bytes]


@pytest.fixture
def expectation() -> Expectation:
    """What the good artifacts say about themselves."""
    return Expectation(
        language="en",
        direction="ltr",
        title="Four Tellings",
        authors=("Ann Author", "Bo Writer"),
        date="2026-01-02",
        identifier="urn:uuid:4f8b1f0e-7a54-5d0c-9f57-1957100419a0",
        headings=HEADINGS,
        fonts=("Source Serif 4",),
        languages=("en", "ko"),
        place="sample",
        known=Known(
            links=frozenset({"https://example.org/"}),
            home="https://example.com/files/main",
            scripts=frozenset({hash_script(SCRIPT.encode()), hash_script("document.title = 'known'")}),
        ),
        paper=PAPERS["a5"],
    )


@pytest.fixture(scope="session")
def render_pdf() -> Callable[[str], bytes]:
    """Render HTML as a tagged PDF that claims to be PDF/A-3a and PDF/UA-1."""
    pikepdf = pytest.importorskip("pikepdf")
    weasyprint = pytest.importorskip("weasyprint")
    fonts = pytest.importorskip("fontpkg_source_serif_4")
    font = Path(fonts.__file__).parent / "files" / "SourceSerif4[opsz,wght].ttf"

    def render(source: str) -> bytes:
        document = weasyprint.HTML(string=source.replace("FONT", font.as_uri()))
        stream = io.BytesIO()
        with pikepdf.open(io.BytesIO(document.write_pdf(pdf_variant="pdf/ua-1"))) as pdf:
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                metadata["pdfaid:part"], metadata["pdfaid:conformance"] = "3", "A"
            for page in pdf.pages:
                for annotation in page.get("/Annots", ()):
                    annotation.F = 4
            pdf.save(stream)
        return stream.getvalue()

    return render


@pytest.fixture(scope="session")
def pdf_source() -> str:
    """The HTML of a good PDF."""
    return PDF_SOURCE


@pytest.fixture(scope="session")
def good_pdf(render_pdf: Callable[[str], bytes]) -> bytes:
    """A PDF without fault."""
    return render_pdf(PDF_SOURCE)


@pytest.fixture(scope="session")
def jpeg() -> bytes:
    """A small picture."""
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (16, 24), "#12203a").save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def ebook_files(jpeg: bytes) -> Files:
    """The files of an ebook without fault."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "EPUB/package.opf": PACKAGE.encode(),
        "EPUB/nav.xhtml": XHTML.replace("TITLE", "Contents").replace("BODY", NAVIGATION).encode(),
        "EPUB/one.xhtml": XHTML.replace("TITLE", "Chapters").replace("BODY", CHAPTERS).encode(),
        "EPUB/style.css": b"body { margin: 1em }",
        "EPUB/cover.jpg": jpeg,
    }


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[Files], Path]:
    """Pack files as an ebook."""

    def write(files: Files) -> Path:
        path = tmp_path / "sample.epub"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in files.items():
                entry = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 4))
                entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
        return path

    return write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site of one language without fault, beside that of another."""
    for language in ("en", "ko"):
        folder = tmp_path / "dist" / language
        for file, up in (("index.html", ""), ("moon/apollo.html", "../")):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            page = PAGE.replace("LANG", language).replace("UP", up).replace("FILE", file)
            (folder / file).write_text(page, encoding="utf-8")
        (folder / "_static").mkdir()
        (folder / "_static" / "style.css").write_text("/* https://example.org */ p { background: url(moon.svg) }")
        (folder / "_static" / "moon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
        (folder / "_static" / "site.js").write_text(SCRIPT)
        (folder / "searchindex.js").write_text('Search.setIndex({"see": "https://example.org"})')
    return tmp_path / "dist" / "en"
