"""Links: within the book, and to other hosts; nothing is asked of a network.

In: documents.  Out: a problem for each link that leads nowhere or is badly formed.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from build_tools.problems import Code, Problem
from build_tools.prose.document import Document
from build_tools.prose.manuscript import Manuscript

_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)\S+")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+\Z")
_BARE_CURE = "Give the link words of its own: [words](https://…)"


def check_links(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each link that leads nowhere, is badly formed or shows its address."""
    names = frozenset(document.name for document in manuscript.documents)
    for document in manuscript.documents:
        for link in document.links:
            found = find_fault(link.target, document.name, names)
            if found:
                yield document.problem(Code.LINK, link.line, found)
            elif link.bare:
                yield document.problem(Code.LINK, link.line, f"'{link.target}' is a bare address", _BARE_CURE)
        yield from check_addresses(document)


def check_addresses(document: Document) -> Iterator[Problem]:
    """Yield a problem for each address that stands in the text."""
    for line in document.lines:
        for match in _ADDRESS.finditer(line.text):
            yield document.problem(Code.LINK, line.number, f"'{match[0]}' is a bare address", _BARE_CURE)


def find_fault(target: str, name: str, names: frozenset[str]) -> str:
    """Say what is wrong with where a link of a document leads, or nothing."""
    if re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE) or target.startswith("//"):
        return find_fault_of_address(target)
    path = unquote(target.partition("#")[0])
    if not path.endswith(".md"):
        return ""
    beside = path.removeprefix("/") if path.startswith("/") else posixpath.join(posixpath.dirname(name), path)
    leads_to = posixpath.normpath(beside).removesuffix(".md")
    return "" if leads_to in names else f"'{target}' leads to no file of the book"


def find_fault_of_address(target: str) -> str:
    """Say what is wrong with an address of another host, or nothing."""
    parts = urlsplit(target)
    if parts.scheme == "mailto":
        return ""
    if parts.scheme != "https":
        return f"'{target}' does not begin with https://"
    return "" if _HOST.match(parts.netloc) else f"'{target}' has no well-formed host"
