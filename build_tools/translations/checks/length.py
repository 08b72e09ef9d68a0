"""Length: a translation that is far longer or shorter than others of its language has lost or gained something.

In: a message.  Out: a fault where the proportion is out of all bounds.
What is longer than any translation may be, the guard refuses.
"""

from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message

# Letters of a translated paragraph for each letter of the original, at least and at most.  The translations of this
# book lie well within: ko 0.43–0.83, vi 0.86–1.20, fil 1.08–1.42, hu 0.89–1.25.
_BOUNDS = {"ko": (0.36, 0.95), "vi": (0.75, 1.4), "fil": (0.9, 1.7), "hu": (0.75, 1.5)}
_OTHER = (0.25, 2.5)
# Shorter texts vary more, and labels as they like.
_LONG, _SHORT, _SLACK = 200, 80, 1.4


def check_length(message: Message) -> Iterator[Fault]:
    """Yield a fault for a translation that is out of proportion."""
    before, after = len(message.original_words), len(message.words)
    if before < _SHORT or message.plain:
        return
    least, most = _BOUNDS.get(message.language.code, _OTHER)
    slack = 1 if before >= _LONG else _SLACK
    if not least / slack <= after / before <= most * slack:
        found = f"{after} letters stand for {before}; that is far from usual for {message.language.name}"
        yield Fault(Code.PO_LENGTH, found, "Look whether something is missing, or stands there twice.")
