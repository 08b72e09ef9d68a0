"""Cards of the firsts to cut out: what happened on the front, the date on the back.

In: the events that were a first.
Out: pages of nine cards; the backs are mirrored, so that they meet their fronts when the sheet turns on its long edge.
"""

from collections.abc import Sequence
from typing import TypeVar

COLUMNS, ROWS = 3, 3
Card = TypeVar("Card")


def lay_cards(cards: Sequence[Card]) -> list[list[Card | None]]:
    """Lay cards on pages row by row; the last page is filled up with empty ones."""
    count = COLUMNS * ROWS
    pages = [list(cards[start : start + count]) for start in range(0, len(cards), count)]
    return [[*page, *[None] * (count - len(page))] for page in pages]


def mirror(page: Sequence[Card | None]) -> list[Card | None]:
    """Give the back of a page: the cards of each row from the other side.

    >>> mirror([1, 2, 3, 4, 5, 6, 7, 8, 9])
    [3, 2, 1, 6, 5, 4, 9, 8, 7]
    """
    rows = (page[start : start + COLUMNS] for start in range(0, len(page), COLUMNS))
    return [card for row in rows for card in reversed(row)]
