"""Checksums of everything on the shelf.

In: the folder `dist`.  Out: the text of SHA256SUMS, and problems where files are not what was written down.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.problems import BuildToolsError, Code, Problem
from build_tools.shelf.manifest import Manifest, hash_file, list_files, measure_artifact, read_manifest

SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
_CURE = "Build the editions anew; do not change files on the shelf by hand."


def read_sums(dist: Path) -> dict[str, str]:
    """Read the checksum of every file on the shelf but the list itself, by path."""
    return {name: hash_file(dist / name) for name in list_files(dist) if name != SUMS}


def render_sums(sums: Mapping[str, str]) -> str:
    """Render checksums as `sha256sum --check` reads them."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def parse_sums(text: str) -> dict[str, str]:
    """Parse what `render_sums` renders.

    >>> parse_sums("0a  ko/index.html")
    {'ko/index.html': '0a'}
    """
    pairs = (line.partition("  ") for line in text.splitlines() if line)
    return {name: digest for digest, _, name in pairs}


def check_shelf(dist: Path) -> Iterator[Problem]:
    """Check every file on the shelf against SHA256SUMS, and the artifacts against the manifest."""
    yield from _check_sums(dist)
    try:
        manifest = read_manifest(dist / MANIFEST)
    except BuildToolsError as error:
        yield from error.problems
    else:
        yield from _check_manifest(dist, manifest)


def _check_sums(dist: Path) -> Iterator[Problem]:
    try:
        written = parse_sums((dist / SUMS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield Problem.of(Code.SHELF_SUM, SUMS, f"the checksums cannot be read: {error}", cure=_CURE)
        return
    found = read_sums(dist)
    for name in sorted(written.keys() | found.keys()):
        if name not in found:
            yield Problem.of(Code.SHELF_SUM, name, "the file is missing", cure=_CURE)
        elif name not in written:
            yield Problem.of(Code.SHELF_SUM, name, f"the file is not listed in {SUMS}", cure=_CURE)
        elif written[name] != found[name]:
            yield Problem.of(Code.SHELF_SUM, name, f"the file differs from its checksum in {SUMS}", cure=_CURE)


def _check_manifest(dist: Path, manifest: Manifest) -> Iterator[Problem]:
    for edition in manifest.editions:
        if edition.cover and not (dist / edition.cover).is_file():
            yield Problem.of(Code.SHELF_SUM, edition.cover, "the cover is missing", cure=_CURE)
        for artifact in edition.artifacts:
            if not (dist / artifact.path).is_file():
                yield Problem.of(Code.SHELF_SUM, artifact.path, "the artifact is missing", cure=_CURE)
            elif measure_artifact(dist, artifact) != artifact:
                found = f"the artifact differs from what {MANIFEST} says"
                yield Problem.of(Code.SHELF_SUM, artifact.path, found, cure=_CURE)
