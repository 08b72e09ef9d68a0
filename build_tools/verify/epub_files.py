"""The second wall of an ebook: scripts, elements, addresses and files that the press does not make.

In: an open ebook.  Out: problems.
What a stranger may be is told in `wall`.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import is_remote
from build_tools.verify.epub_book import NAMESPACES, Ebook
from build_tools.verify.wall import Finding, Kind, find_strangers, find_strangers_in_drawing, is_what_it_says

_CODES = {Kind.SCRIPT: Code.EPUB_EXTERNAL, Kind.STRANGE: Code.EPUB_STRANGE, Kind.ADDRESS: Code.EPUB_ADDRESS}
_TYPES = {
    "application/xhtml+xml": {".xhtml"},
    "application/x-dtbncx+xml": {".ncx"},
    "text/css": {".css"},
    "text/plain": {".txt"},
    "font/woff2": {".woff2"},
    "image/jpeg": {".jpg", ".jpeg"},
    "image/png": {".png"},
    "image/gif": {".gif"},
    "image/webp": {".webp"},
    "image/svg+xml": {".svg"},
}
# An ebook runs nothing and asks for nothing.
_FORBIDDEN = frozenset({"script", "form", "input", "button"})
_CONTAINER = frozenset({"mimetype", "META-INF/container.xml"})


def check_strangers(ebook: Ebook) -> Iterator[Problem]:
    """Check that no document holds what the press does not make; an ebook holds no script at all."""
    for path, tree in ebook.documents.items():
        yield from _tell(ebook, path, find_strangers(tree, ebook.expectation.known, forbidden=_FORBIDDEN))


def check_files(ebook: Ebook) -> Iterator[Problem]:
    """Check that each file is of a type that the press packs, and is what its type says."""
    for name in sorted(ebook.files):
        if name.startswith("META-INF/") and name not in _CONTAINER:
            yield Problem.of(Code.EPUB_STRANGE, ebook.place_of(name), "a file that the ebook has no use for")
    for item in ebook.items:
        ending, content = PurePosixPath(item.path).suffix, ebook.files.get(item.path, b"")
        if is_remote(item.path) or ending not in _TYPES.get(item.media_type, ()):
            found = f"a file of the type {item.media_type}, which the press does not pack"
            yield Problem.of(Code.EPUB_STRANGE, ebook.place_of(item.path), found)
        elif content and not is_what_it_says(ending, content):
            yield Problem.of(Code.EPUB_STRANGE, ebook.place_of(item.path), f"a file that is no {ending} file")
        elif ending == ".svg":
            yield from _tell(ebook, item.path, find_strangers_in_drawing(content, ebook.expectation.known))
    for link in ebook.package.iterfind(".//opf:link", NAMESPACES):
        yield Problem.of(Code.EPUB_STRANGE, ebook.place_of(ebook.package_path), f"a link to {link.get('href')}")


def _tell(ebook: Ebook, path: str, findings: Iterator[Finding]) -> Iterator[Problem]:
    for kind, found, line in findings:
        yield Problem.of(_CODES[kind], ebook.place_of(path), found, line=line)
