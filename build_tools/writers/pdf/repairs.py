"""Repairs of WeasyPrint 70 and Pyphen 0.18 at run time, each until upstream mends it.

In: nothing.  Out: a context in which the repairs are in force; nothing is changed outside it.
No other purpose: what only we need is not repaired here.

1. WeasyPrint writes a link annotation for each inline box nested in a link, which PDF/UA-1 7.18.5 forbids.
   https://github.com/Kozea/WeasyPrint/issues/2482
2. WeasyPrint's tags follow the boxes, not the text: paragraphs stand directly in list items, which PDF/UA-1 7.2
   forbids, what is broken by a page is told twice, and passages do not say their language (WCAG 3.1.2).
   `drawing` has others written in their place.
   https://github.com/Kozea/WeasyPrint/issues/2482
3. WeasyPrint takes only the first half of a hyphenation that changes letters, so Hungarian könnyűvé loses some.
   Such break points (könny-nyűvé) are left out.
4. To avoid a lone line at the foot of a page, WeasyPrint sends notes of earlier lines to the next page
   (`report` in `_linebox_layout`), so that a reader looks for them in vain.  The lone line moves instead.
5. WeasyPrint draws running heads and page numbers as text that belongs to nothing, and table heads again on each
   page; both are artifacts (PDF/UA-1 7.1 and 7.8).
6. WeasyPrint leaves the file of its colour profile open.
7. WeasyPrint's own style sheet gives six pseudo-elements to every element (`::marker`, `::footnote-call` …), and each
   has a style of its own, a quarter of all memory.  Bullets are left to list items, and notes to spans.
8. WeasyPrint never frees the features of fonts that it tells Pango, once for each text that it measures.
9. WeasyPrint leaves out the head of a table that leaves no room for a row on an empty page.  It is shown once.
10. What stands in the margin and is torn by the end of a page goes on upon the next, though WeasyPrint has given up the
    block that it belongs to and set all of it there: the end of it comes twice (`block_container_layout` takes back
    what it was given, not what it has made of it).
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from build_tools.writers.pdf.drawing import draw_pages

_VARIANTS = ("ligatures", "position", "caps", "numeric", "alternates", "east_asian")
_FEATURES = ("font_kerning", *(f"font_variant_{name}" for name in _VARIANTS), "font_feature_settings")


def _one_annotation_per_link(original: Any) -> Any:
    def gather_anchors(box: Any, anchors: Any, links: list[Any], *arguments: Any) -> None:
        first = len(links)
        original(box, anchors, links, *arguments)
        if box.link and len(links) > first:
            # What is nested in a link inherits it; a link that is nested in another has one of its own.
            _kind, _target, area, _box = links[first]
            inner = [link for link in links[first + 1 :] if not link[3].link]
            kept = [link for link in links[first + 1 :] if link[3].link]
            links[first:] = [(*links[first][:2], _unite([area, *(link[2] for link in inner)]), box), *kept]

    return gather_anchors


def _unite(areas: Sequence[Any]) -> tuple[float, float, float, float]:
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _artifacts_marked(original: Any) -> Any:
    import pydyf

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        artifact = getattr(box, "artifact", None)
        if stream._tags is None or artifact is None:
            with original(stream, box, tag):
                yield
            return
        stream.begin_marked_content("Artifact", pydyf.Dictionary(artifact))
        yield
        stream.end_marked_content()

    return marked


def _profile_closed(original: Any) -> Any:
    def make_profile(file: Any, *arguments: Any) -> Any:
        with file:
            return original(file, *arguments)

    return make_profile


def _few_pseudo_elements(original: Any) -> Any:
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.html import UA

    text = UA
    for name, owners in (("marker", ("li", "summary")), ("(?:foot)?note-[a-z]+", ("span",))):
        narrow = ", ".join(rf"{owner}\1" for owner in owners)
        text = re.sub(rf"(?m)^(::{name})(?= )", narrow, text)
    sheet = CSS(string=text, counter_style=CounterStyle())

    def list_sheets(document: Any, forms: bool = False) -> Any:  # noqa: FBT001, FBT002 - as WeasyPrint has it
        return [sheet, *original(document, forms)[1:]]

    return list_sheets


def _standard_points(original: Any) -> Any:
    def iterate(self: Any, word: str) -> Iterator[tuple[str, str]]:
        for start, end in original(self, word):
            if start + end == word:
                yield start, end

    return iterate


def _note_laid(original: Any) -> Any:
    def layout_footnote(context: Any, footnote: Any) -> Any:
        overflow = original(context, footnote)
        context.checks_since_note = 0  # the lines of the note itself were checked as well
        return overflow

    return layout_footnote


def _checks_counted(original: Any) -> Any:
    def overflows_page(context: Any, bottom_space: Any, position_y: Any) -> Any:
        context.checks_since_note = getattr(context, "checks_since_note", 0) + 1
        return original(context, bottom_space, position_y)

    return overflows_page


def _note_kept(original: Any) -> Any:
    def report_footnote(context: Any, footnote: Any) -> None:
        # A note is rightly sent on when the first check after it was tried fails; later, its line stays here.
        if context.in_column or getattr(context, "checks_since_note", 0) <= 1:
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


def _features_freed(original: Any) -> Any:
    from weasyprint.text.ffi import ffi, pango
    from weasyprint.text.fonts import font_features

    def setup(self: Any, style: Any) -> None:
        original(self, style)
        known = style.__dict__
        if "features_for_pango" not in known:
            features = font_features(**{name: style[name] for name in _FEATURES})
            known["features_for_pango"] = ",".join(f"{name} {value}" for name, value in features.items()).encode()
        if known["features_for_pango"]:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
            feature = pango.pango_attr_font_features_new(known["features_for_pango"])
            pango.pango_attr_list_insert(attributes, feature)  # which it belongs to from now on
            pango.pango_layout_set_attributes(self.layout, attributes)

    return setup


def _heads_kept(original: Any) -> Any:
    def table_layout(
        context: Any,
        table: Any,
        bottom_space: float,
        place: Any,
        block: Any,
        empty: bool,  # noqa: FBT001
        *boxes: Any,
    ) -> Any:
        from weasyprint.layout.block import remove_placeholders

        result = original(context, table, bottom_space, place, block, empty, *boxes)
        new = result[0]
        heads = [group for group in table.children[:1] if group.is_header]
        if new is None or place is not None or not heads or any(group.is_header for group in new.children[:1]):
            return result
        remove_placeholders(context, [new], *boxes)
        heads[0].is_header, heads[0].style = False, heads[0].style.copy()
        heads[0].style["break_after"] = "page"  # rows may not be parted from each other, but must be from this head
        return original(context, table, bottom_space, place, block, empty, *boxes)

    return table_layout


def _walk_ids(box: Any) -> Iterator[int]:
    """Give the identities of all boxes, and of the placeholders that stand for boxes outside the flow."""
    yield id(box)
    for child in box.children:
        yield from _walk_ids(child)


def _torn_known(original: Any) -> Any:
    def make_page(context: Any, *arguments: Any) -> Any:
        result = original(context, *arguments)
        if context.broken_out_of_flow:
            shown = set(_walk_ids(result[0]))
            for box in [box for box in context.broken_out_of_flow if id(box) not in shown]:
                del context.broken_out_of_flow[box]
        return result

    return make_page


@contextmanager
def repaired_weasyprint() -> Iterator[None]:
    """Put the repairs in force while the context lasts."""
    import pyphen
    import weasyprint.anchors
    import weasyprint.document
    import weasyprint.layout.block
    import weasyprint.layout.page
    import weasyprint.pdf
    import weasyprint.text.line_break
    from weasyprint.pdf.stream import Stream

    block, context = weasyprint.layout.block, weasyprint.layout.LayoutContext
    text = weasyprint.text.line_break
    gather = _one_annotation_per_link(weasyprint.anchors.gather_anchors)
    repairs = [
        patch.object(weasyprint.anchors, "gather_anchors", gather),
        patch.object(weasyprint.document, "gather_anchors", gather),
        patch.object(weasyprint.document, "generate_pdf", draw_pages(weasyprint.document.generate_pdf)),
        patch.object(weasyprint.pdf, "ColorProfile", _profile_closed(weasyprint.pdf.ColorProfile)),
        patch.object(weasyprint.HTML, "_ua_stylesheets", _few_pseudo_elements(weasyprint.HTML._ua_stylesheets)),
        patch.object(Stream, "marked", _artifacts_marked(Stream.marked)),
        patch.object(context, "layout_footnote", _note_laid(context.layout_footnote)),
        patch.object(context, "overflows_page", _checks_counted(context.overflows_page)),
        patch.object(context, "report_footnote", _note_kept(context.report_footnote)),
        patch.object(weasyprint.layout.page, "make_page", _torn_known(weasyprint.layout.page.make_page)),
        patch.object(block, "table_layout", _heads_kept(block.table_layout)),
        patch.object(block, "_break_line", _lines_broken(block._break_line)),
        patch.object(text, "font_features", lambda *_values: {}),
        patch.object(text.Layout, "setup", _features_freed(text.Layout.setup)),
        patch.object(pyphen.Pyphen, "iterate", _standard_points(pyphen.Pyphen.iterate)),
    ]
    with ExitStack() as stack:
        for repair in repairs:
            stack.enter_context(repair)
        yield
