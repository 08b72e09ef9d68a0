"""What a screen reader is told of a page."""

from collections.abc import Iterator
from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from build_tools.writers.pdf.artifacts import mark_artifacts
from build_tools.writers.pdf.elements import Mark, Node, walk_boxes
from build_tools.writers.pdf.repairs import repaired_weasyprint
from build_tools.writers.pdf.structure import build_structure

pytestmark = pytest.mark.build
STYLE = """@page { size: 100mm 40mm; margin: 5mm }
html { font: 10pt/14pt serif }
body, p { margin: 0; orphans: 1; widows: 1 }
h1 { bookmark-level: 1 } .deep h1 { bookmark-level: 2 }
.note { float: footnote }"""

MOON = "<svg width=40 height=20 xmlns='http://www.w3.org/2000/svg'><title>A moon</title></svg>"


def read_structure(html: str) -> tuple[Node, dict[Mark, str]]:
    """Lay HTML out and read its structure, and the words of each piece of marked content."""
    source = f"<!doctype html><html lang=en><head><title>A page</title></head><body>{html}</body></html>"
    with repaired_weasyprint():
        document = weasyprint.HTML(string=source).render(stylesheets=[weasyprint.CSS(string=STYLE)])
    mark_artifacts(document.pages)
    marks: list[dict[Any, Any]] = []
    words = {}
    for number, page in enumerate(document.pages):
        drawn = [box for box in walk_boxes(page._page_box) if isinstance(box, (boxes.TextBox, boxes.ReplacedBox))]
        drawn = [box for box in drawn if box.artifact is None]
        marks.append({box: {"mcid": place} for place, box in enumerate(drawn)})
        words |= {Mark(number, place): getattr(box, "text", "[picture]") for place, box in enumerate(drawn)}
    return build_structure(document.pages, marks), words


def render(node: Node, words: dict[Mark, str]) -> Iterator[str]:
    """Render an element as its type and what is in it, as P(One Link(two))."""
    inner = [
        words[kid].strip() if isinstance(kid, Mark) else "".join(render(kid, words))
        for kid in node.kids
        if not isinstance(kid, Node) or kid.is_drawn()
    ] + ["".join(render(kid, words)) for kid in node.notes]
    yield f"{node.kind}({' '.join(filter(None, inner))})"


def read(html: str) -> str:
    """Read the structure of HTML as one line, without the document around it."""
    node, words = read_structure(html)
    return "".join(render(node, words)).removeprefix("Document(").removesuffix(")")


def find(node: Node, kind: str) -> list[Node]:
    """Find the elements of a type."""
    below = [found for kid in node.kids if isinstance(kid, Node) for found in find(kid, kind)]
    return [*([node] if node.kind == kind else []), *below]


@pytest.mark.parametrize(
    ("html", "structure"),
    [
        ("<p>One <em>two</em> three", "P(One two three)"),
        ("<div>Loose<p>Tight</p></div>", "P(Loose) P(Tight)"),
        ("<section>Loose", "Sect(P(Loose))"),
        ("<ol><li>One<li><p>Two", "L(LI(Lbl(1.) LBody(One)) LI(Lbl(2.) LBody(P(Two))))"),
        ("<ul><li>One<ul><li>Two</ul></ul>", "L(LI(Lbl(•) LBody(One L(LI(Lbl(◦) LBody(Two))))))"),
        ("<dl><dt>A<dd>One<dd>Two<dt>B<dd>Three", "L(LI(Lbl(A) LBody(One Two)) LI(Lbl(B) LBody(Three)))"),
        (
            "<nav><ul style='list-style:none'><li><a href=#x>X</a></ul></nav><p id=x>X",
            "Sect(TOC(TOCI(Reference(Link(X))))) P(X)",
        ),
        ("<p><a href=https://example.org/>One <em>two</em></a>", "P(Link(One two))"),
        ("<p>One <span lang=ko>two</span>", "P(One Span(two))"),
        ("<p>One<span class=note>Two</span> three", "P(One Reference(1) three Note(Lbl(1.) Two))"),
        (
            "<table><caption>C</caption><thead><tr><th>A<th>B</thead><tr><th scope=row>1<td></table>",
            "Table(Caption(C) THead(TR(TH(A) TH(B))) TBody(TR(TH(1) TD())))",
        ),
        (
            f"<figure>{MOON}<figcaption>The Moon</figcaption></figure>",
            "Div(Figure([picture]) Caption(The Moon))",
        ),
        ("<p>One<svg width=9 height=9 xmlns='http://www.w3.org/2000/svg'></svg>", "P(One)"),
        ("<h1>A</h1><h2>B</h2><h4>C</h4><h2>D</h2>", "H1(A) H2(B) H3(C) H2(D)"),
        ("<h1>A</h1><div class=deep><h1>B</h1><h2>C</h2></div>", "H1(A) H2(B) H3(C)"),
        ("<section class=index><h2>A</h2>", "Index(H1(A))"),
        ("<ul><li>One<p>Two</p></ul>", "L(LI(Lbl(•) LBody(One P(Two))))"),
        ("<ul><div><p>Stray</div></ul>", "L(LI(LBody(P(Stray))))"),
        ("<table><tfoot><tr><td>Sum</table>", "Table(TBody(TR(TD(Sum))))"),
        ("<p><span class=sigla>Ko</span>Said", "P(Said Reference(Ko))"),
        ("<blockquote>Said", "BlockQuote(P(Said))"),
        ("<main><p>One</main><main data-continued><p>Two</main>", "Part(P(One) P(Two))"),
        ("<main><p>One</main><main><p>Two</main>", "Part(P(One)) Part(P(Two))"),
    ],
)
def test_elements(html: str, structure: str) -> None:
    """Each kind of text has the type that PDF has for it, and stands where PDF/UA allows it."""
    assert read(html) == structure


