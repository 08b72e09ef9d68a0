"""Where the PO files of chapters go that were renamed, moved or taken out of the book.

In: the messages of each PO file as it is, and of each that is wanted.
Out: which file becomes which, and which ones are to be retired.
Moving them is not this module's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# Two files with this share of their messages in common are the same chapter under two names.
SAME_CHAPTER = 0.7
Messages = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Moves:
    """What happens to the files of a language.

    :param renamed: new names with the old ones.
    :param returned: names of files that come back from among the retired, with their names there.
    :param gone: names of files that no chapter has any more.
    """

    renamed: Mapping[str, str]
    returned: Mapping[str, str]
    gone: tuple[str, ...]


def plan_moves(present: Messages, retired: Messages, wanted: Messages) -> Moves:
    """Plan which files move: the pair with most in common first."""
    vanished = {name: texts for name, texts in present.items() if name not in wanted}
    new = {name: texts for name, texts in wanted.items() if name not in present}
    renamed = _pair(new, vanished)
    rest = {name: texts for name, texts in new.items() if name not in renamed}
    returned = _pair(rest, retired)
    # A chapter that comes back under its own name is the same, however much of it is new.
    free = set(retired) - set(returned.values())
    returned |= {name: name for name in rest if name not in returned and name in free}
    return Moves(renamed, returned, tuple(sorted(set(vanished) - set(renamed.values()))))


def measure_overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Measure the share of messages that two files have in common.

    >>> measure_overlap(frozenset("abcd"), frozenset("abcx"))
    0.75
    """
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _pair(new: Messages, old: Messages) -> dict[str, str]:
    pairs = sorted((-measure_overlap(texts, old[name]), name, target) for target, texts in new.items() for name in old)
    paired: dict[str, str] = {}
    for overlap, name, target in pairs:
        if -overlap >= SAME_CHAPTER and target not in paired and name not in paired.values():
            paired[target] = name
    return paired
