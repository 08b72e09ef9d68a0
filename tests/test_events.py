"""The table of events: what is read, and what is said of a wrong cell."""

from pathlib import Path

import pytest

from build_tools.events import load_events
from build_tools.problems import BuildToolsError

HEAD = "id,date,side,event,first\n"


def write(folder: Path, text: str) -> Path:
    """Write a table of events."""
    path = folder / "events.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_events_stand_in_the_order_of_their_dates(tmp_path: Path) -> None:
    """A year comes before its months, a month before its days, and the order of the file decides between equals."""
    rows = "c,1957-10-04,soviet,C.,\nb,1957-10,joint,B.,\na,1957,other,A.,First of all\nd,1957-10-04,american,D.,\n"

    events = load_events(write(tmp_path, HEAD + rows), "events.csv")

    assert list(events) == ["a", "b", "c", "d"]
    assert (events["a"].first, events["a"].line, events["c"].first) == ("First of all", 4, "")


def test_every_wrong_cell_is_told_with_its_line(tmp_path: Path) -> None:
    """All problems of the table are told at once."""
    rows = "Bad Id,1957,soviet,A.,\nb,4 October 1957,soviet,B.,\nc,1957,nobody,C.,\nd,1957,other,,\nb,1957,other,B.,\n"

    with pytest.raises(BuildToolsError) as caught:
        load_events(write(tmp_path, HEAD + rows + "b,1958,other,B.,\n"), "events.csv")

    assert [(problem.line, problem.code) for problem in caught.value.problems] == [
        (line, "data-table") for line in (2, 3, 4, 5, 7)
    ]
    assert "expected 1957-10-04, 1957-10 or 1957" in caught.value.problems[1].found


def test_another_country_may_be_named(tmp_path: Path) -> None:
    """The last column names the country of an event of neither side, and may be empty or missing."""
    rows = "a,1957,other,A.,First of all,JP\nb,1958,soviet,B.,,\n"

    events = load_events(write(tmp_path, HEAD.replace("first", "first,country") + rows), "events.csv")

    assert [event.country for event in events.values()] == ["JP", ""]
    assert load_events(write(tmp_path, HEAD + "a,1957,other,A.,\n"), "events.csv")["a"].country == ""


@pytest.mark.parametrize(
    ("row", "found", "cure"),
    [
        (
            "a,1957,other,A.,,Japan",
            "events.csv:2: the country is 'Japan'; expected BR, CN, ",
            "build_tools/countries.py",
        ),
        ("a,1957,other,A.,,jp", "events.csv:2: the country is 'jp'; expected BR, CN, ", "build_tools/countries.py"),
        ("a,1957,soviet,A.,,RU", "events.csv:2: the side 'soviet' has the country 'RU'", "Leave the country empty"),
    ],
    ids=["a name", "small letters", "a side's own"],
)
def test_wrong_country_is_told_with_a_cure(tmp_path: Path, row: str, found: str, cure: str) -> None:
    """A code that nobody knows, or one beside a side that has its country, is told with its line."""
    with pytest.raises(BuildToolsError) as caught:
        load_events(write(tmp_path, HEAD.replace("first", "first,country") + row + "\n"), "events.csv")

    (problem,) = caught.value.problems
    assert f"{problem.place}:{problem.line}: {problem.found}".startswith(found)
    assert cure in problem.cure


@pytest.mark.parametrize(
    ("text", "found"),
    [("name,date\n", "the columns are"), (None, "cannot be read")],
    ids=["other columns", "no file"],
)
def test_table_that_cannot_be_read(tmp_path: Path, text: str | None, found: str) -> None:
    """A table with other columns, or none at all, stops with one problem."""
    path = write(tmp_path, text) if text else tmp_path / "none.csv"

    with pytest.raises(BuildToolsError, match=found):
        load_events(path, "events.csv")
