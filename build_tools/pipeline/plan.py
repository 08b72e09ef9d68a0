"""What has to be built, and what stands in the way.

In: the repository and what was asked for.
Out: a `Job` for each language that has changed since its last good build, and problems found before any work.
Building is not this module's business.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from build_tools.config import Language, Registry
from build_tools.fonts import require_fonts
from build_tools.papers import name_variant, split_variant
from build_tools.paths import PACKAGE, Repository
from build_tools.shelf.manifest import name_product
from build_tools.status import hash_states

STAMP = "stamp.json"
PAGED = name_product("pdf", "screen")  # the PDF whose pages the ebook names
_LIBRARIES = (
    "sphinx",
    "myst-parser",
    "docutils",
    "weasyprint",
    "ebooklib",
    "furo",
    "fonttools",
    "babel",
    "pikepdf",
    "pillow",
    "segno",
)


@dataclass(frozen=True)
class Job:
    """The work on one language.

    :param variants: of the PDF, where that is among the formats.
    :param others: what its site tells of the other languages.
    """

    root: Path
    language: Language
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    variants: tuple[str, ...]
    date: datetime
    fresh: bool
    full_check: bool
    fingerprint: str
    press_fingerprint: str
    others: str = ""

    @property
    def folder(self) -> Path:
        """Where this language is built."""
        return Repository(self.root).build / self.language.code

    @property
    def products(self) -> tuple[str, ...]:
        """What the job makes, in the words of the shelf: formats, and each variant of the PDF by itself."""
        return list_products(self.formats, self.variants)

    @property
    def is_partial(self) -> bool:
        """Whether some of the language's PDFs were not asked for; those on the shelf stay."""
        return not set(self.language.pdf) <= set(self.variants)


@dataclass(frozen=True)
class Order:
    """What is wanted of the PDF instead of what the registry says: variants, and the paper they are for."""

    variants: tuple[str, ...] = ()
    paper: str = ""

    def choose(self, language: Language) -> tuple[str, ...]:
        """Choose the variants for a language; their names tell the paper where it is not the usual one."""
        names = map(split_variant, self.variants or language.pdf)
        chosen = [name_variant(variant, self.paper or paper, language.paper) for variant, paper in names]
        return tuple(dict.fromkeys(chosen))


def list_products(formats: Iterable[str], variants: Iterable[str]) -> tuple[str, ...]:
    """List what formats and variants are called on the shelf.

    >>> list_products(("html", "pdf"), ("screen", "print"))
    ('html', 'pdf-screen', 'pdf-print')
    """
    kinds = {name: variants if name == "pdf" else ("",) for name in formats}
    return tuple(name_product(name, kind) for name in kinds for kind in kinds[name])


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


def hash_press(repository: Repository) -> str:
    """Hash what changes every page of every language: the press, its settings and its libraries."""
    files = [*list_files(PACKAGE), repository.book / "conf.py", repository.book_file, repository.registry_file]
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return hash_text(hash_files(files, repository.root), sys.version, libraries)


def hash_strings(repository: Repository, code: str) -> str:
    """Hash Sphinx's own strings in a language, which also stand on every page."""
    path = repository.po_folder(code) / "sphinx.po"
    return hash_files([path] if path.is_file() else [], repository.root)


def hash_text(*parts: str) -> str:
    """Hash texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Stamp:
    """What the last good build of a language was made from, and what of it was laid on the shelf.

    :param sums: the SHA-256 of each product.
    :param checked: the products that the validators have seen.
    :param others: what the site told of the other languages.
    """

    fingerprint: str = ""
    press: str = ""
    sums: Mapping[str, str] = field(default_factory=dict)
    checked: tuple[str, ...] = ()
    others: str = ""


def read_stamp(folder: Path) -> Stamp:
    """Read the stamp of a language; an empty one where there is none."""
    try:
        values = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        facts = values["fingerprint"], values["press"], dict(values["sums"]), tuple(values["checked"])
        return Stamp(*facts, values["others"])
    except (OSError, ValueError, KeyError, TypeError):
        return Stamp()


def forget_stamp(job: Job) -> None:
    """Forget the last good build of a language, so that the next one reads everything and meets every warning again."""
    (job.folder / STAMP).unlink(missing_ok=True)


def write_stamp(job: Job, sums: Mapping[str, str]) -> None:
    """Write what a good build was made from, once it stands on the shelf.

    :param sums: the SHA-256 of each product of the language on the shelf.
    """
    old = read_stamp(job.folder)
    if old.fingerprint != job.fingerprint:
        old = Stamp()
    known = {**old.sums, **{name: sums[name] for name in job.products}}
    if PAGED in set(job.products) - set(old.sums) and "epub" not in job.products:
        known.pop("epub", None)  # it was built before its pages were known
    others = job.others if "html" in job.formats else old.others
    still = old.checked if others == old.others else set(old.checked) - {"html"}
    checked = sorted({*still, *(job.products if job.full_check else ())})
    stamp = Stamp(job.fingerprint, job.press_fingerprint, known, tuple(checked), others)
    (job.folder / STAMP).write_text(json.dumps(asdict(stamp)), encoding="utf-8")


def plan_jobs(
    repository: Repository,
    registry: Registry,
    languages: Iterable[Language],
    formats: tuple[str, ...],
    date: datetime,
    *,
    full_check: bool,
    shelved: Mapping[tuple[str, str], str],
    order: Order = Order(),
) -> list[Job]:
    """Plan a job for each language whose last good build is older than its words, or is not on the shelf.

    Where no more has changed than how far other languages are, only the site is built, which tells of it.

    :param shelved: the SHA-256 of each product that stands on the shelf, by language and name.
    """
    jobs = []
    tools = hash_press(repository)
    states = {code: hash_states(repository.po_folder(code)) for code in registry.languages}
    words = hash_files((path for path in list_files(repository.book) if path.suffix != ".pyc"), repository.root)
    for language in languages:
        press = hash_text(tools, hash_strings(repository, language.code))
        translations = hash_files(list_files(repository.po_folder(language.code), ".po"), repository.root)
        fingerprint = hash_text(press, words, translations, date.isoformat())
        others = hash_text(*(state for code, state in states.items() if code != language.code))
        stamp = read_stamp(repository.build / language.code)
        variants = order.choose(language)
        products = set(list_products(formats, variants))
        done = stamp.fingerprint == fingerprint and products <= set(stamp.sums)
        shown = done and all(shelved.get((language.code, name)) == stamp.sums[name] for name in products)
        ready = shown and (products <= set(stamp.checked) or not full_check)
        if ready and ("html" not in formats or stamp.others == others):
            continue
        wanted = ("html",) if ready else formats
        fresh = stamp.press != press
        codes = tuple(registry.languages)
        facts = date, fresh, full_check, fingerprint, press, others
        jobs.append(Job(repository.root, language, codes, wanted, variants, *facts))
    return jobs


def check_faces(jobs: Iterable[Job]) -> None:
    """Check that the fonts of all languages are there; raise BuildToolsError if not."""
    require_fonts(family for job in jobs for family in job.language.families)
