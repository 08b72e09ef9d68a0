"""Two columns on one page or two: which block stands where.

In: heights of blocks in their order, and the room of a column on the first page and on the second.
Out: the blocks of each column, page by page.  Pure arithmetic.
"""

from collections.abc import Sequence
from itertools import accumulate


def split_columns(heights: Sequence[float]) -> int:
    """Split a list into two columns as even as can be, the first not the shorter; give how many the first has."""
    total, sums = sum(heights), [0.0, *accumulate(heights)]
    return min(range(len(sums)), key=lambda count: (max(sums[count], total - sums[count]), -count))


def measure_columns(heights: Sequence[float]) -> float:
    """Measure the higher of the two columns of a list."""
    count = split_columns(heights)
    return max(sum(heights[:count]), sum(heights[count:]))


def count_fitting(heights: Sequence[float], room: float) -> int:
    """Count how many blocks fit below each other."""
    used = 0.0
    for count, height in enumerate(heights):
        used += height
        if used > room:
            return count
    return len(heights)


def fill_pages(heights: Sequence[float], first: float, second: float) -> list[tuple[int, int]] | None:
    """Fill the columns of one page or two; give where each begins and ends, or nothing where they do not hold all.

    The columns of the last page are even.
    """
    if measure_columns(heights) <= first:
        count = split_columns(heights)
        return [(0, count), (count, len(heights))]
    middle = count_fitting(heights, first)
    end = middle + count_fitting(heights[middle:], first)
    if measure_columns(heights[end:]) > second:
        return None
    last = end + split_columns(heights[end:])
    return [(0, middle), (middle, end), (end, last), (last, len(heights))]
