"""A PDF, opened by two independent readers.

In: a path.  Out: a `PdfDocument`: objects from pikepdf, words from pdfium.
"""

import ctypes
import math
import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from build_tools.verify.expectation import Expectation

if TYPE_CHECKING:
    import pikepdf

# Pdfium may be entered by one thread at a time.
_ONE_AT_A_TIME = threading.Lock()
# Longer words are no number of a page, and what stands before them is not asked for.
_LONGEST_NUMBER = 12
# Wider than the space between words, in points.
_GAP = 9
# Where words stand few and far between, pdfium takes a page for one that is written downwards: each letter is a line.
_DOWNWARDS = re.compile(r"(?:^\w\r?\n){4}", re.MULTILINE)
# Wider than what parts letters of a word, in heights of their line.
_SPACE = 0.1
# Long lists of numbers and references, without dictionaries of their own.
_LONG = frozenset({"/W", "/Nums", "/Kids", "/Widths"})

# Letters, with the left, bottom, right and top of their ink, or of the place that they take up.
Boxed = tuple[str, tuple[float, float, float, float]]


@dataclass(frozen=True)
class Bookmark:
    """A bookmark and the page it leads to, counted from 0, or None."""

    title: str
    page: int | None


@dataclass(frozen=True)
class Link:
    """A link within the PDF: the page it stands on, the words under it, where it leads and the words before it.

    :param line: what stands on the same line to the left, in the same column.
    """

    page: int
    words: str
    destination: Any
    line: str = ""


class Run(NamedTuple):
    """Some letters of one line: their page, from 0, their place and size in points on it, and their colour."""

    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    colour: tuple[int, int, int]


@dataclass(frozen=True)
class PdfDocument:
    """An open PDF, the text of each of its pages, its links and what it must say.

    :param widths: of the pages, in points, as are their heights.
    :param halves: the feet of the left and the right half of each page, for sheets with two pages on a side.
    """

    pdf: "pikepdf.Pdf"
    texts: tuple[str, ...]
    links: tuple[Link, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    halves: tuple[tuple[str, str], ...]
    expectation: Expectation

    @property
    def variant(self) -> str:
        """What variant it is, without the name of a paper."""
        return self.expectation.kind.partition("-")[0]

    @property
    def place(self) -> str:
        """How the PDF is called in problems."""
        return self.expectation.place

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The letters of all pages, with their places, sizes and colours."""
        import pypdfium2

        with _ONE_AT_A_TIME:
            reader = pypdfium2.PdfDocument(Path(self.pdf.filename))
            try:
                return tuple(run for number, page in enumerate(reader) for run in _read_runs(number, page))
            finally:
                reader.close()

    @cached_property
    def page_numbers(self) -> dict[tuple[int, int], int]:
        """The number of each page object, counted from 0."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The label of each page, as readers show it."""
        return tuple(str(page.label) for page in self.pdf.pages)

    @cached_property
    def named_destinations(self) -> dict[str, Any]:
        """The places that have a name, old and new style."""
        import pikepdf

        root: Any = self.pdf.Root
        tree = root.get("/Names", {}).get("/Dests")
        named = {str(name): value for name, value in pikepdf.NameTree(tree).items()} if tree is not None else {}
        old: Any = root.get("/Dests", {})
        return named | {name.lstrip("/"): old[name] for name in old.keys()}  # noqa: SIM118 - pikepdf's, not a dict

    @cached_property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """All bookmarks in reading order, of every level."""
        with self.pdf.open_outline() as outline:
            return tuple(self._walk_outline(outline.root))

    def _walk_outline(self, items: Any) -> Iterator[Bookmark]:
        for item in items:
            destination = item.destination
            if destination is None and item.action is not None:
                destination = item.action.get("/D")
            yield Bookmark(str(item.title), self.find_page(destination))
            yield from self._walk_outline(item.children)

    def find_page(self, destination: Any) -> int | None:
        """Find the page of a destination, given as an array or by name."""
        import pikepdf

        if isinstance(destination, (str, pikepdf.String, pikepdf.Name)):
            destination = self.named_destinations.get(str(destination).lstrip("/"))
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, (list, pikepdf.Array)) or not len(destination):
            return None
        page = destination[0]
        return self.page_numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The places on the web that links lead to."""
        found = (value for value in self.list_dictionaries() if str(value.get("/S", "")) == "/URI")
        return frozenset(str(value.get("/URI", "")) for value in found)

    def list_dictionaries(self) -> Iterator[Any]:
        """List all dictionaries, also those within another object, but none of the structure tree."""
        import pikepdf

        stack: list[Any] = list(self.pdf.objects)
        while stack:
            value = stack.pop()
            if isinstance(value, pikepdf.Array):
                children = list(value)
            elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
                # There are tens of thousands of structure elements, and they hold neither fonts nor actions.
                if value.get("/Type") == "/StructElem":
                    continue
                yield value
                keys = value.keys()
                children = [value[key] for key in keys if key not in _LONG]
            else:
                continue
            kinds = (pikepdf.Array, pikepdf.Dictionary)
            stack += [child for child in children if isinstance(child, kinds) and not child.is_indirect]


def open_pdf(path: Path, expectation: Expectation) -> PdfDocument:
    """Open a PDF with both readers, without mending what is broken."""
    import pikepdf
    import pypdfium2

    pdf = pikepdf.open(path, attempt_recovery=False)
    with _ONE_AT_A_TIME:
        reader = pypdfium2.PdfDocument(path)
        try:
            texts: list[str] = []
            links: list[Link] = []
            halves: list[tuple[str, str]] = []
            sizes: list[tuple[float, float]] = []
            for number, page in enumerate(reader):
                words = page.get_textpage()
                texts.append(_read_text(words))
                links.extend(_read_links(number, pdf.pages[number], words))
                sizes.append(page.get_size())
                halves.append(_read_halves(page, words))
                words.close()
                page.close()
        finally:
            reader.close()
    widths, heights = (tuple(size[side] for size in sizes) for side in (0, 1))
    return PdfDocument(pdf, tuple(texts), tuple(links), widths, heights, tuple(halves), expectation)


def read_texts(path: Path) -> list[str]:
    """Read the text of each page."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        reader = pypdfium2.PdfDocument(path)
        try:
            return [_read_text(page.get_textpage()) for page in reader]
        finally:
            reader.close()


