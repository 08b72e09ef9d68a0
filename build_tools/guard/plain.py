"""Messages that are plain words: the press's own, and those of Sphinx and the theme.

In: an original and its translation.
Out: `Fault` objects for tags, signs of HTML and placeholders that differ.
Sphinx's templates write such words as they are, also into attributes, and its code formats them: a quotation mark
can end an attribute, and a placeholder can ask for what nobody gives it, or for a gigabyte of spaces.
"""

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.guard.fault import Fault, show
from build_tools.problems import Code

TAG = re.compile(r"<[!?/a-zA-Z][^>]*>?|&#?\w+;")
_SIGNS = '<>"'
_FORMAT = re.compile(
    r"%(?:\(\w*\))?[-+#0]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?[hlL]?[diouxXeEfFgGcrsa%]"  # printf
    r"|\{[^{}]*\}|[{}]"  # str.format, Jinja and JavaScript
)


def compare_plain(original: str, translation: str) -> Iterator[Fault]:
    """Compare tags, signs of HTML and placeholders of plain words."""
    yield from compare_tags(original, translation)
    yield from compare_signs(original, translation)
    yield from compare_placeholders(original, translation)


def compare_tags(original: str, translation: str) -> Iterator[Fault]:
    """Compare tags and entities, which must be the same."""
    before, after = Counter(TAG.findall(original)), Counter(TAG.findall(translation))
    for value in after - before:
        yield Fault(Code.PO_HTML, f"raw HTML that the original does not have: {show(value)}", "Take it out.")
    for value in before - after:
        yield Fault(Code.PO_LOST, f"raw HTML of the original is missing: {show(value)}", "Copy it from the original.")


def compare_signs(original: str, translation: str) -> Iterator[Fault]:
    """Find signs with a meaning in HTML that the original has fewer of."""
    for sign in _SIGNS:
        if translation.count(sign) > original.count(sign):
            cure = "Write the quotation marks of your language, such as „…“ or “…”." if sign == '"' else "Take it out."
            yield Fault(Code.PO_HTML, f"{sign} more often than in the original", cure)


def compare_placeholders(original: str, translation: str) -> Iterator[Fault]:
    """Compare placeholders; in a message that has some, every percent sign must be part of one."""
    before, after = (Counter(_FORMAT.findall(text)) for text in (original, translation))
    strange = [_FORMAT.sub("", text).count("%") for text in (original, translation)]  # a date has others: %b %d, %Y
    if any(value.startswith("%") for value in before) and strange[1] > strange[0]:
        yield Fault(Code.PO_PLACEHOLDER, "a percent sign that is no placeholder", "Write %% for a percent sign.")
    for value in after - before:
        found = f"a placeholder that the original does not have: {show(value)}"
        yield Fault(Code.PO_PLACEHOLDER, found, "Take it out.")
    for value in before - after:
        found = f"a placeholder of the original is missing: {show(value)}"
        yield Fault(Code.PO_PLACEHOLDER, found, "Copy it from the original.")
