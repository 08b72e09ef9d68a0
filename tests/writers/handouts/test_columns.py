"""Two columns on one page or two."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.writers.handouts.columns import fill_pages, measure_columns, split_columns

HEIGHTS = st.lists(st.floats(1, 40), max_size=30)


@given(HEIGHTS)
def test_no_other_split_is_more_even(heights: list[float]) -> None:
    """The higher column is as low as it can be in this order."""
    best = min(max(sum(heights[:count]), sum(heights[count:])) for count in range(len(heights) + 1))

    assert abs(measure_columns(heights) - best) < 1e-6


@given(HEIGHTS)
def test_columns_hold_every_block_once(heights: list[float]) -> None:
    """Whatever fits stands in the columns in its order, and none is too high."""
    columns = fill_pages(heights, 100, 150)

    if columns is None:
        assert sum(heights) > 2 * (100 - 40)
        return
    assert [number for begin, end in columns for number in range(begin, end)] == list(range(len(heights)))
    rooms = (100, 100, 150, 150)
    assert all(sum(heights[begin:end]) <= room + 1e-6 for (begin, end), room in zip(columns, rooms, strict=False))


@given(HEIGHTS)
def test_columns_of_each_page_are_even(heights: list[float]) -> None:
    """No page has one column full and the other one empty for want of an even split."""
    columns = fill_pages(heights, 100, 150) or []

    for (begin, middle), (_same, end) in zip(columns[::2], columns[1::2], strict=True):
        assert middle - begin == split_columns(heights[begin:end])


def test_second_page_has_a_good_part() -> None:
    """The second page is not left with a line or two, and rather begins with a heading."""
    assert fill_pages([10] * 10, 40, 40) == [(0, 4), (4, 8), (8, 9), (9, 10)]
    assert fill_pages([3] * 27, 40, 40) == [(0, 12), (12, 24), (24, 26), (26, 27)]
    assert fill_pages([5] * 20, 40, 40, {0, 14}) == [(0, 7), (7, 14), (14, 17), (17, 20)]


def test_what_belongs_together_stays_on_a_page() -> None:
    """A page does not end within a list, unless the list is longer than a page."""
    assert fill_pages([10] * 12, 40, 40, {0, 5}, range(6, 12)) == [(0, 3), (3, 5), (5, 9), (9, 12)]
    assert fill_pages([10] * 12, 40, 40, {0}, range(1, 12)) == fill_pages([10] * 12, 40, 40, {0})


def test_one_page_is_enough_where_all_fits() -> None:
    """A second page is begun only when the first one is full."""
    assert fill_pages([10] * 8, 40, 80) == [(0, 4), (4, 8)]
    assert fill_pages([10] * 16, 40, 80) == [(0, 4), (4, 8), (8, 12), (12, 16)]
    assert fill_pages([10] * 40, 40, 80) is None


def test_the_first_column_is_not_the_shorter() -> None:
    """An odd block stands on the left."""
    assert split_columns([10, 10, 10]) == 2
