"""Checksums, and what happens when a file is not what was written down."""

import shutil
import subprocess
from pathlib import Path

import pytest

from build_tools.problems import Code
from build_tools.shelf import write_shelf
from build_tools.shelf.manifest import Manifest, render_manifest
from build_tools.shelf.sums import check_shelf, parse_sums, read_sums, render_sums


@pytest.fixture
def shelf(dist: Path, manifest: Manifest) -> Path:
    """A shelf without fault."""
    write_shelf(dist, manifest)
    return dist


def test_good_shelf_has_no_problem(shelf: Path) -> None:
    """A shelf that was just written has no problem."""
    assert list(check_shelf(shelf)) == []


def test_sums_name_every_file_but_themselves(shelf: Path) -> None:
    """SHA256SUMS lists every file of the shelf, sorted, but not itself."""
    names = list(parse_sums((shelf / "SHA256SUMS").read_text(encoding="utf-8")))

    assert names == sorted(names)
    assert {"index.html", "manifest.json", "ko/index.html", "downloads/space-race-hu.epub"} <= set(names)
    assert "SHA256SUMS" not in names


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_sums_are_read_by_sha256sum(shelf: Path) -> None:
    """The program sha256sum accepts the list."""
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]

    assert subprocess.run(command, cwd=shelf, capture_output=True, check=False).returncode == 0


def test_changed_file(shelf: Path) -> None:
    """A file that changed after it was shelved differs from the checksums and from the manifest."""
    (shelf / "downloads" / "space-race-ko-screen.pdf").write_bytes(b"y")
    problems = list(check_shelf(shelf))

    assert [problem.place for problem in problems] == ["downloads/space-race-ko-screen.pdf"] * 2
    assert {problem.code for problem in problems} == {Code.SHELF_SUM.slug}


def test_missing_and_extra_files(shelf: Path) -> None:
    """A file that vanished or came from elsewhere is named."""
    (shelf / "ko" / "search.js").rename(shelf / "stranger.js")
    found = {(problem.place, problem.found) for problem in check_shelf(shelf)}

    assert ("ko/search.js", "the file is missing") in found
    assert ("stranger.js", "the file is not listed in SHA256SUMS") in found
    assert ("ko/index.html", "the artifact differs from what manifest.json says") in found


def test_manifest_that_promises_too_much(shelf: Path, manifest: Manifest) -> None:
    """An artifact of the manifest that is not there is named, though the checksums agree."""
    shutil.rmtree(shelf / "hu")
    (shelf / "SHA256SUMS").write_text(render_sums(read_sums(shelf)), encoding="utf-8")

    assert [(problem.place, problem.found) for problem in check_shelf(shelf)] == [
        ("hu/index.html", "the artifact is missing")
    ]


def test_shelf_without_lists(dist: Path) -> None:
    """A folder without checksums and manifest has two problems, and no traceback."""
    assert [problem.code for problem in check_shelf(dist)] == [Code.SHELF_SUM.slug, Code.SHELF_MANIFEST.slug]


def test_same_artifacts_give_same_shelf(shelf: Path, manifest: Manifest) -> None:
    """Writing a shelf twice gives the same bytes."""
    before = read_sums(shelf)
    write_shelf(shelf, manifest)

    assert read_sums(shelf) == before
    assert (shelf / "manifest.json").read_text(encoding="utf-8") == render_manifest(manifest)
