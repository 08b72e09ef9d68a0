"""Addresses within an artifact, and what a document loads from elsewhere.

In: parsed documents, style sheets and scripts.  Out: addresses with the line where they stand.
Whether an address leads somewhere is the verifiers' business.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

_REMOTE = re.compile(r"\s*(?:(?!data:)[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_CSS_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]+))"""
    # A string is an address after @import and in image-set(); one that begins as an address is told anywhere.
    r"""|(?:@import\s*|image-set\(\s*|,\s*(?=["'][^"']*["']\s*\d+x))["']([^"']+)|["']((?:https?:|wss?:)?//[^"']*)""",
    re.IGNORECASE,
)
# A namespace has the name of an address, but is none.
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|@namespace\b[^;{}]*;", re.DOTALL)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_SCRIPT_LOAD = re.compile(
    r"""(?:\b(?:fetch|import|importScripts|open|Worker|EventSource|WebSocket|sendBeacon)\s*\(?|\bfrom|\.(?:src|href)\s*=)"""
    r"""\s*["'`]((?:https?:|wss?:)?//[^"'`\s]+)"""
)
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}
    | {"icon", "manifest", "apple-touch-icon", "pingback"}
)


class Address(NamedTuple):
    """An address, and the line where it stands or 0."""

    url: str
    line: int = 0


def is_remote(url: str) -> bool:
    """Tell whether an address leads to a host or to another scheme than the artifact's own."""
    return bool(_REMOTE.match(url))


def resolve(page: str, url: str) -> tuple[str, str]:
    """Resolve a local address against the path of its page; give the path and the fragment.

    >>> resolve("ko/moon/apollo.html", "../index.html#top")
    ('ko/index.html', 'top')
    """
    parts = urlsplit(url.strip())
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/"):
        target = posixpath.join(target, "index.html").removeprefix("./")
    return target, unquote(parts.fragment)


def line_of(element: Any) -> int:
    """Give the line of an element, or 0."""
    return int(element.sourceline or 0)


def select(tree: Any, path: str, namespaces: Mapping[str, str] | None = None) -> list[str]:
    """Select texts or attributes by an XPath."""
    return [str(value) for value in tree.xpath(path, namespaces=namespaces)]


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace; comments have none."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def find_loads(tree: etree._Element) -> Iterator[Address]:
    """Find everything that a document loads by itself: anything but where a reader may go."""
    for element in tree.iter("*"):
        line = line_of(element)
        for url in _list_loads(element):
            yield Address(url.strip(), line)
        if local_name(element) == "style":
            yield from (Address(url, line + lines) for url, lines in find_css_loads(element.text or ""))
        if style := element.get("style"):
            yield from (Address(url, line) for url, _ in find_css_loads(style))


def _list_loads(element: etree._Element) -> Iterator[str]:
    name = local_name(element)
    for attribute, value in element.attrib.items():
        plain = str(attribute).rpartition("}")[2].lower()
        loading = plain in {"src", "poster", "background"}
        if loading or (plain, name) in {("data", "object"), ("action", "form")}:
            yield str(value)
        elif plain == "srcset":
            yield from (part.split()[0] for part in str(value).split(",") if part.strip())
        elif plain == "ping":
            yield from str(value).split()
        elif plain == "href" and _loads_by_href(element, name):
            yield str(value)


def _loads_by_href(element: etree._Element, name: str) -> bool:
    if name == "link":
        return bool(_LOADING_RELATIONS & set((element.get("rel") or "").lower().split()))
    return name in {"image", "use", "base", "feimage", "script"}


def find_css_loads(css: str) -> Iterator[Address]:
    """Find everything that a style sheet loads."""
    plain = _CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    # What is written with numbers of letters, such as @im\\70ort, means the same to a browser.
    plain = _CSS_ESCAPE.sub(_resolve_escape, plain)
    for match in _CSS_URL.finditer(plain):
        url = next(filter(None, match.groups()), "").strip()
        if not url.startswith("#"):
            yield Address(url, plain.count("\n", 0, match.start()))


def _resolve_escape(escape: re.Match[str]) -> str:
    number = int(escape[1], 16) if escape[1] else 0
    return escape[2] or (chr(number) if 0 < number < 0x110000 else "")


def find_script_loads(script: str) -> Iterator[Address]:
    """Find the hosts that a script names where it loads something."""
    for match in _SCRIPT_LOAD.finditer(script):
        yield Address(match[1], script.count("\n", 0, match.start()) + 1)
