"""Messages of PO files as XLIFF, the format of CAT tools, and as TMX, the format of their memories.

In: PO files.
Out: the bytes of an XLIFF or TMX file, the same for the same messages.
Obsolete messages are not exported; they wait in the PO file.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import polib

from build_tools.config import Language
from build_tools.problems import Code, Problem
from build_tools.translations.exchange.units import get_form, list_units

# The toolkit's own is of version 1.1, which few tools ask for.
_SKELETON = (
    b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    b'<file original="file" source-language="en" datatype="plaintext"><body/></file></xliff>'
)
# Letters that no XML file can hold.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def check_writable(po: polib.POFile, place: str) -> Iterator[Problem]:
    """Check that XML can hold every message; the others are not exported."""
    for entry in po:
        found = _UNWRITABLE.search("".join(_list_texts(entry)))
        if found and not entry.obsolete:
            text = f"U+{ord(found[0]):04X} cannot stand in an XML file, so the message is not exported"
            yield Problem.of(Code.PO_LETTER, place, text, line=entry.linenum or 0, cure="Delete it.")


def _list_texts(entry: polib.POEntry) -> list[str]:
    return [entry.msgid, entry.msgid_plural or "", entry.msgstr, *entry.msgstr_plural.values()]


def list_writable(po: polib.POFile) -> Iterator[polib.POEntry]:
    """List the messages in use that XML can hold."""
    for entry in po:
        if not entry.obsolete and not _UNWRITABLE.search("".join(_list_texts(entry))):
            yield entry


def render_xliff(po: polib.POFile, file: str, source: Language, target: Language) -> bytes:
    """Render a PO file as XLIFF.

    :param file: its name among the PO files of its language.
    """
    from translate.storage.xliff import xlifffile

    toolkit: Any = xlifffile
    store = toolkit.parsestring(_SKELETON)
    store.setfilename(store.getfilenode("file"), file)
    store.setsourcelanguage(source.code)
    store.settargetlanguage(target.code)
    for entry in list_writable(po):
        for name, text, number in list_units(entry, target.plural_count):
            unit = store.addsourceunit(text, file)
            unit.setid(name)
            _fill_unit(unit, entry, get_form(entry, number))
    return bytes(store)


def _fill_unit(unit: Any, entry: polib.POEntry, translation: str) -> None:
    """Give a unit its translation, its state and its notes."""
    if translation:
        unit.target = translation
        if entry.fuzzy:
            unit.set_state_n(unit.S_NEEDS_REVIEW)
    if translation and entry.previous_msgid and not _UNWRITABLE.search(entry.previous_msgid):
        unit.addalttrans(translation, origin="previous", sourcetxt=entry.previous_msgid)
    places = " ".join(place for place, _line in entry.occurrences)
    for text, origin in ((entry.tcomment, "translator"), (entry.comment, "developer"), (places, "source code")):
        unit.addnote(_UNWRITABLE.sub("", text), origin=origin)


def render_tmx(files: Iterable[tuple[str, polib.POFile]], source: Language, target: Language) -> bytes:
    """Render all finished translations of a language as one memory, each pair once."""
    from translate.storage.tmx import tmxfile

    store: Any = tmxfile(sourcelanguage=source.code, targetlanguage=target.code)
    seen = set()
    for file, po in files:
        for entry in filter(polib.POEntry.translated, list_writable(po)):
            for _name, text, number in list_units(entry, target.plural_count):
                pair = (text, get_form(entry, number))
                if all(pair) and pair not in seen:
                    seen.add(pair)
                    store.addtranslation(pair[0], source.code, pair[1], target.code, comment=file)
    return bytes(store)
