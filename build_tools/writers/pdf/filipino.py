"""Syllables of Filipino, after the rules of the Komisyon sa Wikang Filipino (Ortograpiyang Pambansa, “Pagpapantig”).

In: a word.  Out: the places at which it may be divided.
A syllable has one vowel; ng is one letter.
Of two consonants between vowels one goes with each (ak-lat, lib-ro); of three, two go with the vowel before
(trans-port), but m or n leaves br, pl, tr and the like whole (tem-plo, kon-tra); of four, two go with each (eks-plo).
A prefix ends where a stem begins with two consonants (nag-trabaho, taga-plano).
Vowels that meet are syllables of their own (pa-a-ra-lan).
A word with a letter or a spelling that Filipino has not is a foreign one, and is not divided.
"""

import re
from itertools import pairwise

from build_tools.writers.fragments import words

_VOWELS = frozenset("aeiouáéíóúàèìòùâêîôû")
_LETTERS = re.compile(r"[abdefghiklmnñoprstuwyáéíóúàèìòùâêîôû]+\Z")
# Doubled consonants, th, sh and the like.
_FOREIGN = re.compile(r"([bdfghklmprstwy])\1|nn(?!g)|[bdfgkmnprst]h|ph|ou|ght")
_CLUSTERS = words("bl br dr pl pr tr kl kr gl gr fl fr ts")
# Stems that take prefixes and begin with two consonants.
_STEMS = tuple(words("grupo klase krus planeta plano problema produ programa proyekto trabah transport tripula"))


def list_divisions(word: str) -> list[int]:
    """List the places at which a word may be divided.

    >>> list_divisions("pinakamataas"), list_divisions("salaysay"), list_divisions("rocket"), list_divisions("nagkrus")
    ([2, 4, 6, 8, 10], [2, 5], [], [3])
    """
    lower = word.lower()
    if not _LETTERS.match(lower) or _FOREIGN.search(lower):
        return []
    units = re.findall(r"ng|.", lower)
    starts = [sum(map(len, units[:index])) for index in range(len(units))]
    vowels = [index for index, unit in enumerate(units) if unit in _VOWELS]
    return [
        starts[second - 2]
        if second - first > 2 and lower.startswith(_STEMS, starts[second - 2])
        else starts[first + 1 + count_kept(units[first + 1 : second])]
        for first, second in pairwise(vowels)
    ]


def count_kept(consonants: list[str]) -> int:
    """Count the consonants between two vowels that stay with the first.

    >>> count_kept(["t"]), count_kept(["k", "l"]), count_kept(["m", "p", "l"]), count_kept(["k", "s", "p", "l"])
    (0, 1, 1, 2)
    """
    number = len(consonants)
    if number <= 1:
        return 0
    if number == 2:
        return 1
    whole = "".join(consonants[-2:]) in _CLUSTERS
    return number - 2 if number > 3 or (whole and consonants[0] in {"m", "n", "ng"}) else number - 1
