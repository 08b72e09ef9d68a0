"""Dates: that of an edition, and how a language writes dates.

In: SOURCE_DATE_EPOCH, the repository's last commit, or the stamp that git leaves in an archive.
Out: a moment in UTC.  The same commit has the same date, so that it gives the same bytes.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from build_tools.config import Language
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


def render_date(written: str, language: Language) -> str:
    """Render a date as the language writes it: a day, a month with its year, or a year.

    >>> render_date("1957-10-04", Language("en", "English")), render_date("1957-10", Language("hu", "magyar"))
    ('4 October 1957', '1957. október')
    """
    from babel import UnknownLocaleError
    from babel.dates import format_date, format_skeleton

    year, month, day = [*map(int, written.split("-")), 1, 1][:3]
    moment, code = date(year, month, day), language.code.replace("-", "_")
    try:
        if written.count("-") == 2:
            return format_date(moment, language.date_format, locale=code)
        parts = "yMMMM" if "-" in written else "y"
        # A Hungarian year has a full stop only where something follows it.
        return format_skeleton(parts, datetime(year, month, day, tzinfo=UTC), locale=code).removesuffix(".")
    except UnknownLocaleError:
        return written


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
