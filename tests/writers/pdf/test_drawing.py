"""How pages are drawn, and what is kept of them."""

import gc
import io
import weakref
from typing import Any

import pytest
import weasyprint

from build_tools.writers.pdf.drawing import use_up
from build_tools.writers.pdf.repairs import repaired_weasyprint

pytestmark = pytest.mark.build
STYLE = """@page { size: 80mm 60mm; @top-center { content: "Head" } }
html { font: 10pt/14pt serif } section { break-before: page } h1 { bookmark-level: 1 } .note { float: footnote }"""
PARTS = "".join(
    f'<section id="part-{number}"><h1>Part {number}</h1><p>Some <a href="#part-0">words</a>'
    f'<span class="note">A note.</span></p><table><tr><td>A cell</td></tr></table></section>'
    for number in range(3)
)


def lay_out() -> Any:
    """Set the parts; give WeasyPrint's document."""
    sheet = weasyprint.CSS(string=STYLE)
    html = f"<!doctype html><html lang=en><title>Parts</title><body>{PARTS}"
    return weasyprint.HTML(string=html).render(stylesheets=[sheet], pdf_variant="pdf/a-3a")


def draw(document: Any) -> bytes:
    """Draw all pages."""
    stream = io.BytesIO()
    document.write_pdf(stream, pdf_variant="pdf/a-3a")
    return stream.getvalue()


def test_pages_that_are_let_go_are_drawn_alike() -> None:
    """A document that is used up becomes the same file, byte by byte."""
    with repaired_weasyprint():
        kept, used = lay_out(), lay_out()
        use_up(used)
        assert draw(used) == draw(kept)


def test_boxes_are_let_go() -> None:
    """When a document that is used up is drawn, none of its texts is in memory, although its pages still are."""
    with repaired_weasyprint():
        document = lay_out()
        boxes = [box for page in document.pages for box in page._page_box.descendants() if hasattr(box, "text")]
        texts = [weakref.ref(box) for box in boxes]
        del boxes[:]
        gc.collect()
        use_up(document)
        gc.disable()
        try:
            draw(document)
        finally:
            gc.enable()

    assert len(texts) > len(document.pages)
    assert not [text() for text in texts if text() is not None]


def test_pages_that_are_kept_may_be_drawn_again() -> None:
    """A document that is not used up gives the same file twice."""
    with repaired_weasyprint():
        document = lay_out()
        assert draw(document) == draw(document)
