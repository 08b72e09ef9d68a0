"""Which files are checked, and which language each is in.

In: the repository, its registry, and what was typed.
Out: a `Choice`: PO files by language, termbases, and a problem for each file of an unknown language.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.config import Language, Registry
from build_tools.messages import list_po_files
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

TERMBASE = "terms.tsv"
_LANGUAGE = re.compile(rb'^"Language:\s*([\w-]+)', re.MULTILINE)


@dataclass(frozen=True)
class Choice:
    """What is to be checked."""

    po_files: Mapping[Language, Sequence[Path]] = field(default_factory=dict)
    termbases: Sequence[Path] = ()
    problems: Sequence[Problem] = ()

    @property
    def count(self) -> int:
        """How many PO files are to be checked."""
        return sum(map(len, self.po_files.values()))


def choose_files(repository: Repository, registry: Registry, asked: Sequence[Path]) -> Choice:
    """Choose what to check; raise BuildToolsError where something is not there."""
    missing = [path for path in asked if not path.exists()]
    if missing:
        cure = "Give PO files, termbases (terms.tsv) or folders; without any, all languages are checked."
        problems = [Problem.of(Code.FILE_UNKNOWN, str(path), "there is no such file", cure=cure) for path in missing]
        raise BuildToolsError(problems, ExitCode.WRONG_COMMAND)
    targets = [code for code in registry.languages if code != registry.source.code]
    files = list_files(asked or [repository.locales / code for code in targets])
    retired = {repository.retired_folder(code).resolve() for code in targets}
    chosen = [path for path in dict.fromkeys(files) if path in asked or retired.isdisjoint(path.resolve().parents)]
    termbases = [path for path in chosen if path.name == TERMBASE]
    po_files: dict[Language, list[Path]] = {}
    strangers = []
    for path in (path for path in chosen if path.name != TERMBASE):
        if language := find_language(repository, registry, path):
            po_files.setdefault(language, []).append(path)
        else:
            strangers.append(make_stranger(path, repository, targets))
    return Choice(po_files, termbases, strangers)


def list_files(asked: Iterable[Path]) -> Iterator[Path]:
    """List files, and those of folders."""
    for path in asked:
        if path.is_dir():
            yield from list_po_files(path)
            yield from sorted(path.rglob(TERMBASE))
        elif path.is_file():
            yield path


def find_language(repository: Repository, registry: Registry, path: Path) -> Language | None:
    """Find the language of a file: by its folder, and of a file from elsewhere by its header."""
    locales = repository.locales.resolve()
    full = path.resolve()
    if full.is_relative_to(locales):
        code = full.relative_to(locales).parts[0]
    else:
        header = _LANGUAGE.search(path.read_bytes()[:5000])
        code = header[1].decode().replace("_", "-") if header else ""
    return registry.languages.get(code)


def make_stranger(path: Path, repository: Repository, targets: Iterable[str]) -> Problem:
    """Make the problem of a file whose language nobody knows."""
    found = "the language of the file is none of " + ", ".join(targets)
    cure = "Put it below locales/<language>/LC_MESSAGES, or write its code into the header: Language."
    return Problem.of(Code.LANGUAGE_UNKNOWN, repository.relative(path), found, line=1, cure=cure)
