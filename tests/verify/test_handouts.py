"""The verifier of handouts, on sheets that are as they should be and on those that are not."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import weasyprint

from build_tools.papers import PAPERS
from build_tools.problems import Problem
from build_tools.verify.expectation import Expectation
from build_tools.verify.handouts import check_handout
from build_tools.writers.short_links import render_code

LINK = "https://four-tellings.example/en/apollo"
EXPECTED = Expectation(
    language="en",
    direction="ltr",
    title="A Book",
    authors=(),
    date="2026-01-31",
    identifier="",
    headings=(),
    fonts=("Source Serif 4",),
    languages=("en",),
    place="apollo-a4.pdf",
    paper=PAPERS["a4"],
    chapter="Apollo flies",
    link=LINK,
    texts=("Who stepped out first?", "Why then?"),
    hidden=("Neil Armstrong, at 02:56 by the clock of Greenwich.",),
)
FACE = "python:fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf"
SHEET = f"""<!doctype html><html lang="en"><head><title>Apollo flies</title><style>
@page {{ size: A4; margin: 13mm 18mm 17mm }}
html {{ font-family: "Source Serif 4" }} svg {{ width: 25mm }}
.line {{ position: absolute; left: 0; right: 0; bottom: 0; border-bottom: .55pt solid #000 }}
</style></head><body><h1>Apollo flies</h1>{render_code(LINK, "Apollo")}<p>four-tellings.example/en/apollo</p>
<p>Who stepped out first?</p><p>Why then?</p><div class="line"></div></body></html>"""


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., list[Problem]]:
    """Print a sheet and verify it."""
    from build_tools.fonts import locate

    face = f'@font-face {{ font-family: "Source Serif 4"; src: url("{locate(FACE).as_uri()}") }}'

    def run(html: str = SHEET, expected: Expectation = EXPECTED) -> list[Problem]:
        path = tmp_path / "apollo-a4.pdf"
        weasyprint.HTML(string=html.replace("<style>", f"<style>{face}")).write_pdf(path, pdf_variant="pdf/ua-1")
        return list(check_handout(path, expected))

    return run


def test_a_sheet_that_is_as_it_should_be(check: Callable[..., list[Problem]]) -> None:
    """A sheet of the right size, filled, with its questions and its code has no problem."""
    assert check() == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("size: A4", "size: Letter", "is 612 × 792 points; expected a4"),
        ("<p>Who", '<p style="color: #c4532d">Who', "page 1 has the colour"),
        ("<p>Why then?</p>", "", "'Why then?' is not in the text"),
        ("<p>Who stepped out first?</p><p>Why then?</p>", "<p>Why then?</p><p>Who stepped out first?</p>", "its order"),
        ("<p>Why", "<p>Neil Armstrong, at 02:56 by the clock of Greenwich.</p><p>Why", "an answer stands on the sheet"),
        ("bottom: 0;", "bottom: 60mm;", "the room to write on ends"),
        ("<h1>Apollo flies</h1>", "<h1>Moon</h1>", "the title 'Apollo flies' is not on the first page"),
        ("<p>four-tellings.example/en/apollo</p>", "", "is not printed"),
        (render_code(LINK, "Apollo"), render_code(LINK + "-1", "Apollo"), "the QR code reads"),
        (render_code(LINK, "Apollo"), "", "the QR code reads nothing"),
        (
            "<h1>",
            '<p>1</p><p style="break-before: page">2</p><h1 style="break-before: page">',
            "the handout has 3 pages",
        ),
        ('lang="en"', 'lang="ko"', "/Lang is 'ko'"),
        ('"Source Serif 4" }', "monospace }", "is none of the book's"),
    ],
)
def test_what_is_wrong_is_told(check: Callable[..., list[Problem]], old: str, new: str, found: str) -> None:
    """Each fault that teachers would meet at the copier is told."""
    assert old in SHEET
    assert any(found in problem.found for problem in check(SHEET.replace(old, new)))


def test_teachers_see_answers(check: Callable[..., list[Problem]]) -> None:
    """A teacher's sheet need not be filled, and may hold answers."""
    expected = replace(EXPECTED, kind="answers", hidden=(), texts=("Who stepped out first?", "Neil Armstrong"))
    sheet = SHEET.replace("<p>Why", "<p>Neil Armstrong</p><p>Why").replace("bottom: 0;", "bottom: 60mm;")

    assert check(sheet, expected) == []


def test_archive(tmp_path: Path) -> None:
    """An archive can be unpacked, and holds PDFs in one folder."""
    path = tmp_path / "handouts.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("apollo-a4.pdf", b"%PDF")
    expected = replace(EXPECTED, kind="archive", paper=None, chapter="")
    assert list(check_handout(path, expected)) == []

    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("other/virus.exe", b"")
    assert [problem.found for problem in check_handout(path, expected)] == ["the archive holds other/virus.exe"]

    path.write_bytes(path.read_bytes()[:60])
    assert check_handout(path, expected)


def test_words_of_a_poster_do_not_touch(check: Callable[..., list[Problem]]) -> None:
    """Words that lie on each other are told; beside each other they are no problem."""
    expected = replace(EXPECTED, kind="poster", link="", hidden=(), texts=())
    assert check(SHEET, expected) == []

    found = [problem.found for problem in check(SHEET.replace("<p>Why", '<p style="margin-top: -10mm">Why'), expected)]
    assert any("touch" in line for line in found)


@pytest.fixture
def check_tiling(tmp_path: Path) -> Callable[[float], list[str]]:
    """Make tiles of a sheet with one word that begins somewhere, and verify them."""
    import pikepdf

    large = tmp_path / "large.pdf"
    style = "@page { size: A3; margin: 0 } p { position: absolute; margin: 0; font-size: 20pt; top: 100mm }"

    def run(left: float) -> list[str]:
        word = f'<p style="left: {left}mm">Gagarin</p>'
        weasyprint.HTML(string=f"<style>{style}</style>{word}").write_pdf(large)
        path = tmp_path / "tiles.pdf"
        with pikepdf.open(large) as source, pikepdf.new() as pdf:
            form = pdf.copy_foreign(source.pages[0].as_form_xobject())
            for left_edge, bottom in ((0, 560), (400, 560), (0, 0), (400, 0)):
                page = pdf.add_blank_page(page_size=PAPERS["a4"].points)
                page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Large=form))
                content = f"q 20 20 450 600 re W n 1 0 0 1 {20 - left_edge} {20 - bottom} cm /Large Do Q"
                page.Contents = pdf.make_stream(content.encode())
            pdf.save(path)
        expected = replace(EXPECTED, kind="tiles", link="", hidden=(), texts=(), chapter="")
        return [problem.found for problem in check_handout(path, expected)]

    return run


def test_every_word_is_whole_on_a_tile(check_tiling: Callable[[float], list[str]]) -> None:
    """A word that an edge cuts through is told, and one that no tile shows whole; between the edges all is well."""
    assert not any("Gagarin" in found for found in check_tiling(50))
    assert "the edge of tile 1 cuts 'Gagarin'" in check_tiling(145)
    lost = check_tiling(150)
    assert "the edge of tile 1 cuts 'Gagarin'" in lost
    assert "'Gagarin' is whole on no tile" not in lost
    assert "'Gagarin' is whole on no tile" in check_tiling(139)
