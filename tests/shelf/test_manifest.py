"""The manifest and how it is read back."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.problems import BuildToolsError, Code
from build_tools.shelf.manifest import (
    Artifact,
    Manifest,
    hash_file,
    measure_artifact,
    read_manifest,
    render_manifest,
)


def test_manifest_is_read_back_as_it_was(manifest: Manifest, tmp_path: Path) -> None:
    """A manifest survives being written and read."""
    path = tmp_path / "manifest.json"
    path.write_text(render_manifest(manifest), encoding="utf-8")

    assert read_manifest(path) == manifest


def test_same_manifest_gives_same_text(manifest: Manifest) -> None:
    """The order in which words were translated makes no difference to the manifest, and letters stay letters."""
    edition = manifest.editions[1]
    turned = replace(edition, words=dict(reversed(edition.words.items())))
    other = replace(manifest, editions=(manifest.editions[0], turned, manifest.editions[2]))

    assert render_manifest(manifest) == render_manifest(other)
    assert "한국어" in render_manifest(manifest)


def test_site_is_described_as_a_whole(dist: Path) -> None:
    """A site's size, pages and checksum are those of its folder."""
    artifact = measure_artifact(dist, Artifact("html", "en/index.html"))
    folder = dist / "en"
    lines = [f"{hash_file(folder / name)}  {name}\n" for name in ("apollo.html", "index.html", "search.js")]

    assert artifact.path == "en/index.html"
    assert artifact.pages == 2
    assert artifact.bytes == sum(path.stat().st_size for path in folder.iterdir())
    assert artifact.sha256 == hashlib.sha256("".join(lines).encode()).hexdigest()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"title": "x", "date": "x", "editions": [{}]}', "\ufffe{"])
def test_broken_manifest_is_a_problem(text: str, tmp_path: Path) -> None:
    """A manifest that is cut short or of another shape is told as a problem, not a traceback."""
    path = tmp_path / "manifest.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BuildToolsError) as caught:
        read_manifest(path)

    assert [problem.code for problem in caught.value.problems] == [Code.SHELF_MANIFEST.slug]
