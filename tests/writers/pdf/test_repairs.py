"""Each repair is needed, and mends; a test that finds its fault gone tells that the repair can go too."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pikepdf
import pypdfium2
import pytest
import weasyprint

from build_tools.fonts import locate
from build_tools.writers.pdf.repairs import repaired_weasyprint

pytestmark = pytest.mark.build
FONT = locate("python:fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf").as_uri()
STYLE = f"""@font-face {{ font-family: S; src: url("{FONT}") }}
@page {{ size: 100mm 60mm; margin: 5mm }}
html {{ font: 10pt/14pt S }}
body, p {{ margin: 0; orphans: 2; widows: 2 }}
.note {{ float: footnote; footnote-policy: line; font-size: 8pt; line-height: 10pt }}
.narrow {{ width: 1mm; hyphens: auto; hyphenate-limit-chars: 5 2 2 }}"""
WORDS = ("könnyűvé", "hosszabbítás", "gallyakkal")
LINES = "Line 0<span class=note>The note.</span><br>Line 1<br>Line 2<br>Line 3"
# A paragraph of four lines at the foot of a page, with a note in the first of them, that has place for three.
NOTE = "".join(f"<p>Filler {number}.</p>" for number in range(7)) + f"<p>{LINES}</p><p>The end.</p>"
Force = Callable[[], AbstractContextManager[None]]
WITHOUT = pytest.param(nullcontext, id="unrepaired")
WITH = pytest.param(repaired_weasyprint, id="repaired")


def print_page(html: str, force: Force) -> bytes:
    """Set a page of HTML as a tagged PDF, with or without the repairs."""
    source = f"<!doctype html><html lang=hu><head><title>A page</title></head><body>{html}</body></html>"
    with force():
        sheet = weasyprint.CSS(string=STYLE)
        return bytes(weasyprint.HTML(string=source).write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1"))


def read_pages(content: bytes) -> list[str]:
    """Read the text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def find_page(pages: list[str], words: str) -> int:
    """Find the page on which words stand."""
    return next(number for number, text in enumerate(pages) if words in text)


def walk_structure(element: Any) -> Iterator[Any]:
    """Give every element of a PDF's structure."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk_structure(kid)


def list_item_kids(content: bytes) -> list[list[str]]:
    """List the kinds of elements that stand directly in each list item."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tops = pdf.Root.StructTreeRoot.K
        elements = [
            each for top in (tops if isinstance(tops, pikepdf.Array) else [tops]) for each in walk_structure(top)
        ]
        items = [element for element in elements if element.get("/S") == "/LI"]
        return [[str(kid.S) for kid in item.K if isinstance(kid, pikepdf.Dictionary)] for item in items]


def test_note_without_the_repair() -> None:
    """WeasyPrint alone sends the note of a line to the next page; when it no longer does, repair 4 can go."""
    pages = read_pages(print_page(NOTE, nullcontext))

    assert find_page(pages, "The note.") == find_page(pages, "Line 0") + 1


def test_note_with_the_repair() -> None:
    """A note stands at the foot of the page on which its line stands."""
    pages = read_pages(print_page(NOTE, repaired_weasyprint))

    assert find_page(pages, "The note.") == find_page(pages, "Line 0")


@pytest.mark.parametrize("filler", range(11))
def test_note_stays_with_its_line_wherever_the_page_ends(filler: int) -> None:
    """However far down a page a paragraph begins, its notes stand on the pages of their lines, and no line is lost."""
    lines = "<br>".join(f"Line {number}.<span class=note>Note {number}.</span>" for number in range(6))
    text = "".join(f"<p>Filler {number}.</p>" for number in range(filler))
    pages = read_pages(print_page(f"{text}<p>{lines}</p><p>The end.</p>", repaired_weasyprint))

    places = [(find_page(pages, f"Line {number}."), find_page(pages, f"Note {number}.")) for number in range(6)]
    assert [place for place in places if place[0] != place[1]] == []


def test_notes_of_the_first_line_of_a_page() -> None:
    """Of many notes of the first line of a page, those that have no room go to the next page, and none is lost."""
    notes = "".join(f"<span class=note>Note {number}.{'<br>More.' * 4}</span>" for number in range(3))
    pages = read_pages(print_page(f"<p>Line 0{notes}<br>Line 1<br>Line 2</p>", repaired_weasyprint))

    assert [find_page(pages, f"Note {number}.") for number in range(3)] == [0, 0, 1]


# The head and a row together are higher than a page.
HIGH_ROW = "<tr style='break-inside: avoid'><{0}>{1}" + "<br>more" * 6 + "</{0}></tr>"
HIGH_TABLE = f"<table><thead>{HIGH_ROW.format('th', 'Head')}</thead>{HIGH_ROW.format('td', 'Cell')}</table>"


def test_high_head_of_a_table_without_the_repair() -> None:
    """WeasyPrint alone leaves such a head out; when it no longer does, repair 8 can go."""
    assert "Head" not in "\n".join(read_pages(print_page(HIGH_TABLE, nullcontext)))


