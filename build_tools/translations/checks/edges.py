"""Edges: spaces at the beginning and the end, and the sign that a message ends with.

In: a message.  Out: a fault where the translation begins or ends otherwise than its original.
"""

import re
from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message

# Signs of other scripts that do what ours do.
_SAME = {"؟": "?", "；": ";", "：": ":", "。": ".", "．": ".", "？": "?", "！": "!", "؛": ";", "،": ",", "।": "."}
_ENDS = ".?!:;,…"
# What may stand for what: sentences may be joined otherwise, and requests may be loud.
_FREE = {
    "": ("",),
    ".": (".", "!", "…", ":"),
    "!": ("!", "."),
    "?": ("?",),
    ":": (":", "."),
    ";": (";", ".", ","),
    ",": (",", ";"),
    "…": ("…", "."),
}
_ASKS = re.compile(r"(?:And |But )?(?:How|What|When|Where|Which|Who|Whom|Whose|Why)\b")
_ABBREVIATED = re.compile(r"(?:\d|\b\w{1,5})\.\W*$|[!…]\W*$")
# Words of a heading.
_TITLE = 10
# What may follow the last sign: closing marks.
_CLOSING = "’”»)]》〉\"'"


def check_spaces(message: Message) -> Iterator[Fault]:
    """Yield a fault for a space at the beginning or the end that only one side has."""
    for name, cut in (("begins", str.lstrip), ("ends", str.rstrip)):
        before, after = (len(text) - len(cut(text)) for text in (message.original, message.translation))
        if bool(before) != bool(after):
            cure = "Take it out." if after else "Put one there, as in the original."
            found = f"the translation {name} with{'' if after else 'out'} a space or a line break"
            yield Fault(Code.PO_SPACE, found, cure)


def check_end(message: Message) -> Iterator[Fault]:
    """Yield a fault for a sentence that has lost its last sign, and for a label that has got one."""
    before, after = find_end(message.original_words), find_end(message.words)
    is_piece = message.original.endswith(" ")  # the sentence goes on in another message
    if is_piece or after in _FREE[before]:
        return
    if may_differ(message, before, after):
        return
    found = f"the translation ends with {after or 'no sign'}; the original with {before or 'none'}"
    yield Fault(Code.PO_PUNCTUATION, found, "End it as the original does.")


def may_differ(message: Message, before: str, after: str) -> bool:
    """Tell whether a label may end otherwise.

    A heading may become a question; ordinal numbers and abbreviations end in a full stop where languages have it so;
    Korean headings need no question mark.
    """
    if not before and after == "?":
        return bool(_ASKS.match(message.original_words))
    if not before:
        return bool(_ABBREVIATED.search(message.words[-40:]))
    return message.language.code == "ko" and before == "?" and message.original.count(" ") < _TITLE


def find_end(text: str) -> str:
    """Find the sign that a text ends with, if any.

    >>> find_end("He said ‘no.’"), find_end("a list"), find_end("어디로 가나？")
    ('.', '', '?')
    """
    last = text.rstrip().rstrip(_CLOSING).rstrip()[-1:]
    last = _SAME.get(last, last)
    return last if last and last in _ENDS else ""
