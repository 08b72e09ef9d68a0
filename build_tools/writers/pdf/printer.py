"""The only place that speaks to WeasyPrint.

In: an HTML document and a style sheet as text.  Out: a PDF, the number of its pages and WeasyPrint's warnings.
Nothing is fetched from the network, and no file but the build's own pictures and the fonts.
"""

import gc
import logging
import mimetypes
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from build_tools.config import Language
from build_tools.fonts import locate
from build_tools.writers.pdf.archive import ACCESSIBLE, VARIANT, Change, finish_pdf, give_back_memory, plain_draft
from build_tools.writers.pdf.drawing import use_up
from build_tools.writers.pdf.economy import thrifty_weasyprint
from build_tools.writers.pdf.hyphenation import divided_words, find_names
from build_tools.writers.pdf.repairs import repaired_weasyprint
from build_tools.writers.pdf.setting import compositor

# Formulas, and pictures that strangers' extensions write into their pages.
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]", re.IGNORECASE)


@dataclass(frozen=True)
class Sheets:
    """What came out of the press."""

    pages: int
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Finish:
    """What the press does for one variant of a document.

    :param dress: changes the document as text, before it is laid out.
    :param arrange: is given WeasyPrint's document when it is laid out, to move what style cannot.
    :param scale: by which the pages are enlarged when they are written.
    :param tagged: whether the PDF says which text is what; pages that are laid on sheets cannot.
    :param kept: whether a tagged PDF is also one to be kept, PDF/A-3a; a sheet that is printed and given away is not.
    :param composed: whether pages are set as a compositor would; where each part has its place, there is nothing to do.
    """

    dress: Callable[[str], str] = lambda html: html
    arrange: Callable[[Any], None] = lambda _document: None
    scale: float = 1
    tagged: bool = True
    kept: bool = True
    composed: bool = True


# What a document needs that is printed as it is.
PLAIN = Finish()


class _Gatherer(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def rare_collection() -> Iterator[None]:
    """Look for garbage seldom: a book is millions of objects that all stay until it is printed."""
    threshold = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)


@contextmanager
def gathered_warnings(name: str) -> Iterator[list[str]]:
    """Gather the warnings of a logger instead of printing them."""
    logger, handler = logging.getLogger(name), _Gatherer()
    handlers, propagate, level = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate, logger.level = [handler], False, logging.WARNING
    try:
        yield handler.lines
    finally:
        logger.handlers, logger.propagate, logger.level = handlers, propagate, level


def make_fetcher(folder: Path, files: frozenset[Path], *, strict: bool) -> Any:
    """Make a URL fetcher that serves one folder and some files, and nothing else.

    :param strict: whether a wish that is not granted stops the printing; else it is a warning.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse, URLFetchingError

    error = FatalURLFetchingError if strict else URLFetchingError

    class BuildFetcher(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if _PICTURE.match(url):
                return super().fetch(url, headers)
            path = find_file(url)
            if path is None or not (path in files or path.is_relative_to(folder)):
                raise error(f"the PDF may not fetch {url}")
            # What was looked at is what is read; WeasyPrint would take the address apart once more, in its own way.
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(path.as_uri(), path.read_bytes(), {"Content-Type": kind})

    return BuildFetcher(allowed_protocols={"file", "data"}, fail_on_errors=strict)


def find_file(url: str) -> Path | None:
    """Find the file of an address, through all links; nothing where the address is not that of a file here."""
    try:
        parts = urlsplit(url)
        here = parts.scheme == "file" and parts.netloc in {"", "localhost"}
        return Path(unquote(parts.path)).resolve() if here else None
    except (ValueError, OSError):
        return None


@dataclass(frozen=True)
class Press:
    """A press with its type: one style and its fonts, for all documents that become one file.

    :param base: where the addresses of pictures begin.
    :param warnings: what WeasyPrint has warned of so far.
    """

    base: str
    sheet: Any
    counter_styles: Any
    fonts: Any
    fetcher: Any
    warnings: list[str]
    finish: Finish

    def lay_out(self, html: str, style: str = "") -> Any:
        """Lay out a document; give WeasyPrint's, whose pages may be joined with those of others.

        :param style: what holds for this document only.
        """
        from weasyprint import CSS, HTML
        from weasyprint.css.counters import CounterStyle

        counter_styles = CounterStyle(self.counter_styles)
        own = CSS(string=style, font_config=self.fonts, counter_style=counter_styles, url_fetcher=self.fetcher)
        return HTML(string=self.finish.dress(html), base_url=self.base, url_fetcher=self.fetcher).render(
            stylesheets=[self.sheet, own],
            font_config=self.fonts,
            counter_style=counter_styles,
            pdf_variant=self.pdf_variant,
        )

    @property
    def pdf_variant(self) -> str | None:
        """What WeasyPrint is asked for."""
        if not self.finish.tagged:
            return None
        return VARIANT if self.finish.kept else ACCESSIBLE

    def write(self, document: Any, target: Path, changes: Iterable[Change] = ()) -> None:
        """Write a laid-out document as a PDF, of the kind that the finish asks for; its pages are used up.

        :param changes: functions that change a finished PDF that is to be kept.
        """
        self.finish.arrange(document)
        use_up(document)
        draft, part = target.with_suffix(".draft"), target.with_suffix(".part")
        is_kept = self.pdf_variant == VARIANT
        if is_kept:  # a book, and nothing that its layout has left over is needed
            give_back_memory()
        with plain_draft() if is_kept else nullcontext():
            document.write_pdf(draft, zoom=self.finish.scale, pdf_variant=self.pdf_variant)
        document.pages = []
        if is_kept:
            finish_pdf(draft, part, changes)
            draft.unlink()
        else:
            draft.replace(part)
        part.replace(target)


@contextmanager
def open_press(
    style: str,
    folder: Path,
    language: Language,
    *,
    strict: bool = True,
    finish: Finish = PLAIN,
    names: frozenset[str] = frozenset(),
) -> Iterator[Press]:
    """Prepare a press that may fetch pictures from one folder, and the fonts of a language.

    :param names: words that are not divided.
    """
    # Pikepdf is needed last, but what stays comes first: between pages it would hold hundreds of megabytes of theirs.
    import pikepdf  # noqa: F401
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration

    files = frozenset(locate(face.source).resolve() for family in language.families for face in family.faces)
    fetcher = make_fetcher(folder.resolve(), files, strict=strict)
    fonts, counter_styles = FontConfiguration(), CounterStyle()
    base = f"{folder.resolve()}/"
    with (
        repaired_weasyprint(),
        thrifty_weasyprint(),
        compositor() if finish.composed else nullcontext(),
        divided_words(names),
        rare_collection(),
        gathered_warnings("fontTools"),
        gathered_warnings("weasyprint") as warnings,
    ):
        sheet = CSS(
            string=style,
            font_config=fonts,
            counter_style=counter_styles,
            url_fetcher=fetcher,
            base_url=base.rstrip("/"),
        )
        yield Press(base, sheet, counter_styles, fonts, fetcher, warnings, finish)


def print_pdf(html: str, style: str, target: Path, language: Language, *, strict: bool = True) -> Sheets:
    """Set an HTML document as a tagged PDF; a picture that is not there stops it, unless that is said not to matter."""
    with open_press(style, target.parent, language, strict=strict, names=find_names(html)) as press:
        document = press.lay_out(html)
        pages = len(document.pages)
        press.write(document, target)
    return Sheets(pages, tuple(dict.fromkeys(press.warnings)))
