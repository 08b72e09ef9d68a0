"""The chapters in figures."""

from build_tools.prose.table import count_chapter, measure_ease, render_table
from tests.prose.samples import CHAPTER, read, write_up


def test_what_is_counted() -> None:
    """Words and sentences are those of running text; entries, terms, questions and drawings are counted."""
    counts = count_chapter(read(CHAPTER))

    assert (counts.words, counts.sentences) == (24, 3)
    assert (counts.entries, counts.terms, counts.questions, counts.pictures) == (3, 1, 4, 1)


def test_short_words_are_easier() -> None:
    """Short words in short sentences are easier to read than long ones; stops within a number end nothing."""
    easy, hard = (
        ["The cat sat on the mat."],
        ["Intercontinental responsibilities necessitate international deliberation."],
    )

    assert measure_ease(easy) > 100
    assert measure_ease(hard) < 0
    assert measure_ease(["It weighed 83.6 kilograms in all of that time."]) == measure_ease(
        ["It weighed 836 kilograms in all of that time."]
    )


def test_table_has_a_row_for_each_chapter() -> None:
    """Chapters stand in rows, with total and mean below; the front and the back are left out."""
    manuscript = write_up(read(CHAPTER, "part/a"), read(CHAPTER, "part/b"), read("# L", "backmatter/lists"))

    heads, *rows = [line.split() for line in render_table(manuscript).splitlines()]

    assert heads == ["chapter", "words", "sentences", "ease", "index", "lines", "terms", "questions", "pictures"]
    assert [row[0] for row in rows] == ["part/a", "part/b", "total", "mean"]
    assert rows[2] == ["total", "48", "6", "6", "2", "8", "2"]
    assert rows[3][:3] == ["mean", "24.0", "3.0"]


def test_table_without_chapters() -> None:
    """A book without chapters gives no table."""
    assert render_table(write_up()) == ""
