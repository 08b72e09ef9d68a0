"""The record that a writer leaves beside what it wrote.

In and out: `record.json` in the folder of a format.
What the shelf says of the files is not this module's business.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "record.json"


@dataclass(frozen=True)
class WrittenFile:
    """One file that readers get.

    :param path: in the folder of the format, and below `downloads/` on the shelf.
    :param kind: what it is among the files of its format, such as "print" or "answers".
    :param pages: 0 where it has none.
    :param paper: the name of the sheet that its pages have the size of, see `papers`; nothing where it has none.
    :param chapter: the title of the chapter it belongs to, in the language of the edition, or nothing.
    """

    path: str
    kind: str = ""
    pages: int = 0
    paper: str = ""
    chapter: str = ""


@dataclass(frozen=True)
class Record:
    """What a writer wrote: its files in the order in which they are shown, and the chapters of the book in them.

    :param titles: nothing where the files do not hold the whole book.
    """

    format: str
    files: tuple[WrittenFile, ...]
    titles: tuple[str, ...] = ()


def write_record(folder: Path, record: Record) -> None:
    """Write a record."""
    (folder / NAME).write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1), encoding="utf-8")


def read_record(folder: Path) -> Record:
    """Read a record."""
    values = json.loads((folder / NAME).read_text(encoding="utf-8"))
    files = tuple(WrittenFile(**file) for file in values["files"])
    return Record(values["format"], files, tuple(values["titles"]))
