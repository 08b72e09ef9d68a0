"""What tests share: the tiny book, and editions made from it."""

import shutil
from pathlib import Path

import pytest

from build_tools.paths import Repository

HERE = Path(__file__).resolve().parent
DATE = "1763856000"  # 23 November 2025


def copy_tiny_book(target: Path) -> Repository:
    """Copy the tiny book, with the settings of the real one, into a folder."""
    shutil.copytree(HERE / "tiny_book", target, dirs_exist_ok=True)
    shutil.copy(HERE.parent / "book" / "conf.py", target / "book" / "conf.py")
    return Repository(target)


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Give a tiny book that a test may change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DATE)
    return copy_tiny_book(tmp_path / "tiny")
