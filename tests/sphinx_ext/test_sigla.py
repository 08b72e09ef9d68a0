"""Sources in the margin: from classes above a paragraph to marks, in every language, and never in a message."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from docutils import nodes

from build_tools.paths import Repository
from build_tools.sphinx_ext.sigla import find_host, load_claim_ids, sigla, split_claims
from build_tools.translations.templates import extract_book
from tests.checkout import translate
from tests.conftest import Reading

Read = Callable[..., Reading]


def list_marks(document: nodes.document) -> list[tuple[list[str], list[str], str]]:
    """List the tellings and claims of each mark, and the kind of node in which it stands."""
    return [(mark["tellings"], mark["claims"], mark.parent.tagname) for mark in document.findall(sigla)]


def write_chapter(repository: Repository, text: str) -> None:
    """Write the second chapter anew."""
    path = repository.book / "part-one" / "second.md"
    path.write_text(f"# The second chapter\n\n{text}\n", encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar", "ko"])
def test_marks_in_every_language(readings: dict[str, Reading], language: str) -> None:
    """A paragraph has the marks of its claims in the source language and on its translation."""
    document = readings[language].documents["part-one/first"]

    assert list_marks(document) == [
        (["ko", "hu"], ["ko-001", "hu-001"], "paragraph"),
        (["ko"], ["ko-002"], "paragraph"),
    ]
    assert readings[language].problems == []


def test_marks_on_a_translated_paragraph_stand_beside_its_words(readings: dict[str, Reading]) -> None:
    """The paragraph that has the marks is the Korean one."""
    mark = next(readings["ko"].documents["part-one/first"].findall(sigla))

    assert mark.parent.astext().startswith("로켓이 인공위성을")
    assert mark.parent["classes"] == ["has-sigla"]


def test_claims_used_are_recorded(readings: dict[str, Reading]) -> None:
    """The environment knows, for each document, the claims that it rests on."""
    claims = {name: used for name, used in readings["ko"].env.claims_used.items() if used}

    assert claims == {"part-one/first": ["hu-001", "ko-001", "ko-002"]}


def test_order_of_tellings_is_that_of_the_book(tiny: Repository, read: Read) -> None:
    """However an author orders claims, their tellings come in the order of book.toml."""
    write_chapter(tiny, "{.hu-001 .ko-002 .ko-001}\nA paragraph.")

    (mark,) = list_marks(read(tiny).documents["part-one/second"])
    assert mark[:2] == (["ko", "hu"], ["hu-001", "ko-002", "ko-001"])


def test_other_classes_survive(tiny: Repository, read: Read) -> None:
    """A class that is no claim stays on its paragraph; claims are classes no more."""
    write_chapter(tiny, "{.wide .ko-001 .ko-x}\nA paragraph.")
    paragraph = next(read(tiny).documents["part-one/second"].findall(nodes.paragraph))

    assert paragraph["classes"] == ["wide", "ko-x", "has-sigla"]


def test_unknown_claim_is_told_with_its_line(tiny: Repository, read: Read) -> None:
    """A claim that the ledger does not have is told with the line of the paragraph, and each one is."""
    write_chapter(tiny, "Fine.\n\n{.ko-999 .hu-001 .hu-998}\nNot fine.")

    assert read(tiny).problems == [
        "book/part-one/second.md:6: the ledger has no claim 'ko-999' (claim-unknown)",
        "book/part-one/second.md:6: the ledger has no claim 'hu-998' (claim-unknown)",
    ]


def test_claims_never_enter_a_message(tiny: Repository, tmp_path: Path) -> None:
    """What translators get is the paragraph alone: no claim, no class, no attribute block."""
    extract_book(tiny, tmp_path)
    messages = [entry.msgid for entry in polib.pofile(str(tmp_path / "part-one" / "first.pot"))]

    assert "See [the second chapter](second.md) and {numref}`dots`." in messages
    assert [message for message in messages if "ko-0" in message or "hu-0" in message or "{." in message] == []


def test_claim_in_a_translation_is_no_claim(tiny: Repository, read: Read) -> None:
    """A translator who writes an attribute block into a message adds no claim to the book."""
    translate(tiny, "ko", "part-one/second.po", "One item.", "{.ko-001}\n한 항목.")

    assert read(tiny, "ko").env.claims_used["part-one/second"] == []


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("{.ko-001}\n- One.\n- Two.", "Two."),
        ("{.ko-001}\n> Said so.", "Said so."),
        ("{.ko-001}\n| a |\n| - |\n| b |", "b"),
        (":::{drawing} /figures/dots.svg\n:alt: Dots.\n\n{.ko-001}\nTo scale.\n:::", "To scale."),
    ],
    ids=["list", "quotation", "table", "caption of a drawing"],
)
def test_place_of_the_marks_when_the_claim_is_on_something_else(
    tiny: Repository, read: Read, text: str, host: str
) -> None:
    """Marks of a list, a quotation or a table stand in its last paragraph, those of a caption in the caption."""
    write_chapter(tiny, text)
    (mark,) = read(tiny).documents["part-one/second"].findall(sigla)

    assert mark.parent.astext() == host


def test_place_of_the_marks_when_there_is_no_paragraph() -> None:
    """An element without any text keeps its marks itself."""
    container = nodes.container("", nodes.transition())

    assert find_host(container) is container


def test_split_when_a_class_only_looks_like_a_claim() -> None:
    """Only a telling's code, a dash and a number make a claim."""
    classes = ["ko-1", "ko", "ko-", "hu-2", "koo-3", "ko-1a", "-4"]

    assert split_claims(classes, ["ko", "hu"]) == (["ko-1", "hu-2"], ["ko", "ko-", "koo-3", "ko-1a", "-4"])


def test_ledger_with_quotes_and_tabs(tmp_path: Path) -> None:
    """A quotation mark in the ledger is a letter like any other."""
    ledger = tmp_path / "claims.tsv"
    ledger.write_text('id\tclaim\nko-1\tHe said "go\nko-2\t"stop" he said\n', encoding="utf-8")

    assert load_claim_ids(ledger) == {"ko-1", "ko-2"}