def test_what_a_page_breaks_is_told_as_one() -> None:
    """A paragraph, a list and a table that go over pages are one element each, in the order of reading."""
    lines = "<br>".join(f"Line {number}" for number in range(12))
    items = "".join(f"<li>Item {number}" for number in range(12))
    node, words = read_structure(f"<p>{lines}</p><ul>{items}</ul>")
    (paragraph,), (listing,) = find(node, "P"), find(node, "L")
    places = [kid for kid in paragraph.kids if isinstance(kid, Mark)]

    assert [words[place] for place in places] == [f"Line {number}" for number in range(12)]
    assert len({place.page for place in places}) > 1
    assert len(find(listing, "LI")) == 12


def test_note_that_a_page_break_separates_from_its_paragraph() -> None:
    """A note is read after the paragraph that calls it, though the paragraph ends on the next page."""
    lines = "<br>".join(f"Line {number}" for number in range(9))
    found = read(f"<p>One<span class=note>The note</span><br>{lines}</p><p>The end")

    assert found.endswith("Line 8 Note(Lbl(1.) The note)) P(The end)")


def test_table_of_which_the_head_is_repeated() -> None:
    """The head of a table is told once, however many pages it stands on."""
    rows = "".join(f"<tr><td>{year}" for year in range(1957, 1976))
    found = read(f"<table><thead><tr><th>Year</thead>{rows}</table>")

    assert found.count("Year") == 1
    assert found.count("TR(") == 20


def test_cells_say_what_they_head() -> None:
    """Heads of rows and columns say which they are, and wide cells how wide."""
    node, _words = read_structure("<table><tr><th>A<th colspan=2>B<tr><th scope=row>1<td>2<td>3</table>")
    heads = [cell.layout for cell in find(node, "TH")]

    assert [head["Scope"] for head in heads] == ["/Column", "/Column", "/Row"]
    assert heads[1]["ColSpan"] == 2


def test_picture_has_words_and_a_place() -> None:
    """A picture has its words, and its area in points from the foot of the page."""
    node, _words = read_structure(f"<p style='margin: 0; line-height: 0'>{MOON}")
    (figure,) = find(node, "Figure")
    left, bottom, right, top = figure.layout["BBox"]

    assert figure.attributes["Alt"] == "A moon"
    assert (round(right - left), round(top - bottom)) == (30, 15)
    assert 40 / 25.4 * 72 - top == pytest.approx(5 / 25.4 * 72, abs=0.1)


def test_languages() -> None:
    """A passage in another language says so, whatever it consists of."""
    node, _words = read_structure("<p lang=ko>One</p><div lang=vi><p>Two</p></div><p>Three <i lang=hu>four</i>")

    assert find(node, "P")[0].attributes == {"Lang": "ko"}
    assert find(node, "Div")[0].attributes == {"Lang": "vi"}
    assert find(node, "Span")[0].attributes == {"Lang": "hu"}