def _read_text(words: Any) -> str:
    text = str(words.get_text_range())
    return "".join(_join_letters(_read_words(words, loose=True))) if _DOWNWARDS.search(text) else text


def _join_letters(pieces: Iterable[Boxed]) -> Iterator[str]:
    """Join the letters that stand side by side, as people read them."""
    for (_, (_, low, end, high)), (letters, (left, bottom, _, top)) in pairwise([("", (0, 0, 0, 0)), *pieces]):
        beside = min(high, top) > max(low, bottom) and abs(left - end) < _SPACE * (top - bottom)
        yield letters if beside else f"\n{letters}"


def read_boxes(path: Path) -> list[list[Boxed]]:
    """Read the words of each page, also those beyond its edges, with the left, bottom, right and top of their ink."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        reader = pypdfium2.PdfDocument(path)
        try:
            return [list(_read_words(page.get_textpage())) for page in reader]
        finally:
            reader.close()


def _read_words(text: Any, *, loose: bool = False) -> Iterator[Boxed]:
    from pypdfium2 import raw

    letters = [chr(raw.FPDFText_GetUnicode(text.raw, place)) for place in range(text.count_chars())]
    start = 0
    for end in [*(place for place, letter in enumerate(letters) if letter.isspace()), len(letters)]:
        if start < end:
            boxes = (text.get_charbox(place, loose=loose) for place in range(start, end))
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            yield "".join(letters[start:end]), (min(lefts), min(bottoms), max(rights), max(tops))
        start = end + 1


def _read_runs(number: int, page: Any) -> Iterator[Run]:
    from pypdfium2 import raw

    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(piece.raw, size)
        colour = tuple(ctypes.c_uint() for _ in range(4))
        raw.FPDFPageObj_GetFillColor(piece.raw, *colour)
        left, bottom, right, top = piece.get_bounds()
        around = _read_place(piece.container)
        across, up = zip(*(around.on_point(x, y) for x in (left, right) for y in (bottom, top)), strict=True)
        red, green, blue, _opacity = (value.value for value in colour)
        matrix = piece.get_matrix().multiply(around)
        height = round(size.value * math.hypot(matrix.c, matrix.d), 1)
        yield Run(number, min(across), max(across), min(up), max(up), height, (red, green, blue))


def _read_place(container: Any) -> Any:
    """Read where on its page a system stands, through all those around it."""
    from pypdfium2 import PdfMatrix

    place = PdfMatrix()
    while container is not None:
        place = place.multiply(container.get_matrix())
        container = container.container
    return place


def _read_halves(page: Any, words: Any) -> tuple[str, str]:
    """Read what stands at the foot of the left and of the right half of a page: a tenth of its height."""
    width, foot = page.get_width(), page.get_height() / 10
    left, right = words.get_text_bounded(0, 0, width / 2, foot), words.get_text_bounded(width / 2, 0, width, foot)
    return str(left), str(right)


def draw_page(path: Path, number: int, scale: float) -> Any:
    """Draw a page as a grey picture.

    :param number: counted from 0.
    :param scale: dots for each point.
    """
    import pypdfium2

    with _ONE_AT_A_TIME:
        reader = pypdfium2.PdfDocument(path)
        try:
            return reader[number].render(scale=scale, grayscale=True).to_pil().convert("L")
        finally:
            reader.close()


def _read_links(number: int, page: Any, words: Any) -> Iterator[Link]:
    pieces: list[tuple[float, float, float, float]] | None = None
    for annotation in page.get("/Annots", []):
        if str(annotation.get("/Subtype")) != "/Link":
            continue
        action = annotation.get("/A", {})
        destination = annotation.get("/Dest") if "/Dest" in annotation else action.get("/D")
        if destination is not None:
            left, bottom, right, top = map(float, annotation["/Rect"])
            text = str(words.get_text_bounded(left, bottom, right, top))
            if len(text) > _LONGEST_NUMBER:
                yield Link(number, text, destination)
                continue
            if pieces is None:
                pieces = [words.get_rect(place) for place in range(words.count_rects())]
            start = _find_start_of_line(pieces, left, (bottom + top) / 2)
            line = str(words.get_text_bounded(start, bottom, left, top)) if start < left else ""
            yield Link(number, text, destination, line)


def _find_start_of_line(pieces: list[tuple[float, float, float, float]], left: float, middle: float) -> float:
    """Find where the words begin that run up to a place; a gap as between columns ends them."""
    on_line = (piece for piece in pieces if piece[1] < middle < piece[3] and piece[0] < left)
    for piece_left, _bottom, piece_right, _top in sorted(on_line, reverse=True):
        if piece_right < left - _GAP:
            break
        left = min(left, piece_left)
    return left
