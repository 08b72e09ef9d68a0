"""Chapters that do not end with a few lines on a page of their own.

A chapter whose last page holds next to nothing is set once more with pages that are a line longer, or a line shorter;
all pages of the chapter are, so facing pages keep to one height.  Its title may also stand higher.
In: WeasyPrint's own function that makes all pages.  Out: one that sets each chapter as often as it takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_tools.writers.pdf.setting.boxes import find_chapter, measure_bottom
from build_tools.writers.pdf.setting.desk import PLATE_PAGE, Plate, Snapshot, Spare, find_desk, start_afresh
from build_tools.writers.pdf.setting.plates import list_early_plates, list_plates, make_plates, take_plates

# A last page holds at least so many lines.
FEWEST = 9
# What is tried, in this order.
SPARES = (Spare(1), Spare(-1), Spare(1, 2), Spare(2, 2), Spare(-2))


@dataclass
class Chapter:
    """The pages of a chapter, and how many lines the last one holds."""

    pages: list[Any]
    lines: float
    ends: bool

    @property
    def is_short(self) -> bool:
        """Whether the last page is all but empty."""
        return sum(page.page_type.name != PLATE_PAGE for page in self.pages) > 1 and self.lines < FEWEST


def fit_chapters(original: Any) -> Any:
    """Set all pages, chapter by chapter; later rounds, which mend page numbers only, are WeasyPrint's own.

    WeasyPrint knows no plates, so where there are any, later rounds set all pages again.
    """

    def make_all_pages(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        if not pages:
            take_plates(root_box)
        elif not find_desk(context).plates:
            yield from original(context, root_box, html, pages)
            return
        context.rendered_notes = []
        index, ends = 0, False
        while not ends:
            chapter = fit_chapter(context, root_box, html, index)
            yield from chapter.pages
            index, ends = index + len(chapter.pages), chapter.ends
        context.page_maker = context.page_maker[: index + 1]
        context.broken_out_of_flow.clear()
        context.reported_footnotes.clear()

    return make_all_pages


def fit_chapter(context: Any, root_box: Any, html: Any, start: int) -> Chapter:
    """Set the chapter that begins on a page, and again with other heights if its end is short."""
    before, moves = Snapshot.take(context), len(find_desk(context).moves)
    chapter = set_chapter(context, root_box, html, start)
    found = find_chapter(root_box, context.page_maker[start + 1][0]) if chapter.is_short else None
    if found is None:
        return chapter
    desk = find_desk(context)
    for spare in (*SPARES, Spare()):
        desk.spares[id(found.child)] = spare
        desk.take_back(moves)
        before.restore()
        del context.page_maker[start + 1 :]
        chapter = set_chapter(context, root_box, html, start)
        if not chapter.is_short:
            break
    return chapter


def set_chapter(context: Any, root_box: Any, html: Any, start: int) -> Chapter:
    """Set pages until the next chapter begins, or the document ends."""
    from weasyprint.layout.page import remake_page

    desk = find_desk(context)
    pages: list[Any] = []
    plates: list[Plate] = []
    while True:
        index = start + len(pages)
        before, moves = Snapshot.take(context), len(desk.moves)
        desk.plates.pop(index, None)
        start_afresh(context.page_maker[index][-1])
        page, resume_at = remake_page(index, context, root_box, html)
        early = [plate for plate in list_early_plates(page) if plate not in plates] if pages else []
        if early:
            desk.take_back(moves)
            before.restore()
            pages += make_plates(context, root_box, html, index, early)
            plates += early
            continue
        pages.append(page)
        more = [plate for plate in list_plates(page, root_box, resume_at) if plate not in plates]
        pages += make_plates(context, root_box, html, index + 1, more)
        plates += more
        ends = resume_at is None and not context.reported_footnotes
        following = find_chapter(root_box, resume_at)
        if ends or following is None or following.rest is None:
            lines = (measure_bottom(page) - page.content_box_y()) / desk.step
            return Chapter(pages, lines, ends)
