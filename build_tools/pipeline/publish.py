"""The shelf is changed in one step: a whole new `dist/` is made beside the old one, then they change places.

In: good results, and the shelf as it is.
Out: a new shelf that holds the new artifacts and, for the rest, the last good ones.
"""

import contextlib
import ctypes
import os
import shutil
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from build_tools.config import Language, Registry
from build_tools.pipeline.plan import Job
from build_tools.pipeline.work import Result
from build_tools.problems import BuildToolsError
from build_tools.shelf import write_shelf
from build_tools.shelf.manifest import (
    Artifact,
    Manifest,
    ShelvedEdition,
    hash_artifacts,
    measure_artifact,
    read_manifest,
)
from build_tools.shelf.sums import MANIFEST
from build_tools.shelf.words import translate_words
from build_tools.writers.formats import FORMATS
from build_tools.writers.record import read_record

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def read_shelf(dist: Path) -> Manifest | None:
    """Read the manifest of a shelf; finish a change that was broken off, if there was one."""
    old = _side_folder(dist, "old")
    if not dist.exists() and old.exists():
        old.rename(dist)
    try:
        return read_manifest(dist / MANIFEST)
    except BuildToolsError:
        # No shelf, or one that cannot be trusted: everything is built anew.
        return None


def list_shelved(dist: Path, manifest: Manifest | None) -> dict[tuple[str, str], str]:
    """Give the SHA-256 of each product all of which is really there, by language and name."""
    return {
        (edition.language, name): hash_artifacts(artifacts)
        for edition in (manifest.editions if manifest else ())
        for name, artifacts in edition.list_products().items()
        if all((dist / artifact.path).is_file() for artifact in artifacts)
    }


def publish(dist: Path, results: Iterable[Result], registry: Registry, title: str, date: str) -> Manifest:
    """Put the artifacts of good results on the shelf, in one step."""
    manifest = read_shelf(dist)
    following = _side_folder(dist, "next")
    shutil.rmtree(following, ignore_errors=True)
    following.mkdir(parents=True)
    if manifest:
        _link_tree(dist, following)
    editions = {edition.language: edition for edition in manifest.editions} if manifest else {}
    for result in results:
        code = result.job.language.code
        editions[code] = _place(following, result, editions.get(code))
    ordered = tuple(editions[code] for code in registry.languages if code in editions)
    _drop_strangers(following, ordered)
    new = Manifest(title=title, date=date, editions=ordered)
    write_shelf(following, new)
    exchange(following, dist)
    return new


def exchange(new: Path, current: Path) -> None:
    """Put a folder in another's place; where the system can, in one indivisible step."""
    if not current.exists():
        new.rename(current)
        return
    if not _exchange_at_once(new, current):
        old = _side_folder(current, "old")
        shutil.rmtree(old, ignore_errors=True)
        current.rename(old)
        new.rename(current)
        new = old
    shutil.rmtree(new, ignore_errors=True)


def _exchange_at_once(new: Path, current: Path) -> bool:
    with contextlib.suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        done = rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(current), _RENAME_EXCHANGE)
        return bool(done == 0)
    return False


def _side_folder(dist: Path, name: str) -> Path:
    return dist.parent / f".{dist.name}.{name}"


def _link_tree(source: Path, target: Path) -> None:
    """Give every published file a second name; published files are never written to."""

    def link(old: str, new: str) -> None:
        try:
            os.link(old, new)
        except OSError:
            shutil.copy2(old, new)

    shutil.copytree(source, target, copy_function=link, dirs_exist_ok=True)


def _place(dist: Path, result: Result, old: ShelvedEdition | None) -> ShelvedEdition:
    job, edition = result.job, result.edition
    if edition is None:
        raise ValueError("a result without an edition cannot be shelved")
    artifacts = [artifact for artifact in old.artifacts if _stays(artifact, job)] if old else []
    chapters = old.chapters if old else ()
    for name in job.formats:
        if name == "html":
            artifacts.append(_place_site(dist, result))
        else:
            chapters = read_record(job.folder / name).titles or chapters
            artifacts.extend(_place_files(dist, result, name))
    code = job.language.code
    cover, faces, page = f"covers/{code}.jpg", f"{code}/_static/faces.css", f"{code}/translate.html"
    shelved = ShelvedEdition(
        language=code,
        name=job.language.name,
        direction=job.language.direction,
        title=edition.title,
        subtitle=edition.subtitle,
        date=edition.date.strftime("%Y-%m-%d"),
        day=edition.day,
        cover=cover if (dist / cover).is_file() else "",
        faces=faces if (dist / faces).is_file() else "",
        words=translate_words(edition.messages.gettext),
        share=result.share,
        listed=result.share >= job.language.threshold,
        translate=page if (dist / page).is_file() else "",
        chapters=chapters,
        artifacts=(),
    )
    return replace(
        shelved, artifacts=tuple(sorted(artifacts, key=lambda artifact: _show_order(artifact, job.language)))
    )


def _stays(artifact: Artifact, job: Job) -> bool:
    """Tell whether an artifact of the old shelf stays beside what a job has made."""
    if artifact.format not in job.formats:
        return True
    # Of the PDF, what was not asked for this time stays; where all was asked for, what is left is of older words.
    return artifact.format == "pdf" and job.is_partial and artifact.kind not in job.variants


def _show_order(artifact: Artifact, language: Language) -> tuple[int, int, str]:
    """Give the place of an artifact among the others; files of a format keep the order of their record."""
    place = list(FORMATS).index(artifact.format)
    if artifact.format != "pdf":
        return place, 0, ""
    kinds = language.pdf
    return place, kinds.index(artifact.kind) if artifact.kind in kinds else len(kinds), artifact.kind


def _place_site(dist: Path, result: Result) -> Artifact:
    code = result.job.language.code
    source, target = result.job.folder / "html", dist / code
    shutil.rmtree(target, ignore_errors=True)
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            (target / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / inside)
    return measure_artifact(dist, Artifact("html", f"{code}/index.html"))


def _place_files(dist: Path, result: Result, name: str) -> Iterator[Artifact]:
    folder = result.job.folder / name
    if (folder / "cover.jpg").is_file():
        _copy_anew(folder / "cover.jpg", dist / "covers" / f"{result.job.language.code}.jpg")
    for file in read_record(folder).files:
        path = f"downloads/{file.path}"
        _copy_anew(folder / file.path, dist / path)
        yield measure_artifact(dist, Artifact(name, path, file.kind, file.pages, file.paper, file.chapter))


def _copy_anew(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # The old name may belong to a file of the old shelf; writing through it would change that one.
    target.unlink(missing_ok=True)
    shutil.copyfile(source, target)


def _drop_strangers(dist: Path, editions: Iterable[ShelvedEdition]) -> None:
    """Take away what no edition owns: files of languages and names that are no more."""
    artifacts = [artifact for edition in editions for artifact in edition.artifacts]
    sites = {edition.language for edition in editions}
    files = {artifact.path for artifact in artifacts} | {edition.cover for edition in editions}
    for path in list(dist.iterdir()):
        if path.is_file():
            path.unlink()
        elif path.name in {"downloads", "covers"}:
            _drop_below(path, dist, files)
        elif path.name not in sites:
            shutil.rmtree(path)


def _drop_below(folder: Path, dist: Path, files: Container[str]) -> None:
    """Take away what is below a folder and not among the files, and folders that are left empty."""
    for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder comes before the folder
        if path.is_dir():
            with contextlib.suppress(OSError):
                path.rmdir()
        elif path.relative_to(dist).as_posix() not in files:
            path.unlink()
