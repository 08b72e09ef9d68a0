"""The numbers of pages, and the labels that say them to readers."""

import doctest

import pikepdf
import pytest

from build_tools.writers.pdf import folios, labels
from build_tools.writers.pdf.folios import Folio, list_folios, list_runs, note_places, render_roman
from build_tools.writers.pdf.labels import LabelRange, label_pages, list_label_ranges


@pytest.mark.parametrize("module", [folios, labels])
def test_examples_of_the_module(module: object) -> None:
    """The examples in its docstrings are true."""
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_roman_numbers_are_those_of_pdf_readers() -> None:
    """The first hundred roman numbers are what a reader makes of a label in roman style."""
    with pikepdf.new() as pdf:
        for _ in range(100):
            pdf.add_blank_page()
        label_pages(pdf, [LabelRange(0, "r", 1)])

        assert [page.label for page in pdf.pages] == [render_roman(number) for number in range(1, 101)]


def test_labels_of_front_matter_and_text() -> None:
    """The pages of the front matter have roman labels, and page 1 follows them."""
    pages = list_folios(4, arabic=False) + list_folios(3, arabic=True)
    with pikepdf.new() as pdf:
        for _ in pages:
            pdf.add_blank_page()
        label_pages(pdf, list_label_ranges(pages))

        assert [page.label for page in pdf.pages] == ["i", "ii", "iii", "iv", "1", "2", "3"]


def test_pages_of_front_matter_come_first() -> None:
    """Page ix comes before page 2, and no run goes from the one into the other."""
    runs = list_runs([Folio(True, 2), Folio(False, 9), Folio(True, 1), Folio(False, 8)])

    assert [(first.label, last.label) for first, last in runs] == [("viii", "ix"), ("1", "2")]


def test_place_that_goes_on_stands_on_its_first_page() -> None:
    """A section of two pages is on the first of them."""

    class Page:
        def __init__(self, *names: str) -> None:
            self.anchors = dict.fromkeys(names, (0, 0, 0, 0))

    places = note_places([Page("a", "b"), Page("b", "c")], list_folios(2, arabic=True, first=7))

    assert {name: folio.label for name, folio in places.items()} == {"a": "7", "b": "7", "c": "8"}
