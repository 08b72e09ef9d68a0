"""Cells of tables are messages like any other text."""

from collections.abc import Callable
from pathlib import Path

import polib
from docutils import nodes

from build_tools.paths import Repository
from build_tools.translations.templates import extract_book
from tests.checkout import translate
from tests.conftest import Reading


def test_cells_become_messages(tiny: Repository, tmp_path: Path) -> None:
    """The cells of a table and its title are messages."""
    extract_book(tiny, tmp_path)
    messages = [entry.msgid for entry in polib.pofile(str(tmp_path / "part-one" / "first.pot"))]

    assert [text for text in ("Two rows", "Year", "Mass in kg") if text not in messages] == []


def test_cells_come_back_translated(tiny: Repository, read: Callable[..., Reading]) -> None:
    """A translated cell stands in its table."""
    translate(tiny, "ko", "part-one/first.po", "Mass in kg", "무게(kg)")
    (table,) = read(tiny, "ko").documents["part-one/first"].findall(nodes.table)

    assert [cell.astext() for cell in table.findall(nodes.entry)][1] == "무게(kg)"
