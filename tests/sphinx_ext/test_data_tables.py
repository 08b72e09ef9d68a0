"""Data of figures as tables: cells are messages, numbers stand to the right, captions lead to them."""

from collections.abc import Callable

import pytest
from docutils import nodes

from build_tools.config import Language
from build_tools.paths import Repository
from build_tools.sphinx_ext.data_tables import find_numeric, make_cell
from tests.conftest import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", [["Dot", "Size"], ["Large dot", "1,000"], ["Small dot", "2.5"]]),
        ("ko", [["점", "크기"], ["큰 점", "1,000"], ["작은 점", "2.5"]]),
    ],
)
def test_table_in_every_language(readings: dict[str, Reading], language: str, rows: list[list[str]]) -> None:
    """The cells of the CSV file stand in the table, its words in the language of the edition."""
    (table,) = readings[language].documents["backmatter/lists"].findall(nodes.table)

    assert [[cell.astext() for cell in row] for row in table.findall(nodes.row)] == rows


def test_caption_leads_to_the_data(readings: dict[str, Reading]) -> None:
    """The caption of a drawing that names its data ends with a link to them, in the language of the edition."""
    (caption,) = readings["ko"].documents["part-one/first"].findall(nodes.caption)
    (link,) = caption.findall(nodes.reference)

    assert caption.astext() == "같은 축척의 두 점. 표로 보는 자료"
    assert link["refuri"].endswith("#data-dots")


@pytest.mark.parametrize(
    ("text", "shown"), [("1957-10-04", "1957년 10월 4일"), ("1957-10", "1957년 10월"), ("3.5", "3.5"), ("Dot", "Dot")]
)
def test_dates_are_written_as_the_language_does(text: str, shown: str) -> None:
    """A date in a table of data is a date in the language of the edition."""
    korean = Language("ko", "한국어", date_format="y년 M월 d일")

    assert "".join(node.astext() for node in make_cell(text, korean, "data.csv", 1)) == shown


@pytest.mark.parametrize(
    ("column", "numeric"),
    [
        (["1", "1,327", "−2.5"], True),
        (["", "3"], True),
        (["", ""], False),
        (["1957", "about 3"], False),
    ],
)
def test_columns_of_numbers(column: list[str], numeric: bool) -> None:
    """A column is set to the right if all that stands in it are numbers."""
    assert find_numeric([[cell] for cell in column], 1) == ((0,) if numeric else ())


def test_missing_data_is_told(tiny: Repository, read: Read) -> None:
    """A table whose file is missing is told at its line, and the link to it as well."""
    (tiny.book / "data" / "dots.csv").unlink()

    problems = read(tiny).problems

    assert len(problems) == 2
    assert problems[0].startswith("book/backmatter/lists.md:17: the table data/dots.csv cannot be read")
    assert "data-dots" in problems[1]
