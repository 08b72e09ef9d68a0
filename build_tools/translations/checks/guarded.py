"""The guard's opinion: what a translation adds to its original, or loses.

In: a message.  Out: the faults that the guard finds, as it finds them.
What of them keeps a translation out of every build is the guard's business, and its alone.
"""

from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.guard.po_files import find_entry_faults
from build_tools.problems import Code
from build_tools.translations.checks.message import Message

# Signs in which a language sets what English sets in italics, such as titles of books.
_INSTEAD = {"ko": "《〈"}


def check_guard(message: Message) -> Iterator[Fault]:
    """Yield what the guard finds in a message, all its forms at once.

    A title in signs of the language's own has not lost its emphasis.
    """
    if message.form:
        return
    spared = any(sign in message.translation for sign in _INSTEAD.get(message.language.code, ""))
    for fault in find_entry_faults(message.entry, message.language, domain=message.domain):
        if fault.code is not Code.PO_EMPHASIS or not spared:
            yield fault
