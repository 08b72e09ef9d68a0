"""What may stand in an artifact although it does not come from within: the book's own addresses, the theme's scripts.

In: the book, and the installed Sphinx and theme.
Out: a `Known` object for the verifiers.
"""

import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from build_tools.config import Book
from build_tools.guard.links import load_links
from build_tools.paths import THEME, Repository
from build_tools.verify.expectation import Known
from build_tools.verify.wall import hash_script

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def load_known(repository: Repository, book: Book) -> Known:
    """Load what the verifiers may find in each artifact of the book."""
    links = load_links(repository.book) | {book.licence_url}
    return Known(links - {""}, book.repository, hash_scripts())


@cache
def hash_scripts() -> frozenset[str]:
    """Hash the scripts that a site brings along: Sphinx's, the theme's and ours."""
    sphinx, furo = _package("sphinx"), _package("furo") / "theme" / "furo"
    folders = [sphinx / "themes" / "basic" / "static", sphinx / "search", furo / "static", THEME / "site" / "static"]
    files = {hash_script(path.read_bytes()) for folder in folders for path in folder.rglob("*.js")}
    return frozenset(files | {hash_script(text) for folder in (furo, THEME / "site") for text in _list_inline(folder)})


def _list_inline(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.html"):
        yield from _INLINE.findall(path.read_text(encoding="utf-8"))


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent
