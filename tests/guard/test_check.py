"""The check of PO files tells what the guard refuses, as the build does."""

import re
from collections.abc import Callable

import pytest

from build_tools.paths import Repository
from tests.guard.hostile import MESSAGES
from tests.guard.hostile_book import quote, write_po


def test_every_hostile_message_is_told_by_the_check(
    command: Callable[..., int], tiny: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """`po check` tells each hostile message with its file, its line and its codes, and exits with 1."""
    path = tiny.po_folder("ko") / "part-one" / "strangers.po"
    originals = {f"{hostile.original} {number}": hostile for number, hostile in enumerate(MESSAGES)}
    write_po(path, {original: hostile.translation for original, hostile in originals.items()})
    lines = path.read_text(encoding="utf-8").split("\n")

    assert command("po", "check", str(path)) == 1
    shown = capsys.readouterr().out
    told: dict[str, set[str]] = {}
    form = re.compile(r"^locales/ko/LC_MESSAGES/part-one/strangers\.po:(\d+): .* \(([\w-]+)\)$", re.MULTILINE)
    for line, code in form.findall(shown):
        told.setdefault(lines[int(line) - 1], set()).add(code)
    for original, hostile in originals.items():
        assert told[f"msgid {quote(original)}"] >= set(hostile.codes.split())
