"""Text files that are written only where they change."""

import os
from pathlib import Path

from build_tools.text_files import write_text


def test_file_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    """A file keeps its date where nothing changes, and gets the new text where something does."""
    path = tmp_path / "folder" / "file.po"
    write_text(path, "하나\n")
    os.utime(path, (1, 1))
    write_text(path, "하나\n")
    kept = path.stat().st_mtime
    path.write_bytes(b"\xff")
    write_text(path, "둘\n")

    assert kept == 1
    assert path.read_bytes() == "둘\n".encode()
    assert [each.name for each in path.parent.iterdir()] == ["file.po"]
