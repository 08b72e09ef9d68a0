"""The numbers that pages are called by: roman ones in the front matter, arabic ones from the first part or chapter on.

In: laid-out pages and the places on them.  Out: folios, and runs of them.
How numbers are written into the book is `page_numbers`' business, and into the PDF `labels`'.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, order=True)
class Folio:
    """The number of a page; those of the front matter come before all others."""

    arabic: bool
    number: int

    @property
    def label(self) -> str:
        """The number as it is printed."""
        return str(self.number) if self.arabic else render_roman(self.number)

    def follows(self, other: "Folio") -> bool:
        """Tell whether a page comes next after another."""
        return self.arabic is other.arabic and self.number == other.number + 1


def render_roman(number: int) -> str:
    """Render a number in small roman letters.

    >>> render_roman(4), render_roman(19), render_roman(48)
    ('iv', 'xix', 'xlviii')
    """
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def list_folios(count: int, *, arabic: bool, first: int = 1) -> list[Folio]:
    """List the folios of pages that follow each other."""
    return [Folio(arabic, first + place) for place in range(count)]


def note_places(pages: Iterable[Any], folios: Sequence[Folio]) -> dict[str, Folio]:
    """Note on which page each place stands.

    :param pages: WeasyPrint's, each with its anchors; a place that goes on over pages stands on the first.
    """
    places: dict[str, Folio] = {}
    for page, folio in zip(pages, folios, strict=True):
        for name in page.anchors:
            places.setdefault(name, folio)
    return places


def list_runs(folios: Iterable[Folio]) -> Iterator[tuple[Folio, Folio]]:
    """List pages in their order, each once, those that follow each other as a run from its first to its last.

    >>> [f"{a.label}-{b.label}" for a, b in list_runs(Folio(True, n) for n in (9, 3, 4, 4, 5, 11))]
    ['3-5', '9-9', '11-11']
    """
    first = last = None
    for folio in sorted(set(folios)):
        if first is None or last is None or not folio.follows(last):
            if first is not None and last is not None:
                yield first, last
            first = folio
        last = folio
    if first is not None and last is not None:
        yield first, last
