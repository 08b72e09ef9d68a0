"""What Sphinx says about the text while it reads and writes.

In: the lines that Sphinx prints.  Out: problems with a place and a code.
What is done about them is not this module's business.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from build_tools.paths import Repository
from build_tools.problems import Code, Problem

_WARNING = re.compile(
    r"(?:(?P<path>[^:\n]+?)(?::(?P<line>\d+))?(?::<translated>:\d+)?: )?(?P<level>WARNING|ERROR|CRITICAL): "
    r"(?P<text>.*?)(?: \[(?P<code>[\w.-]+)\])?\Z",
    re.DOTALL,
)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def parse_warnings(repository: Repository, text: str) -> Iterator[Problem]:
    """Turn Sphinx's warnings into problems with a place and a code."""
    lines: list[str] = []
    for line in _ESCAPES.sub("", text).splitlines():
        if re.search(r"(^|: )(WARNING|ERROR|CRITICAL): ", line) or not lines:
            lines.append(line)
        else:
            lines[-1] += f"\n{line}"
    for line in lines:
        found = _WARNING.match(line.strip())
        if not found:
            if line.strip():
                yield Problem.of(Code.BOOK_WARNING, repository.relative(repository.book), line.strip())
            continue
        place = repository.relative(Path(found["path"])) if found["path"] else repository.relative(repository.book)
        code = (found["code"] or "").removeprefix("book.") or Code.BOOK_WARNING.slug
        yield Problem(place, int(found["line"] or 0), found["text"].strip(), code.replace(".", "-").replace("_", "-"))
