"""What a figure is: the tables it is drawn from, and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A chart drawn from data.

    :param data: names of tables in `book/data/`, without `.csv`; the ledger is `claims.tsv`.
    :param render: gives SVG; it gets the rows of each table, in the order of `data`.
    """

    data: tuple[str, ...]
    render: Callable[..., str]
