"""What is on the pages but not of the text: running heads, page numbers, repeated heads of tables, decorations.

In: the pages that WeasyPrint has laid out.
Out: their boxes, each of which knows (`artifact`) that it is drawn for the eye alone, and as what (ISO 32000-1,
14.8.2.2.2).
"""

from collections.abc import Iterable
from typing import Any

from build_tools.writers.pdf.elements import DECORATIVE, describe_picture, resolve

_HEAD, _FOOT = "/Header", "/Footer"


def mark_artifacts(pages: Iterable[Any]) -> None:
    """Mark the boxes of a document that its structure leaves out."""
    seen: dict[Any, int] = {}
    for number, page in enumerate(pages):
        mark_page(page, number, seen)


def mark_page(page: Any, number: int, seen: dict[Any, int]) -> None:
    """Mark the boxes of a page that the structure leaves out.

    :param number: of the page, counted from 0.
    :param seen: the page on which each head or foot of a table stood first; what stands first here is added.
    """
    for box in page._page_box.children:
        _mark(box, None, number, seen)


def _mark(box: Any, artifact: dict[str, str] | None, page: int, seen: dict[Any, int]) -> None:
    from weasyprint.formatting_structure import boxes

    box = resolve(box)
    artifact = artifact if artifact is not None else _describe(box, page, seen)
    if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
        box.artifact = artifact
    for child in box.children:
        _mark(child, artifact, page, seen)


def _describe(box: Any, page: int, seen: dict[Any, int]) -> dict[str, str] | None:
    """Describe a box that is an artifact with all that is in it; nothing where it belongs to the text.

    :param seen: the page on which each head or foot of a table stood first.
    """
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.MarginBox):
        place = {"@top": _HEAD, "@bott": _FOOT}.get(box.at_keyword[:5].rstrip("-"), "")
        return {"Type": "/Pagination", **({"Subtype": place} if place else {})}
    if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
        return {"Type": "/Pagination"} if seen.setdefault(box.element, page) != page else None
    if isinstance(box, boxes.ReplacedBox) and not describe_picture(box.element):
        _warn_of_picture(box.element)
        return {"Type": "/Layout"}
    return {"Type": "/Layout"} if box.is_leader else None


def _warn_of_picture(element: Any) -> None:
    """Warn of a picture that has no words and does not say that it is a decoration."""
    from weasyprint.logger import LOGGER

    if element.tag == "img" and element.get("alt") is None and element.get("role") not in DECORATIVE:
        LOGGER.warning("the picture %s has no words (alt)", element.get("src"))
