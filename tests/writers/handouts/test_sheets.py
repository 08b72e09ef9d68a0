"""What stands where on a teacher's sheet."""

from markupsafe import Markup

from build_tools.writers.handouts.composition import GAP, PAGES
from build_tools.writers.handouts.material import Material, Question
from build_tools.writers.handouts.sheets import Block, Chapter, arrange_blocks, group_dates, plan_teachers

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


def test_lines_for_notes_fill_a_teachers_sheet() -> None:
    """Below the columns lines reach down to the sources; where columns fill the page there are none."""
    question = Question("recall", Markup("Recall"), Markup("Who?"), Markup("She."))
    page = PAGES["a4"]
    for tall in (10.0, 60.0, 100.0):
        material = Material(
            *("docname", "slug", "Title", "Part", Markup("Summary")),
            dates=(),
            dates_label=Markup(""),
            figure=None,
            caption=Markup(""),
            questions=(question,) * 4,
            questions_label=Markup("Questions"),
            established=(),
            tellings=(),
            people=(),
            terms=(),
            corrections=(),
        )
        heights = {f"answers-{place}": tall for place in range(4)}
        heights |= {"answers-heading": 5.0, "teacher": 40.0, "teacher-foot": 9.0, "foot": 6.0, "heading": 7.0}
        sheet = plan_teachers(Chapter(material, None, "", "", Markup(""), ()), heights, page)

        used = 40 + 8 + max(sum(block.height for block in column) for column in sheet.blocks) + 6 + 7 + GAP
        left = page.room - used
        lines = sheet.notes.number * sheet.notes.pitch
        assert lines == 0 if tall == 100 else abs(lines - left) < 0.01, tall
