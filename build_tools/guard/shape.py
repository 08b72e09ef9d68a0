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
_EXPLICIT = re.compile(r"(?s).+?\s*(?<!\x00)<(.*?)>\Z")
# The extensions of Markdown that the book is read with; `book/conf.py` takes them from here.
EXTENSIONS = ("attrs_block", "attrs_inline", "colon_fence", "deflist")
# What attributes say by themselves; all others were written by hand.
_OWN_ATTRIBUTES = frozenset({"href", "src", "alt", "title", "start"})
# Letters without which nothing is markup: neither within a line nor at its beginning.
_MARKUP = re.compile(r"[`*_\[\]<>{}&\\~|^$]|\A\s|\s\Z|\n|\A(?:[-+#%=:(]|\d+[.)]|\.\.)|://")
_EMPHASIS = {"em_open": "emphasis", "strong_open": "strong"}
_PLAIN = frozenset({"text", "text_special", "softbreak", "hardbreak", "inline"})


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
    """

    blocks: tuple[str, ...]
    parts: tuple[Part, ...]
    words: str


def read_shape(message: str) -> Shape:
    """Read the shape of a message."""
    if not _MARKUP.search(message):
        return Shape(("paragraph",), (), message)
    environment: dict[str, Any] = {}
    tokens = _make_parser().parse(message, environment)
    blocks, parts, words = [], [], []
    for token in tokens:
        if token.type == "inline":
            for child in walk_inline(token.children or []):
                parts += list_parts(child)
                words += [child.content] if child.type in {"text", "text_special", "code_inline"} else [" "]
        else:
            if token.nesting >= 0:
                blocks.append(token.type.removesuffix("_open"))
            parts += list_attributes(token)
    # Definitions leave no token, but they change what other text means.
    blocks += ["reference definition"] * len(environment.get("references", {}))
    return Shape(tuple(blocks), tuple(parts), "".join(words))


@cache
def _make_parser() -> Any:
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


def list_parts(token: Any) -> Iterator[Part]:
    """List what an inline token adds to the shape."""
    attributes: Mapping[str, Any] = token.attrs
    if token.type == "myst_role":
        yield Part("role", f"{{{token.meta['name']}}} {read_target(token.content)}")
    elif token.type == "link_open":
        yield Part("link", " ".join(filter(None, [str(attributes["href"]), str(attributes.get("title", ""))])))
    elif token.type == "image":
        yield Part("image", str(attributes["src"]))
    elif token.type == "footnote_ref":
        yield Part("note", str(token.meta["label"]))
    elif token.type in _EMPHASIS:
        yield Part(_EMPHASIS[token.type], "")
    elif token.type == "html_inline":
        yield Part("html", token.content)
    elif token.type not in _PLAIN and token.nesting >= 0 and token.type != "span_open":
        yield Part(token.type.removesuffix("_open"), token.content)
    yield from list_attributes(token)


def list_attributes(token: Any) -> Iterator[Part]:
    """List the attributes that were given to a token by hand."""
    for name, value in token.attrs.items():
        if name not in _OWN_ATTRIBUTES and not str(value).startswith("myst-"):
            yield Part("attribute", f"{name}={value}")


def read_target(content: str) -> str:
    """Read the target of a role.

    >>> read_target("satellites <satellite>"), read_target("satellite")
    ('satellite', 'satellite')
    """
    found = _EXPLICIT.match(content)
    return found[1] if found else content
