"""PO files as a build may read them: without what the guard refuses.

In: a language's PO files, from whoever's hands.
Out: PO files of accepted messages in a folder of their own, and a problem for each message that was refused.
Headers are written anew; obsolete and fuzzy messages stay behind.  A refused passage appears in English.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import astuple
from functools import cache
from importlib.metadata import version
from pathlib import Path

import polib

from build_tools.config import Language
from build_tools.guard.faults import Fault, find_faults
from build_tools.messages import list_po_files, read_po
from build_tools.paths import Repository
from build_tools.problems import Code, Problem
from build_tools.text_files import write_text

# Files of plain words: the press's own, and those of Sphinx and the theme.
PLAIN = frozenset({"press", "sphinx"})
# The only one whose messages may have plural forms.
_PLURAL = "sphinx"
# No message of a book has one; Sphinx's reader of PO files and ours would not agree on what it is.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
STATE = "guarded.json"
_LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "myst-parser", "polib")


def guard_language(repository: Repository, language: Language) -> list[Problem]:
    """Write what builds may read of a language's PO files, and give what was refused."""
    source, target = repository.po_folder(language.code), repository.guarded_folder(language.code)
    return guard_folder(source, target, language, repository.relative)


def guard_folder(source: Path, target: Path, language: Language, show: Callable[[Path], str]) -> list[Problem]:
    """Write what a build may read of a language's PO files, and give what was refused.

    A file that has not changed since the last time is not read again.

    :param show: gives a path as people type it.
    """
    known = _load_state(target)
    state: dict[str, tuple[str, list[Problem]]] = {}
    for path in list_po_files(source):
        name = path.relative_to(source).as_posix()
        digest = hashlib.sha256(path.read_bytes() + _version() + repr(language).encode()).hexdigest()
        if name in known and known[name][0] == digest and (target / name).is_file():
            state[name] = known[name]
        else:
            po = read_po(path, show(path))
            problems = list(guard_po(po, language, domain=name.removesuffix(".po"), place=show(path)))
            write_text(target / name, render_po(po, language))
            state[name] = (digest, problems)
    _remove_strangers(target, {target / name for name in state})
    saved = {name: [digest, [astuple(problem) for problem in problems]] for name, (digest, problems) in state.items()}
    write_text(target / STATE, json.dumps(saved, ensure_ascii=False, indent=1))
    return [problem for _digest, problems in state.values() for problem in problems]


def guard_po(po: polib.POFile, language: Language, *, domain: str, place: str) -> Iterator[Problem]:
    """Take every refused message out of a PO file, and give a problem for each.

    :param domain: the file's path without ending, such as `moon/apollo`.
    """
    kept = []
    for entry in po:
        problems = list(refuse_entry(entry, language, domain=domain, place=place))
        yield from problems
        if not problems:
            kept.append(entry)
    po[:] = kept


def refuse_entry(entry: polib.POEntry, language: Language, *, domain: str, place: str) -> Iterator[Problem]:
    """Give the problems for which a message is refused; one that is not in use cannot be."""
    if not is_used(entry):
        return
    for fault in find_entry_faults(entry, language, domain=domain):
        if fault.is_refused:
            yield Problem.of(fault.code, place, fault.found, line=entry.linenum or 0, cure=fault.cure)


def is_used(entry: polib.POEntry) -> bool:
    """Tell whether a message is translated, and one that a book can have: with words, and without a context."""
    return bool(entry.translated() and entry.msgid.strip() and entry.msgctxt is None)


def find_entry_faults(entry: polib.POEntry, language: Language, *, domain: str) -> Iterator[Fault]:
    """Find the faults of a message, in each of its forms."""
    plain, rtl = domain in PLAIN, language.direction == "rtl"
    if _CONTROL.search(entry.msgid + entry.msgid_plural):
        yield Fault(Code.PO_LETTER, "the original has a control character", "Delete the message.")
        return
    if (entry.msgid_plural or entry.msgstr_plural) and domain != _PLURAL:
        yield Fault(Code.PO_PLURAL, "the message has plural forms", "Give it one msgstr.")
        return
    if entry.msgid_plural:
        faults = find_faults(entry.msgid, entry.msgid_plural, plain=plain, right_to_left=rtl)
        yield from (fault for fault in faults if fault.code is not Code.PO_PLACEHOLDER)
    elif entry.msgstr_plural:
        yield Fault(
            Code.PO_PLURAL, "the translation has plural forms, but the original has none", "Give it one msgstr."
        )
    for original, translation in list_forms(entry):
        yield from find_faults(original, translation, plain=plain, right_to_left=rtl)


def list_forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """List a message's originals with their translations, one for each plural form."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    # A form may say the number or leave it out, as the singular or the plural of the original does.
    return [
        (entry.msgid if _placeholders(entry.msgid) == _placeholders(form) else entry.msgid_plural, form)
        for form in entry.msgstr_plural.values()
    ]


def _placeholders(text: str) -> int:
    return text.count("%") + text.count("{")


def render_po(po: polib.POFile, language: Language) -> str:
    """Render the messages in use of a PO file, each once, under a header of our own."""
    kept = polib.POFile(wrapwidth=0)
    kept.metadata = {
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plurals,
    }
    seen = set()
    for entry in filter(is_used, po):
        if entry.msgid not in seen:
            seen.add(entry.msgid)
            kept.append(copy_entry(entry))
    return str(kept)


def copy_entry(entry: polib.POEntry) -> polib.POEntry:
    """Copy what was looked at of a message, and nothing else."""
    if entry.msgid_plural:
        return polib.POEntry(msgid=entry.msgid, msgid_plural=entry.msgid_plural, msgstr_plural=entry.msgstr_plural)
    return polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr)


def _remove_strangers(target: Path, kept: set[Path]) -> None:
    """Remove what no PO file has led to, such as a file of which the source is gone."""
    for path in [*target.rglob("*.po"), *target.rglob("*.mo")]:
        if path.with_suffix(".po") not in kept:
            path.unlink()


@cache
def _version() -> bytes:
    """Give what changes whenever the guard does."""
    sources = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    libraries = (f"{name} {version(name)}\n".encode() for name in _LIBRARIES)
    return hashlib.sha256(b"".join([*sources, *libraries])).digest()


def _load_state(target: Path) -> dict[str, tuple[str, list[Problem]]]:
    try:
        saved = json.loads((target / STATE).read_text(encoding="utf-8"))
        return {name: (digest, [Problem(*values) for values in rows]) for name, (digest, rows) in saved.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
