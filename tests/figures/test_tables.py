"""Tables: what is read, and what is told about a table that cannot be read."""

from pathlib import Path

import pytest

from build_tools.figures.tables import load_table, parse_table
from build_tools.problems import BuildToolsError

GOOD = 'Year,"Mass (kg)",Side\n1957,"1,327",yes\n\n1958,−2,no\n1959,,no\n'


def test_cells_by_their_headings() -> None:
    """A cell is found by its heading; numbers may have commas and a true minus."""
    first, second, third = parse_table(GOOD)

    assert (first["Year"], first.number("Mass (kg)"), second.number("Mass (kg)")) == ("1957", 1327, -2)
    assert (first.optional("Mass (kg)"), third.optional("Mass (kg)")) == (1327, None)
    assert first.choose("Side", {"yes": 1, "no": 2}) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "t.csv:1: a table has a row of headings and at least one more"),
        ("A,B\n", "t.csv:1: a table has a row of headings and at least one more"),
        ("A,A\n1,2\n", "t.csv:1: each column has a heading of its own"),
        ("A,B\n1\n", "t.csv:2: 1 cells, but 2 headings"),
        ('A,B\n"1,2\n', "t.csv:2: not CSV"),
    ],
)
def test_a_broken_table_is_told_with_its_line(text: str, told: str) -> None:
    """What is wrong with a table is told as path, line and what was found."""
    with pytest.raises(BuildToolsError) as error:
        parse_table(text, "t.csv")
    assert str(error.value).startswith(told)
    assert "(table-broken)" in str(error.value)


def test_a_wrong_cell_is_told_with_its_line() -> None:
    """A cell that is no number, a word without a meaning and a missing column are told with their line."""
    row = parse_table(GOOD, "t.csv")[1]
    for ask, told in (
        (lambda: row.number("Side"), "t.csv:4: 'Side' is 'no', which is no number"),
        (lambda: row.choose("Side", {"ja": 1, "nein": 2}), "t.csv:4: 'Side' is 'no', not one of ja, nein"),
        (lambda: row["Mass"], "t.csv:4: no column 'Mass'; there are Year, Mass (kg), Side"),
    ):
        with pytest.raises(BuildToolsError) as error:
            ask()
        assert str(error.value).startswith(told)


def test_a_table_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing table, and one that is not UTF-8, are told by their path."""
    (tmp_path / "latin.csv").write_bytes(b"A\n\xe9\n")
    with pytest.raises(BuildToolsError, match="gone: no such table"):
        load_table(tmp_path / "gone.csv", "gone")
    with pytest.raises(BuildToolsError, match="latin: not UTF-8"):
        load_table(tmp_path / "latin.csv", "latin")
