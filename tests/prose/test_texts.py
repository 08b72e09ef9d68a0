"""Texts that stand in no Markdown."""

from dataclasses import replace

from build_tools.prose.document import Kind
from build_tools.prose.texts import list_cells, list_events, list_labels, make_text
from tests.prose.samples import EVENTS


def test_events_are_text() -> None:
    """The sentence of an event, and of what it was the first, are lines with the number of their row."""
    first = replace(EVENTS["sputnik-1"], first="First satellite")

    assert list(list_events([first])) == [
        (2, "Sputnik 1 goes into orbit.", Kind.PROSE),
        (2, "First satellite", Kind.LABEL),
    ]


def test_words_of_drawings_are_text() -> None:
    """Each text element is a line; a file that is not XML has none."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">\n<text>V-2</text>\n<g><text>Sputnik</text></g></svg>'

    assert list(list_labels(svg)) == [(2, "V-2", Kind.LABEL), (3, "Sputnik", Kind.LABEL)]
    assert list(list_labels(b"no drawing")) == []


def test_numbers_alone_are_no_text() -> None:
    """Cells without letters are left out, and each other cell is a block of its own."""
    lines = make_text("book/data/a.csv", "data/a.csv", list_cells("Dot,Size\nLarge,9\n")).lines

    assert [(line.number, line.text) for line in lines] == [(1, "Dot"), (1, "Size"), (2, "Large")]
    assert len({line.block for line in lines}) == 3
