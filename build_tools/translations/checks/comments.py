"""Notes of translators that excuse a fault: `# number: 58 …` and `# term: Ikrek …` above a message.

In: the comment above a message.
Out: what is excused.
"""

import re
from functools import cache


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{kind}:(.*)$", re.MULTILINE)


def list_excuses(comment: str, kind: str) -> list[str]:
    r"""List the notes of a kind.

    >>> list_excuses("number: 58 is told above\nterm: Ikrek", "term")
    ['Ikrek']
    """
    return [note.strip() for note in _pattern(kind).findall(comment)] if comment else []
