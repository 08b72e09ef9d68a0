"""A copy of the sources for each press, so that the checkout is not touched and neither sees the other's files.

In: the repository.
Out: a folder with the sources, and the settings with which Sphinx's own builders can read them.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from build_tools.bench.outputs import strip_setting
from build_tools.paths import Repository

PARTS = ("book", "locales", "build_tools", "requirements")
SETTINGS = '''\
"""The book's own settings for Sphinx's own builders."""

import runpy

_ours = runpy.run_path({conf!r})
globals().update({{name: value for name, value in _ours.items() if not name.startswith("_")}})

# The writers of the press stay at home; what reads the text does not.
extensions = [name for name in extensions if name != "build_tools.writers"]
if tags.has("simplepdf"):
    extensions.append("sphinx_simplepdf")


def _leave_out_index(app, docname, source):
    """Leave out the index, at which sphinx-simplepdf stops with an IndexError (`ref[0]` in `_toctree_fix`)."""
    if tags.has("simplepdf"):
        source[0] = "".join(line for line in source[0].splitlines(True) if line.strip() != "genindex")


def setup(app):
    app.connect("source-read", _leave_out_index)
'''


@dataclass(frozen=True)
class Sources:
    """How much there is to print."""

    documents: int
    letters: int


def copy_sources(repository: Repository, root: Path) -> Repository:
    """Copy what a build needs; nothing that an earlier build has made comes along."""
    root.mkdir()
    made = shutil.ignore_patterns("__pycache__", "_build", "*.mo", "*.pot")
    for part in PARTS:
        shutil.copytree(repository.root / part, root / part, ignore=made)
    return Repository(root)


def write_stock_settings(repository: Repository) -> Path:
    """Write the settings for Sphinx's own builders into a folder, and give it."""
    folder = repository.root / "stock"
    folder.mkdir()
    (folder / "conf.py").write_text(SETTINGS.format(conf=str(repository.book / "conf.py")), encoding="utf-8")
    return folder


def clean(repository: Repository, *, keep_fonts: bool = False) -> None:
    """Remove everything that a build makes.

    :param keep_fonts: leave the fonts that are already cut down to the letters of the book.
    """
    for path in [repository.root / "dist", *repository.build.glob("*")]:
        if path.is_dir() and not (keep_fonts and path.name == "fonts"):
            shutil.rmtree(path)
    for path in repository.locales.rglob("*.mo"):
        path.unlink()


def weigh_sources(repository: Repository) -> Sources:
    """Count the documents of the book and their letters."""
    documents = list(repository.book.rglob("*.md"))
    return Sources(len(documents), sum(len(strip_setting(path.read_text(encoding="utf-8"))) for path in documents))
