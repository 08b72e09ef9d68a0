"""A handout as the people at the copier and in the classroom meet it.

In: a PDF and what it must say.
Out: problems: a wrong size or too many pages, words that are missing, colours, a QR code that leads elsewhere, lines
that end before the foot of the sheet, answers on a pupil's sheet.  What a poster must be is in `posters`.
What holds for every PDF of the book is checked as there.
"""

import re
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.problems import Code, Problem
from build_tools.verify.expectation import Expectation
from build_tools.verify.guard import describe_stumble
from build_tools.verify.pdf import Check, check_actions, check_letters, check_opened, check_pages, check_syntax
from build_tools.verify.pdf_document import PdfDocument, draw_page
from build_tools.verify.pdf_fonts import check_fonts
from build_tools.verify.pdf_tags import check_tags
from build_tools.verify.posters import check_apart, check_tiles
from build_tools.verify.wording import find_absent_texts, normalise

if TYPE_CHECKING:
    from PIL import Image

# Of a chapter: for pupils and for teachers.
PUPILS, TEACHERS = "", "answers"
# A sheet of paper has two sides.
_MOST_PAGES = 2
# Below the last line of a pupil's sheet nothing stands but the foot of the page, in points.
_FOOT = 58.0
_DOTS = 72  # to the inch, where a dot is a point
# A line is half as long as the page is wide; one that is half a point thick comes out grey.
_SCALE, _DARK, _LONG = 2, 200, 0.5
_COLOUR = re.compile(
    rb"(?:(?<![\w.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)|(?<![\w.])[\d.]+(?: [\d.]+){3} (?:k|K))\Z"
)
# Where a colour is set; looking for numbers first takes three times as long.  So far before it they begin at most.
_SETTING, _NUMBERS = re.compile(rb" (?:rg|RG|scn|SCN|k|K)\b"), 60

_CHECKS_BY_KIND = {"poster": (check_apart,), "tiles": (check_tiles,)}


