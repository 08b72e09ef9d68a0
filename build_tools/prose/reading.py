"""From Markdown to what the prose lint reads, with MyST's own parser.

In: the text of a file.
Out: a frozen `Document` with a line for each line that readers see.
Where files are, and what is wrong with them, is not this module's business.
"""

import re
from collections.abc import Iterable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from build_tools.prose.directives import read_entries, split_directive, split_glossary
from build_tools.prose.document import OPAQUE, ClaimsLine, Directive, Document, Entry, Kind, Line, Link, Term

EXTENSIONS = frozenset({"attrs_block", "attrs_inline", "colon_fence", "deflist"})  # those of book/conf.py
# Directives whose body is Markdown, and what that body is; the bodies of others are no text.
BODIES = {
    "summary": Kind.SUMMARY,
    "established": Kind.PROSE,
    "people": Kind.PROSE,
    "drawing": Kind.CAPTION,
    "figure": Kind.CAPTION,
    "table": Kind.CELL,
    "note": Kind.PROSE,
}
_CONTAINERS = {
    "footnote_reference_open": Kind.NOTE,
    "heading_open": Kind.HEADING,
    "th_open": Kind.CELL,
    "td_open": Kind.CELL,
    "dt_open": Kind.TERM,
}
_OPAQUE_ROLES = frozenset({"ref", "numref", "doc", "eq", "download"})
_ROLE = re.compile(r"(.*?)\s*<([^<>]+)>\Z", re.DOTALL)
_QUESTION = re.compile(r"\s*\w+:\s+(\S.*)")
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}\s*\Z")
_CLAIM = re.compile(r"\.([a-z]+-\d+)(?![\w-])")


@cache
def make_parser() -> MarkdownIt:
    """Make the parser that MyST uses for the book."""
    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)


def read_document(text: str, path: str, name: str) -> Document:
    """Read a document."""
    reader = _Reader()
    reader.read_text(text, 1, Kind.PROSE)
    return Document(
        path,
        name,
        tuple(sorted(reader.lines, key=lambda line: line.number)),
        tuple(reader.directives),
        tuple(reader.glossary),
        tuple(reader.terms),
        tuple(reader.links),
        tuple(reader.claims),
        tuple(reader.entries),
    )


class _Reader:
    """Gathers what a document holds, directive within directive."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.directives: list[Directive] = []
        self.glossary: list[Term] = []
        self.terms: list[Term] = []
        self.links: list[Link] = []
        self.claims: list[ClaimsLine] = []
        self.entries: list[Entry] = []
        self.blocks = 0

    def read_text(self, text: str, first: int, kind: Kind) -> None:
        """Read Markdown whose first line has this number."""
        tokens = make_parser().parse(text)
        self.claims += find_claims(text.splitlines(), tokens, first)
        around: list[Kind] = [kind]
        for token in tokens:
            if token.nesting > 0:
                around.append(_CONTAINERS.get(token.type, around[-1]))
            elif token.nesting < 0:
                around.pop()
            elif token.type == "inline":
                self.read_inline(token, first + (token.map or [0])[0], around[-1])
            elif token.type in {"fence", "colon_fence"}:
                self.read_fence(token, first + (token.map or [0])[0])

    def read_inline(self, token: Token, number: int, kind: Kind) -> None:
        """Read a paragraph, a heading or a cell, line by line."""
        self.blocks += 1
        shown, bare = "", False
        for child in token.children or []:
            if child.type in {"softbreak", "hardbreak"}:
                self.add(number, shown, kind)
                number, shown = number + 1, ""
            elif child.type == "link_open":
                bare = child.markup in {"autolink", "linkify"}
                self.links.append(Link(str(child.attrs["href"]), number, bare))
            elif child.type == "link_close":
                bare = False
            elif not bare:
                shown += self.show(child, number)
        self.add(number, shown, kind)

    def add(self, number: int, shown: str, kind: Kind) -> None:
        """Add a line of the present block."""
        if shown.strip():
            self.lines.append(Line(number, shown, kind, self.blocks))

    def show(self, token: Token, number: int) -> str:
        """Give what readers see of a piece of a line."""
        if token.type == "myst_role":
            return self.show_role(token.meta["name"], token.content, number)
        if token.type in {"text", "image"}:
            return token.content
        return OPAQUE if token.type == "code_inline" else ""

    def show_role(self, role: str, content: str, number: int) -> str:
        """Give what readers see of a role, and note the terms."""
        found = _ROLE.match(content)
        shown, target = (found[1], found[2]) if found else (content, content)
        if role == "term":
            self.terms.append(Term(target.strip(), number))
        return OPAQUE if role in _OPAQUE_ROLES and not found else shown

    def read_fence(self, token: Token, number: int) -> None:
        """Read a fenced block that begins at a line."""
        directive = split_directive(token.info, token.content, number)
        if directive is None:
            return
        self.directives.append(directive)
        if directive.name in BODIES:
            self.read_body(directive, BODIES[directive.name])
        elif directive.name == "questions":
            for place, line in enumerate(directive.body, directive.body_line):
                kind = Kind.ANSWER if line.lstrip().startswith("answer:") else Kind.QUESTION
                self.read_lines([(place, line)], kind)
        elif directive.name == "index":
            self.read_entries(directive)
        elif directive.name == "glossary":
            terms, definitions = split_glossary(directive)
            self.glossary += terms
            self.read_lines(((term.line, term.name) for term in terms), Kind.TERM)
            self.read_lines(definitions, Kind.PROSE)

    def read_entries(self, directive: Directive) -> None:
        """Read the entries of an index block; readers see them at the back."""
        entries = list(read_entries(directive))
        self.entries += entries
        for entry in {entry.line: entry for entry in entries}.values():
            self.blocks += 1
            self.add(entry.line, entry.shown, Kind.LABEL)

    def read_body(self, directive: Directive, kind: Kind) -> None:
        """Read a body that is Markdown, and what is said of it above."""
        if directive.name == "table":
            self.read_text(directive.argument, directive.line, Kind.CAPTION)
        for option in directive.options:
            if option.name == "alt":
                self.blocks += 1
                self.add(option.line, option.value, Kind.ALTERNATIVE)
        self.read_text("\n".join(directive.body), directive.body_line, kind)

    def read_lines(self, lines: Iterable[tuple[int, str]], kind: Kind) -> None:
        """Read lines that are a text each; of a question or an answer, what follows its kind."""
        for number, line in lines:
            found = _QUESTION.match(line) if kind in {Kind.QUESTION, Kind.ANSWER} else None
            self.read_text(found[1] if found else line, number, kind)


def find_claims(lines: list[str], tokens: list[Token], first: int) -> list[ClaimsLine]:
    """Find the lines that name claims, each with the kind of block below it."""
    fenced = {
        number
        for token in tokens
        if token.map and token.type in {"fence", "colon_fence", "code_block"}
        for number in range(*token.map)
    }
    hosts: dict[int, str] = {}
    for token in tokens:
        if token.map and token.type != "inline":
            hosts.setdefault(token.map[0], token.type)
    found = []
    for number, line in enumerate(lines):
        claims = tuple(_CLAIM.findall(line)) if _ATTRIBUTES.match(line) and number not in fenced else ()
        if claims:
            below = (n for n in range(number + 1, len(lines)) if lines[n].strip() and not _ATTRIBUTES.match(lines[n]))
            found.append(ClaimsLine(claims, first + number, hosts.get(next(below, -1), "")))
    return found
