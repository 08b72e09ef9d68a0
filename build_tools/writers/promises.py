"""What readers must and must not find in a file, told by who has written it.

In and out: `promises.json` in the folder of a format.
Whether a promise is kept is the verifiers' business.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "promises.json"


@dataclass(frozen=True)
class Promise:
    """What a file holds: a short link as a QR code, texts in their order, and what it does not hold."""

    link: str = ""
    texts: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def write_promises(folder: Path, promises: Mapping[str, Promise]) -> None:
    """Write the promises of files, by their paths in the folder."""
    values = {path: asdict(promise) for path, promise in promises.items()}
    (folder / NAME).write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")


def read_promises(folder: Path) -> dict[str, Promise]:
    """Read the promises; most formats make none."""
    if not (folder / NAME).is_file():
        return {}
    values = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return {path: Promise(row["link"], tuple(row["texts"]), tuple(row["hidden"])) for path, row in values.items()}
