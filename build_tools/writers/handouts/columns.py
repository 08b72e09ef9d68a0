"""Two columns on one page or two: which block stands where.

In: heights of blocks in their order, and the room of a column on the first page and on the second.
Out: the blocks of each column, page by page.  Pure arithmetic.
"""

from collections.abc import Collection, Sequence
from itertools import accumulate

# How much of a second page should be filled at least, since lines for notes fill the rest, and how much emptier a page
# may be that ends before a heading.
_LEAST, _BROKEN = 0.12, 0.15


def split_columns(heights: Sequence[float]) -> int:
    """Split a list into two columns as even as can be, the first not the shorter; give how many the first has."""
    total, sums = sum(heights), [0.0, *accumulate(heights)]
    return min(range(len(sums)), key=lambda count: (max(sums[count], total - sums[count]), -count))


def measure_columns(heights: Sequence[float]) -> float:
    """Measure the higher of the two columns of a list."""
    count = split_columns(heights)
    return max(sum(heights[:count]), sum(heights[count:]))


def fill_pages(
    heights: Sequence[float],
    first: float,
    second: float,
    opening: Collection[int] = (),
    joined: Collection[int] = (),
) -> list[tuple[int, int]] | None:
    """Fill the columns of one page or two; give where each begins and ends, or nothing where they do not hold all.

    The columns of each page are even.  Of two pages the first is filled as far as it leaves the second a good part,
    and is rather ended before a heading.

    :param opening: the places of the blocks that have a heading above them.
    :param joined: those of the blocks that stay on one page with the block before, if that can be.
    """
    if measure_columns(heights) <= first:
        return _split(heights, 0, len(heights))
    ends = [
        end
        for end in range(1, len(heights))
        if measure_columns(heights[:end]) <= first and measure_columns(heights[end:]) <= second
    ]
    ends = [end for end in ends if end not in joined] or ends
    if not ends:
        return None

    def judge(end: int) -> tuple[float, int]:
        empty = 1 - measure_columns(heights[:end]) / first
        scarce = max(0.0, _LEAST - measure_columns(heights[end:]) / second)
        return empty + 2 * scarce + (0 if end in opening else _BROKEN), -end

    end = min(ends, key=judge)
    return [*_split(heights, 0, end), *_split(heights, end, len(heights))]


def _split(heights: Sequence[float], begin: int, end: int) -> list[tuple[int, int]]:
    middle = begin + split_columns(heights[begin:end])
    return [(begin, middle), (middle, end)]
