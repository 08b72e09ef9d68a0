"""Each economy saves something, and none changes a page."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pypdfium2
import pytest
import weasyprint
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from build_tools.fonts import locate
from build_tools.writers.pdf.economy import fix_variable_font, thrifty_weasyprint

pytestmark = pytest.mark.build
FILE = locate("python:fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf")
STYLE = f"""@font-face {{ font-family: S; src: url("{FILE.as_uri()}") }}
@page {{ size: 80mm 60mm; margin: 5mm; @bottom-center {{ content: counter(page) }} }}
@page :first {{ margin: 9mm }}
html {{ font: 10pt/14pt S }}
section > p {{ margin: 1em 5% }}
b::after {{ content: attr(title); font-weight: 300 }}
.box {{ box-sizing: border-box; border: 2px solid; width: 50%; padding: 3px; min-height: 30px }}"""
PARTS = "".join(
    f'<section id="part-{number}"><h1 id="h-{number}">Part {number}</h1><p>Some <b title=" more">words</b> to set.</p>'
    f'<ul><li>One</li><li lang="hu">Two</li></ul><div class="box">Boxed</div></section>'
    for number in range(4)
)
Force = Callable[[], AbstractContextManager[None]]


def lay_out(force: Force) -> tuple[Any, list[tuple[int, str, float, float]]]:
    """Set the parts; give WeasyPrint's document, and each piece of text with its page and place."""
    with force():
        sheet = weasyprint.CSS(string=STYLE)
        document = weasyprint.HTML(string=f"<!doctype html><body>{PARTS}").render(stylesheets=[sheet])
        boxes = ((number, box) for number, page in enumerate(document.pages) for box in page._page_box.descendants())
        places = [(number, box.text, box.position_x, box.position_y) for number, box in boxes if hasattr(box, "text")]
    return document, places


def test_pages_are_the_same() -> None:
    """With all economies, each word stands where WeasyPrint alone sets it."""
    assert lay_out(thrifty_weasyprint)[1] == lay_out(nullcontext)[1]


@pytest.mark.parametrize(("force", "shared"), [(nullcontext, False), (thrifty_weasyprint, True)])
def test_styles_are_shared(force: Force, *, shared: bool) -> None:
    """What stands in parts with ids of their own has one style, so has what is generated; WeasyPrint shares neither."""
    with force():
        boxes = [box for page in lay_out(force)[0].pages for box in page._page_box.descendants()]
    for tag, kind in (("p", "BlockBox"), ("b::after", "InlineBox")):
        styles = {id(box.style) for box in boxes if box.element_tag == tag and type(box).__name__ == kind}
        assert (len(styles) == 1) is shared, tag


def test_ids_are_not_shared() -> None:
    """Each element keeps its own id as an anchor."""
    anchors = {name for page in lay_out(thrifty_weasyprint)[0].pages for name in page.anchors}
    assert anchors == {f"{kind}-{number}" for kind in ("part", "h") for number in range(4)}


def test_boxes_are_thin() -> None:
    """Boxes that are laid out hold half as much as WeasyPrint's, and answer the same on their edges and corners."""
    found = []
    for force in (nullcontext, thrifty_weasyprint):
        with force():
            boxes = [box for page in lay_out(force)[0].pages for box in page._page_box.descendants()]
            edges = [(box.border_width(), box.margin_height(), box.rounded_border_box()) for box in boxes]
            found.append((sum(len(box.__dict__) for box in boxes), edges))
    (fat, expected), (thin, edges) = found

    assert edges == expected
    assert thin < fat / 2


def test_font_is_fixed_as_by_fonttools() -> None:
    """HarfBuzz fixes a font to the widths that fontTools gives it, and keeps the numbers of its glyphs."""
    axes = {"wght": 600.0, "opsz": 10.0}
    stream = io.BytesIO()
    fix_variable_font(TTFont(io.BytesIO(FILE.read_bytes())), axes, static=True).save(stream)
    fixed, expected = TTFont(stream), instantiateVariableFont(TTFont(FILE), axes, static=True)
    assert "fvar" not in fixed
    assert fixed["maxp"].numGlyphs == expected["maxp"].numGlyphs
    names = [expected.getBestCmap()[ord(letter)] for letter in "Aagwő"]
    numbers = [expected.getGlyphID(name) for name in names]
    widths = [fixed["hmtx"][fixed.getGlyphName(number)][0] for number in numbers]
    assert widths == pytest.approx([expected["hmtx"][name][0] for name in names], abs=1)


def test_print_is_the_same() -> None:
    """The PDF holds the same text with fonts that HarfBuzz has fixed."""
    texts = []
    for force in (nullcontext, thrifty_weasyprint):
        with force(), pypdfium2.PdfDocument(lay_out(force)[0].write_pdf()) as document:
            texts.append([page.get_textpage().get_text_bounded() for page in document])
    assert texts[0] == texts[1]
