"""Drawings, their words, their files and their data."""

import pytest

from build_tools.prose.drawings import (
    check_data_shown,
    check_data_tables,
    check_drawings,
    check_drawings_shown,
    check_picture_names,
)
from tests.prose.samples import CHAPTER, LISTS, read, tell, write_up

FILES = frozenset({"figures/dots.svg", "data/dots.csv"})
CHECKS = (check_data_shown, check_data_tables, check_drawings, check_drawings_shown, check_picture_names)


def test_drawing_that_has_everything() -> None:
    """A drawing with words, a name, a caption, a file and a table of its data passes every check."""
    manuscript = write_up(read(CHAPTER), read(LISTS, "backmatter/lists"), files=FILES)

    assert [tell(check(manuscript)) for check in CHECKS] == [[]] * len(CHECKS)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (":alt: A large dot beside a small one.", "", "has no ':alt:'"),
        ("A large dot beside a small one.", "Dots.", "has an ':alt:' of 5 letters; 10 to 500 are wanted"),
        ("A large dot beside a small one.", "x" * 501, "has an ':alt:' of 501 letters; 10 to 500 are wanted"),
        ("A large dot beside a small one.", "Two dots, to scale.", "has an ':alt:' that only repeats the caption"),
        ("    Two dots, to scale.\n", "", "has no caption"),
        ("    :name: dots\n", "", "has no ':name:'"),
        ("/figures/dots.svg", "../figures/lines.svg", "does not exist"),
    ],
)
def test_drawing_that_lacks_something(before: str, after: str, found: str) -> None:
    """What a drawing lacks is told with its line."""
    assert before in CHAPTER
    ((line, told),) = tell(check_drawings(write_up(read(CHAPTER.replace(before, after)), files=FILES)))

    assert (line, told.partition(" ")[2]) == (22, found)


def test_names_of_pictures_stand_once() -> None:
    """A second picture or table of a name is told with the place of the first."""
    manuscript = write_up(read(CHAPTER, "part/a"), read(":::{table} Dots\n:name: dots\n:::\n", "part/b"))

    assert tell(check_picture_names(manuscript)) == [(1, "the name 'dots' stands also at book/part/a.md:22")]


def test_drawings_that_nobody_shows() -> None:
    """A file among the drawings that no document shows is told."""
    manuscript = write_up(read(CHAPTER), files=FILES | {"figures/old.svg"})

    assert [problem.place for problem in check_drawings_shown(manuscript)] == ["book/figures/old.svg"]


def test_data_without_a_table() -> None:
    """A drawing whose data stand nowhere as a table is told."""
    found = "no document shows the data data/dots.csv as a table"

    assert tell(check_data_shown(write_up(read(CHAPTER), files=FILES))) == [(22, found)]


def test_tables_without_a_drawing() -> None:
    """A table that no drawing is made from, that is shown twice or does not exist is told."""
    paths = ("/data/lines.csv", "/data/dots.csv", "../data/dots.csv")
    text = "\n".join(f"```{{data-table}} {path}\n```\n" for path in paths)
    manuscript = write_up(read(CHAPTER), read(text, "backmatter/data"), files=FILES)

    assert tell(check_data_tables(manuscript)) == [
        (1, "data/lines.csv does not exist"),
        (1, "no drawing has the data data/lines.csv"),
        (7, "the table data/dots.csv stands a second time"),
    ]
