"""Repairs of WeasyPrint 70, pydyf 0.13 and Pyphen 0.18 at run time, each until upstream mends it.

In: nothing.  Out: a context in which the repairs are in force; nothing is changed outside it.
No other purpose: what only we need is not repaired here.

1. `pydyf.PDF.page_references` walks all pages for every tag; long documents take quadratic time.
2. WeasyPrint writes a link annotation for each inline box nested in a link, which PDF/UA-1 7.18.5 forbids.
   https://github.com/Kozea/WeasyPrint/issues/2482
3. WeasyPrint puts paragraphs directly into list items; PDF/UA-1 7.2 allows Lbl and LBody only.
   https://github.com/Kozea/WeasyPrint/issues/2482
4. WeasyPrint takes only the first half of a hyphenation that changes letters, so Hungarian könnyűvé loses some.
   Such break points (könny-nyűvé) are left out.
5. To avoid a lone line at the foot of a page, WeasyPrint sends notes of earlier lines to the next page
   (`report` in `_linebox_layout`), so that a reader looks for them in vain.  The lone line moves instead.
6. WeasyPrint tells the language of the document, but not that of a passage in another one; screen readers would
   read it out with the wrong voice (WCAG 3.1.2).
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch


def _cached_page_references(original: property) -> property:
    def read(pdf: Any) -> Any:
        count = len(pdf.pages["Kids"])
        known = pdf.__dict__.get("_page_references")
        if known is None or known[0] != count:
            known = pdf.__dict__["_page_references"] = (count, original.fget(pdf))  # type: ignore[misc]
        return known[1]

    return property(read)


def _one_annotation_per_link(original: Any) -> Any:
    from weasyprint.formatting_structure import boxes

    def gather_anchors(
        box: Any,
        anchors: Any,
        links: Any,
        bookmarks: Any,
        forms: Any,
        parent_matrix: Any = None,
        parent_form: Any = None,
        parent_link: Any = None,
    ) -> Any:
        if parent_link and isinstance(box, boxes.InlineLevelBox) and not box.link:
            parent_link = None
        return original(box, anchors, links, bookmarks, forms, parent_matrix, parent_form, parent_link)

    return gather_anchors


def _list_bodies(original: Any) -> Any:
    import pydyf

    def add_tags(pdf: Any, *arguments: Any) -> None:
        first = len(pdf.objects)
        original(pdf, *arguments)
        for item in pdf.objects[first:]:
            if isinstance(item, dict) and item.get("S") == "/LI":
                _wrap_list_body(pdf, item, pydyf)

    return add_tags


def _wrap_list_body(pdf: Any, item: Any, pydyf: Any) -> None:
    def target(reference: bytes) -> Any:
        return pdf.objects[int(reference.split()[0])]

    kids = list(item["K"])
    content = [kid for kid in kids if isinstance(kid, bytes) and target(kid).get("S") not in {"/Lbl", "/LBody"}]
    if not content:
        return
    values = {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(content), "Pg": item["Pg"], "P": item.reference}
    body = pydyf.Dictionary(values)
    pdf.add_object(body)
    for kid in content:
        target(kid)["P"] = body.reference
    item["K"] = pydyf.Array([kid for kid in kids if kid not in content] + [body.reference])


def _languages_told(original: Any) -> Any:
    import pydyf

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        html = box.element if box.element_tag not in {"html", "body"} else None
        language = html.attrib.get("lang") if html is not None else None
        for element in original(box, *arguments):
            if language:
                element["Lang"] = pydyf.String(language)
            yield element

    return build_box_tree


def _standard_points(original: Any) -> Any:
    def iterate(self: Any, word: str) -> Iterator[tuple[str, str]]:
        for start, end in original(self, word):
            if start + end == word:
                yield start, end

    return iterate


def _note_laid(original: Any) -> Any:
    def layout_footnote(context: Any, footnote: Any) -> Any:
        context.checks_since_note = 0
        return original(context, footnote)

    return layout_footnote


def _checks_counted(original: Any) -> Any:
    def overflows_page(context: Any, bottom_space: Any, position_y: Any) -> Any:
        context.checks_since_note = getattr(context, "checks_since_note", 0) + 1
        return original(context, bottom_space, position_y)

    return overflows_page


def _note_kept(original: Any) -> Any:
    def report_footnote(context: Any, footnote: Any) -> None:
        # A note is rightly sent on when the first check after it was tried fails; later, its line stays here.
        if getattr(context, "checks_since_note", 0) <= 1:
            original(context, footnote)
        else:
            context.notes_kept, context.current_page_footnotes = context.current_page_footnotes, []

    return report_footnote


def _lines_broken(original: Any) -> Any:
    def break_line(context: Any, *arguments: Any) -> Any:
        kept = context.__dict__.pop("notes_kept", None)
        if kept is not None:
            context.current_page_footnotes = kept
        return original(context, *arguments)

    return break_line


@contextmanager
def repaired_weasyprint() -> Iterator[None]:
    """Put the repairs in force while the context lasts."""
    import pydyf
    import pyphen
    import weasyprint.anchors
    import weasyprint.document
    import weasyprint.layout.block
    import weasyprint.pdf
    import weasyprint.pdf.tags

    block, context = weasyprint.layout.block, weasyprint.layout.LayoutContext
    gather = _one_annotation_per_link(weasyprint.anchors.gather_anchors)
    repairs = [
        patch.object(pydyf.PDF, "page_references", _cached_page_references(pydyf.PDF.page_references)),
        patch.object(weasyprint.anchors, "gather_anchors", gather),
        patch.object(weasyprint.document, "gather_anchors", gather),
        patch.object(weasyprint.pdf, "add_tags", _list_bodies(weasyprint.pdf.add_tags)),
        patch.object(weasyprint.pdf.tags, "_build_box_tree", _languages_told(weasyprint.pdf.tags._build_box_tree)),
        patch.object(context, "layout_footnote", _note_laid(context.layout_footnote)),
        patch.object(context, "overflows_page", _checks_counted(context.overflows_page)),
        patch.object(context, "report_footnote", _note_kept(context.report_footnote)),
        patch.object(block, "_break_line", _lines_broken(block._break_line)),
        patch.object(pyphen.Pyphen, "iterate", _standard_points(pyphen.Pyphen.iterate)),
    ]
    with ExitStack() as stack:
        for repair in repairs:
            stack.enter_context(repair)
        yield
