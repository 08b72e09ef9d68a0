"""What has to be built, and what stands in the way.

In: the repository and what was asked for.
Out: a `Job` for each language that has changed since its last good build, and problems found before any work.
Building is not this module's business.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from build_tools.config import Language, Registry
from build_tools.fonts import check_fonts
from build_tools.messages import read_po
from build_tools.paths import PACKAGE, Repository
from build_tools.problems import BuildToolsError, Problem

STAMP = "stamp.json"
_LIBRARIES = ("sphinx", "myst-parser", "docutils", "weasyprint", "ebooklib", "furo", "fonttools", "babel", "pillow")


@dataclass(frozen=True)
class Job:
    """The work on one language."""

    root: Path
    language: Language
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    date: datetime
    fresh: bool
    full_check: bool
    fingerprint: str
    press_fingerprint: str

    @property
    def folder(self) -> Path:
        """Where this language is built."""
        return Repository(self.root).build / self.language.code


def hash_files(paths: Iterable[Path], root: Path) -> str:
    """Hash names and contents of files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        name = path.relative_to(root) if path.is_relative_to(root) else path
        digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def list_files(folder: Path, *endings: str) -> Iterator[Path]:
    """List the files below a folder, all or those with some endings, without caches."""
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and (not endings or path.suffix in endings):
            yield path


def hash_press(repository: Repository, code: str) -> str:
    """Hash what changes every page of a language: the press, its settings and its libraries."""
    po_folder = repository.po_folder(code)
    files = [
        *list_files(PACKAGE),
        *(repository.book / "conf.py", repository.book_file, repository.registry_file),
        *(path for path in (po_folder / "sphinx.po",) if path.is_file()),
    ]
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return hashlib.sha256(f"{hash_files(files, repository.root)} {sys.version} {libraries}".encode()).hexdigest()


def hash_language(repository: Repository, code: str, press: str, date: datetime) -> str:
    """Hash everything that an edition is made from."""
    files = [*list_files(repository.book), *list_files(repository.po_folder(code), ".po")]
    words = hash_files((path for path in files if path.suffix not in {".pyc", ".mo"}), repository.root)
    return hashlib.sha256(f"{press} {words} {date.isoformat()}".encode()).hexdigest()


def read_stamp(folder: Path) -> dict[str, object]:
    """Read what the last good build of a language was made from; empty where there is none."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        return stamp if isinstance(stamp, dict) else {}
    except (OSError, ValueError):
        return {}


def write_stamp(job: Job) -> None:
    """Write what a good build was made from."""
    old = read_stamp(job.folder)
    known = old.get("formats", []) if old.get("fingerprint") == job.fingerprint else []
    formats = sorted({*job.formats, *(known if isinstance(known, list) else [])})
    checked = job.full_check or (bool(old.get("checked")) and old.get("fingerprint") == job.fingerprint)
    stamp = {"fingerprint": job.fingerprint, "press": job.press_fingerprint, "formats": formats, "checked": checked}
    (job.folder / STAMP).write_text(json.dumps(stamp), encoding="utf-8")


def plan_jobs(
    repository: Repository,
    registry: Registry,
    languages: Iterable[Language],
    formats: tuple[str, ...],
    date: datetime,
    *,
    full_check: bool,
    shelved: Iterable[tuple[str, str]],
) -> list[Job]:
    """Plan a job for each language whose last good build is older than its words, or is not on the shelf.

    :param shelved: language and format of each artifact that stands on the shelf.
    """
    on_shelf = set(shelved)
    jobs = []
    for language in languages:
        press = hash_press(repository, language.code)
        fingerprint = hash_language(repository, language.code, press, date)
        stamp = read_stamp(repository.build / language.code)
        known = stamp.get("formats", [])
        done = stamp.get("fingerprint") == fingerprint and isinstance(known, list) and set(formats) <= set(known)
        shown = all((language.code, name) in on_shelf for name in formats)
        if done and shown and (stamp.get("checked") or not full_check):
            continue
        fresh = stamp.get("press") != press
        codes = tuple(registry.languages)
        jobs.append(Job(repository.root, language, codes, formats, date, fresh, full_check, fingerprint, press))
    return jobs


def check_inputs(repository: Repository, jobs: Iterable[Job]) -> Iterator[Problem]:
    """Check what can be told before any work: fonts, and the syntax of PO files."""
    for job in jobs:
        yield from check_fonts(job.language.families)
        for path in sorted(list_files(repository.po_folder(job.language.code), ".po")):
            try:
                read_po(path, repository.relative(path))
            except BuildToolsError as error:
                yield from error.problems