def check_handout(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check one file of the handouts."""
    if expectation.kind == "archive":
        yield from check_archive(path, expectation)
        return
    checks: list[Check] = [check_syntax, check_paper, check_words, check_metadata, check_fonts, check_actions]
    checks += [check_grey, *_CHECKS_BY_KIND.get(expectation.kind, ())]
    if expectation.kind != "tiles":  # quarters of a poster that is itself tagged
        checks.append(check_tags)
    if expectation.kind in {PUPILS, TEACHERS}:
        checks += [check_sides, partial(check_code, path)]
    if expectation.kind == PUPILS:
        checks.append(partial(check_filled, path))
    yield from check_opened(path, expectation, lambda _document: checks)


def check_archive(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check that an archive can be unpacked and holds nothing but PDFs in one folder."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken, names = archive.testzip(), archive.namelist()
    except (OSError, zipfile.BadZipFile) as error:
        yield describe_stumble(expectation.place, error)
        return
    if broken:
        yield Problem.of(Code.ARTIFACT_UNREADABLE, expectation.place, f"{broken} cannot be unpacked")
    for name in names:
        if "/" in name or not name.endswith(".pdf"):
            yield Problem.of(Code.HANDOUT, expectation.place, f"the archive holds {name}")


def check_paper(document: PdfDocument) -> Iterator[Problem]:
    """Check that there are pages of the size of the paper."""
    if document.expectation.paper is None:
        yield Problem.of(Code.HANDOUT, document.place, "nobody knows what paper the file is for")
    yield from check_pages(document, Code.HANDOUT)


def check_sides(document: PdfDocument) -> Iterator[Problem]:
    """Check that a handout fits on one sheet of paper."""
    if len(document.texts) > _MOST_PAGES:
        yield Problem.of(Code.HANDOUT, document.place, f"the handout has {len(document.texts)} pages; two fit a sheet")


def check_words(document: PdfDocument) -> Iterator[Problem]:
    """Check that the text can be read out, and begins with the chapter."""
    yield from check_letters(document, Code.HANDOUT)
    title = document.expectation.chapter
    if title and normalise(title) not in normalise(document.texts[0]):
        yield Problem.of(Code.HANDOUT, document.place, f"the title '{title}' is not on the first page")
    text = "\n".join(document.texts)
    for wanted in find_absent_texts(document.expectation.texts, text):
        yield Problem.of(Code.HANDOUT, document.place, f"'{wanted}' is not in the text, or not in its order")
    plain = normalise(text)
    for hidden in document.expectation.hidden:
        if normalise(hidden) in plain:
            yield Problem.of(Code.HANDOUT, document.place, f"an answer stands on the sheet: '{hidden}'")


def check_metadata(document: PdfDocument) -> Iterator[Problem]:
    """Check language and title, which screen readers and title bars need."""
    root: Any = document.pdf.Root
    title, language = str(document.pdf.docinfo.get("/Title", "")), str(root.get("/Lang", ""))
    if not title.startswith(document.expectation.chapter) or not title:
        yield Problem.of(Code.PDF_METADATA, document.place, f"/Title is {title!r}")
    if language != document.expectation.language:
        yield Problem.of(Code.PDF_METADATA, document.place, f"/Lang is {language!r}")
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield Problem.of(Code.PDF_METADATA, document.place, "/DisplayDocTitle is not set")


def check_grey(document: PdfDocument) -> Iterator[Problem]:
    """Check that nothing is printed in colour."""
    for number, page in enumerate(document.pdf.pages, 1):
        for colour in sorted(set(_find_colours(page))):
            yield Problem.of(Code.HANDOUT, document.place, f"page {number} has the colour {colour}")


def _find_colours(page: Any) -> Iterator[str]:
    page.contents_coalesce()
    streams = [page.Contents.read_bytes()] if "/Contents" in page else []
    streams += [form.read_bytes() for form in _list_forms(page.get("/Resources", {}), set())]
    for stream in streams:
        for setting in _SETTING.finditer(stream):
            match = _COLOUR.search(stream, max(0, setting.start() - _NUMBERS), setting.end())
            if match and (None in match.groups() or len({float(part) for part in match.groups()}) > 1):
                yield match[0].decode("ascii", errors="replace")


def _list_forms(resources: Any, seen: set[Any]) -> Iterator[Any]:
    forms = resources.get("/XObject", {})
    for name in forms.keys():  # noqa: SIM118 - pikepdf's, not a dict
        form = forms[name]
        if form.objgen not in seen and str(form.get("/Subtype")) == "/Form":
            seen.add(form.objgen)
            yield form
            yield from _list_forms(form.get("/Resources", {}), seen)


def check_code(path: Path, document: PdfDocument) -> Iterator[Problem]:
    """Check that the QR code leads to the chapter, and that its address is printed as well."""
    wanted = document.expectation.link
    if not wanted:
        return
    found = read_codes(path)
    if found != [wanted]:
        shown = ", ".join(found) or "nothing"
        yield Problem.of(Code.HANDOUT, document.place, f"the QR code reads {shown}; expected {wanted}")
    if normalise(wanted.removeprefix("https://")) not in normalise(document.texts[0]):
        yield Problem.of(Code.HANDOUT, document.place, f"the link {wanted} is not printed")


def read_codes(path: Path) -> list[str]:
    """Read the QR codes of the first page as a telephone would, from a picture of 150 dots to the inch."""
    import zxingcpp

    # Lines and letters of a page can look like codes of other kinds, such as those on the edge of film.
    picture = draw_page(path, 0, 150 / _DOTS)
    return [
        str(code.text)
        for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    ]


def check_filled(path: Path, document: PdfDocument) -> Iterator[Problem]:
    """Check that the lines to write on reach the foot of the last page."""
    lowest = find_lowest_line(draw_page(path, len(document.texts) - 1, _SCALE)) / _SCALE
    if lowest > _FOOT:
        found = f"the room to write on ends {lowest:.0f} points above the edge; expected {_FOOT:.0f} at most"
        yield Problem.of(Code.HANDOUT, document.place, found)


def find_lowest_line(picture: "Image.Image") -> int:
    """Find how many rows of a grey picture lie below its lowest long line; all of them where there is none."""
    width, height = picture.size
    dark = picture.point([shade < _DARK for shade in range(256)]).tobytes()
    lines = (dark.count(1, place, place + width) > width * _LONG for place in range(0, width * height, width))
    return next((below for below, is_line in enumerate(reversed(list(lines))) if is_line), height)
