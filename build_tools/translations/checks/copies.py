"""Copies: what was left in English.

In: a message.
Out: a fault for a translation that is its original, and for English sentences or words that stand within one.
Names, numbers and titles in other languages are the same everywhere; so is what the termbase or the list of words has.
"""

import re
from collections.abc import Iterator

from build_tools.guard.fault import Fault, show
from build_tools.problems import Code
from build_tools.translations.checks.markup_free import strip_markup
from build_tools.translations.checks.message import WORD, Message

# What is set off may be a title or a quotation, in its own language.
_TITLE = re.compile(r"\*[^*]+\*|《[^《》]*》|“[^“”]*”|„[^„”]*”|‘[^‘’]*’")
# Words without which no English sentence gets along.
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been but by could for from had has have he her his if in is it its not of on or she that"
        " the their them then there these they this to was were when which while who will with would",
    )
)
_TELLTALE = re.compile(r"\b(?:the|of|and|was|were|is|from|that|with)\b")
# Signs of measures, which are the same everywhere.
_MEASURES = frozenset({"bar", "kbit", "min", "rpm"})
_RUN = 5


def check_copy(message: Message) -> Iterator[Fault]:
    """Yield a fault for a translation that is the same as its original, although it has words of English."""
    if message.translation.strip() != message.original.strip():
        return
    words = list_common_words(message)
    if words:
        found = f"'{show(message.original)}' was copied, not translated"
        cure = f"Translate it, or add its words to locales/{message.language.code}/words.txt: {', '.join(words[:5])}."
        yield Fault(Code.PO_COPY, found, cure)


def check_english_left(message: Message) -> Iterator[Fault]:
    """Yield a fault for words of the original that stand in the translation in the same order, as in a sentence."""
    if message.plain or not _TELLTALE.search(message.words) or message.translation.strip() == message.original.strip():
        return
    original = f" {' '.join(WORD.findall(message.original_words)).casefold()} "
    words = WORD.findall(strip_markup(_TITLE.sub(" ", message.translation), plain=message.plain))
    for place in range(len(words) - _RUN + 1):
        run = [word.casefold() for word in words[place : place + _RUN]]
        if sum(word in _ENGLISH for word in run) >= 2 and f" {' '.join(run)} " in original:
            found = f"'{' '.join(words[place : place + _RUN])} …' was left in English"
            yield Fault(Code.PO_COPY, found, "Translate it, or set it in quotation marks if it is quoted.")
            return


def list_common_words(message: Message) -> list[str]:
    """List the words of an original that are neither names nor known in the language."""
    original = strip_markup(_TITLE.sub(" ", message.original), plain=message.plain)
    words = [word for word in WORD.findall(original) if len(word) > 2 and word.isascii()]
    known = message.known
    shared = known.words | known.term_words | _MEASURES
    common = [word for word in words if word.islower() and word not in shared]
    # A name may hold small words, as in National Aeronautics and Space Administration.
    return [] if _ENGLISH.issuperset(common) and len(words) > len(common) else common
