"""Numbers: every year, figure and quantity of the original is in the translation.

In: a message.
Out: a fault for each number that is missing, or written with the signs of another language.
A number more than the original has is no fault: what is 'half' or 'the sixties' in one language has digits in another.
A note of the translator above the message, `# number: 58 …`, excuses a number, and without digits all of them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from math import prod

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.comments import list_excuses
from build_tools.translations.checks.message import Message
from build_tools.translations.checks.number_words import ENGLISH_SCALES, find_writing

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALE = rf"[ \u00a0-]({'|'.join(ENGLISH_SCALES)})s?\b"
_FIGURE = re.compile(_NUMBER)
_SCALED = re.compile(_SCALE)
_SCALED_END = re.compile(rf"\s?(?:–|-|to|or|and)\s?{_NUMBER}{_SCALE}")
_CENTURY = re.compile(r"(\d+)\d{2}\s?[–/-]$")
# A single letter is a numeral where a full stop makes it an ordinal.
_ROMAN = re.compile(r"\b(?=[IVXLC]{2}|[IVXLC]\.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# A word with a capital letter before a number is a name, unless sentences often begin with it.
_STARTS = "A|About|After|Another|At|Before|By|For|From|In|Of|On|Only|Over|Since|Some|The|Until"
_NAME = re.compile(rf"(?<![\w-])(?!(?:{_STARTS})\b)[A-Z][\w-]*[ \u00a0–-]$")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
# What is longer is no number that anyone writes.
_LONGEST = 24


@dataclass(frozen=True)
class Figure:
    """A number of the original.

    :param shown: as it is written.
    :param values: by which it may stand in a translation.
    :param is_name: whether it belongs to a name, as in CC BY-SA 4.0, and so may stay as it is.
    """

    shown: str
    values: tuple[Decimal, ...]
    is_name: bool = False


def check_numbers(message: Message) -> Iterator[Fault]:
    """Yield a fault for each number of the original that is missing in the translation."""
    if not list_figures(message.original_words):
        return
    figures = list_figures(hide_names(message))
    code = message.language.code
    excused = read_excuses(message.comment)
    present = frozenset(read_values(message.words, code))
    for figure in dict.fromkeys(figures):
        is_there = not present.isdisjoint(figure.values) or is_written(figure, message.words, code)
        if not is_there and not excused & {figure.shown, ""}:
            expected = render_number(figure, code)
            shown = f"{figure.shown}, here {expected}," if expected != figure.shown else figure.shown
            cure = f"Write it, or say above the message why not: # number: {figure.shown} …"
            yield Fault(Code.PO_NUMBER, f"the number {shown} is missing", cure)


def hide_names(message: Message) -> str:
    """Hide the names of the original that have other numbers, or none, in the termbase: STSAT-2C, 나로과학위성."""
    text = message.original_words
    for term in message.concepts:
        if any(word in message.words and not _holds(word, term.name) for word in term.words):
            text = term.pattern.sub("□", text)
    return text


def _holds(word: str, name: str) -> bool:
    return set(re.findall(r"\d+", name)) <= set(re.findall(r"\d+", word))


@lru_cache(maxsize=4)
def list_figures(text: str) -> tuple[Figure, ...]:
    """List the numbers of an English text, with all the values that each may have in another language.

    >>> [figure.shown for figure in list_figures("On 4 October 1957, at 19:28, 1,327 kg and 2.5 million")]
    ['4', '1957', '19', '28', '1,327', '2.5 million']
    """
    places = (place for place in _FIGURE.finditer(text) if place.end() - place.start() <= _LONGEST)
    return tuple(read_figure(text, place) for place in places)


def read_figure(text: str, place: re.Match[str]) -> Figure:
    """Read a number of an English text."""
    value = Decimal(place[0].replace(",", ""))
    is_name = bool(_NAME.search(text, max(0, place.start() - 30), place.start()))
    if scale := _SCALED.match(text, place.end()):
        return Figure(place[0] + scale[0], (value * ENGLISH_SCALES[scale[1]],), is_name)
    values = [value]
    if shared := _SCALED_END.match(text, place.end()):  # 20 to 30 million
        values.append(value * ENGLISH_SCALES[shared[1]])
    century = _CENTURY.search(text, max(0, place.start() - 6), place.start())
    if century and len(place[0]) == 2:  # 1957–58
        values.append(Decimal(century[1] + place[0]))
    if text.startswith("s", place.end()):  # 1960s
        values.append(value % 100)
    return Figure(place[0], tuple(values), is_name)


def read_excuses(comment: str) -> frozenset[str]:
    """Read which numbers a translator's note excuses; an empty one stands for all.

    >>> sorted(read_excuses("number: 58 and 1,327 are told above"))
    ['1,327', '58']
    """
    notes = list_excuses(comment, "number")
    return frozenset(number for note in notes for number in _FIGURE.findall(note) or [""])


@lru_cache(maxsize=4)
def read_values(text: str, code: str) -> tuple[Decimal, ...]:
    """Read the values of all numbers of a text in another language; several checks ask for those of one message."""
    return tuple(list_values(text, code))


def list_values(text: str, code: str) -> Iterator[Decimal]:
    """List the values of all numbers of a text in another language.

    >>> [str(value) for value in list_values("60 000 ember, 2,5 millió, XX. század", "hu")]
    ['60000', '60', '0', '2500000.0', '2.5', '20']
    """
    text = normalise_digits(text)
    writing, last = find_writing(code), _Last()
    for place in _number_pattern(code).finditer(text):
        if place.end() - place.start() > 2 * _LONGEST:
            continue
        whole = re.sub(f"[{re.escape(writing.groups)}]", "", place["whole"])
        plain = Decimal(f"{whole}.{place['rest']}" if place["rest"] else whole)
        factors = [writing.scales[word] for word in _scale_pattern(code).findall(place["scale"] or "")]
        value = plain * prod(factors)
        # 1억 5천만 is one number: what follows a large scale is added to it.
        is_added = writing.myriads and last.scale > value and not text[last.end : place.start()].strip()
        total = last.total + value if is_added else value
        yield from dict.fromkeys([total, value, plain, *split_numbers(place["whole"], place["rest"])])
        last = _Last(place.end(), total, factors[-1] if factors else 1)
    yield from (Decimal(read_roman(roman)) for roman in _ROMAN.findall(text))


def split_numbers(whole: str, rest: str | None) -> list[Decimal]:
    """Split what a space joins: two numbers side by side look like one, as in Szputnyik–2 508,3.

    >>> [str(value) for value in split_numbers("2 508", "3")]
    ['2', '508.3']
    """
    *others, last = (re.sub(r"\D", "", part) for part in whole.split(" "))
    return [*map(Decimal, others), Decimal(f"{last}.{rest}" if rest else last)] if others else []


@dataclass(frozen=True)
class _Last:
    """The number before: where it ended, its value, and the last word that multiplied it."""

    end: int = 0
    total: Decimal = Decimal(0)
    scale: int = 1


@cache
def _number_pattern(code: str) -> re.Pattern[str]:
    """Make the pattern of a number, with its signs and the words that multiply it."""
    writing = find_writing(code)
    group, decimal = re.escape(writing.groups), re.escape(writing.decimal)
    whole = rf"(?P<whole>\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)|\d+)"
    # A date in digits has two such signs, and is no decimal number.
    rest = rf"(?:{decimal}(?P<rest>\d+)(?!{decimal}?\d))?"
    scale = _scale_pattern(code).pattern
    return re.compile(rf"{whole}{rest}(?:[ \u00a0-]?(?P<scale>(?:{scale}){'+' if writing.myriads else ''}))?")


@cache
def _scale_pattern(code: str) -> re.Pattern[str]:
    words = sorted(find_writing(code).scales, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


def normalise_digits(text: str) -> str:
    """Write the digits of every script as those of ours."""
    if not _OTHER_DIGIT.search(text):
        return text
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def read_roman(numeral: str) -> int:
    """Read a Roman numeral.

    >>> read_roman("XIX")
    19
    """
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def is_written(figure: Figure, text: str, code: str) -> bool:
    """Tell whether a number stands in a translation in words, or unchanged as part of a name."""
    if figure.is_name:
        return bool(re.search(rf"(?<!\d){re.escape(figure.shown)}(?!\d)", text))
    patterns = [pattern for value in figure.values for pattern in list_word_patterns(int(value), code)]
    start = "" if code == "fil" else r"(?<!\w)"  # pantatlo: for three
    return bool(patterns and re.search(rf"{start}(?:{'|'.join(patterns)})", text, re.IGNORECASE))


def list_word_patterns(value: int, code: str) -> list[str]:
    """List the words for a number, also with a word for thousands or millions."""
    writing = find_writing(code)
    scaled = [
        rf"(?:{'|'.join(words)})\w{{0,2}}(?:\sna)?\s?{scale}"
        for scale, factor in writing.scales.items()
        if value % factor == 0 and (words := writing.words.get(value // factor))
    ]
    return [*writing.words.get(value, ()), *scaled]


def render_number(figure: Figure, code: str) -> str:
    """Render a number of the original as the language writes it."""
    writing = find_writing(code)
    return figure.shown.translate(str.maketrans(",.", writing.groups[-1] + writing.decimal))
