"""The labels of a PDF's pages, by which readers go to the page that a printed number names.

In: the folios of all pages, in their order.  Out: the number tree `/PageLabels` (ISO 32000-1, 12.4.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.writers.pdf.folios import Folio

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True)
class LabelRange:
    """Pages that are numbered on from a first one.

    :param start: the first page, counted from 0.
    :param style: "D" for arabic and "r" for small roman numbers.
    :param number: that of the first page.
    """

    start: int
    style: str
    number: int


def list_label_ranges(folios: Sequence[Folio]) -> list[LabelRange]:
    """List the ranges that give each page its folio.

    >>> [r.style for r in list_label_ranges([Folio(False, 1), Folio(False, 2), Folio(True, 1), Folio(True, 2)])]
    ['r', 'D']
    """
    ranges = []
    for start, folio in enumerate(folios):
        if not start or not folio.follows(folios[start - 1]):
            ranges.append(LabelRange(start, "D" if folio.arabic else "r", folio.number))
    return ranges


def label_pages(pdf: "pikepdf.Pdf", ranges: Sequence[LabelRange]) -> None:
    """Label the pages of an open PDF."""
    import pikepdf

    numbers = pikepdf.Array()
    for found in ranges:
        numbers.append(found.start)
        numbers.append(pikepdf.Dictionary(S=pikepdf.Name(f"/{found.style}"), St=found.number))
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=numbers)
