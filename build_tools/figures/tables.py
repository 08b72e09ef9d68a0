"""Tables of the book's figures: CSV in, rows out.

In: `book/data/NAME.csv`, whose first row is the headings that readers see.
Out: rows that know their place, so that a wrong cell is told as `path:line`.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from build_tools.problems import BuildToolsError, Code, Problem

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Row:
    """One row of a table; `row["Year"]` is its text."""

    place: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give the text of a cell; a column that is not there is told."""
        if column not in self.cells:
            raise self.wrong(f"no column '{column}'; there are {', '.join(self.cells)}")
        return self.cells[column]

    def number(self, column: str) -> float:
        """Give a cell as a number; 1,327 and 1327 are the same, and − is a minus."""
        found = self[column]
        try:
            return float(found.replace(",", "").replace("−", "-"))
        except ValueError:
            raise self.wrong(f"'{column}' is '{found}', which is no number") from None

    def optional(self, column: str) -> float | None:
        """Give a cell as a number, or None where it is empty."""
        return self.number(column) if self[column] else None

    def choose(self, column: str, meanings: Mapping[str, Meaning]) -> Meaning:
        """Give what the word in a cell means; words that mean nothing are told with those that do."""
        found = self[column]
        if found not in meanings:
            raise self.wrong(f"'{column}' is '{found}', not one of {', '.join(meanings)}")
        return meanings[found]

    def wrong(self, found: str) -> BuildToolsError:
        """Make the error for something wrong in this row."""
        return _broken(self.place, self.line, found)


def load_table(path: Path, place: str = "") -> list[Row]:
    """Load a table; `place` is how the path is shown to people."""
    shown = place or str(path)
    try:
        text = path.read_text(encoding="utf-8")
        return parse_ledger(text, shown) if path.suffix == ".tsv" else parse_table(text, shown)
    except FileNotFoundError:
        raise _broken(shown, 0, "no such table") from None
    except UnicodeDecodeError:
        raise _broken(shown, 0, "not UTF-8") from None


def parse_table(text: str, place: str = "table") -> list[Row]:
    """Parse CSV with headings into rows."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    headings: list[str] = []
    try:
        for cells in reader:
            if not headings:
                headings = _check_headings(cells, place)
            elif cells:
                rows.append(_make_row(headings, cells, place, reader.line_num))
    except csv.Error as error:
        raise _broken(place, reader.line_num, f"not CSV: {error}") from None
    if not rows:
        raise _broken(place, 1, "a table has a row of headings and at least one more")
    return rows


def _check_headings(cells: list[str], place: str) -> list[str]:
    headings = [cell.strip() for cell in cells]
    if "" in headings or len(set(headings)) != len(headings):
        raise _broken(place, 1, "each column has a heading of its own")
    return headings


def _make_row(headings: list[str], cells: list[str], place: str, line: int) -> Row:
    if len(cells) != len(headings):
        raise _broken(place, line, f"{len(cells)} cells, but {len(headings)} headings")
    return Row(place, line, dict(zip(headings, (cell.strip() for cell in cells), strict=True)))


def _broken(place: str, line: int, found: str) -> BuildToolsError:
    return BuildToolsError([Problem.of(Code.TABLE_BROKEN, place, found, line=line)])


def parse_ledger(text: str, place: str = "ledger") -> list[Row]:
    """Parse the ledger, in which a tab parts cells and quotation marks are plain characters."""
    lines = [line.split("\t") for line in text.splitlines()]
    headings = _check_headings(lines[0] if lines else [""], place)
    return [_make_row(headings, cells, place, line) for line, cells in enumerate(lines[1:], 2)]
