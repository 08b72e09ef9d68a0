"""sphinx-intl updates PO files, on copies of them.

In: the PO files of a language as they were, and the messages of today.
Out: what sphinx-intl offers for messages that are new: translations of similar ones, which it marks as fuzzy.
It works on copies because it loses what messages were before (`#|`), and rewrites what it need not touch;
what stands in `locales/` is made by `merge.py`.
"""

import contextlib
import io
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from build_tools.translations.merge import WIDTH, Original, has_translation

Suggestions = Mapping[str, Mapping[str, str]]


def suggest_translations(
    folder: Path, code: str, present: Mapping[str, polib.POFile], wanted: Mapping[str, Iterable[Original]]
) -> Suggestions:
    """Let sphinx-intl update copies, and give what it offers: by file, the translation for each new message.

    :param folder: where the copies may stand; what is there goes.
    """
    from sphinx_intl import basic

    shutil.rmtree(folder, ignore_errors=True)
    for name, originals in wanted.items():
        write_template(folder / "pot" / name, originals)
        if name in present:
            write_copy(folder / "locales" / code / "LC_MESSAGES" / name, present[name])
    with contextlib.redirect_stdout(io.StringIO()):
        basic.update(str(folder / "locales"), str(folder / "pot"), (code,), line_width=WIDTH, jobs=1)
    updated = folder / "locales" / code / "LC_MESSAGES"
    return {name: read_offers(updated / name, present.get(name)) for name in wanted}


def write_template(path: Path, originals: Iterable[Original]) -> None:
    """Write the POT file of a PO file."""
    template = polib.POFile(wrapwidth=WIDTH)
    template.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    template.extend(polib.POEntry(msgid=each.msgid, msgid_plural=each.msgid_plural) for each in originals)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".pot").write_text(str(template), encoding="utf-8")


def write_copy(path: Path, po: polib.POFile) -> None:
    """Write what sphinx-intl needs of a PO file: messages with their translations."""
    copy = polib.POFile(wrapwidth=WIDTH)
    copy.metadata = dict(po.metadata)
    seen = set()
    for entry in po:
        if entry.msgid not in seen and not entry.msgctxt:
            seen.add(entry.msgid)
            fields = {"msgid": entry.msgid, "msgstr": entry.msgstr, "flags": ["fuzzy"] if entry.fuzzy else []}
            plural = {"msgid_plural": entry.msgid_plural, "msgstr_plural": dict(entry.msgstr_plural)}
            copy.append(polib.POEntry(**fields, **plural, obsolete=entry.obsolete))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(copy), encoding="utf-8")


def read_offers(path: Path, old: polib.POFile | None) -> dict[str, str]:
    """Read what sphinx-intl has offered for messages that the file did not have."""
    known = {entry.msgid for entry in old or [] if not entry.obsolete}
    return {
        entry.msgid: entry.msgstr
        for entry in polib.pofile(str(path))
        if entry.fuzzy and not entry.obsolete and entry.msgid not in known and has_translation(entry)
    }
