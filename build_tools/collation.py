"""The alphabet of a language: in which order words stand, and under which letter.

In: words and the code of a language.
Out: sort keys and groups, by the rules of CLDR, which ICU applies.
Which lists are sorted is not this module's business.

Unicode Technical Standard 35, part 5: https://www.unicode.org/reports/tr35/tr35-collation.html
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

# What stands above words that begin with figures, where a range is not written with a dash.
_FIGURES = {"ko": "0~9"}
# The plural of a Filipino noun, "mga mali", is looked for under the noun.
_PARTICLES = {"fil": ("mga ", "ang mga ", "ang ")}


@cache
def _make_collator(code: str) -> Any:
    import icu

    collator = icu.Collator.createInstance(icu.Locale(code.replace("-", "_")))
    # Apollo 8 comes before Apollo 11.
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return collator


@cache
def _make_alphabet(code: str) -> Any:
    """Make the letters under which the language lists words; Latin ones follow those of another script."""
    import icu

    index = icu.AlphabeticIndex(icu.Locale(code.replace("-", "_")))
    index.addLabels(icu.Locale.getEnglish())
    return index.buildImmutableIndex()


def _strip(word: str) -> str:
    """Take away quotes and brackets before a word; they do not count in an alphabet."""
    return word.lstrip("‘’“”„«»()[]《》 ") or word


def _strip_particle(word: str, code: str) -> str:
    """Take away what stands before a noun and does not count in an alphabet."""
    bare = _strip(word)
    return next(
        (bare.removeprefix(particle) for particle in _PARTICLES.get(code, ()) if bare.startswith(particle)), bare
    )


def make_sort_key(code: str) -> Callable[[str], bytes]:
    """Make a function that gives the sort key of a word in a language.

    What stands behind a comma counts only where all before it is alike: Kennedy, John comes before Kennedy Center.
    """
    collator = _make_collator(code)

    def make(word: str) -> bytes:
        before, _, behind = _strip_particle(word, code).partition(", ")
        return bytes(collator.getSortKey(before)) + bytes(collator.getSortKey(behind))

    return make


def find_initial(word: str, code: str) -> str:
    """Find the letter under which a word stands, or what stands for figures and for signs.

    >>> find_initial("Szojuz", "hu"), find_initial("Đông", "vi"), find_initial("Ngayon", "fil")
    ('Sz', 'Đ', 'Ng')
    """
    alphabet, word = _make_alphabet(code), _strip_particle(word, code)
    label, _kind = alphabet.getBucket(alphabet.getBucketIndex(word))
    # CLDR writes letters of two signs in capitals; an index writes Sz, not SZ.
    if any(character.isalpha() for character in label):
        return str(label).capitalize()
    return _FIGURES.get(code, "0–9") if word[:1].isdigit() else "…"


def list_initials(code: str) -> list[str]:
    """List the letters under which words of a language may stand, other scripts' letters included."""
    alphabet = _make_alphabet(code)
    labels = (alphabet.getBucket(number)[0] for number in range(alphabet.bucketCount))
    return [str(label).capitalize() for label in labels]


def group_by_initial(items: Iterable[T], name_of: Callable[[T], str], code: str) -> list[tuple[str, list[T]]]:
    """Sort items by their names and group them by the letters of the language."""
    key = make_sort_key(code)
    groups: dict[str, list[T]] = {}
    for item in sorted(items, key=lambda item: key(name_of(item))):
        groups.setdefault(find_initial(name_of(item), code), []).append(item)
    return list(groups.items())
