"""The date of an edition."""

import subprocess
from pathlib import Path

import pytest

from build_tools.dates import STAMP, VARIABLE, read_edition_date
from build_tools.problems import BuildToolsError, ExitCode


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in no git checkout, with no date in the environment."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def test_date_of_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH decides before everything else, in UTC wherever the machine stands."""
    (folder / STAMP).write_text("date: 1\n")
    monkeypatch.setenv(VARIABLE, "1763942399")
    monkeypatch.setenv("TZ", "Asia/Seoul")

    assert read_edition_date(folder).isoformat() == "2025-11-23T23:59:59+00:00"


def test_date_of_the_last_commit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a git checkout the date is that of the last commit."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", "2025-01-02T03:04:05+0900")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "commit", "-q", "--allow-empty", "-m", "x"], check=True)

    assert read_edition_date(folder).isoformat() == "2025-01-01T18:04:05+00:00"


def test_date_of_an_archive(folder: Path) -> None:
    """In an archive the date is the one that git has left in it."""
    (folder / STAMP).write_text("date: 1735786800\n")

    assert read_edition_date(folder).isoformat() == "2025-01-02T03:00:00+00:00"


@pytest.mark.parametrize("stamp", ["", "date: $Format:%ct$\n"], ids=["absent", "not filled in"])
def test_date_when_nothing_tells_it(folder: Path, stamp: str) -> None:
    """Where nothing tells the date, there is a problem with a cure; the clock is never asked."""
    (folder / STAMP).write_text(stamp)
    with pytest.raises(BuildToolsError) as refused:
        read_edition_date(folder)

    assert refused.value.exit_code == ExitCode.WRONG_COMMAND
    assert VARIABLE in refused.value.problems[0].cure
