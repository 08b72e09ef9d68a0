"""What a PO file and an XLIFF file have in common: units with a name, a source and a target.

In: messages of a PO file.
Out: the names and sources of their units; a message with a plural has a unit for each form.
How units are written and read is not this module's business.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import polib


@dataclass(frozen=True)
class Unit:
    """One unit of an XLIFF file, as it came in.

    :param file: the PO file that it names, such as `first-steps/first-humans.po`.
    :param review: whether it is marked as not finished; None where nothing is said.
    :param line: where it stands in the XLIFF file.
    """

    file: str
    name: str
    source: str
    target: str
    review: bool | None
    line: int


def name_unit(entry: polib.POEntry) -> str:
    """Name a message by what it says, so that it has the same name whenever it is exported."""
    return hashlib.sha256(f"{entry.msgctxt or ''}\4{entry.msgid}".encode()).hexdigest()[:16]


def list_units(entry: polib.POEntry, plural_count: int) -> Iterator[tuple[str, str, int]]:
    """List the units of a message: name, source and number of the form."""
    name = name_unit(entry)
    if not entry.msgid_plural:
        yield name, entry.msgid, 0
        return
    for number in range(plural_count):
        singular = number == 0 and plural_count > 1
        yield f"{name}[{number}]", entry.msgid if singular else entry.msgid_plural, number


def get_form(entry: polib.POEntry, number: int) -> str:
    """Give the translation of a message, or one of its forms."""
    return str(entry.msgstr_plural.get(number, "")) if entry.msgid_plural else entry.msgstr
