"""The second wall of a site: scripts, elements, addresses and files that the press does not make.

In: a parsed site, and what may stand in it.  Out: problems.
What a stranger may be is told in `wall`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import resolve
from build_tools.verify.html_site import Page, Site
from build_tools.verify.wall import (
    Finding,
    Kind,
    find_strangers,
    find_strangers_in_drawing,
    hash_script,
    is_what_it_says,
)

_CODES = {Kind.SCRIPT: Code.HTML_SCRIPT, Kind.STRANGE: Code.HTML_STRANGE, Kind.ADDRESS: Code.HTML_ADDRESS}
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
# The folders of a site beside its pages, and the endings of what stands in them.
_FOLDERS = {
    "_static": _PICTURES | {".css", ".js", ".map", ".woff2", ".txt"},
    "_images": _PICTURES,
}
_FILES = frozenset({"searchindex.js", "objects.inv"})
# Pages that are reached by forms or by nothing.
_UNLINKED = frozenset({"index.html", "search.html"})
# Scripts that hold words or settings: a call or an assignment, and data.
_DATA = {
    "searchindex.js": ("Search.setIndex(", ")"),
    "_static/translations.js": ("Documentation.addTranslations(", ");"),
}
_OPTION = re.compile(r"    [A-Z_]+: (?:'[\w. -]*'|true|false),?\Z")
# Sphinx's words and word forms of a language; a translation has no part in it.
_BY_NAME = frozenset({"_static/language_data.js"})


def check_strangers(site: Site, page: Page) -> Iterator[Problem]:
    """Check that a page holds nothing that the press does not make."""
    yield from _tell(site, page.path, find_strangers(page.tree, site.expectation.known))


def check_files(site: Site) -> Iterator[Problem]:
    """Check that a site holds no file that the press does not make, and each is what its name says."""
    used = _list_used(site)
    for file in sorted(site.folder.rglob("*")):
        name = file.relative_to(site.folder).as_posix()
        if file.is_dir() or any(part.startswith(".") for part in name.split("/")):
            continue  # what is hidden is not laid on the shelf
        path = f"{site.name}/{name}"
        if file.is_symlink() or not is_known(name) or (name.startswith("_images/") and path not in used):
            yield Problem.of(Code.HTML_STRANGE, site.place_of(path), "a file that the site has no use for")
        elif file.suffix == ".html" and name not in _UNLINKED and path not in used:
            yield Problem.of(Code.HTML_STRANGE, site.place_of(path), "a page that no other page leads to")
        else:
            yield from _tell(site, path, look_into(name, file.read_bytes(), site))


def is_known(name: str) -> bool:
    """Tell whether a file of a site has a name as the press gives it.

    >>> [is_known(name) for name in ("moon/apollo.html", "_static/book.css", "_downloads/x.csv", "_images/x.html")]
    [True, True, False, False]
    """
    top, _, below = name.partition("/")
    ending = PurePosixPath(name).suffix
    if below and top in _FOLDERS:
        return ending in _FOLDERS[top]
    return name in _FILES or (ending == ".html" and not top.startswith("_"))


def look_into(name: str, content: bytes, site: Site) -> Iterator[Finding]:
    """Look into a file: it must be what its ending says, and a script one that is known."""
    ending = PurePosixPath(name).suffix
    if not is_what_it_says(ending, content):
        yield Finding(Kind.STRANGE, f"a file that is no {ending} file")
    if ending == ".svg":
        yield from find_strangers_in_drawing(content, site.expectation.known)
    if ending == ".js" and content and not is_known_script(name, content, site.expectation.known.scripts):
        yield Finding(Kind.SCRIPT, "a script that is none of the press's")


def is_known_script(name: str, content: bytes, scripts: frozenset[str]) -> bool:
    """Tell whether a script is one of the press's: by its content, or as nothing but data."""
    if hash_script(content) in scripts or name in _BY_NAME:
        return True
    text = content.decode("utf-8", errors="replace").strip()
    if name in _DATA:
        before, after = _DATA[name]
        return text.startswith(before) and text.endswith(after) and _is_json(text[len(before) : -len(after)])
    lines = text.splitlines()
    framed = lines[:1] == ["const DOCUMENTATION_OPTIONS = {"] and lines[-1:] == ["};"]
    return name == "_static/documentation_options.js" and framed and all(map(_OPTION.match, lines[1:-1]))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _list_used(site: Site) -> frozenset[str]:
    """List the files that pages lead to or show, as they are published."""
    return frozenset(
        resolve(page.path, str(address))[0]
        for page in site.pages.values()
        for address in page.tree.xpath("//@href | //@src")
        if not str(address).startswith("#")
    )


def _tell(site: Site, path: str, findings: Iterator[Finding]) -> Iterator[Problem]:
    for kind, found, line in findings:
        yield Problem.of(_CODES[kind], site.place_of(path), found, line=line)
