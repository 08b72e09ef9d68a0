"""Typography: signs as the language sets them.

In: a message.  Out: a fault for each sign that is typed instead of set.
What each language wants stands in `typography_rules.py`.
"""

from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message
from build_tools.translations.checks.typography_rules import COMMON, LANGUAGES, OTHER

_BRACKETS = ("()", "[]")


def check_signs(message: Message) -> Iterator[Fault]:
    """Yield a fault for each kind of sign that the language sets in another way, unless the original has it too."""
    for rule in COMMON + LANGUAGES.get(message.language.code, OTHER).rules:
        found = rule.pattern.search(message.words)
        if found and not rule.pattern.search(message.original_words):
            place = message.words[max(0, found.start() - 15) : found.end() + 15].strip()
            shown = f"{rule.found.format(found[0].strip())}: …{place}…"
            yield Fault(Code.PO_TYPOGRAPHY, shown.replace("\n", " "), rule.cure)


def check_pairs(message: Message) -> Iterator[Fault]:
    """Yield a fault for brackets and quotation marks that are not opened and closed in pairs."""
    for pair in _BRACKETS + LANGUAGES.get(message.language.code, OTHER).quotes:
        if not _is_paired(message.words, pair) and _is_paired(message.original_words, pair):
            found = f"{pair[0]} and {pair[1]} do not stand in pairs"
            yield Fault(Code.PO_TYPOGRAPHY, found, "Open each before it is closed, and close each that is opened.")


def _is_paired(text: str, pair: str) -> bool:
    """Tell whether each sign that opens is closed, and none is closed that was not opened."""
    if pair[0] not in text and pair[1] not in text:
        return True
    depth = 0
    for letter in text:
        depth += (letter == pair[0]) - (letter == pair[1])
        # The closing mark is an apostrophe too.
        depth = max(depth, 0) if pair[1] == "’" else depth
        if depth < 0:
            return False
    return depth == 0
