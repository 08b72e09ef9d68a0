"""Pages as the press has laid them out: how high what stands on them is, which belong together, and their files.

In: documents of the press.
Out: heights of elements; groups of pages, each as a PDF of its own.
What stands on the pages is not this module's business.
"""

import copy
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from build_tools.writers.pdf.printer import Press

_MILLIMETRES = 25.4 / 96  # of a pixel of CSS


def write_pages(press: Press, document: Any, pages: Sequence[Any], title: str, target: Path) -> None:
    """Write some pages of a document as a file of its own."""
    part = document.copy(list(pages))
    part.metadata = copy.copy(document.metadata)
    part.metadata.title = title
    target.parent.mkdir(parents=True, exist_ok=True)
    press.write(part, target)


def measure_elements(document: Any) -> dict[str, float]:
    """Measure the heights of all blocks that have an id, in millimetres, margins included."""
    heights: dict[str, float] = {}
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - WeasyPrint has no other way to tell
            name = box.element.get("id") if box.element is not None else None
            if name and name not in heights and hasattr(box, "margin_height") and box.height != "auto":
                heights[name] = box.margin_height() * _MILLIMETRES
    return heights


def group_pages(document: Any, names: Iterable[str]) -> dict[str, list[Any]]:
    """Group pages by the elements that begin on them; what follows without one belongs to the one before."""
    wanted = set(names)
    groups: dict[str, list[Any]] = {}
    current: list[Any] = []
    for page in document.pages:
        begun = next((name for name in page.anchors if name in wanted), None)
        if begun:
            current = groups.setdefault(begun, [])
        current.append(page)
    return groups
