"""PDF/UA-1 and PDF/A-3a in one file."""

import io
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from build_tools.fonts import locate
from build_tools.verify.pdf_validator import ask_verapdf
from build_tools.writers.pdf.archive import VARIANT, finish_pdf
from build_tools.writers.pdf.repairs import repaired_weasyprint
from tests.checkout import Checkout

pytestmark = pytest.mark.build
FONT = locate("python:fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf").as_uri()
PAGE = f"""<html lang=en><title>A page</title>
<style>@font-face {{ font-family: S; src: url("{FONT}") }} html {{ font-family: S }}</style><h1>One</h1><p>Two"""


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF as WeasyPrint writes it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763856000")
    path = tmp_path / "draft.pdf"
    with repaired_weasyprint():
        path.write_bytes(weasyprint.HTML(string=PAGE).write_pdf(pdf_variant=VARIANT))
    return path


def test_identifications(draft: Path, tmp_path: Path) -> None:
    """WeasyPrint alone says one of the two identifications, and a finished PDF both; else `identify` can go."""
    finish_pdf(draft, tmp_path / "finished.pdf")
    found = []
    for path in (draft, tmp_path / "finished.pdf"):
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            found.append([metadata.get(name) for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")])

    assert found == [["3", "A", None], ["3", "A", "1"]]


def test_changes_are_made_and_bytes_are_the_same(draft: Path, tmp_path: Path) -> None:
    """What the caller changes is in the finished PDF, and the same draft gives the same bytes."""

    def number_pages(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r)])

    for name in ("one.pdf", "two.pdf"):
        finish_pdf(draft, tmp_path / name, [number_pages])
    content = (tmp_path / "one.pdf").read_bytes()

    assert content == (tmp_path / "two.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.pages[0].label == "i"


@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_tiny_book(printed: Checkout, code: str) -> None:
    """An edition breaks no rule of PDF/UA-1 and none of PDF/A-3a, in whatever direction it is read."""
    assert ask_verapdf(printed.dist / "downloads" / f"tiny-book-{code}-screen.pdf") == []
