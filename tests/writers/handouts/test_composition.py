"""What fits on a sheet."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from build_tools.writers.handouts.composition import PAGES, PITCH, Heights, compose, has_room, share_lines

KINDS = ("recall", "explain", "compare", "argue")
HEIGHTS = Heights(
    head=60,
    figure=70,
    dates=80,
    entries=(10.0,) * 8,
    beside=(8.0, 8.0, None, None, None, None, None, None),
    ranks=tuple(range(8)),
    foot=6,
    heading=8,
    back_head=25,
    questions=(8, 8, 12, 12),
)


def test_lines_fill_the_second_page() -> None:
    """Questions and lines together are as high as the page."""
    for page in PAGES.values():
        plan = compose(HEIGHTS, KINDS, page)

        height = HEIGHTS.back_head + sum(HEIGHTS.questions) + sum(plan.lines) * plan.pitch
        assert abs(height - page.room) < 0.01
        assert PITCH <= plan.pitch < PITCH * 1.1


def test_an_argument_gets_more_room_than_a_fact() -> None:
    """What has to be argued gets more lines than what has to be recalled."""
    recall, explain, compare, argue = compose(HEIGHTS, KINDS, PAGES["a4"]).lines

    assert recall < explain <= compare < argue


def test_first_page_is_full_or_has_lines_for_notes() -> None:
    """What is left of the first page becomes lines, or space between its parts."""
    for count in range(9):
        heights = replace(HEIGHTS, entries=(10.0,) * count, beside=HEIGHTS.beside[:count], ranks=tuple(range(count)))
        page = PAGES["letter"]
        plan = compose(heights, KINDS, page)
        gaps = 3 if plan.notes.number else 2 + bool(plan.chosen)
        notes = plan.notes.number * plan.notes.pitch + (heights.heading if plan.notes.number else 0)

        used = heights.head + plan.body + plan.entries + notes + heights.foot + gaps * plan.gap
        assert abs(used - page.room) < 0.01


def test_people_stand_below_a_low_figure() -> None:
    """Where the dates are much higher than the figure, people stand below it and no more among the words."""
    plan = compose(replace(HEIGHTS, dates=105), KINDS, PAGES["a4"])

    assert plan.beside == (0, 1)
    assert not {0, 1} & set(plan.chosen)


@given(st.lists(st.sampled_from([2, 4, 6]), min_size=1, max_size=8), st.integers(8, 60))
def test_shared_lines_are_all_lines(shares: list[int], total: int) -> None:
    """Nothing is lost by rounding, and each question has a line."""
    lines = share_lines(shares, total)

    assert sum(lines) == total
    assert min(lines) >= 1


def test_room_for_questions() -> None:
    """There is room for so many questions that each has a line to write on."""
    page = PAGES["a4"]
    count = int((page.room - HEIGHTS.back_head) / (12 + PITCH))

    assert has_room(replace(HEIGHTS, questions=(12,) * count), page)
    assert not has_room(replace(HEIGHTS, questions=(12,) * (count + 1)), page)
