"""Markup that silently fails: signs that were meant as markup and are shown to readers as they are typed.

In: a message in Markdown.
Out: a fault for each such sign in the words of the translation that the words of the original do not have.
What markup a translation may have is the guard's business.
"""

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message

_SIGNS = re.compile(r"\*+|`+|\]\s?\(|\[\^|\{\w[\w:-]*\}|__")
# By CommonMark's flanking rule ** ends nothing between punctuation and a letter: **아폴로(Apollo)**는.
_BOUND = re.compile(r"(?<=[^\w\s*])(\*+)(?=\w)|(?<=\w)(\*+)(?=[^\w\s*])")


def check_markup(message: Message) -> Iterator[Fault]:
    """Yield a fault for each sign of markup that MyST leaves in the words of a translation."""
    if message.plain or message.translation.isalnum():
        return
    shown = Counter(_SIGNS.findall(message.shape.words))
    for sign in shown - Counter(_SIGNS.findall(message.original_shape.words)):
        yield Fault(Code.PO_MARKUP, f"{sign} is shown to readers as it stands", choose_cure(sign, message.translation))


def choose_cure(sign: str, translation: str) -> str:
    """Choose what to advise."""
    bound = _BOUND.search(translation) if sign.startswith("*") else None
    if bound:
        place = translation[max(0, bound.start() - 12) : bound.end() + 4]
        return (
            f"In …{place}… the emphasis does not end, because a bracket or quotation mark stands within it and a letter"
            f" follows.\nMove the mark out of it: **아폴로**(Apollo)는, „**Apollo**”-val."
        )
    if sign.startswith("*"):
        return "Look for a space beside the asterisks on the inner side, or for one that is missing."
    if sign.startswith("{"):
        return "Write {term}`title <target>` without a space between brace and backtick."
    return "It was meant as markup; look for a space or a bracket too many, or one that is missing."
