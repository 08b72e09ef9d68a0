"""What a translation adds to its original, or loses.

In: an original and its translation, and whether they are Markdown or plain words.
Out: `Fault` objects; those of a code in `REFUSED` keep the translation out of every build.
How a translation reads is not this module's business.
"""

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.guard.fault import REFUSED, Fault, show
from build_tools.guard.letters import find_hidden, name_letter
from build_tools.guard.plain import TAG, compare_plain
from build_tools.guard.shape import Part, Shape, read_shape
from build_tools.problems import Code

__all__ = ["LONGEST", "REFUSED", "Fault", "compare_shapes", "find_faults"]

# A translation of more letters than this, and than ten times its original, is no translation.
LONGEST = 2000
# A message of more letters than this is none of a book, on either side; reading it would only take time.
TOO_LONG = 8000
# How deep emphasis and links may stand in each other.
_DEEPEST = 3
# MyST takes what follows for settings of its own, up to Jinja, where Markdown sees a line of text.
_SETTINGS = "---"
# Sphinx takes such an ending away before it reads the rest, which then means something else.
_UNCHECKED = re.compile(r"(?<!\\)#\s*noqa\s*\Z")
# Of a term of the glossary Sphinx reads what comes before this, and takes the rest for a name of a class.
_CLASSIFIER = re.compile(" +: +")
_ADDED = {
    "role": Code.PO_ROLE,
    "link": Code.PO_LINK,
    "image": Code.PO_IMAGE,
    "note": Code.PO_NOTE,
    "html": Code.PO_HTML,
    "html_block": Code.PO_HTML,
    "attribute": Code.PO_ATTRIBUTE,
}
_EMPHASIS = frozenset({"emphasis", "strong"})
_NAMES = {
    "code_inline": "code",
    "note": "a footnote",
    "link": "a link to",
    "image": "an image",
    "html": "raw HTML",
    "html_block": "raw HTML",
    "role": "a role",
    "attribute": "an attribute",
    "emphasis": "emphasis",
    "strong": "strong emphasis",
    "hardbreak": "a line break",
    "span": "a bracket with attributes",
}


def find_faults(original: str, translation: str, *, plain: bool, right_to_left: bool = False) -> Iterator[Fault]:
    """Find what a translation adds or loses.

    :param plain: whether the message is plain words, which may hold tags and placeholders but no Markdown.
    """
    if len(translation) > max(LONGEST, 10 * len(original)) or max(len(original), len(translation)) > TOO_LONG:
        found = f"{len(translation)} letters stand for {len(original)}"
        yield Fault(Code.PO_LONG, found, "Translate the message, no more.")
        return
    yield from find_letters(translation, original, right_to_left=right_to_left)
    if "\n" in translation and "\n" not in original:
        # Sphinx's inventory has an entry a line, and a title is part of one: a second line could lead anywhere.
        yield Fault(Code.PO_BLOCK, "the translation has several lines; expected one", "Write it in one line.")
    if plain:
        yield from compare_plain(original, translation)
    else:
        yield from compare_markdown(original, translation, right_to_left=right_to_left)


def compare_markdown(original: str, translation: str, *, right_to_left: bool) -> Iterator[Fault]:
    """Compare messages in Markdown, as Sphinx will read them."""
    tricks = list(find_tricks(original, translation))
    yield from tricks
    if tricks:
        return
    before, after = read_shape(original), read_shape(translation)
    yield from find_letters(after.words, before.words + translation + original, right_to_left=right_to_left)
    yield from compare_words(before, after)
    yield from compare_shapes(before, after)
    first = _CLASSIFIER.split(translation, maxsplit=1)[0]
    if first != translation:
        faults = compare_shapes(before, read_shape(first))
        yield from (fault for fault in faults if fault.is_refused and fault.code is not Code.PO_LOST)


def find_tricks(original: str, translation: str) -> Iterator[Fault]:
    """Find what Sphinx or MyST reads in another way than as Markdown, or only slowly."""
    if translation.startswith(_SETTINGS):
        yield Fault(Code.PO_BLOCK, "the translation begins with ---", "Write a dash: – or —.")
    if _UNCHECKED.search(translation):
        yield Fault(Code.PO_CODE, "the translation ends with # noqa, which is for programs", "Take it out.")
    if translation.count("[^") > original.count("[^"):
        yield Fault(Code.PO_NOTE, "a footnote that the original does not have", "Take it out.")
    elif original.count("[^") > LONGEST // 100:
        yield Fault(Code.PO_NOTE, "no message of a book has so many footnotes", "Delete the message.")


def find_letters(text: str, known: str, *, right_to_left: bool) -> Iterator[Fault]:
    """Find letters that may not stand in a translation, unless its original has them."""
    for letter, kind in find_hidden(text, right_to_left=right_to_left):
        if letter not in known:
            yield Fault(Code.PO_LETTER, f"{name_letter(letter)} is {kind}", "Delete it; it may be hard to see.")


def compare_words(original: Shape, translation: Shape) -> Iterator[Fault]:
    """Find words that would be tags if anything read them as HTML: written with entities, backslashes or as titles."""
    for value in Counter(TAG.findall(translation.words)) - Counter(TAG.findall(original.words)):
        found = f"words that look like HTML, which the original does not have: {show(value)}"
        yield Fault(Code.PO_HTML, found, "Take them out.")


def compare_shapes(original: Shape, translation: Shape) -> Iterator[Fault]:
    """Compare everything but the words."""
    if translation.blocks != original.blocks:
        yield from explain_blocks(original, translation)
    if translation.depth > max(_DEEPEST, original.depth):
        found = f"emphasis or links stand {translation.depth} deep in each other"
        yield Fault(Code.PO_CODE, found, "Write it as the original does.")
    before, after = Counter(original.parts), Counter(translation.parts)
    for part in after - before:
        cure = "Take it out, or write it as the original does."
        yield Fault(name_added(part, original), f"{describe(part)} that the original does not have", cure)
    for part in before - after:
        code = Code.PO_EMPHASIS if part.kind in _EMPHASIS else Code.PO_LOST
        cure = "Copy it from the original; its place in the sentence is yours to choose."
        yield Fault(code, f"{describe(part)} of the original is missing", cure)


def name_added(part: Part, original: Shape) -> Code:
    """Name the code of a part that a translation has and its original has not, or not as often."""
    if part.kind in _EMPHASIS and part in original.parts:
        return Code.PO_EMPHASIS
    return _ADDED.get(part.kind, Code.PO_CODE)


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
