"""The manifest: what lies on the shelf, for people and programs.

    Manifest
      ShelvedEdition   one language
        Artifact       one published file, or the folder of a site

In: published files.  Out: frozen objects and JSON.
How the shelf looks is not this module's business.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from build_tools.problems import BuildToolsError, Code, Problem


@dataclass(frozen=True)
class Artifact:
    """One published file; of a site, `path` is its first page and the rest describes the whole folder.

    :param format: "html", "pdf" or "epub".
    :param pages: of paper, or of the site; 0 where it does not apply.
    """

    format: str
    path: str
    bytes: int
    pages: int
    sha256: str


@dataclass(frozen=True)
class ShelvedEdition:
    """The book in one language, as readers find it on the shelf.

    :param date: the day of the edition, as 2026-01-31.
    :param day: the same as the language writes it.
    :param cover: the path of a picture, or nothing.
    :param faces: the path of a style sheet with the faces of the language's script, or nothing.
    :param words: the page's words in this language, by the keys of `words.WORDS`.
    :param share: how much of the book is translated, in per cent.
    :param listed: whether that is enough for the main list; other editions are in the making.
    :param translate: the path of the site's page on how to translate, or nothing.
    :param chapters: their titles in reading order.
    """

    language: str
    name: str
    direction: str
    title: str
    subtitle: str
    date: str
    day: str
    cover: str
    faces: str
    words: Mapping[str, str]
    share: int
    listed: bool
    translate: str
    chapters: tuple[str, ...]
    artifacts: tuple[Artifact, ...]


@dataclass(frozen=True)
class Manifest:
    """Everything on the shelf, in the order in which it is shown."""

    title: str
    date: str
    editions: tuple[ShelvedEdition, ...]


def hash_file(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def list_files(folder: Path) -> list[str]:
    """List the files below a folder by their paths in it, in the order of their letters' codes."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def hash_folder(folder: Path) -> str:
    """Give the SHA-256 of the lines that `sha256sum` prints for all files of a folder, sorted by path."""
    lines = [f"{hash_file(folder / name)}  {name}\n" for name in list_files(folder)]
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def read_file_artifact(dist: Path, path: str, *, kind: str, pages: int = 0) -> Artifact:
    """Read what the shelf says about one file."""
    return Artifact(kind, path, (dist / path).stat().st_size, pages, hash_file(dist / path))


def read_site_artifact(dist: Path, language: str) -> Artifact:
    """Read what the shelf says about the site of one language."""
    folder = dist / language
    names = list_files(folder)
    size = sum((folder / name).stat().st_size for name in names)
    pages = sum(name.endswith(".html") for name in names)
    return Artifact("html", f"{language}/index.html", size, pages, hash_folder(folder))


def render_manifest(manifest: Manifest) -> str:
    """Render the manifest as JSON; the same manifest gives the same text."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; raise BuildToolsError where it is not one."""
    try:
        return _build_manifest(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        cure = "Build the editions anew."
        problem = Problem.of(Code.SHELF_MANIFEST, path.name, f"the manifest cannot be read: {reason}", cure=cure)
        raise BuildToolsError([problem]) from error


def _build_manifest(data: dict[str, Any]) -> Manifest:
    editions = (
        ShelvedEdition(
            **{
                **edition,
                "chapters": tuple(edition["chapters"]),
                "artifacts": tuple(Artifact(**each) for each in edition["artifacts"]),
            }
        )
        for edition in data["editions"]
    )
    return Manifest(data["title"], data["date"], tuple(editions))
