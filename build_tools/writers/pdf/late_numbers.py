"""Numbers of pages that follow what names them: they are written into pages that are laid out already.

In: WeasyPrint's pages with placeholders, and the folios of all places.
Out: the pages with numbers in place of these; what stands behind a number on its line moves up to it.
No line is broken anew: a placeholder is as wide as three figures, and the text is never hidden by a longer number.
"""

from collections.abc import Mapping
from typing import Any

from build_tools.writers.pdf.folios import Folio

CLASS = "late"
PLACEHOLDER = "000"


def write_late_numbers(page: Any, folios: Mapping[str, Folio]) -> Any:
    """Write all numbers into a page; give the page with its links where they are now.

    :param page: WeasyPrint's.
    """
    if not any(_find_folio(box, folios) for _kind, _target, _place, box in page.links):
        return page
    _write(page._page_box, folios)
    return type(page)(page._page_box)


def _write(box: Any, folios: Mapping[str, Folio]) -> float:
    """Write the numbers within a box; tell by how much it is wider."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        folio = _find_folio(box, folios)
        return _set_text(box, folio.label) if folio else 0
    wider = 0.0
    for child in getattr(getattr(box, "_box", box), "children", ()):
        if wider:
            child.translate(wider)
        wider += _write(child, folios)
    if not isinstance(box, boxes.InlineBox):
        return 0
    box.width += wider
    return wider


def _find_folio(box: Any, folios: Mapping[str, Folio]) -> Folio | None:
    names = (box.element.get("class") or "").split() if box.element is not None else ()
    return folios.get(box.element.get("href", "")[1:]) if CLASS in names else None


def _set_text(box: Any, text: str) -> float:
    """Set another text in a box; give by how much it is wider."""
    from weasyprint.text.line_break import line_size

    layout, width = box.pango_layout, box.width
    box.text = layout.text = text
    layout.reactivate(box.style)
    line, _rest = layout.get_first_line()
    box.width = line_size(line, box.style)[0]
    layout.deactivate()
    return float(box.width - width)
