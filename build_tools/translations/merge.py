"""Today's messages and yesterday's translations make a PO file.

In: the messages that a PO file must have, the file as it was, and translations of the same words elsewhere.
Out: a PO file with exactly these messages; what was translated stays, is fuzzy or is obsolete, but is never lost.
Reading and writing files is not this module's business.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polib

WIDTH = 0  # a line a message: editors wrap, and a changed word changes one line


@dataclass(frozen=True)
class Original:
    """A message in English, its plural if it has one, and the files in which it stands, if that is of use."""

    msgid: str
    msgid_plural: str = ""
    places: tuple[str, ...] = ()


def merge_po(
    old: polib.POFile,
    originals: Iterable[Original],
    memory: Mapping[str, str],
    plural_count: int,
    offers: Mapping[str, str] | None = None,
) -> polib.POFile:
    """Merge the messages of today with a PO file.

    A message that is new takes a translation of the same words from elsewhere, or that of a similar message;
    both are fuzzy, so that no reader sees them before a translator does.  A message that returns takes its own
    translation back.

    :param memory: translations of the language's other PO files.
    :param offers: translations of similar messages, by the new message.
    """
    wanted = {original.msgid: original for original in originals}
    known, spare = _split(old, wanted)
    used = set()
    merged = polib.POFile(wrapwidth=WIDTH)
    for original in wanted.values():
        entry = known.get(original.msgid)
        if entry is None:
            entry, source = _make_entry(original, memory, spare, (offers or {}).get(original.msgid, ""))
            used.add(source)
        elif not has_translation(entry):
            entry = _recall(entry, memory)
        merged.append(_fit(entry, original, plural_count))
    for key, entry in spare.items():
        if key not in used and has_translation(entry):
            merged.append(_retire(entry))
    return merged


def has_translation(entry: polib.POEntry) -> bool:
    """Tell whether a message has any translation, fuzzy or not."""
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def make_memory(files: Iterable[polib.POFile]) -> dict[str, str]:
    """Gather the translations of many PO files by message; those in use go before obsolete ones."""
    memory: dict[str, str] = {}
    obsolete: dict[str, str] = {}
    for po in files:
        for entry in po:
            if entry.msgstr and not entry.fuzzy and not entry.msgctxt:
                (obsolete if entry.obsolete else memory).setdefault(entry.msgid, entry.msgstr)
    return {**obsolete, **memory}


def _split(
    old: polib.POFile, wanted: Mapping[str, Original]
) -> tuple[dict[str, polib.POEntry], dict[tuple[str, ...], polib.POEntry]]:
    """Split a PO file into messages that are wanted, and the rest with obsolete ones first."""
    known: dict[str, polib.POEntry] = {}
    spare: dict[tuple[str, ...], polib.POEntry] = {}
    current = [entry for entry in old if not entry.obsolete]
    # A message in use goes before an obsolete one of the same words, and the first of two before the second.
    for entry in sorted(current, key=lambda entry: not has_translation(entry)):
        if entry.msgid in wanted and not entry.msgctxt and entry.msgid not in known:
            known[entry.msgid] = entry
    taken = set(map(id, known.values()))
    for entry in [*old.obsolete_entries(), *current]:
        if id(entry) in taken:
            continue
        if entry.obsolete and entry.msgid in wanted and not entry.msgctxt and entry.msgid not in known:
            known[entry.msgid] = entry
            continue
        texts = (entry.msgid, entry.msgctxt or "", entry.msgstr, *entry.msgstr_plural.values())
        spare.setdefault(texts, entry)
    return known, spare


def _make_entry(
    original: Original,
    memory: Mapping[str, str],
    spare: Mapping[tuple[str, ...], polib.POEntry],
    offer: str,
) -> tuple[polib.POEntry, tuple[str, ...]]:
    """Make a message that the file did not have, and tell whose translation it took."""
    entry = _recall(polib.POEntry(msgid=original.msgid), memory)
    if has_translation(entry) or not offer or original.msgid_plural:
        return entry, ()
    for key, before in spare.items():
        if before.msgstr == offer:
            entry.msgstr, entry.tcomment, entry.flags = offer, before.tcomment, ["fuzzy"]
            entry.previous_msgid = before.msgid
            return entry, key
    return entry, ()


def _recall(entry: polib.POEntry, memory: Mapping[str, str]) -> polib.POEntry:
    """Take a translation of the same words from another file, as fuzzy: the place may ask for others."""
    if entry.msgid in memory and not entry.msgid_plural:
        entry.msgstr = memory[entry.msgid]
        entry.flags = ["fuzzy", *entry.flags]
    return entry


def _fit(entry: polib.POEntry, original: Original, plural_count: int) -> polib.POEntry:
    """Fit a message of the file to its original of today."""
    was_plural = bool(entry.msgid_plural or entry.msgstr_plural)
    fuzzy = entry.fuzzy
    if original.msgid_plural:
        forms = entry.msgstr_plural or {0: entry.msgstr}
        fuzzy = fuzzy or (bool(entry.msgstr) and not was_plural)
        entry.msgstr, entry.msgstr_plural = "", {number: forms.get(number, "") for number in range(plural_count)}
    elif was_plural:
        entry.msgstr = entry.msgstr or entry.msgstr_plural.get(0, "")
        fuzzy, entry.msgstr_plural = True, {}
    entry.msgid_plural = original.msgid_plural
    entry.occurrences = [(place, "") for place in original.places]
    entry.comment, entry.obsolete = "", False
    # Roles of MyST look like formats of Python, and editors complain of them.
    kept = sorted(flag for flag in entry.flags if flag != "fuzzy" and not flag.startswith("python-"))
    entry.flags = ["fuzzy", *kept] if fuzzy and has_translation(entry) else kept
    if not entry.fuzzy:
        entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    return entry


def _retire(entry: polib.POEntry) -> polib.POEntry:
    entry.obsolete = True
    entry.occurrences, entry.comment = [], ""
    return entry
