"""What each variant of a PDF promises, and each way in which it can be broken."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.papers import PAPERS
from build_tools.verify.expectation import Expectation, Known
from build_tools.verify.pdf import check_pdf
from build_tools.verify.pdf_booklet import unfold
from build_tools.verify.pdf_words import check_same_words

Render = Callable[[str], bytes]
Sides = list[tuple[int | str, int]]
LINES = "<p>" + "Many words of one size, set in lines that go from edge to edge of the text. " * 9 + "</p>"
PRINTED = """size: A4; margin: 20mm 50mm 20mm 25mm } @page :left { margin: 20mm 25mm 20mm 50mm } @page {"""
ADDRESS = "afar</a> [example.org]"


@pytest.fixture
def find(render_pdf: Render, pdf_source: str, expectation: Expectation, tmp_path: Path) -> Callable[..., list[str]]:
    """What finds the problems of a variant, made from the good source with some changes."""

    def look(kind: str, *changes: tuple[str, str], paper: str = "a4") -> list[str]:
        source = pdf_source.replace("<p>Laika", f"{LINES}<p>Laika").replace("<p>Fine", f"{LINES}<p>Fine")
        for right, wrong in changes:
            assert right in source
            source = source.replace(right, wrong)
        path = tmp_path / "sample.pdf"
        path.write_bytes(render_pdf(source))
        return [problem.found for problem in check_pdf(path, replace(expectation, kind=kind, paper=PAPERS[paper]))]

    return look


GOOD = (("size: A5;", PRINTED), ("afar</a>", ADDRESS), ("body {", "a { color: #000 } body {"))
LARGE = (
    *GOOD,
    ("body { f", "html { font-size: 18pt } body { f"),
    ("counter(page) }", "counter(page); font-size: 14pt }"),
)


def test_good_variants(find: Callable[..., list[str]]) -> None:
    """A file for the screen, one for paper and one in large print that keep their promises have no problem."""
    assert find("screen", ("body {", "a { color: #9c3a1a } body {"), paper="a5") == []
    assert find("print", *GOOD) == []
    assert find("print-a4", *GOOD) == []
    assert find("large", *LARGE) == []


@pytest.mark.parametrize(
    ("kind", "change", "found"),
    [
        ("print", ("a { color: #000 }", "a { color: #9c3a1a }"), "is printed in colour, #9c3a1a"),
        ("print", ("a { color: #000 }", "a { color: #999 }"), "in a pale grey"),
        ("print", (" [example.org]", ""), "the address https://example.org/ is not printed"),
        ("print", ("@page :left", "@page unused:left"), "left pages do not mirror right ones"),
        ("print", ("} @page {", "} @page :right { margin-left: 9mm } @page {"), "mm from the fold; staples need 13"),
        ("print", ("<p>Fine", '<p style="margin-right: -47mm; text-align: right">Fine'), "mm from the edge of page 3"),
        ("print", ("<p>Fine", '<p style="position: absolute; top: -22mm">Fine'), "mm from the edge of page 3"),
        ("print", ("<p>Fine", '<p style="position: absolute; bottom: -18mm">Fine'), "mm from the edge of page 3"),
        ("print", ("<p>Fine", '<p style="margin-left: -9mm">Fine'), "text stands in the fold of page 3"),
        ("large", ("font-size: 18pt", "font-size: 17pt"), "of the letters have 18 points or more"),
        (
            "large",
            ("<p>Fine", '<p style="font-size: 9pt">' + "Small print. " * 20 + "Fine"),
            "words on page 3 have 9.0 points; expected at least 14",
        ),
    ],
)
def test_broken_promises(find: Callable[..., list[str]], kind: str, change: tuple[str, str], found: str) -> None:
    """Colour, pale ink, hidden addresses, wrong margins and small letters are told."""
    wrong = find(kind, *(LARGE if kind == "large" else GOOD), change)

    assert [line for line in wrong if found in line] != [], wrong


def draw(size: int, left: int = 0, width: str = "100mm") -> tuple[str, str]:
    """Put a drawing 200 units wide, with a word in it, before a paragraph."""
    style = f"font: {size}px 'Source Serif 4'"
    word = f'<text x="{left}" y="30" style="{style}" fill="#000">A word</text>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><title>A drawing</title>{word}</svg>'
    return "<p>Fine", drawing.replace("<svg", f'<svg style="display: block; width: {width}"') + "<p>Fine"


def test_words_of_drawings(find: Callable[..., list[str]]) -> None:
    """In large print words of drawings are large on the page, whatever the size of the drawing; elsewhere not so."""
    assert find("large", *LARGE, draw(10)) == []
    assert find("print", *GOOD, draw(8)) == []
    assert find("large", *LARGE, draw(9)) == ["words on page 3 have 12.8 points; expected at least 14"]


def test_places_of_drawings(find: Callable[..., list[str]]) -> None:
    """The words of a drawing stand as far from the edges as others."""
    wrong = find("print", *GOOD, draw(10, 172, "182mm"))

    assert [line for line in wrong if "mm from the edge of page 3" in line] != [], wrong


SIDEWAYS = ("} @page {", "} @page side { size: A4 landscape } @page {")


@pytest.mark.parametrize(("kind", "expected"), [("large", 0), ("print", 1)])
def test_pages_on_their_side(find: Callable[..., list[str]], kind: str, expected: int) -> None:
    """Only in large print may pages lie on their side."""
    page = ("<p>Fine", '<p style="page: side">A wide page.</p><p>Fine')
    found = find(kind, *(LARGE if kind == "large" else GOOD), SIDEWAYS, page)

    assert len([line for line in found if "842 × 595 points; expected a4" in line]) == expected
    assert len(found) == expected


def test_screen_without_colour(find: Callable[..., list[str]]) -> None:
    """Links that look like other text are told."""
    assert find("screen", ("body {", "a { color: inherit } body {"), paper="a5") != []


def test_word_over_the_edge(find: Callable[..., list[str]]) -> None:
    """A word that the edge of the page cuts off is told on the screen too, where there are no margins to keep."""
    wide = ("<p>Fine", '<p style="margin-right: -80mm; text-align: right">Fine')
    found = find("screen", ("body {", "a { color: #9c3a1a } body {"), wide, paper="a5")

    assert found == ["a word passes the edge of page 3"]


def test_fold_of_two_sheets() -> None:
    """Folded into one another, two sheets are read from the outer front to the innermost side and out again."""
    sides = [("8", "1"), ("2", "7"), ("6", "3"), ("4", "5")]

    assert list(unfold(sides, 2)) == list("12345678")
    assert list(unfold(sides, 1)) == list("12783456")


@pytest.fixture
def booklet(render_pdf: Render, expectation: Expectation, tmp_path: Path) -> Callable[[Sides], list[str]]:
    """What makes a booklet of numbered pages, in any order, and finds its problems."""

    def look(sides: Sides) -> list[str]:
        style = '@page { size: 297mm 210mm; margin: 0 } body { margin: 0; font: 10pt "Source Serif 4" }'
        style += '@font-face { font-family: "Source Serif 4"; src: url("FONT") }'
        style += "div { position: relative; break-after: page; height: 200mm } p { position: absolute; top: 190mm }"
        halves = '<div><p style="left: 20mm">{}</p><p style="left: 270mm">{}</p></div>'
        authors = '<meta name="author" content="Ann Author"><meta name="author" content="Bo Writer">'
        head = f"<title>Four Tellings</title>{authors}"
        body = "".join(halves.format(left or "", right or "") for left, right in sides)
        page = f'<!doctype html><html lang="en"><head>{head}<style>{style}</style></head>{body}'
        path = tmp_path / "booklet.pdf"
        path.write_bytes(render_pdf(page))
        expected = replace(expectation, kind="booklet", paper=PAPERS["a4-landscape"])
        return [problem.found for problem in check_pdf(path, expected)]

    return look


def test_good_booklet(booklet: Callable[[Sides], list[str]]) -> None:
    """Two sheets in the order in which they are folded have no problem."""
    assert booklet([(0, 1), (2, 7), (6, 3), (4, 5)]) == []


def test_word_over_the_fold(booklet: Callable[[Sides], list[str]]) -> None:
    """A word that runs from one page of a booklet into the other is told."""
    assert booklet([(0, 1), (f"2{'&nbsp;wide' * 20}", 7), (6, 3), (4, 5)]) == ["a word passes the edge of page 2"]


@pytest.mark.parametrize(
    ("sides", "found"),
    [
        ([(8, 1), (7, 2), (6, 3), (4, 5)], "page 7 comes where page 2 should"),
        ([(1, 2), (3, 4), (5, 6), (7, 8)], "comes where page"),
        ([(8, 1), (2, 7), (6, 3)], "one side only"),
        ([(0, 0), (0, 0)], "no side shows the number"),
    ],
)
def test_sheets_in_another_order(booklet: Callable[[Sides], list[str]], sides: Sides, found: str) -> None:
    """Sheets that would be read in another order, or have no back, are told."""
    assert [line for line in booklet(sides) if found in line] != []


@pytest.fixture
def compare(render_pdf: Render, expectation: Expectation, tmp_path: Path) -> Callable[[str, str], list[str]]:
    """What compares two texts as variants of one PDF, the second set in very short lines."""

    def look(first: str, second: str) -> list[str]:
        artifacts = []
        for name, text, width in (("screen", first, "150mm"), ("print", second, "14mm")):
            style = f'p {{ width: {width}; hyphens: auto; font: 10pt "Source Serif 4" }}'
            path = tmp_path / f"{name}.pdf"
            path.write_bytes(render_pdf(f'<html lang="en"><title>x</title><style>{style}</style><p>{text}</p></html>'))
            known = Known(
                frozenset({"https://example.org/moon", "https://example.org/a-b/c-d/"}), "https://example.net/x"
            )
            artifacts.append((path, replace(expectation, kind=name, place=path.name, known=known)))
        return [problem.found for problem in check_same_words(artifacts)]

    return look


TEXT = "Astronauts and cosmonauts remembered the extraordinary anti-satellite manoeuvres of Sputnik for many years."


def test_same_words_in_other_lines(compare: Callable[[str, str], list[str]]) -> None:
    """Hyphenation and printed addresses make no other text."""
    for address in (
        "example.org/moon",
        "example.org/a-\u200bb/\u200bc-\u200bd",
        "example.net/x/\u200bblob/\u200bfile.md",
    ):
        printed = f'Sputnik <span style="hyphens: none; overflow-wrap: anywhere">[{address}]</span>'
        assert compare(TEXT, TEXT.replace("Sputnik", printed)) == []


def test_brackets_of_the_text_hide_nothing(compare: Callable[[str, str], list[str]]) -> None:
    """Words between brackets that are no address of the book are words, though there are dots and slashes."""
    text = TEXT.replace("Sputnik", "Sputnik [ one/two three. Four [")

    assert compare(text, text) == []
    assert compare(text, text.replace("Four", "Five")) != []


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (TEXT.replace(" and cosmonauts", ""), "the word 'cosmonauts' of screen.pdf is missing"),
        (TEXT.replace("many", "many long"), "the word 'long' is not in screen.pdf"),
        ((TEXT + " ") * 9, "words stand there more or less often"),
    ],
)
def test_other_words(compare: Callable[[str, str], list[str]], wrong: str, found: str) -> None:
    """A word that is missing, or added, and a passage that stands twice are told."""
    assert [line for line in compare(TEXT, wrong) if found in line] != []
