"""Pages are drawn one after another; each is read for the tags, packed and let go before the next one is drawn.

In: WeasyPrint's function that draws all pages of a document.
Out: one that makes a PDF of the same pages, tagged by `structure`, and keeps of each page no more than its drawing.
What the tags say is the business of `structure` and `artifacts`, how they are written that of `tagging`.

WeasyPrint keeps all boxes and all drawings, which are long lists of small strings, until the file is written.
"""

from typing import Any
from unittest.mock import patch

from build_tools.writers.pdf.artifacts import mark_page
from build_tools.writers.pdf.structure import StructureReader
from build_tools.writers.pdf.tagging import write_tags


def draw_pages(original: Any) -> Any:
    """Draw the pages of a document; those of one that is used up (`use_up`) are let go."""

    def generate_pdf(document: Any, *arguments: Any, **options: Any) -> Any:
        import weasyprint.pdf
        from weasyprint.document import Page

        drawing = _Drawing(lets_go=getattr(document, "is_used_up", False))
        with (
            patch.object(weasyprint.pdf, "Stream", _make_packed_stream(weasyprint.pdf.Stream)),
            patch.object(weasyprint.pdf, "add_links", drawing.note_links(weasyprint.pdf.add_links)),
            patch.object(weasyprint.pdf, "add_tags", drawing.add_tags),
            patch.object(Page, "paint", drawing.paint(Page.paint)),
        ):
            return original(document, *arguments, **options)

    return generate_pdf


def use_up(document: Any) -> None:
    """Say that a document is drawn once and needed no more."""
    document.is_used_up = True


class _Drawing:
    """What is kept of the pages that are drawn.

    :param lets_go: whether each page is emptied when it is drawn.
    """

    def __init__(self, *, lets_go: bool) -> None:
        self.lets_go = lets_go
        self.structure = StructureReader()
        self.counts: list[int] = []
        self.links: list[Any] = []
        self.heads: dict[Any, int] = {}

    def note_links(self, original: Any) -> Any:
        """Write the links of a page, and remember the list of them, for it holds boxes."""

        def add_links(links_and_anchors: Any, *arguments: Any) -> None:
            self.links = links_and_anchors[0]
            original(links_and_anchors, *arguments)

        return add_links

    def paint(self, original: Any) -> Any:
        """Draw a page, and read which text of it is what."""

        def paint(page: Any, stream: Any, scale: float = 1) -> None:
            number = len(self.counts)
            mark_page(page, number, self.heads)
            original(page, stream, scale)
            marks = stream.pack()
            self.counts.append(len(marks or ()))
            if marks is not None:
                self.structure.read_page(number, page, marks)
            if self.lets_go:
                page._page_box.children = page.links = ()  # noqa: SLF001 - all boxes hang on it
                self.links.clear()

        return paint

    def add_tags(self, pdf: Any, *_arguments: Any) -> None:
        """Write the tags in place of WeasyPrint's."""
        write_tags(pdf, self.structure.document, self.counts)


def _make_packed_stream(original: Any) -> Any:
    class PackedStream(original):
        """The drawing of a page, which becomes bytes as soon as the page is drawn."""

        _tags: Any
        packed: bytes | None = None

        @property
        def data(self) -> Any:
            """The drawing as it is written into the file."""
            return super().data if self.packed is None else self.packed

        def pack(self) -> dict[Any, Any] | None:
            """Turn the drawing into bytes, and hand over the numbers of its marked content by the boxes, if any."""
            self.packed = self.data
            self.stream.clear()
            marks: dict[Any, Any] | None = self._tags
            self._tags = None
            return marks

    return PackedStream
