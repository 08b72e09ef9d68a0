"""The shape of a message: everything in it but its words.

In: a message in MyST Markdown.
Out: a frozen `Shape`: blocks, roles, links, pictures, notes, code, formulas, raw HTML, attributes, emphasis.
The message is only cut into tokens: no role or directive runs, no file is opened, nothing is rendered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

# As in docutils' and Sphinx's roles: `title <target>`.
_EXPLICIT = re.compile(r"(?s)(.+?)\s*(?<!\x00)<(.*?)>\Z")
# The extensions of Markdown that the book is read with; `book/conf.py` takes them from here.
EXTENSIONS = ("attrs_block", "attrs_inline", "colon_fence", "deflist")
# What attributes a token has by itself; all others were written by hand.
_OWN_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "link_open": frozenset({"href", "title"}),
    "image": frozenset({"src", "alt", "title"}),
    "ordered_list_open": frozenset({"start"}),
    "th_open": frozenset({"style"}),
    "td_open": frozenset({"style"}),
}
# Letters without which nothing is markup: neither within a line nor at its beginning.
_MARKUP = re.compile(r"[`*_\[\]<>{}&\\~|^$]|\A\s|\s\Z|[\r\n]|\A(?:[-+#%=:(]|\d+[.)]|\.\.)|://")
_EMPHASIS = {"em_open": "emphasis", "strong_open": "strong"}
_PLAIN = frozenset({"text", "text_special", "softbreak"})
# Sphinx puts a number into the title of this role, which must ask for it once, and for nothing else.
_NUMBERED = frozenset({"numref", "std:numref"})
_FILLED = re.compile(r"\{[^{}]*\}?|%s|[}%]")
_FILLINGS = (["%s"], ["{number}"])


@dataclass(frozen=True)
class Part:
    """One thing in a message that is not words: its kind, and what must stay the same."""

    kind: str
    value: str


@dataclass(frozen=True)
class Shape:
    """Everything in a message but its words.

    :param blocks: the kinds of its blocks; a plain message is one paragraph.
    :param parts: roles, links and so on, in their order.
    :param words: the text without markup, with entities resolved.
    :param depth: how deep emphasis and links stand in each other.
    """

    blocks: tuple[str, ...]
    parts: tuple[Part, ...]
    words: str
    depth: int = 0


def read_shape(message: str) -> Shape:
    """Read the shape of a message."""
    if not _MARKUP.search(message):
        return Shape(("paragraph",), (), message)
    environment: dict[str, Any] = {}
    blocks: list[str] = []
    parts: list[Part] = []
    words: list[str] = []
    depth = 0
    for token in make_parser().parse(message, environment):
        if token.type != "inline":
            blocks += [token.type.removesuffix("_open")] if token.nesting >= 0 else []
            parts += list_block_parts(token)
            continue
        for child in walk_inline(token.children or []):
            parts += list_parts(child)
            words.append(list_words(child))
            depth = max(depth, child.level)
    # Definitions leave no token, but they change what other text means.
    blocks += ["reference definition"] * len(environment.get("references", {}))
    return Shape(tuple(blocks), tuple(parts), "".join(words), depth)


@cache
def make_parser() -> Any:
    """Make MyST's own parser, with the book's extensions: what is markup for Sphinx is markup for us."""
    from markdown_it.renderer import RendererHTML
    from myst_parser.config.main import MdParserConfig
    from myst_parser.parsers.mdit import create_md_parser

    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)


def walk_inline(tokens: Iterable[Any]) -> Iterator[Any]:
    """Walk through inline tokens and those within them."""
    for token in tokens:
        yield token
        yield from walk_inline(token.children or [])


def list_words(token: Any) -> str:
    """Give the words of an inline token."""
    if token.type == "myst_role":
        return split_role(token.content)[0]
    return str(token.content) if token.type in {"text", "text_special", "code_inline"} else " "


def list_block_parts(token: Any) -> Iterator[Part]:
    """List what a block token adds to the shape: its content where that is not text, and its attributes."""
    kind = token.type.removesuffix("_open")
    label = str(token.meta.get("label", "")) if kind == "footnote_reference" else ""
    # The level of a heading is its tag.
    value = " ".join(filter(None, [token.tag if kind == "heading" else "", token.info, token.content, label]))
    if value and token.nesting >= 0:
        yield Part(kind, value)
    yield from list_attributes(token)


def list_parts(token: Any) -> Iterator[Part]:
    """List what an inline token adds to the shape."""
    attributes: Mapping[str, Any] = token.attrs
    if token.type == "myst_role":
        yield Part("role", f"{{{token.meta['name']}}} {read_role(token.meta['name'], token.content)}")
    elif token.type == "link_open":
        yield Part("link", " ".join(str(attributes[name]) for name in ("href", "title") if attributes.get(name)))
    elif token.type == "image":
        yield Part("image", " ".join(str(attributes[name]) for name in ("src", "title", "alt") if attributes.get(name)))
    elif token.type == "footnote_ref":
        yield Part("note", str(token.meta["label"]))
    elif token.type in _EMPHASIS:
        yield Part(_EMPHASIS[token.type], "")
    elif token.type == "html_inline":
        yield Part("html", token.content)
    elif token.type not in _PLAIN and token.nesting >= 0:
        yield Part(token.type.removesuffix("_open"), token.content)
    yield from list_attributes(token)


def list_attributes(token: Any) -> Iterator[Part]:
    """List the attributes that were given to a token by hand."""
    own = _OWN_ATTRIBUTES.get(token.type, frozenset())
    for name, value in token.attrs.items():
        if name not in own and not token.type.startswith("myst_"):
            yield Part("attribute", f"{name}={value}")


def read_role(name: str, content: str) -> str:
    """Read what must stay the same of a role: its target, and all of it where its title is not as it must be."""
    title, target = split_role(content)
    broken = name in _NUMBERED and content != target and _FILLED.findall(title) not in _FILLINGS
    return content if broken else target


def split_role(content: str) -> tuple[str, str]:
    """Split the content of a role into title and target.

    >>> split_role("satellites <satellite>"), split_role("satellite"), split_role("!satellites <satellite>")
    (('satellites', 'satellite'), ('satellite', 'satellite'), ('!satellites <satellite>', '!satellites <satellite>'))
    """
    found = _EXPLICIT.match(content)
    # A role that begins with an exclamation mark leads nowhere.
    return (found[1], found[2]) if found and not content.startswith("!") else (content, content)
