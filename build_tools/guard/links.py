"""The addresses that the book itself leads to: no edition has others.

In: the book's Markdown, in its source language.
Out: the addresses of its links, those in directives included.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools.guard.shape import make_parser, walk_inline

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_DIRECTIVES = frozenset({"fence", "colon_fence"})


def load_links(book: Path) -> frozenset[str]:
    """Load the addresses outside the book that its documents lead to."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(book.rglob("*.md")))
    # Most chapters lead nowhere, and reading one takes longer than looking for what an address cannot do without.
    return frozenset(link for text in texts if "://" in text or "mailto:" in text for link in list_links(text))


def list_links(text: str) -> Iterator[str]:
    """List the addresses that a text in Markdown leads to."""
    for token in make_parser().parse(text, {}):
        if token.type in _DIRECTIVES:
            yield from list_links(token.content)
        for child in walk_inline(token.children or []):
            yield from _list_addresses(child)


def _list_addresses(token: Any) -> Iterator[str]:
    address = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
    if _SCHEME.match(address):
        yield address
