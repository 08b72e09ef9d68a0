"""`po import`: targets of XLIFF files come into the PO files, past the guard.

In: XLIFF files, and the PO files of a language.
Out: PO files with the translations that are sound, and a problem for each unit that was left out.
No message comes or goes, and no translation becomes empty; a file in which nothing is new is not written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import polib

from build_tools.config import Language, load_registry
from build_tools.guard.faults import find_faults
from build_tools.guard.po_files import PLAIN, list_forms
from build_tools.messages import read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.text_files import write_text
from build_tools.translations.exchange.reader import LARGEST, read_xliff, show
from build_tools.translations.exchange.units import Unit, get_form, list_units

Targets = dict[int, Unit]


def import_files(
    repository: Repository, code: str, paths: Iterable[Path], tell: Callable[[str], None]
) -> list[Problem]:
    """Import XLIFF files, and give what was left out."""
    registry = load_registry(repository)
    language = registry.choose([code])[0]
    problems: list[Problem] = []
    files = list_files(paths)
    total = 0
    for path in files:
        place = repository.relative(path)
        try:
            units = read_xliff(read_start(path), place, registry.source.code, code)
            found, taken = import_units(repository, language, units, place)
        except BuildToolsError as error:
            found, taken = error.problems, 0
        except OSError as error:
            found, taken = [Problem.of(Code.EXCHANGE_FILE, place, f"the file cannot be read: {error.strerror}")], 0
        problems += found
        total += taken
    tell(f"{code}: translations taken: {total}, files read: {len(files)}, problems: {len(problems)}")
    return problems


def read_start(path: Path) -> bytes:
    """Read as much of a file as may be in it, and a byte more."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def list_files(paths: Iterable[Path]) -> list[Path]:
    """List files, and those of folders; raise BuildToolsError where there is none."""
    files = []
    for path in paths:
        found = sorted([*path.rglob("*.xlf"), *path.rglob("*.xliff")]) if path.is_dir() else [path]
        if not found or not all(file.is_file() for file in found):
            problem = Problem.of(Code.EXCHANGE_FILE, str(path), "there is no XLIFF file")
            raise BuildToolsError([problem], ExitCode.WRONG_COMMAND)
        files += found
    return files


def import_units(
    repository: Repository, language: Language, units: Iterable[Unit], place: str
) -> tuple[list[Problem], int]:
    """Import units into the PO files that they name; give the problems and how many translations were taken."""
    folder = repository.po_folder(language.code)
    known = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.po")}
    by_file: dict[str, list[Unit]] = {}
    for unit in units:
        by_file.setdefault(unit.file, []).append(unit)
    problems, taken = [], 0
    for file, chosen in by_file.items():
        if file not in known:
            found = f"{language.code} has no PO file '{show(file)}'"
            problems.append(Problem.of(Code.EXCHANGE_UNIT, place, found, line=chosen[0].line))
            continue
        po = read_po(known[file], repository.relative(known[file]))
        count = 0
        for outcome in take_units(po, chosen, language, plain=Path(file).stem in PLAIN, place=place):
            if isinstance(outcome, Problem):
                problems.append(outcome)
            else:
                count += 1
        if count:
            write_text(known[file], str(po))
        taken += count
    return problems, taken


def take_units(
    po: polib.POFile, units: Iterable[Unit], language: Language, *, plain: bool, place: str
) -> Iterator[Problem | polib.POEntry]:
    """Put the targets of units into a PO file; give each message that changed, and each problem."""
    known = {
        name: (entry, source, number)
        for entry in po
        if not entry.obsolete
        for name, source, number in list_units(entry, language.plural_count)
    }
    # Some tools give units names of their own.
    by_source = {source: name for name, (entry, source, _number) in known.items() if not entry.msgid_plural}
    chosen: dict[int, tuple[polib.POEntry, Targets]] = {}
    for unit in units:
        name = unit.name if unit.name in known else by_source.get(unit.source, "")
        if not name or known[name][1] != unit.source:
            yield refuse_unit(unit, place)
        elif unit.target:
            entry, _source, number = known[name]
            chosen.setdefault(id(entry), (entry, {}))[1][number] = unit
    for entry, targets in chosen.values():
        yield from take_targets(entry, targets, language, plain=plain, place=place)


def refuse_unit(unit: Unit, place: str) -> Problem:
    """Say that a unit has no message."""
    found = f"unit '{show(unit.name)}' has no message in {show(unit.file)}: {show(unit.source)}"
    cure = "The English has changed since the export, or the file was changed elsewhere than in its targets."
    return Problem.of(Code.EXCHANGE_UNIT, place, found, line=unit.line, cure=cure)


def take_targets(
    entry: polib.POEntry, targets: Mapping[int, Unit], language: Language, *, plain: bool, place: str
) -> Iterator[Problem | polib.POEntry]:
    """Put translations into a message, unless the guard refuses one of them."""
    said = [unit.review for unit in targets.values() if unit.review is not None]
    changed = {number: unit for number, unit in targets.items() if get_form(entry, number) != unit.target}
    if not changed and (not said or any(said) == entry.fuzzy):
        return
    problems = [
        Problem.of(fault.code, place, f"unit '{show(unit.name)}': {fault.found}", line=unit.line, cure=fault.cure)
        for unit in changed.values()
        for original, translation in list_forms(_try_out(entry, unit.target))
        for fault in find_faults(original, translation, plain=plain, right_to_left=language.direction == "rtl")
        if fault.is_refused
    ]
    yield from problems
    if problems:
        return
    for number, unit in changed.items():
        if entry.msgid_plural:
            entry.msgstr_plural[number] = unit.target
        else:
            entry.msgstr = unit.target
    flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.flags = ["fuzzy", *flags] if any(said) else flags
    if not entry.fuzzy:
        entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    yield entry


def _try_out(entry: polib.POEntry, target: str) -> polib.POEntry:
    """Make a message with one translation, to be shown to the guard."""
    forms = {0: target} if entry.msgid_plural else {}
    return polib.POEntry(
        msgid=entry.msgid, msgid_plural=entry.msgid_plural, msgstr="" if forms else target, msgstr_plural=forms
    )