@pytest.mark.parametrize("before", ["", "<p>Before.</p>"])
def test_high_head_of_a_table_with_the_repair(before: str) -> None:
    """The head of a table that leaves no room for a row is there, once and before the rows."""
    words = "\n".join(read_pages(print_page(before + HIGH_TABLE, repaired_weasyprint))).split()

    assert [word for word in words if word in {"Before.", "Head", "Cell"}] == [*before[3:-4].split(), "Head", "Cell"]


def torn_mark(lines: int, style: str) -> str:
    """Write a mark of four lines beside a paragraph near the foot of a page."""
    mark = f"<i style='position: absolute; left: 60mm'>{'<br>'.join(f'Mark {number}.' for number in range(4))}</i>"
    item = f"<p style='position: relative'>{mark}Text.</p><p style='break-before: avoid'>Next.<br>Last.</p>"
    filler = "".join(f"<p>Filler {number}.</p>" for number in range(lines))
    return f"{filler}<div style='{style}'><div>{item}</div></div><p>The end.</p>"


@pytest.mark.parametrize("style", ["", "break-inside: avoid"])
@pytest.mark.parametrize("lines", range(5, 11))
def test_what_stands_in_the_margin_comes_once(lines: int, style: str) -> None:
    """Wherever the page ends, each line of a mark in the margin is there once."""
    text = "\n".join(read_pages(print_page(torn_mark(lines, style), repaired_weasyprint)))

    assert [text.count(f"Mark {number}.") for number in range(4)] == [1, 1, 1, 1]


def test_what_stands_in_the_margin_comes_twice_without_the_repair() -> None:
    """WeasyPrint alone repeats the end of a mark; when it no longer does, repair 9 can go."""
    found = [
        "\n".join(read_pages(print_page(torn_mark(lines, style), nullcontext)))
        for lines in range(5, 11)
        for style in ("", "break-inside: avoid")
    ]

    assert any(text.count("Mark 3.") > 1 for text in found)


@pytest.mark.parametrize("word", WORDS)
def test_letters_of_hyphenated_words_without_the_repair(word: str) -> None:
    """WeasyPrint alone loses letters of these words; when it no longer does, repair 3 can go."""
    (page,) = read_pages(print_page(f"<p class=narrow>{word}", nullcontext))

    assert "".join(page.split()).translate({0x2010: None, 0x02: None, 0x2D: None}) != word


@pytest.mark.parametrize("word", WORDS)
def test_letters_of_hyphenated_words_with_the_repair(word: str) -> None:
    """A hyphenated word keeps all its letters, and is still hyphenated."""
    (page,) = read_pages(print_page(f"<p class=narrow>{word}", repaired_weasyprint))

    assert "".join(page.split()).translate({0x2010: None, 0x02: None, 0x2D: None}) == word
    assert len(page.splitlines()) > 1


def list_languages(content: bytes) -> list[tuple[str, str]]:
    """List the elements of a PDF's structure that say their language."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (top,) = pdf.Root.StructTreeRoot.K
        return [(str(each.S), str(each.Lang)) for each in walk_structure(top) if "/Lang" in each]


PASSAGES = (
    "<p>Magyar</p><p lang=en>English <em>words</em></p><ul><li lang=en>Item</ul><p>és <span lang=ko>한</span></p>"
)


def test_language_of_a_passage_without_the_repair() -> None:
    """WeasyPrint alone says no passage's language; when it does, repair 2 can go."""
    assert list_languages(print_page(PASSAGES, nullcontext)) == []


def test_language_of_a_passage_with_the_repair() -> None:
    """Passages in another language than the document's say so, and no others."""
    found = list_languages(print_page(PASSAGES, repaired_weasyprint))

    assert {("/P", "en"), ("/Span", "ko")} <= set(found)
    assert {language for kind, language in found if kind in {"/LI", "/LBody"}} == {"en"}
    assert [kind for kind, _language in found].count("/P") == 1


def test_list_items_without_the_repair() -> None:
    """WeasyPrint alone puts paragraphs directly into list items; when it no longer does, repair 2 can go."""
    items = list_item_kids(print_page("<ul><li><p>One</p><p>more</p><li>Two</ul>", nullcontext))

    assert any(kind not in {"/Lbl", "/LBody"} for kids in items for kind in kids)


def test_list_items_with_the_repair() -> None:
    """A list item holds one label and one body, as PDF/UA-1 7.2 has it."""
    items = list_item_kids(print_page("<ul><li><p>One</p><p>more</p><li>Two</ul>", repaired_weasyprint))

    assert len(items) == 2
    assert all(sorted(kids) == ["/LBody", "/Lbl"] for kids in items)


@pytest.mark.parametrize(
    ("force", "count"), [(WITHOUT.values[0], 3), (WITH.values[0], 1)], ids=["unrepaired", "repaired"]
)
def test_annotations_of_a_link(force: Force, count: int) -> None:
    """A link with two spans has three annotations from WeasyPrint alone, and one with repair 1."""
    link = '<p><a href="https://example.org/"><span>one</span><em>two</em></a></p>'
    with pikepdf.open(io.BytesIO(print_page(link, force))) as pdf:
        annotations = pdf.pages[0].get("/Annots", [])

        assert len([each for each in annotations if each.Subtype == "/Link"]) == count


