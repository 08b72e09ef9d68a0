"""Text files that are written only where they change, and never by halves.

In: a path and a text.
Out: a file in UTF-8.  What stands in it is not this module's business.
"""

from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file, unless it says the same already: a new date would make others read it again."""
    if path.is_file() and path.read_bytes() == text.encode():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(path)
