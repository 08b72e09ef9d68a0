"""The record that a writer leaves beside its artifact.

In and out: `record.json` in the folder of a format.
What the shelf says of the artifact is not this module's business.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "record.json"


@dataclass(frozen=True)
class Record:
    """What a writer wrote: the file, its pages (0 where it has none) and the chapters it holds."""

    format: str
    file: str
    pages: int
    titles: tuple[str, ...]


def write_record(folder: Path, record: Record) -> None:
    """Write a record."""
    (folder / NAME).write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1), encoding="utf-8")


def read_record(folder: Path) -> Record:
    """Read a record."""
    values = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return Record(values["format"], values["file"], values["pages"], tuple(values["titles"]))
