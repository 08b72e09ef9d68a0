"""`po update`: the English messages come into every language's PO files.

In: the book, the press, and the PO files as they are.
Out: PO files with today's messages; translations are kept, and a second run changes nothing.

A chapter that was renamed takes its PO file along.  The PO file of one that is gone goes to
`locales/<language>/retired/`, where no build looks; from there it comes back when the chapter does, and until then
its translations are offered wherever the same words stand.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polib

from build_tools.config import Book, Language, Registry, load_book, load_registry
from build_tools.dates import VARIABLE, read_edition_date
from build_tools.messages import check_po_files, read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.text_files import write_text
from build_tools.translations.headers import make_metadata, render_comment
from build_tools.translations.intl import suggest_translations
from build_tools.translations.merge import WIDTH, Original, has_translation, make_memory, merge_po
from build_tools.translations.moves import Moves, plan_moves
from build_tools.translations.templates import SPHINX, Templates, extract_templates, list_sphinx_messages
from build_tools.translations.weblate import write_components


@dataclass(frozen=True)
class Source:
    """What every PO file is made from: the messages, the facts of the book and the date of the edition."""

    templates: Templates
    book: Book
    date: datetime


def update_translations(repository: Repository, tell: Callable[[str], None]) -> None:
    """Update the PO files of every language but the source language."""
    registry = load_registry(repository)
    require_sound_files(repository, registry)
    source = load_source(repository)
    for code in list_targets(registry):
        for line in update_language(repository, registry.languages[code], source):
            tell(line)
    write_components(repository)


def load_source(repository: Repository) -> Source:
    """Load what PO files are made from; nothing in `locales/` changes."""
    book, date = load_book(repository), read_edition_date(repository.root)
    os.environ[VARIABLE] = str(int(date.timestamp()))
    return Source(extract_templates(repository), book, date)


def require_sound_files(repository: Repository, registry: Registry) -> None:
    """Raise BuildToolsError if a PO file cannot be read, so that none is written to while another is broken."""
    folders = [
        folder
        for code in list_targets(registry)
        for folder in (repository.po_folder(code), repository.retired_folder(code))
    ]
    problems = [problem for folder in folders for problem in check_po_files(folder, repository.relative)]
    if problems:
        raise BuildToolsError(problems)


def list_targets(registry: Registry) -> list[str]:
    """List the languages the book is translated into."""
    return [code for code in registry.languages if code != registry.source.code]


def update_language(repository: Repository, language: Language, source: Source) -> Iterator[str]:
    """Update the PO files of one language, and tell what was done."""
    folder, attic = repository.po_folder(language.code), repository.retired_folder(language.code)
    present, retired = read_folder(folder), read_folder(attic)
    memory = make_memory([*present.values(), *retired.values()])
    kept = [entry.msgid for entry in present.get(SPHINX, [])]
    wanted = {**source.templates, SPHINX: list_sphinx_messages(language.code, kept)}
    moves = plan_moves(list_texts(present), list_texts(retired), list_wanted(wanted))
    olds = {name: find_old(name, moves, present, retired) for name in wanted}
    offers = suggest_translations(repository.build / "intl" / language.code, language.code, olds, wanted)
    lacking = 0
    for name, originals in wanted.items():
        new = make_po(olds[name], originals, memory, language, source, offers[name])
        write_text(folder / name, str(new))
        lacking += sum(1 for entry in new if not entry.obsolete and not entry.translated())
    yield f"{language.code}: {lacking} messages to translate"
    yield from clear_away(folder, attic, moves, present, retired)


def find_old(
    name: str, moves: Moves, present: Mapping[str, polib.POFile], retired: Mapping[str, polib.POFile]
) -> polib.POFile:
    """Find the file that a PO file was before."""
    if name in moves.returned:
        return retired[moves.returned[name]]
    old = present.get(moves.renamed.get(name, name))
    return polib.POFile(wrapwidth=WIDTH) if old is None else old


def make_po(
    old: polib.POFile,
    originals: Iterable[Original],
    memory: Mapping[str, str],
    language: Language,
    source: Source,
    offers: Mapping[str, str],
) -> polib.POFile:
    """Make a PO file of today from what it was."""
    originals = tuple(originals)
    before = {(entry.msgid, entry.msgid_plural) for entry in old if not entry.obsolete}
    changed = before != {(original.msgid, original.msgid_plural) for original in originals}
    po = merge_po(old, originals, memory, language.plural_count, offers)
    po.header = render_comment(old.header, language, source.book, source.date)
    po.metadata = make_metadata(old.metadata, language, source.book, source.date, changed=changed)
    return po


def clear_away(
    folder: Path, attic: Path, moves: Moves, present: Mapping[str, polib.POFile], retired: Mapping[str, polib.POFile]
) -> Iterator[str]:
    """Take away the files that have moved, retire those of chapters that are gone, and tell each."""
    for new, old in moves.renamed.items():
        remove(folder / old, folder)
        yield f"  {old} is now {new}"
    for new, old in moves.returned.items():
        remove(attic / old, attic.parent)
        yield f"  {new} is back"
    for name in moves.gone:
        if any(map(has_translation, present[name])):
            earlier = retired.get(name) if name not in moves.returned.values() else None
            write_text(attic / name, join_texts(present[name], earlier))
            yield f"  {name} has no chapter any more: its translations are in {attic.parent.name}/{attic.name}/{name}"
        remove(folder / name, folder)


def join_texts(po: polib.POFile, earlier: polib.POFile | None) -> str:
    """Render a PO file for the retired, with what was retired under its name before."""
    known = {entry.msgid for entry in po}
    po.extend(entry for entry in earlier or [] if entry.msgid not in known)
    return str(po)


def read_folder(folder: Path) -> dict[str, polib.POFile]:
    """Read all PO files below a folder, by their names there."""
    return {path.relative_to(folder).as_posix(): read_po(path, str(path)) for path in sorted(folder.rglob("*.po"))}


def list_texts(files: Mapping[str, polib.POFile]) -> dict[str, frozenset[str]]:
    """List the messages that each file has in use."""
    return {name: frozenset(entry.msgid for entry in po if not entry.obsolete) for name, po in files.items()}


def list_wanted(templates: Templates) -> dict[str, frozenset[str]]:
    """List the messages that each file must have."""
    return {name: frozenset(original.msgid for original in originals) for name, originals in templates.items()}


def remove(path: Path, root: Path) -> None:
    """Remove a PO file, what was compiled from it, and the folders that are empty then."""
    path.unlink(missing_ok=True)
    path.with_suffix(".mo").unlink(missing_ok=True)
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
