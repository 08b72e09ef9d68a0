"""The manifest: what lies on the shelf, for people and programs.

    Manifest
      ShelvedEdition   one language
        Artifact       one published file, or the folder of a site

In: published files.  Out: frozen objects and JSON.
How the shelf looks is not this module's business.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from build_tools.problems import BuildToolsError, Code, Problem


@dataclass(frozen=True)
class Artifact:
    """One published file; of a site, `path` is its first page and the rest describes the whole folder.

    :param format: "html", "pdf", "epub" or "handouts".
    :param kind: what it is among the files of its format, such as "print"; nothing where there is one only.
    :param pages: of paper, or of the site; 0 where it does not apply.
    :param paper: the name of the sheet that the pages have the size of, or nothing.
    :param chapter: the title of the chapter it belongs to, or nothing.
    """

    format: str
    path: str
    kind: str = ""
    pages: int = 0
    paper: str = ""
    chapter: str = ""
    bytes: int = 0
    sha256: str = ""


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

    def list_products(self) -> dict[str, tuple[Artifact, ...]]:
        """List the artifacts by what is built and asked for as one: each variant of the PDF, and every other format."""
        products: dict[str, list[Artifact]] = {}
        for artifact in self.artifacts:
            products.setdefault(name_product(artifact.format, artifact.kind), []).append(artifact)
        return {name: tuple(artifacts) for name, artifacts in products.items()}


@dataclass(frozen=True)
class Manifest:
    """Everything on the shelf, in the order in which it is shown."""

    title: str
    date: str
    editions: tuple[ShelvedEdition, ...]


def name_product(name: str, kind: str) -> str:
    """Name what is built and asked for as one.

    >>> name_product("pdf", "print"), name_product("handouts", "answers")
    ('pdf-print', 'handouts')
    """
    return f"pdf-{kind}" if name == "pdf" else name


def hash_artifacts(artifacts: Iterable[Artifact]) -> str:
    """Give one SHA-256 for some artifacts, after their own."""
    lines = [f"{artifact.sha256}  {artifact.path}\n" for artifact in artifacts]
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


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


def measure_artifact(dist: Path, artifact: Artifact) -> Artifact:
    """Give an artifact with the size and the checksum that it has on the shelf; of a site also the pages."""
    if artifact.format == "html":
        return _measure_site(dist, artifact)
    path = dist / artifact.path
    return replace(artifact, bytes=path.stat().st_size, sha256=hash_file(path))


def _measure_site(dist: Path, artifact: Artifact) -> Artifact:
    folder = (dist / artifact.path).parent
    names = list_files(folder)
    size = sum((folder / name).stat().st_size for name in names)
    pages = sum(name.endswith(".html") for name in names)
    return replace(artifact, bytes=size, pages=pages, sha256=hash_folder(folder))


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
