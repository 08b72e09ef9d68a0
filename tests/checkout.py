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


def forget(repository: Repository, code: str, file: str, *messages: str, fuzzy: bool = False) -> None:
    """Take translations out of a PO file, some or all; or leave them there as fuzzy."""
    path = repository.po_folder(code) / file
    po = polib.pofile(str(path), wrapwidth=0)
    found = [entry for entry in po if entry.msgid in messages or not messages]
    assert len(found) == (len(messages) or len(po))
    for entry in found:
        if fuzzy:
            entry.flags.append("fuzzy")
        else:
            entry.msgstr = ""
    path.write_text(str(po), encoding="utf-8")


def add_language(repository: Repository, code: str, name: str) -> None:
    """Put a language into the registry that is written in Latin letters; nothing of it is translated."""
    text = repository.registry_file.read_text(encoding="utf-8")
    start, end, fonts = (text.index(name) for name in ("[languages.en]", "[languages.ar]", "[fonts."))
    table = text[start:end].replace("languages.en", f"languages.{code}").replace('"English"', f'"{name}"')
    repository.registry_file.write_text(text[:fonts] + table + text[fonts:], encoding="utf-8")


def leave_half_done(repository: Repository) -> None:
    """Leave the tiny book half translated into Korean and Arabic, and not at all into Hungarian."""
    first = (
        "A rocket flew. It was the *first*.",
        "Large dot",
        "A large dot beside a small one.",
        "Two dots, to scale.",
    )
    more = ("Two rows", "Year", "Who planned the rocket?", "A note of *some* length, to stand at the foot of the page.")
    for code in ("ar", "ko"):
        forget(repository, code, "part-one/second.po")
        forget(repository, code, "part-one/first.po", *first, *more)
        forget(repository, code, "part-one/first.po", "A section", "The rocket had *two* stages.", fuzzy=True)
        forget(repository, code, "backmatter/timeline.po", "A rocket, the first of all, flies.", "First rocket")
        forget(repository, code, "backmatter/glossary.po", "satellite", "A body that circles another.")
        forget(repository, code, "backmatter/lists.po", "A designer of rockets.", "It is not so.", "Large dot")
    text = repository.registry_file.read_text(encoding="utf-8")
    start = text.index("[languages.ko]")
    repository.registry_file.write_text(text[:start] + text[start:].replace("threshold = 90", "threshold = 50"))
    add_language(repository, "hu", "Magyar")
    project = '\n[project]\nrepository = "https://example.org/tiny/blob/main/"\n'
    with repository.book_file.open("a", encoding="utf-8") as file:
        file.write(project)
