"""What readers see of the artifacts: a page, a manifest and checksums."""

from pathlib import Path

from build_tools.shelf.manifest import Manifest, render_manifest
from build_tools.shelf.page import render_page
from build_tools.shelf.sums import MANIFEST, SUMS, read_sums, render_sums


def write_shelf(dist: Path, manifest: Manifest) -> None:
    """Write the page, the manifest and, last, the checksums of everything in the folder."""
    (dist / "index.html").write_text(render_page(manifest), encoding="utf-8", newline="\n")
    (dist / MANIFEST).write_text(render_manifest(manifest), encoding="utf-8", newline="\n")
    (dist / SUMS).write_text(render_sums(read_sums(dist)), encoding="utf-8", newline="\n")
