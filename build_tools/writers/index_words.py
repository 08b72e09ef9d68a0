"""The places that an index leads to: the word itself, not the beginning of its paragraph.

In: an index as an XHTML tree, and where its links lead.
Out: the same index; in the text, the words that its entries are about stand in elements that links can lead to.
Whether the place of a link is then a printed page or a place in a file is the writers' business.

An index is marked between paragraphs, so all that Sphinx knows is that an entry belongs to a paragraph.
A paragraph may stand on two pages, and the reader looks for the word on the page that the index names.
What is looked for, in this order: the subentry, its parts and its longer words, then the same of the entry it stands
under; a name with a comma is turned round first.
Words may have other endings than in the index.
Where none is found in the paragraph, its notes are searched, and the link leads to the call; else, to the paragraph as
before.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from build_tools.writers.fragments import iter_with_class, tag
from build_tools.writers.page_list import JOINTS, Piece, iter_pieces

_WORD = re.compile(r"\w+(?:[-–’'.]\w+)*")
_REMARK = re.compile(r"\s*\([^()]*\)")
_HANGUL = re.compile("[가-힣]")
# From how many letters on a word says enough by itself; Vietnamese syllables have up to seven.
_TELLING, _TELLING_HANGUL, _TELLING_IN = 6, 3, {"vi": 8}
_YEAR = re.compile(r"\d{4}")
# Hungarian writes a word onto a name in this way: Gemini-program.
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-[^\W\d_]{4,}")
# From how many letters on a word may have lost its last ones to an ending.
_BENDING = 6
# In these languages words have no endings.
_UNBENDING = frozenset({"vi", "ko"})
# The last vowel of a Hungarian word is long before an ending: Lajka, Lajkát.
_LONGER = {"a": "[aá]", "e": "[eé]"}
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class _Found:
    """A word in a piece of running text, from one letter to another."""

    piece: Piece
    first: int
    last: int


def lead_to_words(index: etree._Element, find: Callable[[str], etree._Element | None], code: str) -> None:
    """Lead the links of an index to the words that its entries are about.

    :param find: finds the element that a link of the index leads to.
    :param code: the language of the book.
    """
    for entry in list(iter_with_class(index, "index-entry")):
        patterns = list(list_patterns(read_terms(entry), code))
        for link in iter_with_class(entry, "index-link"):
            href = link.get("href", "")
            paragraph = find(href)
            if paragraph is None or paragraph.tag != tag("p"):
                continue
            place = mark_word(paragraph, patterns) or mark_call(paragraph, patterns)
            if place:
                link.set("href", f"{href.partition('#')[0]}#{place}")


def read_terms(entry: etree._Element) -> list[str]:
    """Read the words of an entry and of those that it stands under, its own first."""
    items = entry.iterancestors(tag("li"))
    entries = (next(iter_with_class(item, "index-term"), None) for item in items)
    return ["".join(term.itertext()).translate(dict.fromkeys(map(ord, JOINTS))) for term in entries if term is not None]


def list_patterns(terms: list[str], code: str) -> Iterator[re.Pattern[str]]:
    """List what to look for, the best first.

    >>> text = "The chief engineer, Wernher von Braun, surrendered."
    >>> [found[0] for pattern in list_patterns(["surrender of", "Braun, Wernher von"], "en")
    ...  if (found := pattern.search(text))][:3]
    ['surrendered', 'Wernher von Braun', 'Braun']
    """
    for term in terms:
        for words in dict.fromkeys(_list_wordings(term, code)):
            yield _make_pattern(words, code)


def _list_wordings(term: str, code: str) -> Iterator[tuple[str, ...]]:
    before, _, behind = _REMARK.sub("", term).partition(", ")
    first, second = _WORD.findall(before), _WORD.findall(behind)
    if second:
        yield (*second, *first)
    yield tuple(first)
    for length in range(len(first) - 1, 1, -1):
        for words in (tuple(first[place : place + length]) for place in range(len(first) - length + 1)):
            if code in _TELLING_IN or any(_is_telling(word, code) for word in words):
                yield words
    for half in (first, second):
        parts = [word.rpartition("-")[0] for word in half if _COMPOUND.fullmatch(word)]
        yield from ((word,) for word in sorted([*half, *parts], key=_weigh, reverse=True) if _is_telling(word, code))


def _weigh(word: str) -> tuple[bool, int]:
    return _is_name(word), len(word)


def _is_name(word: str) -> bool:
    return any(letter.isdigit() for letter in word) or (word[0].isupper() and len(word) > 2) or word.isupper()


def _is_telling(word: str, code: str) -> bool:
    """Tell whether a word says enough by itself; a number does not, but a year."""
    if word[0].isdigit():
        return bool(_YEAR.fullmatch(word))
    least = _TELLING_HANGUL if _HANGUL.search(word) else _TELLING_IN.get(code, _TELLING)
    return (_is_name(word) and code not in _TELLING_IN) or len(word) >= least


def _make_pattern(words: tuple[str, ...], code: str) -> re.Pattern[str]:
    stems = (rf"{_make_stem(word, code)}\w*" for word in words)
    return re.compile(r"(?<!\w)" + r"\W+".join(stems), re.IGNORECASE) if words else _NEVER


def _make_stem(word: str, code: str) -> str:
    if any(letter.isdigit() for letter in word):
        return rf"{re.escape(word)}(?!\d)"
    if word.isupper():
        return rf"(?-i:{re.escape(word)})"
    # A name has its capital in the text too: Space Flight Center is not found in "space flight".
    initial = rf"(?-i:{re.escape(word[0])})" if word[0].isupper() else re.escape(word[0])
    if code in _UNBENDING or len(word) < 2:
        return initial + re.escape(word[1:])
    stem = word[1 : -(len(word) // 4)] if len(word) >= _BENDING else word[1:]
    return initial + re.escape(stem[:-1]) + _LONGER.get(stem[-1], re.escape(stem[-1]))


def find_word(paragraph: etree._Element, patterns: list[re.Pattern[str]]) -> _Found | None:
    """Find the place of the first pattern that fits in the running text of a paragraph, up to the end of the word."""
    pieces = list(iter_pieces(paragraph))
    text = "".join(piece.text for piece in pieces)
    kept = [place for place, letter in enumerate(text) if letter not in JOINTS]
    plain = "".join(text[place] for place in kept)
    found = next(filter(None, (pattern.search(plain) for pattern in patterns)), None)
    return _locate(pieces, kept[found.start()]) if found else None


def _locate(pieces: list[Piece], place: int) -> _Found | None:
    for piece in pieces:
        if place < len(piece.text):
            end = re.compile(r"\S+?(?=[^\w\u00ad\u2060]*(?:\s|\Z))").match(piece.text, place)
            return _Found(piece, place, end.end() if end else place + 1)
        place -= len(piece.text)
    return None


def find_call(paragraph: etree._Element, patterns: list[re.Pattern[str]]) -> etree._Element | None:
    """Find the call for the first note of a paragraph in which a pattern fits."""
    for call in [*iter_with_class(paragraph, "footnote-reference"), *iter_with_class(paragraph, "page-note")]:
        text = "".join(_find_note(call).itertext()).translate(dict.fromkeys(map(ord, JOINTS)))
        if any(pattern.search(text) for pattern in patterns):
            return call
    return None


def _find_note(call: etree._Element) -> etree._Element:
    """Find the note of a call; in print it stands where it is called."""
    target = call.get("href", "")[1:]
    notes = iter_with_class(call.getroottree().getroot(), "footnote") if target else ()
    return next((note for note in notes if note.get("id") == target), call)


def mark_call(paragraph: etree._Element, patterns: list[re.Pattern[str]]) -> str:
    """Put an element before the call for the note in which a pattern fits, and give its id, or nothing.

    A note stands at the foot of the page of its call.
    """
    call = find_call(paragraph, patterns)
    if call is None:
        return ""
    target = etree.Element(tag("span"), {"class": "target", "id": _name(paragraph)})
    call.addprevious(target)
    return target.get("id", "")


def mark_word(paragraph: etree._Element, patterns: list[re.Pattern[str]]) -> str:
    """Put the word in which a pattern fits into an element that links can lead to; give its id, or nothing.

    The whole word up to the next space, so that no line breaks where none did before.
    """
    found = find_word(paragraph, patterns)
    if found is None:
        return ""
    element = found.piece.element
    if found.first == 0 and not found.piece.behind and element.get("class") == "target" and element.get("id"):
        return element.get("id", "")
    target = etree.Element(tag("span"), {"class": "target", "id": _name(paragraph)})
    found.piece.insert(found.first, target)
    rest, length = target.tail or "", found.last - found.first
    target.text, target.tail = rest[:length], rest[length:]
    return target.get("id", "")


def _name(paragraph: etree._Element) -> str:
    taken = {element.get("id") for element in paragraph.iter("*")}
    names = (f"{paragraph.get('id')}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)
