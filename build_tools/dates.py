"""The date of an edition: that of the commit, so that the same commit gives the same bytes.

In: SOURCE_DATE_EPOCH, the repository's last commit, or the stamp that git leaves in an archive.
Out: a moment in UTC.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

VARIABLE = "SOURCE_DATE_EPOCH"
STAMP = ".git_archival.txt"


def read_edition_date(root: Path) -> datetime:
    """Read the date from the environment, from git or from the archive's stamp, in this order."""
    for text in _list_sources(root):
        if text.isdigit():
            return datetime.fromtimestamp(int(text), UTC)
    cure = f"Build in a git checkout, or set {VARIABLE} to a number of seconds since 1970."
    problem = Problem.of(Code.EDITION_DATE, "command line", "the date of the edition cannot be told", cure=cure)
    raise BuildToolsError([problem], ExitCode.WRONG_COMMAND)


def _list_sources(root: Path) -> Iterator[str]:
    yield os.environ.get(VARIABLE, "")
    yield _ask_git(root)
    yield _read_stamp(root / STAMP)


def _ask_git(root: Path) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _read_stamp(path: Path) -> str:
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r"^date:\s*(\d+)\s*$", text, re.MULTILINE)
    return found[1] if found else ""
