"""Drawings: what they may hold, and how their words become messages and come back translated."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from docutils import nodes
from lxml import etree

from build_tools.paths import Repository
from build_tools.sphinx_ext.drawing import SVG, drawing, list_words, parse_drawing, render_drawing
from build_tools.translations.templates import extract_book
from tests.checkout import HERE
from tests.conftest import Reading

Read = Callable[..., Reading]
GOLDEN = HERE / "sphinx_ext" / "drawing-ko.xhtml"
GOOD = f'<svg xmlns="{SVG}" viewBox="0 0 9 9"><text>Dot</text></svg>'


def find_drawing(reading: Reading) -> drawing:
    """Find the one drawing of the tiny book."""
    (found,) = reading.documents["part-one/first"].findall(drawing)
    return found


def list_texts(svg: str) -> list[str | None]:
    """List the words that a drawing shows."""
    return [element.text for element in etree.fromstring(svg.encode()).iter(f"{{{SVG}}}text")]


def test_words_and_alternative_text_become_messages(tiny: Repository, tmp_path: Path) -> None:
    """Each word of a drawing, its alternative text and its caption are messages; figures without letters are not."""
    extract_book(tiny, tmp_path)
    messages = [entry.msgid for entry in polib.pofile(str(tmp_path / "part-one" / "first.pot"))]

    drawn = ["A large dot beside a small one.", "Large dot", "Small dot", "Two dots, to scale."]
    assert [message for message in messages if message in drawn] == drawn
    assert "1957" not in drawn


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["Large dot", "Small dot"]), ("ko", ["큰 점", "작은 점"]), ("ar", ["نقطة كبيرة", "نقطة صغيرة"])],
)
def test_words_come_back_translated(readings: dict[str, Reading], language: str, words: list[str]) -> None:
    """The drawing of an edition has its words in the language of the edition."""
    shown = list_texts(render_drawing(find_drawing(readings[language]), "dots"))

    assert shown == [*words, "1957"]


def test_drawing_as_written_into_a_document(readings: dict[str, Reading]) -> None:
    """The Korean drawing is what the golden file says, byte for byte."""
    assert render_drawing(find_drawing(readings["ko"]), "dots") + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_word_without_a_translation_stays_english(tiny: Repository, read: Read) -> None:
    """Where a translator has not come to a word yet, the English one stands among translated ones."""
    path = tiny.po_folder("ko") / "part-one" / "first.po"
    path.write_text(path.read_text(encoding="utf-8").replace('"큰 점"', '""'), encoding="utf-8")

    assert list_texts(render_drawing(find_drawing(read(tiny, "ko")), "x")) == ["Large dot", "작은 점", "1957"]


def test_name_and_number_of_a_drawing(readings: dict[str, Reading]) -> None:
    """A drawing with a name can be referred to by its number."""
    (reference,) = (
        node
        for node in readings["en"].documents["part-one/first"].findall(nodes.reference)
        if node.get("refid") == "dots"
    )

    assert reference.astext() == "Fig. 1"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (GOOD.replace("<text>", "<script>x()</script><text>"), "element 'script' is not one of"),
        (GOOD.replace("<text>", "<foreignObject/><text>"), "element 'foreignObject' is not one of"),
        (GOOD.replace("<text>", '<text xmlns="http://www.w3.org/1999/xhtml">'), "element 'text' is not one of"),
        (GOOD.replace("<text>", '<text onclick="x()">'), "attribute 'onclick' may not stand in a drawing"),
        (GOOD.replace("<text>", '<text ONCLICK="x()">'), "attribute 'ONCLICK' may not stand in a drawing"),
        (GOOD.replace("<text>", '<text style="fill: url(//a.b)">'), "attribute 'style' may not stand in a drawing"),
        (GOOD.replace("<text>", '<text href="https://a.b">'), "attribute 'href' may not stand in a drawing"),
        (
            GOOD.replace("<text>", '<text xmlns:x="http://www.w3.org/1999/xlink" x:href="#a">'),
            "attribute 'href' may not stand in a drawing",
        ),
        (GOOD.replace("<text>", '<text fill="url(https://a.b/c#d)">'), "attribute 'fill' may not lead elsewhere"),
        (GOOD.replace(' viewBox="0 0 9 9"', ""), "the svg element has no viewBox"),
        (GOOD.replace("</svg>", ""), "not XML: "),
        ("<html/>", "element 'html' is not one of"),
    ],
)
def test_what_a_drawing_may_not_hold(source: str, found: str) -> None:
    """Scripts, styles, links, strange elements and broken XML are refused with words that say what is wrong."""
    with pytest.raises(ValueError, match=found.replace("(", r"\(")):
        parse_drawing(source.encode())


def test_entity_that_reads_a_file_is_not_resolved(tmp_path: Path) -> None:
    """A drawing cannot bring a file of the machine into the book."""
    secret = tmp_path / "secret"
    secret.write_text("password")
    source = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + GOOD.replace("Dot", "&x;")

    try:
        shown = etree.tostring(parse_drawing(source.encode()), encoding="unicode")
    except ValueError:
        shown = ""
    assert "password" not in shown


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("/figures/dots.svg", "/figures/absent.svg", "drawing figures/absent.svg does not exist"),
        (":alt: A large dot beside a small one.\n", "", "drawing figures/dots.svg has no alternative text"),
        ("/figures/dots.svg", "/figures/bad.svg", "figures/bad.svg: element 'script' is not one of"),
    ],
    ids=["missing", "no alternative text", "script"],
)
def test_place_when_a_drawing_is_refused(tiny: Repository, read: Read, old: str, new: str, found: str) -> None:
    """A drawing that cannot be shown is told with the file and the line of the directive."""
    (tiny.book / "figures" / "bad.svg").write_text(GOOD.replace("<text>", "<script>x()</script><text>"))
    path = tiny.book / "part-one" / "first.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "{drawing}" in line)
    broken = [problem for problem in read(tiny).problems if "(drawing-broken)" in problem]

    assert len(broken) == 1
    assert broken[0].startswith(f"book/part-one/first.md:{line}: {found}")


def test_words_are_listed_once() -> None:
    """A word that stands twice in a drawing is one message; a figure is none."""
    root = parse_drawing(GOOD.replace("</svg>", "<text> Dot </text><text>83.6</text><text/></svg>").encode())

    assert list_words(root) == ["Dot"]


def test_drawing_is_read_again_when_its_file_changes(tiny: Repository, read: Read) -> None:
    """A chapter depends on its drawings, so that a changed drawing changes the chapter."""
    assert tiny.book / "figures" / "dots.svg" in map(Path, read(tiny).env.dependencies["part-one/first"])
