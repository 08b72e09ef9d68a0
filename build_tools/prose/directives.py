"""What stands in directives: options, index entries, terms of the glossary.

In: the first line and the content of a fenced block.
Out: a `Directive`, and what its body holds.
"""

import re
from collections.abc import Iterator

from build_tools.prose.document import Directive, Entry, Option, Term

_NAME = re.compile(r"\{([\w-]+)\}\s*(.*)\Z", re.DOTALL)
_OPTION = re.compile(r"\s*:([\w-]+):\s*(.*)\Z")
_KIND = re.compile(r"(single|pair|triple|see|seealso):\s*(.*)\Z")


def split_directive(info: str, content: str, line: int) -> Directive | None:
    """Split a fenced block that begins at a line; a block of code gives nothing."""
    head = _NAME.match(info.strip())
    if not head:
        return None
    body = content.splitlines()
    options: list[Option] = []
    while body and (found := _OPTION.match(body[0])):
        options.append(Option(found[1], found[2].strip(), line + len(options) + 1))
        body.pop(0)
    return Directive(head[1], head[2].strip(), tuple(options), tuple(body), line, line + len(options) + 1)


def read_entries(directive: Directive) -> Iterator[Entry]:
    """Read the entries of an index block, one a line; a pair is two entries."""
    lines = [(directive.line, directive.argument), *enumerate(directive.body, directive.body_line)]
    for number, text in lines:
        if text.strip():
            found = _KIND.match(text.strip())
            kind, rest = (found[1], found[2]) if found else ("", text.strip())
            parts = tuple(part.strip() for part in rest.split(";"))
            if kind == "pair":
                yield from (Entry("single", order, number) for order in (parts, parts[::-1]))
            else:
                yield Entry(kind, parts, number)


def split_glossary(directive: Directive) -> tuple[list[Term], list[tuple[int, str]]]:
    """Split a glossary into its terms, which begin their lines, and the lines of definitions."""
    terms: list[Term] = []
    definitions: list[tuple[int, str]] = []
    for number, text in enumerate(directive.body, directive.body_line):
        if text[:1].isspace():
            definitions.append((number, text.strip()))
        elif text.strip():
            terms.append(Term(text.strip(), number))
    return terms, definitions
