"""`locales/weblate.json`: what Weblate must know to offer the PO files for translation in a browser.

In: the names of the PO files and the facts of the book.
Out: a list of components as `weblate import_json` reads it: one for each PO file, the press's first.
Where the repository lies is told to Weblate itself, once, with its main component.

https://docs.weblate.org/en/latest/admin/management.html#import-json
"""

import json
from collections.abc import Iterable
from typing import Any

from build_tools.config import Book, load_book
from build_tools.guard.po_files import PLAIN
from build_tools.paths import Repository

MAIN = "press"
# As our own files are written: a line a message.
_FORMAT = {"po_line_wrap": 65535}


def write_components(repository: Repository) -> None:
    """Write the list, unless it says the same already."""
    path = repository.locales / "weblate.json"
    text = render_components(list_po_names(repository), load_book(repository))
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def list_po_names(repository: Repository) -> list[str]:
    """List the PO files that any language has, without suffix."""
    folders = repository.locales.glob("*/LC_MESSAGES")
    names = {path.relative_to(folder).with_suffix("").as_posix() for folder in folders for path in folder.rglob("*.po")}
    return sorted(names, key=lambda name: (name != MAIN, "/" in name, name))


def render_components(names: Iterable[str], book: Book) -> str:
    """Render the list of components."""
    return json.dumps([make_component(name, book) for name in names], ensure_ascii=False, indent=2) + "\n"


def make_component(name: str, book: Book) -> dict[str, Any]:
    """Make the component of a PO file."""
    return {
        "name": name,
        "slug": name.replace("/", "-"),
        "filemask": f"locales/*/LC_MESSAGES/{name}.po",
        "file_format": "po",
        "file_format_params": _FORMAT,
        "license": book.licence_short.replace(" ", "-"),
        # A language comes with `nox -s new-language`, which knows more than Weblate does.
        "new_lang": "contact",
        # The same words may need another translation elsewhere; `po update` offers it as fuzzy.
        "allow_translation_propagation": False,
        "check_flags": "" if name in PLAIN else "md-text",
    }
