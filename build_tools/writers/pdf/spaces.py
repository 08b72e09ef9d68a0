"""Spaces at which no line may break: between a number and its unit, a day and its month, a name and its number.

In: texts and XHTML trees.  Out: the same, with a word joiner behind such a space.
The space stays a plain one, so that what is copied or searched for is the plain words; for the PDF only.
"""

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from build_tools.writers.fragments import tag

BOUND_SPACE = " \u2060"
# A table with so many columns has no room for whole dates.
MANY_COLUMNS = 6
_LETTER = r"[^\W\d_]"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĂĐĨŐŨƠŰƯẠ-Ỹ]"
_UNITS = "km/h|km|kg|cm|mm|m|g|t|kN|kPa|MHz|UTC|GMT|%"
# Words that a number belongs to, where a language has such.
_BEFORE_NUMBERS = {"vi": "ngày|tháng|năm|thế kỷ|lúc|số|tuổi|ga|phần", "fil": "ika|alas|bilang", "tl": "ika|alas|bilang"}
# Words that often begin a sentence and are no name, so that a number behind them counts or dates something else.
_NO_NAMES = {
    "en": "About|After|For|From|Numbers|Only|Some|The",
    "fil": "Ang|Bakit|Halos|Hanggang|May|Mga|Mula|Nasa|Noong|Pagkaraan|Sina|Tinatayang|Tuwing",
    "hu": "Csak|Egy|Körülbelül|Valójában",
    "vi": "Đêm|Khoảng|Sau|Trong",
}
_RULES = (
    # Apollo 11, Albert II, and initials of a name
    rf"(?<!\w)(?!NO_NAMES )({_CAPITAL}[\w’-]{{2,}}) (?=\d{{1,3}}(?![\d]|[.,]\d))",
    rf"(?<!\w)({_CAPITAL}[\w’-]{{2,}}) (?=[IVX]+(?!\w))",
    rf"(?<!\w)({_CAPITAL}\.) (?={_CAPITAL})",
    r"([가-힣]) (?=\d{1,3}호)",
    r"(\d월) (?=\d{1,2}일)",
    rf"(\d) (?=(?:{_UNITS})(?![\w’]))",
    # What a small number counts; a year stands alone, and so does the number of a name.
    rf"(?<![\w.,:–~\u2060-])(\d{{1,3}}) (?=(?!tháng|thế){_LETTER}{{4,}})",
    # Thousands
    r"(\d) (?=\d{3}(?!\d))",
    # An arrow ends no line, and a spaced dash begins none.
    r"(→) ",
    r"(\S) (?=[–—] )",
)
# The last word of a paragraph, if it is short; a paragraph that is a single line or less is left alone.
_SHORT_END = re.compile(r"(?<=.{40}) (?=\S{1,5}\s*\Z)", re.DOTALL)


@cache
def _find_rules(language: str) -> tuple[re.Pattern[str], ...]:
    rules = [rule.replace("NO_NAMES", f"(?:{_NO_NAMES.get(language, '-')})") for rule in _RULES]
    if before := _BEFORE_NUMBERS.get(language):
        rules.append(rf"(?<!\w)({before}) (?=\d)")
    if months := _join_months(language):
        rules += [rf"(?<!\d)(\d{{1,2}}\.?) (?=(?:{months}))", rf"(?<!\w)((?:{months})\.?) (?=\d{{1,2}}(?!\d))"]
    return tuple(map(re.compile, rules))


def _join_months(language: str) -> str:
    return "|".join(sorted(map(re.escape, _list_months(language)), key=len, reverse=True))


def _list_months(language: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError

    try:
        formats = Locale.parse(language, sep="-").months["format"]
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = (str(name).rstrip(".") for width in ("wide", "abbreviated") for name in formats[width].values())
    return frozenset(name for name in names if name[0].isalpha() and " " not in name)


def bind_spaces(text: str, language: str) -> str:
    """Bind the spaces of a text at which no line may break.

    >>> bind_spaces("On 4 October 1957 Apollo 11 rose 109 kilometres", "en").split(BOUND_SPACE)
    ['On 4', 'October 1957 Apollo', '11 rose 109', 'kilometres']
    """
    for rule in _find_rules(language):
        text = rule.sub(rf"\1{BOUND_SPACE}", text)
    return text


def bind_dates(root: etree._Element, language: str) -> None:
    """Keep a date whole that is all that a cell of a table holds; where there are many columns, it may be broken."""
    date = _find_date(language)
    for cell in root.iter(tag("td")):
        row = cell.getparent()
        if date is None or (row is not None and len(row) >= MANY_COLUMNS):
            continue
        for element in cell.iter(*map(tag, ("td", "p", "time"))):
            if element.text and date.fullmatch(element.text):
                element.text = element.text.strip().replace(" ", BOUND_SPACE)


def _find_date(language: str) -> re.Pattern[str] | None:
    if language == "ko":  # months have no names
        return re.compile(r"[\d년월일\s]*월[\d일\s]*")
    months = _join_months(language)
    return re.compile(rf"[\d.,\s]*(?:{months})[\d.,\s]*") if months else None


def bind_last_words(root: etree._Element) -> None:
    """Keep a short last word of a paragraph on the line of the word before it, in whatever elements they stand."""
    for paragraph in root.iter(tag("p")):
        texts = list(_iter_texts(paragraph))
        whole = "".join(text for _, _, text in texts)
        found = _SHORT_END.search(whole)
        place = len(whole)
        for element, name, text in reversed(texts if found else []):
            place -= len(text)
            if found and found.start() >= place:
                at = found.start() - place
                setattr(element, name, text[:at] + BOUND_SPACE + text[at + 1 :])
                break


def bind_end(text: str) -> str:
    """Keep the last two words of a title together, so that none has a line to itself.

    >>> bind_end("told in Manila and Budapest").split(BOUND_SPACE)
    ['told in Manila and', 'Budapest']
    """
    before, space, last = text.rstrip().rpartition(" ")
    return f"{before}{BOUND_SPACE}{last}" if space else text


def _iter_texts(element: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    if element.text:
        yield element, "text", element.text
    for child in element:
        yield from _iter_texts(child)
        if child.tail:
            yield child, "tail", child.tail