def list_artifacts(content: bytes) -> list[list[str]]:
    """List the artifacts with properties on each page, such as "/Pagination /Header"."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            [" ".join(sorted(map(str, operands[1].values()), reverse=True)) for operands, _operator in artifacts]
            for page in pdf.pages
            for artifacts in [
                [each for each in pikepdf.parse_content_stream(page, "BDC") if str(each[0][0]) == "/Artifact"]
            ]
        ]


HEADS = "<style>@page { @top-left { content: 'Head' } @bottom-left { content: counter(page) } }</style><p>One"
TABLE = "<table><thead><tr><th>Year</th></tr></thead>" + "<tr><td>1957</td></tr>" * 12 + "</table>"


@pytest.mark.parametrize(
    ("force", "found"),
    [(WITHOUT.values[0], [[]]), (WITH.values[0], [["/Pagination /Header", "/Pagination /Footer"]])],
    ids=["unrepaired", "repaired"],
)
def test_running_heads(force: Force, found: list[list[str]]) -> None:
    """WeasyPrint alone draws running heads as text; repair 5 makes them artifacts."""
    assert list_artifacts(print_page(HEADS, force)) == found


@pytest.mark.parametrize(
    ("force", "found"), [(WITHOUT.values[0], []), (WITH.values[0], ["/Pagination"])], ids=["unrepaired", "repaired"]
)
def test_repeated_head_of_a_table(force: Force, found: list[str]) -> None:
    """WeasyPrint alone tells the head of a table again on its next page; with repair 5 it is told once."""
    first, second, *_ = list_artifacts(print_page(TABLE, force))

    assert first == []
    assert second == found


@pytest.mark.parametrize(
    ("force", "names"),
    [
        (
            WITHOUT.values[0],
            {"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"},
        ),
        (WITH.values[0], set()),
    ],
    ids=["unrepaired", "repaired"],
)
def test_pseudo_elements(force: Force, names: set[str]) -> None:
    """WeasyPrint alone gives a paragraph six pseudo-elements that it has no use for; with repair 7 it has none."""
    with force():
        html = weasyprint.HTML(string="<p>One")
        style_for = weasyprint.css.get_all_computed_styles(html)

    assert {pseudo for element, pseudo in style_for.get_computed_styles() if pseudo and element.tag == "p"} == names


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("force", "is_closed"), [(WITHOUT.values[0], False), (WITH.values[0], True)], ids=["unrepaired", "repaired"]
)
def test_file_of_the_colour_profile(*, force: Force, is_closed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint alone leaves a file open for each PDF/A; with repair 6 it is closed."""
    files = []
    make = weasyprint.pdf.ColorProfile
    monkeypatch.setattr(weasyprint.pdf, "ColorProfile", lambda file, *others: files.append(file) or make(file, *others))
    with force():
        weasyprint.HTML(string="<html lang=en><title>A page</title>").write_pdf(pdf_variant="pdf/a-3a")

    assert [file.closed for file in files] == [is_closed]


class WatchedLibrary:
    """A library in C, and the names that are asked of it."""

    def __init__(self, library: Any) -> None:
        self.library = library
        self.names: list[str] = []

    def __getattr__(self, name: str) -> Any:
        """Give what the library has."""
        self.names.append(name)
        return getattr(self.library, name)


@pytest.mark.parametrize(("force", "is_freed"), [(nullcontext, False), (repaired_weasyprint, True)])
def test_features_of_fonts(*, force: Force, is_freed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint alone makes a list of features for each text and frees none; with repair 8 each is freed."""
    import weasyprint.text.ffi
    import weasyprint.text.line_break

    sheet = weasyprint.CSS(string="p { font-variant-numeric: oldstyle-nums }")
    page = weasyprint.HTML(string="<p>1957").render(stylesheets=[sheet]).pages[0]
    style = next(box.style for box in page._page_box.descendants() if box.element_tag == "p")
    pango = WatchedLibrary(weasyprint.text.ffi.pango)
    monkeypatch.setattr(weasyprint.text.ffi, "pango", pango)
    monkeypatch.setattr(weasyprint.text.line_break, "pango", pango)
    with force():
        weasyprint.text.line_break.Layout(style)

    assert pango.names.count("pango_attr_list_new") == 1
    assert pango.names.count("pango_attr_list_unref") == int(is_freed)


def test_nothing_is_changed_outside_the_repairs() -> None:
    """Where the context ends, the libraries are as they were."""
    import pyphen

    before = (weasyprint.document.generate_pdf, pyphen.Pyphen.iterate, weasyprint.pdf.ColorProfile)
    with repaired_weasyprint():
        within = (weasyprint.document.generate_pdf, pyphen.Pyphen.iterate, weasyprint.pdf.ColorProfile)

    assert all(one is not other for one, other in zip(before, within, strict=True))
    assert (weasyprint.document.generate_pdf, pyphen.Pyphen.iterate, weasyprint.pdf.ColorProfile) == before
