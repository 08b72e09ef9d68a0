"""What a translation adds to its original, or loses.

In: an original and its translation, and whether they are Markdown or plain words.
Out: `Fault` objects; those of a code in `REFUSED` keep the translation out of every build.
How a translation reads is not this module's business.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.guard.letters import find_hidden, name_letter
from build_tools.guard.shape import Part, Shape, read_shape
from build_tools.problems import Code

# A translation of more letters than this, and than ten times its original, is no translation.
LONGEST = 2000
_TAG = re.compile(r"<[!?/a-zA-Z][^>]*>?|&#?\w+;")
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ #0]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa%]|\{\w*\}|\{\{|\}\}|\{%|%\}")
_ADDED = {
    "role": Code.PO_ROLE,
    "link": Code.PO_LINK,
    "image": Code.PO_IMAGE,
    "note": Code.PO_NOTE,
    "html": Code.PO_HTML,
    "attribute": Code.PO_ATTRIBUTE,
    "code_inline": Code.PO_CODE,
    "emphasis": Code.PO_EMPHASIS,
    "strong": Code.PO_EMPHASIS,
}
_EMPHASIS = frozenset({"emphasis", "strong"})
_NAMES = {
    "code_inline": "code",
    "note": "a footnote",
    "link": "a link to",
    "image": "an image",
    "html": "raw HTML",
    "role": "a role",
    "attribute": "an attribute",
    "emphasis": "emphasis",
    "strong": "strong emphasis",
}
REFUSED = frozenset(
    {
        Code.PO_ATTRIBUTE,
        Code.PO_BLOCK,
        Code.PO_CODE,
        Code.PO_HTML,
        Code.PO_IMAGE,
        Code.PO_LETTER,
        Code.PO_LINK,
        Code.PO_LONG,
        Code.PO_LOST,
        Code.PO_NOTE,
        Code.PO_PLACEHOLDER,
        Code.PO_ROLE,
    }
)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a translation."""

    code: Code
    found: str
    cure: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether it keeps the translation out of every build."""
        return self.code in REFUSED


def find_faults(original: str, translation: str, *, plain: bool, right_to_left: bool = False) -> Iterator[Fault]:
    """Find what a translation adds or loses.

    :param plain: whether the message is plain words, which may hold tags and placeholders but no Markdown.
    """
    if len(translation) > max(LONGEST, 10 * len(original)):
        found = f"{len(translation)} letters stand for {len(original)}"
        yield Fault(Code.PO_LONG, found, "Translate the message, no more.")
        return
    yield from find_letters(translation, original, right_to_left=right_to_left)
    if plain:
        yield from compare_plain(original, translation)
    else:
        before, after = read_shape(original), read_shape(translation)
        yield from find_letters(after.words, before.words + translation + original, right_to_left=right_to_left)
        yield from compare_shapes(before, after)


def find_letters(text: str, known: str, *, right_to_left: bool) -> Iterator[Fault]:
    """Find letters that may not stand in a translation, unless its original has them."""
    for letter, kind in find_hidden(text, right_to_left=right_to_left):
        if letter not in known:
            yield Fault(Code.PO_LETTER, f"{name_letter(letter)} is {kind}", "Delete it; it may be hard to see.")


def compare_plain(original: str, translation: str) -> Iterator[Fault]:
    """Compare tags and placeholders of plain words."""
    for code, pattern, name in (
        (Code.PO_HTML, _TAG, "raw HTML"),
        (Code.PO_PLACEHOLDER, _PLACEHOLDER, "a placeholder"),
    ):
        before, after = (Counter(pattern.findall(text)) for text in (original, translation))
        for value in after - before:
            yield Fault(code, f"{name} that the original does not have: {show(value)}", "Take it out.")
        for value in before - after:
            lost = Code.PO_PLACEHOLDER if code is Code.PO_PLACEHOLDER else Code.PO_LOST
            yield Fault(lost, f"{name} of the original is missing: {show(value)}", "Copy it from the original.")


def compare_shapes(original: Shape, translation: Shape) -> Iterator[Fault]:
    """Compare everything but the words."""
    if translation.blocks != original.blocks:
        yield from explain_blocks(original, translation)
    before, after = Counter(original.parts), Counter(translation.parts)
    for part in after - before:
        code = _ADDED.get(part.kind, Code.PO_CODE)
        cure = "Take it out, or write it as the original does."
        yield Fault(code, f"{describe(part)} that the original does not have", cure)
    for part in before - after:
        code = Code.PO_EMPHASIS if part.kind in _EMPHASIS else Code.PO_LOST
        cure = "Copy it from the original; its place in the sentence is yours to choose."
        yield Fault(code, f"{describe(part)} of the original is missing", cure)


def explain_blocks(original: Shape, translation: Shape) -> Iterator[Fault]:
    """Say what a translation is instead of the paragraph it should be."""
    if "ordered_list" in translation.blocks and "ordered_list" not in original.blocks:
        cure = "A number with a full stop at the beginning makes a list: write 1957\\. with a backslash."
        yield Fault(Code.PO_BLOCK, "the translation begins a numbered list", cure)
        return
    expected = " and ".join(name.replace("_", " ") for name in original.blocks)
    shown = " and ".join(name.replace("_", " ") for name in translation.blocks[:4]) or "nothing"
    cure = "Write one paragraph, without empty lines or signs that begin a heading, a list or a block."
    yield Fault(Code.PO_BLOCK, f"the translation is {shown}; expected {expected}", cure)


def describe(part: Part) -> str:
    """Describe a part of a message."""
    name = _NAMES.get(part.kind, part.kind.replace("_", " "))
    return f"{name} {show(part.value)}" if part.value else name


def show(value: str) -> str:
    """Show a value in one short line."""
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
