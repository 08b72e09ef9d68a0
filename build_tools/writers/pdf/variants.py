"""The variants of the PDF: how each is laid out, and what its style adds to that of the printed page.

In: the name of a variant, such as `print-letter`, and the language.
Out: a `Variant`, its style sheet as text, and what the press does for it.  Pure but for reading the theme.

All variants are set from one document with one style, `print.css`, in the sizes of the A5 page.
A variant for larger paper is laid out on a page that is smaller by its scale, and enlarged as a whole when it is
written: so every size, rule and distance of the one style keeps its proportion.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from build_tools.config import Language
from build_tools.papers import HALVES, PAPERS, Paper, choose_paper, split_variant
from build_tools.paths import THEME
from build_tools.writers.pdf.document import INK
from build_tools.writers.pdf.margins import mirror_margins
from build_tools.writers.pdf.printer import Finish
from build_tools.writers.pdf.spaces import BOUND_SPACE

TEXT_SIZE = 10  # of `print.css`, in points
MILLIMETRES_PER_POINT = 25.4 / 72
# Names of elements and attributes of a drawing's words; their colours are taken away for paper.
_CELL = re.compile(r"<td\b.*?</td>", re.DOTALL)
_DRAWING = re.compile(
    r'(<svg [^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)".*?</svg>)(\s*(?:<figcaption.*?</figcaption>)?)', re.DOTALL
)
_FONT_SIZE = re.compile(r'\bfont-size="([\d.]+)"')
_DRAWN_WORDS = re.compile(r'(<t(?:ext|span)\b[^>]*?\s(?:fill|color)=")#[0-9a-fA-F]{3,6}(?=")')


@dataclass(frozen=True)
class Margins:
    """The white around the text, in millimetres of the paper; below, no less than that."""

    top: float
    bottom: float
    inner: float
    outer: float


@dataclass(frozen=True)
class Variant:
    """How a variant is set and printed.

    :param name: as it stands in the registry and in the file's name.
    :param kind: "screen", "print", "large" or "booklet".
    :param paper: the sheet that the file's pages have the size of.
    :param page: the page that is laid out; of a booklet two stand on a side of the paper.
    :param scale: by which the laid-out page is enlarged when it is written.
    :param margins: of right pages, mirrored on left ones; nothing where those of `print.css` hold, on every page.
    :param sheets: style sheets of the theme that are added to `print.css`.
    :param leading: the least line height, as a multiple of the size.
    """

    name: str
    kind: str
    paper: Paper
    page: Paper
    scale: float = 1
    margins: Margins | None = None
    sheets: tuple[str, ...] = ()
    leading: float = 0

    @property
    def is_imposed(self) -> bool:
        """Whether several pages are printed on a side of a sheet."""
        return self.page != self.paper


# The text of `print` is as wide as the A5 page's, enlarged, so that lines break alike.
_MARGINS = {
    ("print", "a4"): Margins(25, 30, 30, 58.1),
    ("print", "letter"): Margins(23, 27, 33, 61),
    ("large", "a4"): Margins(19, 21, 21, 33),
    ("large", "letter"): Margins(19, 19, 23, 35),
    ("booklet", "a5"): Margins(17, 18, 18, 24),
    ("booklet", "half-letter"): Margins(18, 19, 16, 22.5),
}
# Around drawings on their side: above and below them may be the fold, whichever way a printer turns them.
_PLATE_MARGINS = Margins(13, 13, 20, 20)
# How large the words of such a drawing are at least, and what each line of its caption needs, in millimetres.
_DRAWN_SIZE, _CAPTION_SIZE, _CAPTION_LINE = 14.1 * MILLIMETRES_PER_POINT, 14.4 * MILLIMETRES_PER_POINT, 7.8
# The share of the width that a caption takes (`print-large.css`).
_CAPTION_SHARE = 0.85
# What the ends of its lines leave empty, as a share of a line.
_RAGGED = 0.25
# The width of a letter as a share of the size, for scripts whose letters are wide, and others.
_WIDE, _NARROW = 0.95, 0.5
# The folio stands at this share of the least white below, so on each page at the same height above its edge.
_FOLIO_HEIGHT = 0.355
_SCALES = {"print": 1.15, "large": 1.8}
_SHEETS = {
    "screen": ("print-screen.css",),
    "print": ("print-paper.css", "print-sheet.css"),
    "large": ("print-paper.css", "print-large.css"),
    "booklet": ("print-paper.css",),
}


def choose_variant(name: str, language: Language) -> Variant:
    """Choose how a variant is set for a language."""
    kind, other = split_variant(name)
    paper = PAPERS[choose_paper(name, language.paper)]
    page = PAPERS[HALVES[other or language.paper]] if kind == "booklet" else paper
    return Variant(
        name=name,
        kind=kind,
        paper=paper,
        page=page,
        scale=_SCALES.get(kind, 1),
        margins=_MARGINS.get((kind, page.name)),
        sheets=_SHEETS[kind],
        leading=1.5 if kind == "large" else 0,
    )


def render_variant_style(variant: Variant, language: Language) -> str:
    """Render what a variant adds to the style of the printed page."""
    leading = max(variant.leading, language.line_height)
    rules = render_page_rules(variant, variant.margins, leading) if variant.margins else ""
    if variant.kind == "large":
        rules += render_plate_rules(variant)
    if leading != language.line_height:
        rules += f":root {{ --line-height: {leading:g} }}\n"
    return rules + "".join(Path(THEME, name).read_text(encoding="utf-8") for name in variant.sheets)


def render_page_rules(variant: Variant, margins: Margins, line_height: float) -> str:
    """Render size and margins of the pages; the text is a whole number of lines high."""
    line = TEXT_SIZE * line_height * MILLIMETRES_PER_POINT * variant.scale
    free = float(variant.page.height) - margins.top - margins.bottom
    bottom = float(variant.page.height) - margins.top - free // line * line

    def show(length: float) -> str:
        return f"{length / variant.scale:.3f}mm"

    size = f"size: {show(float(variant.page.width))} {show(float(variant.page.height))}"
    edges = f"margin-top: {show(margins.top)}; margin-bottom: {show(bottom)}"
    sides = {
        "left": f"margin-left: {show(margins.outer)}; margin-right: {show(margins.inner)}",
        "right": f"margin-left: {show(margins.inner)}; margin-right: {show(margins.outer)}",
    }
    # A named page has rules of its own in `print.css`, which weigh more than those of a side.
    rules = [f"@page {{ {size}; {edges} }}", f"@page bare {{ {edges} }}"]
    rules += [f"@page {name}:{side} {{ {sides[side]} }}" for name in ("", "bare") for side in sides]
    foot = f"padding-bottom: {show(margins.bottom * _FOLIO_HEIGHT)}"
    rules += [f"@page {{ @bottom-right {{ {foot} }} }}", f"@page :left {{ @bottom-left {{ {foot} }} }}"]
    return "".join(f"{rule}\n" for rule in rules)


def render_plate_rules(variant: Variant) -> str:
    """Render size and margins of the pages that lie on their side."""
    sizes = (variant.paper.height, variant.paper.width)
    size = " ".join(f"{float(length) / variant.scale:.3f}mm" for length in sizes)
    edges = (_PLATE_MARGINS.top, _PLATE_MARGINS.outer, _PLATE_MARGINS.bottom, _PLATE_MARGINS.inner)
    margin = " ".join(f"{edge / variant.scale:.3f}mm" for edge in edges)
    return "".join(f"@page plate{side} {{ size: {size}; margin: {margin} }}\n" for side in ("", ":left", ":right"))


def make_finish(variant: Variant) -> Finish:
    """Make what the press does for a variant beyond its style."""
    if variant.margins is None:
        return Finish()

    def dress(html: str) -> str:
        return enlarge_words(loosen(blacken(html)), variant.paper) if variant.kind == "large" else blacken(html)

    return Finish(dress=dress, arrange=mirror_margins, scale=variant.scale, tagged=not variant.is_imposed)


def loosen(html: str) -> str:
    """Let lines break anywhere in the cells of tables, which are narrow in large print."""
    return _CELL.sub(lambda cell: cell[0].replace(BOUND_SPACE, " "), html)


def enlarge_words(html: str, paper: Paper) -> str:
    """Enlarge the words of drawings that are too high for their words to be large on a page on its side.

    >>> enlarge_words('<svg viewBox="0 0 640 512"><text font-size="13"></svg>', PAPERS["a4"])
    '<svg viewBox="0 0 640 512"><text font-size="13.84"></svg>'
    """
    across, down = float(paper.height) - 2 * _PLATE_MARGINS.outer, float(paper.width) - 2 * _PLATE_MARGINS.top

    def enlarge(drawing: re.Match[str]) -> str:
        svg, width, height, caption = drawing[1], float(drawing[2]), float(drawing[3]), drawing[4]
        room = down - measure_caption(caption, across)
        least = _DRAWN_SIZE / min(across / width, room / height)
        factor = least / min((float(size) for size in _FONT_SIZE.findall(svg)), default=least)
        if factor <= 1:
            return drawing[0]
        return _FONT_SIZE.sub(lambda size: f'font-size="{float(size[1]) * factor:.2f}"', svg) + caption

    return _DRAWING.sub(enlarge, html)


def measure_caption(caption: str, across: float) -> float:
    """Measure about how high a caption is in large print, in millimetres, on a page that is so wide."""
    text = re.sub(r"<[^>]*>|\u2060", "", caption)
    width = sum(_WIDE if unicodedata.east_asian_width(letter) == "W" else _NARROW for letter in text) * _CAPTION_SIZE
    lines = math.ceil(width / (_CAPTION_SHARE * across) + _RAGGED)
    return (lines + 0.5) * _CAPTION_LINE if text.strip() else 0


def blacken(html: str) -> str:
    """Make drawings and their words black where they are ink; areas keep their colours."""
    return _DRAWN_WORDS.sub(r"\1#000000", html).replace(f'"{INK}"', '"#000000"')
