"""What readers see of the book that does not stand in its Markdown: events, tables of data, words in drawings.

In: the text of a CSV or SVG file.
Out: a `Document` that holds nothing but lines.
"""

import csv
from collections.abc import Iterable, Iterator

from lxml import etree

from build_tools.events import Event
from build_tools.prose.document import Document, Kind, Line


def make_text(path: str, name: str, lines: Iterable[tuple[int, str, Kind]]) -> Document:
    """Make a document in which each line is a block of its own."""
    seen = ((number, text.strip(), kind) for number, text, kind in lines)
    shown = (Line(*line, block) for block, line in enumerate(seen) if any(map(str.isalpha, line[1])))
    return Document(path, name, tuple(shown))


def list_events(events: Iterable[Event]) -> Iterator[tuple[int, str, Kind]]:
    """List the sentences of the events, and what was the first of its kind."""
    for event in events:
        yield event.line, event.text, Kind.PROSE
        yield event.line, event.first, Kind.LABEL


def list_cells(text: str) -> Iterator[tuple[int, str, Kind]]:
    """List the cells of a table in CSV."""
    for number, row in enumerate(csv.reader(text.splitlines()), 1):
        for cell in row:
            yield number, cell, Kind.DATA


def list_labels(source: bytes) -> Iterator[tuple[int, str, Kind]]:
    """List the words of a drawing; one that is not XML has none, which the press tells."""
    try:
        root = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for element in root.iter("{*}text"):
        yield element.sourceline or 0, element.text or "", Kind.LABEL
