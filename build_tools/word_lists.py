"""Lists of words: names and others that no dictionary has, a line each.

In: the lines of a list.  Out: its words with the numbers of their lines.
What is looked up in a list is not this module's business.
"""

from collections.abc import Iterable


def list_words(lines: Iterable[str]) -> list[tuple[int, str]]:
    """List the words of a list with their lines; # begins a comment.

    >>> list_words(["# Names", "Baikonur", "Chang’e  # a goddess"])
    [(2, 'Baikonur'), (3, "Chang'e")]
    """
    words = ((number, line.partition("#")[0].strip()) for number, line in enumerate(lines, 1))
    return [(number, word.replace("’", "'")) for number, word in words if word]
