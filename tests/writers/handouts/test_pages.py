"""Pages as the press has laid them out."""

from pathlib import Path

import pikepdf
import pytest

from build_tools.config import Language
from build_tools.writers.handouts.builder import LOOSE
from build_tools.writers.handouts.pages import group_pages, measure_elements, write_pages
from build_tools.writers.pdf.printer import open_press

STYLE = "@page { size: 100mm 60mm; margin: 0 } body, p { margin: 0 } section { break-before: page }"
HTML = """<!doctype html><html lang="en"><head><title>All</title></head><body>
<section id="one"><p id="low" style="height: 10mm; padding-top: 2mm">1</p></section>
<section id="two"><p>2</p><p style="break-before: page">3</p></section></body></html>"""


def test_pages_become_files(tmp_path: Path) -> None:
    """Heights are measured, pages grouped by what begins on them, and a group is a tagged file with its own title."""
    with open_press(STYLE, tmp_path, Language("en", "English"), finish=LOOSE) as press:
        document = press.lay_out(HTML)
        heights = measure_elements(document)
        groups = group_pages(document, ["one", "two"])
        write_pages(press, document, groups["two"], "Two", tmp_path / "files" / "two.pdf")

    assert heights["low"] == pytest.approx(12)
    assert {name: len(pages) for name, pages in groups.items()} == {"one": 1, "two": 2}
    with pikepdf.open(tmp_path / "files" / "two.pdf") as pdf:
        assert (len(pdf.pages), str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)) == (2, "Two", "en")
        assert "/StructTreeRoot" in pdf.Root
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
    assert [path.name for path in (tmp_path / "files").iterdir()] == ["two.pdf"]
