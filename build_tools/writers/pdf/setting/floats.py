"""Where a figure goes that does not fit on its page.

In: what stands beside it in its section.  Out: places for it, the best first, each to be tried; all pure.
WeasyPrint has no page floats; without them the white below the text stays empty.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

# A figure changes places with so many blocks.
FURTHEST = 3
SLIGHTLY, CLEARLY = 0.94, 0.87


@dataclass(frozen=True)
class Neighbour:
    """A block beside a figure.

    :param flows: whether it is running text, which may change places with a figure.
    :param names_figure: whether it refers to the figure, which may then not come before it.
    :param begun: whether it began on an earlier page.
    """

    flows: bool
    names_figure: bool = False
    begun: bool = False


@dataclass(frozen=True)
class Place:
    """A place: how many blocks further down (or up), and how large the drawing is."""

    shift: int = 0
    scale: float = 1.0


def list_places(neighbours: Sequence[Neighbour], index: int, *, scalable: bool) -> Iterator[Place]:
    """List the places for the figure that stands at an index among its neighbours, the best first.

    >>> text, heading = Neighbour(flows=True), Neighbour(flows=False)
    >>> [place.shift for place in list_places([heading, text, text, heading, text], 3, scalable=False)]
    [1, -1]
    """
    sinks = _count_while(neighbours[index + 1 :], lambda other: other.flows)
    rises = _count_while(reversed(neighbours[:index]), _may_follow)
    # Right below a heading stands text, whatever white that leaves.
    good = rises - 1 if rises and (rises == index or not neighbours[index - rises - 1].flows) else rises
    if scalable:
        yield Place(0, SLIGHTLY)
    yield from (Place(shift) for shift in range(1, sinks + 1))
    yield from (Place(-shift) for shift in range(1, good + 1))
    if scalable:
        yield Place(0, CLEARLY)
        yield from (Place(-shift, scale) for shift in range(1, good + 1) for scale in (SLIGHTLY, CLEARLY))


def _may_follow(neighbour: Neighbour) -> bool:
    return neighbour.flows and not neighbour.begun and not neighbour.names_figure


def _count_while(neighbours: Iterable[Neighbour], suits: Callable[[Neighbour], bool]) -> int:
    return sum(1 for _ in islice(takewhile(suits, neighbours), FURTHEST))


def choose_place(tried: Iterable[tuple[Place, float]], white: float, enough: float) -> Place | None:
    """Choose the first place that leaves little white, else the one that leaves least; nothing where none is better.

    :param white: what the page leaves as it is; `enough` is what may be left.
    """
    best: tuple[Place, float] | None = None
    for place, left in tried:
        if left <= enough:
            return place
        if best is None or left < best[1]:
            best = (place, left)
    return best[0] if best and best[1] < white * 0.75 else None
