"""What is read of a PDF is what people read."""

from pathlib import Path

import pypdfium2
import pytest
import weasyprint

from build_tools.verify.pdf_document import read_texts

# A drawing of few words, more of them above each other than side by side.
SPARSE = """<style>@page { size: 297mm 210mm; margin: 0 }</style>
<svg viewBox="0 0 297 210" style="width: 297mm" xmlns="http://www.w3.org/2000/svg" font-size="8">
  <text x="9" y="20">Large dot</text><text x="9" y="28">Small dot</text><text x="280" y="30">7</text>
</svg>"""


@pytest.mark.build
def test_pages_of_few_words_are_read_word_by_word(tmp_path: Path) -> None:
    """Pdfium takes such a page for one that is written downwards; its words are found all the same."""
    path = tmp_path / "sparse.pdf"
    weasyprint.HTML(string=SPARSE).write_pdf(path)
    alone = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert "L\r\na\r\nr" in alone
    assert set(read_texts(path)[0].split()) == {"Large", "Small", "dot", "7"}
