"""WeasyPrint for many small files: one document is laid out, and its pages are written as files of their own.

In: an HTML document and a style sheet as text.
Out: heights of elements, and tagged PDFs.
Nothing is fetched but what the folder of the build holds.  What stands on the pages is not this module's business.
"""

import copy
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools.writers.pdf.economy import thrifty_weasyprint
from build_tools.writers.pdf.printer import gathered_warnings, make_fetcher, rare_collection
from build_tools.writers.pdf.repairs import repaired_weasyprint

_MILLIMETRES = 25.4 / 96  # of a pixel of CSS
_VARIANT = "pdf/ua-1"


@dataclass(frozen=True)
class Press:
    """WeasyPrint, repaired, as long as the context of `open_press` lasts."""

    folder: Path
    warnings: list[str] = field(default_factory=list)

    def lay_out(self, html: str, style: str) -> Any:
        """Lay a document out."""
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration

        fetcher, fonts = make_fetcher(self.folder.resolve(), frozenset(), strict=True), FontConfiguration()
        base = f"{self.folder.resolve()}/"
        sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher, base_url=base)
        document = HTML(string=html, base_url=base, url_fetcher=fetcher)
        return document.render(stylesheets=[sheet], font_config=fonts, pdf_variant=_VARIANT)

    def write(self, document: Any, pages: Sequence[Any], title: str, target: Path) -> None:
        """Write some pages as a file of its own."""
        part = document.copy(list(pages))
        part.metadata = copy.copy(document.metadata)
        part.metadata.title = title
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_pdf(target, pdf_variant=_VARIANT)


@contextmanager
def open_press(folder: Path) -> Iterator[Press]:
    """Put the repairs in force and gather warnings."""
    with (
        repaired_weasyprint(),
        thrifty_weasyprint(),
        rare_collection(),
        gathered_warnings("fontTools"),
        gathered_warnings("weasyprint") as warnings,
    ):
        yield Press(folder, warnings)


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
