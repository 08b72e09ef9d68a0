"""What can be wrong with a PO file as a whole: its header, and messages that stand in it twice.

In: a PO file that can be read, and its language.
Out: a problem for each fault, with its line.
"""

import re
from collections.abc import Iterator

import polib

from build_tools.config import Language
from build_tools.problems import Code, Problem

_CURE = "Run `nox -s po-update`, which mends headers, or correct the line."


def check_file(po: polib.POFile, language: Language, place: str) -> Iterator[Problem]:
    """Yield every problem of a file."""
    yield from check_header(po, language, place)
    yield from check_twins(po, place)
    yield from check_forms(po, language, place)


def check_header(po: polib.POFile, language: Language, place: str) -> Iterator[Problem]:
    """Yield a problem for each field of the header that programs would go wrong by."""
    if not po.metadata:
        found = "the header is missing: an empty msgid at the top, whose msgstr says language and charset"
        yield Problem.of(Code.PO_HEADER, place, found, line=1, cure=_CURE)
        return
    charset = re.search(r"charset=\s*([\w.-]+)", po.metadata.get("Content-Type", ""))
    wrong = {
        "the charset": (charset[1] if charset else "", "UTF-8"),
        "Language": (po.metadata.get("Language", ""), language.code.replace("-", "_")),
        "Plural-Forms": (po.metadata.get("Plural-Forms", ""), language.plurals),
    }
    for name, (value, expected) in wrong.items():
        if _squeeze(value) != _squeeze(expected):
            found = f"{name} is {value or 'missing'}; expected {expected}"
            yield Problem.of(Code.PO_HEADER, place, found, line=1, cure=_CURE)
    if po.metadata_is_fuzzy:
        cure = "Take '#, fuzzy' away above the header."
        yield Problem.of(Code.PO_HEADER, place, "the header is marked as fuzzy", line=1, cure=cure)


def _squeeze(value: str) -> str:
    return re.sub(r"[\s;]", "", value).lower()


def check_twins(po: polib.POFile, place: str) -> Iterator[Problem]:
    """Yield a problem for each message that stands there a second time; only the first is used."""
    seen: dict[tuple[str | None, str], int] = {}
    for entry in po:
        if entry.obsolete:
            continue
        line = entry.linenum or 0
        first = seen.setdefault((entry.msgctxt, entry.msgid), line)
        if first != line:
            found = f"the same message stands in line {first} already"
            yield Problem.of(Code.PO_DUPLICATE, place, found, line=line, cure="Keep one of the two.")


def check_forms(po: polib.POFile, language: Language, place: str) -> Iterator[Problem]:
    """Yield a problem for each message with more or fewer plural forms than its language."""
    for entry in po:
        forms = [form for form in entry.msgstr_plural.values() if form]
        if not entry.obsolete and entry.msgid_plural and forms and len(forms) != language.plural_count:
            found = f"{len(forms)} plural forms; {language.name} has {language.plural_count}"
            cure = "Write msgstr[0] and so on, as many as the header's nplurals says."
            yield Problem.of(Code.PO_PLURAL, place, found, line=entry.linenum or 0, cure=cure)
