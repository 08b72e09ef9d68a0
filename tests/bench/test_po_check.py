"""The check of PO files on many messages."""

import sys

import pytest

from build_tools.bench.measure import Measurement
from build_tools.bench.po_check import make_target, measure_check, repeat_messages
from build_tools.messages import list_po_files, read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError


def count(repository: Repository) -> int:
    """Count the translations of a book."""
    return sum(len(read_po(path, path.name).translated_entries()) for path in list_po_files(repository.locales))


def test_messages_are_repeated(tiny: Repository) -> None:
    """The real messages stand there as often as it takes, and no oftener."""
    before = count(tiny)
    largest = max(len(read_po(path, path.name).translated_entries()) for path in list_po_files(tiny.locales))

    assert repeat_messages(tiny, 3 * before + 1) == count(tiny)
    assert 3 * before < count(tiny) <= 3 * before + largest
    assert repeat_messages(tiny, 5) == count(tiny)


def test_book_without_translations(tiny: Repository) -> None:
    """Where nothing is translated there is nothing to measure."""
    for path in list_po_files(tiny.locales):
        path.unlink()
    with pytest.raises(BuildToolsError, match="no message is translated"):
        repeat_messages(tiny)


def test_command_that_cannot_run(tiny: Repository) -> None:
    """A check that breaks off is no measurement."""
    (tiny.root / "build_tools").mkdir()
    (tiny.root / "build_tools" / "__init__.py").write_text("raise SystemExit(2)\n", encoding="utf-8")
    with pytest.raises(BuildToolsError, match="po check ended with 2"):
        measure_check(tiny)


@pytest.mark.parametrize(("seconds", "is_met"), [(4.2, True), (10.0, False)])
def test_promise(seconds: float, *, is_met: bool) -> None:
    """The promise names the number of messages, and is kept below ten seconds."""
    target = make_target(Measurement(seconds, 2 * seconds, 0, seconds, 0, sys.executable), 20_003)

    assert target.is_met is is_met
    assert "20,003 messages" in target.promise
