"""Index entries a line each, their translations, and references between glossary and text."""

from collections.abc import Callable

import pytest
from docutils import nodes
from sphinx import addnodes

from build_tools.paths import Repository
from tests.conftest import Reading

Read = Callable[..., Reading]


def list_entries(document: nodes.document) -> list[tuple[str, str]]:
    """List kind and words of every index entry of a document."""
    return [(entry[0], entry[1]) for node in document.findall(addnodes.index) for entry in node["entries"]]


def test_entries_a_line_each(readings: dict[str, Reading]) -> None:
    """A directive takes an entry from its first line and from each line of its body."""
    entries = list_entries(readings["en"].documents["part-one/first"])

    assert ("single", "Korolev, Sergei") in entries
    assert ("single", "rocket; of two stages") in entries
    assert ("see", "launcher; rocket") in entries


def test_entries_in_another_language(readings: dict[str, Reading]) -> None:
    """Entries are translated, part by part."""
    entries = list_entries(readings["ko"].documents["part-one/first"])

    assert ("single", "코롤료프, 세르게이") in entries
    assert ("single", "로켓;2단") in entries
    assert ("see", "발사체;로켓") in entries


def test_entries_with_an_empty_line_between(tiny: Repository, read: Read) -> None:
    """Empty lines in the body are no entries."""
    path = tiny.book / "part-one" / "second.md"
    path.write_text("# Second\n\n```{index}\nsingle: dog\n\nsingle: moon\n```\n\nText.\n", encoding="utf-8")
    reading = read(tiny)

    assert list_entries(reading.documents["part-one/second"]) == [("single", "dog"), ("single", "moon")]
    assert reading.problems == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["rocket", "satellites"]), ("ar", ["صاروخ", "قمرا صناعيا"]), ("ko", ["로켓", "인공위성"])],
)
def test_terms_resolve_in_every_language(readings: dict[str, Reading], language: str, words: list[str]) -> None:
    """A term with its English target leads to the glossary, whatever word stands in the translation."""
    document = readings[language].documents["part-one/first"]
    terms = [node for node in document.findall(nodes.reference) if "#term-" in node.get("refuri", "")]

    assert [node.astext() for node in terms] == words
    assert [node["refuri"].partition("#")[2] for node in terms] == ["term-rocket", "term-satellite"]


def test_unknown_term_is_told_with_its_line(tiny: Repository, read: Read) -> None:
    """A term that the glossary does not have is told with the line where it stands."""
    path = tiny.book / "part-one" / "second.md"
    path.write_text("# Second\n\nFine.\n\nA {term}`shuttle` flew.\n", encoding="utf-8")

    assert read(tiny).problems == ["book/part-one/second.md:5: term not in glossary: 'shuttle' (ref-term)"]
