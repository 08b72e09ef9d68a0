"""Passages without a translation stand in English, and say so."""

from collections.abc import Callable

import pytest
from docutils import nodes
from lxml import etree

from build_tools.paths import Repository
from build_tools.sphinx_ext.drawing import SVG, drawing, render_drawing
from tests.checkout import add_language, forget, leave_half_done, translate
from tests.conftest import Reading, read_book

Read = Callable[..., Reading]
FIRST, SECOND, LISTS, TIMELINE = "part-one/first", "part-one/second", "backmatter/lists", "backmatter/timeline"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The tiny book, half translated, in every language."""
    from tests.checkout import DATE, copy_words

    repository = copy_words(tmp_path_factory.mktemp("half"))
    leave_half_done(repository)
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", DATE)
        return {language: read_book(repository, language, "text") for language in ("en", "ar", "ko", "hu")}


def is_marked(node: nodes.Node) -> bool:
    """Tell whether a node, or one around it, is marked as English."""
    while node is not None:
        classes = node.get("classes", []) if isinstance(node, nodes.Element) else []
        if any(name.startswith("language-") for name in classes):
            return "language-en" in classes
        node = node.parent
    return False


def list_marked(reading: Reading, document: str) -> list[str]:
    """List the texts of a document that are marked."""
    texts = (node for node in reading.documents[document].findall(nodes.Text))
    return [text.astext() for text in texts if is_marked(text) and text.strip()]


def list_unmarked(reading: Reading, document: str) -> list[str]:
    """List the texts of a document that are not marked."""
    texts = (node for node in reading.documents[document].findall(nodes.Text))
    return [text.astext() for text in texts if not is_marked(text) and text.strip()]


def test_untranslated_and_fuzzy_passages(half: dict[str, Reading]) -> None:
    """What has no translation, or only a fuzzy one, is marked: paragraphs, headings, captions, cells, notes."""
    marked = " | ".join(list_marked(half["ko"], FIRST))

    for words in ("A rocket flew. It was the ", "A section", "Two dots, to scale.", "Two rows", "Year", "A note of "):
        assert words in marked
    assert "The rocket had " in marked


def test_translated_passages(half: dict[str, Reading]) -> None:
    """What is translated is not marked, and all that is not marked is translated."""
    unmarked = list_unmarked(half["ko"], FIRST)

    assert {"첫째 장", "질량(kg)", "표로 보는 자료", "따져 보기"} <= {text.strip() for text in unmarked}
    assert [text for text in unmarked if any("a" <= letter.lower() <= "z" for letter in text)] == ["질량(kg)"]


def test_sentences_of_another_document(half: dict[str, Reading]) -> None:
    """A key date whose sentence the timeline has no translation for is marked, and the date itself is not."""
    assert "A rocket, the first of all, flies." in list_marked(half["ko"], FIRST)
    assert "1957년 10월 4일" in list_unmarked(half["ko"], FIRST)
    assert "A rocket, the first of all, flies." not in list_unmarked(half["ko"], TIMELINE)
    assert list_marked(half["ko"], TIMELINE).count("A rocket, the first of all, flies.") == 2


def test_words_of_tables_and_of_the_ledger(half: dict[str, Reading]) -> None:
    """Words that are not Markdown are marked in the line in which they stand; links behind them are not."""
    marked = list_marked(half["ko"], LISTS)

    assert marked == ["A designer of rockets.", "It is not so.", "Large dot"]
    assert "작은 점" in list_unmarked(half["ko"], LISTS)


def test_kind_of_an_untranslated_question(half: dict[str, Reading]) -> None:
    """The press's word before an English question is marked as what it is: of the edition's language."""
    (kind, _other) = (
        node for node in half["ko"].documents[FIRST].findall(nodes.inline) if "question-kind" in node["classes"]
    )

    assert kind[0]["classes"] == ["language-ko"]
    assert kind.parent["classes"] == ["untranslated", "language-en"]


def test_words_of_a_drawing(half: dict[str, Reading]) -> None:
    """Each word of a drawing, and its description, says its language by itself."""
    (picture,) = half["ko"].documents[FIRST].findall(drawing)
    root = etree.fromstring(render_drawing(picture, "dots").encode())
    said = {element.text: element.get(XML_LANG) for element in root.iter(f"{{{SVG}}}text", f"{{{SVG}}}title")}

    assert said == {"A large dot beside a small one.": "en", "Large dot": "en", "작은 점": None, "1957": None}


def test_direction_where_it_differs(half: dict[str, Reading]) -> None:
    """English runs left to right in an Arabic edition; where directions are the same none is given."""
    for language, direction in (("ar", "ltr"), ("ko", None)):
        marked = [
            node
            for node in half[language].documents[FIRST].findall(nodes.Element)
            if "untranslated" in node.get("classes", ())
        ]

        assert len(marked) > 8
        assert {node.get("dir") for node in marked} == {direction}


def test_original(half: dict[str, Reading]) -> None:
    """In the English edition nothing is marked."""
    assert half["en"].problems == []
    assert [name for name in half["en"].documents if list_marked(half["en"], name)] == []


def test_language_of_which_nothing_is_translated(half: dict[str, Reading]) -> None:
    """A language without any PO file is read without a warning, and every passage is marked."""
    reading = half["hu"]
    unmarked = {name: [text for text in list_unmarked(reading, name) if text.isascii()] for name in reading.documents}

    assert reading.problems == []
    # What is left: the titles of chapters in links to them.
    words = {text for texts in unmarked.values() for text in texts if any(map(str.isalpha, text))}
    assert words == {"The first chapter"}


def test_translation_that_is_the_same(tiny: Repository, read: Read) -> None:
    """A name that is the same in both languages is translated, and not marked."""
    for file, message in ((f"{SECOND}.po", "A quotation."), (f"{LISTS}.po", "Large dot")):
        translate(tiny, "ko", file, message, message)
    reading = read(tiny, "ko")

    assert list_marked(reading, SECOND) == []
    assert list_marked(reading, LISTS) == []
    assert "A quotation." in list_unmarked(reading, SECOND)


def test_label_that_the_press_has_no_translation_for(tiny: Repository, read: Read) -> None:
    """A label without a translation is marked like any passage, but not once more within an English one."""
    forget(tiny, "ko", "press.po", "Questions", "Recall")
    forget(tiny, "ko", f"{FIRST}.po", "Who planned the rocket?")
    document = read(tiny, "ko").documents[FIRST]
    marked = [node.astext() for node in document.findall(nodes.inline) if "language-en" in node["classes"]]

    assert marked == ["Questions"]


def test_new_language_needs_no_more_than_its_table(tiny: Repository, read: Read) -> None:
    """A table in the registry is enough for a language to be read."""
    add_language(tiny, "cy", "Cymraeg")

    assert read(tiny, "cy").problems == []
