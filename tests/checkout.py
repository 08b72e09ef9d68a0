"""A checkout of the tiny book: its words, its translations and the press, in a folder of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import polib

from build_tools.paths import PACKAGE, Repository

HERE = Path(__file__).resolve().parent
DATE = "1763856000"  # 23 November 2025
# What a machine may say about time, language and order, and what must not matter.
_FORGOTTEN = ("SOURCE_DATE_EPOCH", "PYTHONPATH", "PYTHONHASHSEED", "TZ")


def copy_words(target: Path) -> Repository:
    """Copy the tiny book, with the settings of the real one, into a folder."""
    shutil.copytree(HERE / "tiny_book", target, dirs_exist_ok=True)
    shutil.copy(HERE.parent / "book" / "conf.py", target / "book" / "conf.py")
    return Repository(target)


def copy_press(target: Path) -> None:
    """Copy the press beside a book."""
    shutil.copytree(PACKAGE, target / "build_tools", ignore=shutil.ignore_patterns("__pycache__", "bench"))


@dataclass(frozen=True)
class Checkout:
    """A folder in which `python -m build_tools` works on the tiny book."""

    root: Path

    @property
    def repository(self) -> Repository:
        """Its folders."""
        return Repository(self.root)

    @property
    def dist(self) -> Path:
        """Its shelf."""
        return self.root / "dist"

    @property
    def sums(self) -> str:
        """What SHA256SUMS on its shelf says."""
        return (self.dist / "SHA256SUMS").read_text(encoding="utf-8")

    def environment(self, **variables: str) -> dict[str, str]:
        """Give the variables of a shell in which the date is set, and others."""
        kept = {name: value for name, value in os.environ.items() if name not in _FORGOTTEN}
        return {**kept, "SOURCE_DATE_EPOCH": DATE, **variables}

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the command line as people do, in the root of the checkout."""
        command = [sys.executable, "-m", "build_tools", *arguments]
        return subprocess.run(
            command,
            cwd=self.root,
            env=self.environment(**variables),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def build(self, *arguments: str, **variables: str) -> str:
        """Build, and give what was told; nothing may be amiss."""
        done = self.run("build", *arguments, **variables)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        return done.stderr


def translate(repository: Repository, code: str, file: str, message: str, translation: str) -> None:
    """Change one translation as a translator does."""
    path = repository.po_folder(code) / file
    po = polib.pofile(str(path), wrapwidth=0)
    entry = po.find(message)
    assert entry is not None
    entry.msgstr = translation
    path.write_text(str(po), encoding="utf-8")
