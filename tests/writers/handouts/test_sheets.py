"""What stands where on a teacher's sheet."""

from build_tools.writers.handouts.sheets import Block, arrange_blocks, group_dates

FOOT = Block("foot", 12)


def show_kinds(blocks: list[Block], room: float) -> list[list[str]] | None:
    """Show the kinds of the blocks in each column of pages of a height."""
    columns = arrange_blocks(blocks, FOOT, 6, (room, room))
    return None if columns is None else [[block.kind for block in column] for column in columns]


def test_sources_never_open_a_second_page() -> None:
    """They go across both columns, or into the second if only so all fits on a page; of two pages they end the last."""
    answers = [Block("answers", 20) for _place in range(3)]

    assert show_kinds(answers, 46) == [["answers"] * 2, ["answers"]]
    assert show_kinds(answers, 40) == [["answers"] * 2, ["answers", "foot"]]
    assert show_kinds([*answers, Block("dates", 20)], 40) == [["answers"], ["answers"], ["answers"], ["dates"]]
    assert show_kinds([*answers, *answers], 30) is None


def test_no_date_stands_alone() -> None:
    """The first two key dates stay together, and the last two."""
    for count in range(12):
        groups = list(group_dates(count))
        assert [place for begin, end in groups for place in range(begin, end)] == list(range(count))
        if count > 1:
            assert all(end - begin > 1 for begin, end in (groups[0], groups[-1]))
