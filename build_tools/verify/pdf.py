"""A PDF as a reader would open it: pages, words, metadata, tags and what it may not do.

In: a PDF and what it must say.  Out: problems.
Bookmarks, links and contents are in `pdf_outline`, fonts in `pdf_fonts`, tags in `pdf_tags`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from build_tools.problems import Code, Problem
from build_tools.verify.expectation import Expectation
from build_tools.verify.guard import describe_stumble, run_checks
from build_tools.verify.pdf_booklet import BOOKLET_CHECKS
from build_tools.verify.pdf_document import PdfDocument, open_pdf
from build_tools.verify.pdf_fonts import check_fonts
from build_tools.verify.pdf_index import check_folios, check_index, check_numbers
from build_tools.verify.pdf_outline import check_bookmarks, check_contents, check_links
from build_tools.verify.pdf_tags import check_annotations, check_headings, check_tags
from build_tools.verify.pdf_variants import PAPER_CHECKS, SCREEN_CHECKS, check_ink, check_trim
from build_tools.verify.wording import find_absent_texts

Check = Callable[[PdfDocument], Iterator[Problem]]
# PDF/UA-1 for those who cannot see the pages, PDF/A-3a for those who come later.
_IDENTIFICATION = {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
# What a telephone fetches over a slow line in a minute or two, and a mail program takes; Hangul needs larger fonts.
LARGEST_BYTES = 4_000_000
LARGEST_BYTES_OF = {"ko": 6_000_000}
# Replacement characters, joiners that belong to the layout only, and letters without a meaning of their own.
_STRAY = re.compile("[\x00\ufffd\u2060\ue000-\uf8ff]")
_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/ImportData", "/SubmitForm"}
    | {"/Rendition", "/Movie", "/Sound", "/Thread"}
)


def check_pdf(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check a PDF from its first byte to its last font."""
    yield from check_opened(path, expectation, lambda document: _CHECKS_BY_VARIANT.get(document.variant, _CHECKS))


def check_opened(
    path: Path, expectation: Expectation, choose: Callable[[PdfDocument], Sequence[Check]]
) -> Iterator[Problem]:
    """Open a PDF and make the checks that are chosen for it; tell where it cannot be opened."""
    try:
        document = open_pdf(path, expectation)
    except Exception as error:  # noqa: BLE001 - pikepdf and pdfium have an exception for each kind of garbage
        yield describe_stumble(expectation.place, error)
        return
    with document.pdf:
        yield from run_checks(expectation.place, document, choose(document))


def check_syntax(document: PdfDocument) -> Iterator[Problem]:
    """Check that every object and stream can be read."""
    for found in document.pdf.check_pdf_syntax():
        yield Problem.of(Code.ARTIFACT_UNREADABLE, document.place, f"the PDF is damaged: {found}")


def check_size(document: PdfDocument) -> Iterator[Problem]:
    """Check that the PDF is small enough to be fetched and sent."""
    size = Path(document.pdf.filename).stat().st_size
    largest = LARGEST_BYTES_OF.get(document.expectation.language, LARGEST_BYTES)
    if size > largest:
        found = f"the PDF has {size:,} bytes; expected at most {largest:,}"
        yield Problem.of(Code.PDF_SIZE, document.place, found)


def check_pages(document: PdfDocument, code: Code = Code.PDF_CONTENT) -> Iterator[Problem]:
    """Check that there are pages, and that all have the size of the paper; tell under a code where not.

    In large print some pages lie on their side.
    """
    if not document.texts:
        yield Problem.of(code, document.place, "the PDF has no pages")
    paper = document.expectation.paper
    if paper is None:
        return
    wanted = paper.points
    for number, page in enumerate(document.pdf.pages, 1):
        # What is printed and what is left when it is trimmed.
        for edges in dict.fromkeys((tuple(map(float, page.mediabox)), tuple(map(float, page.trimbox)))):
            size = edges[2] - edges[0], edges[3] - edges[1]
            if document.variant == "large" and size[0] > size[1]:
                size = size[::-1]
            if any(abs(found - right) > 1 for found, right in zip(size, wanted, strict=True)):
                named = f"{paper.name}, {wanted[0]:.0f} × {wanted[1]:.0f}"
                found = f"page {number} is {size[0]:.0f} × {size[1]:.0f} points; expected {named}"
                yield Problem.of(code, document.place, found)


def check_letters(document: PdfDocument, code: Code = Code.PDF_CONTENT) -> Iterator[Problem]:
    """Check that the text can be read out; tell under a code where it cannot."""
    for number, text in enumerate(document.texts, 1):
        for stray in sorted(set(_STRAY.findall(text))):
            found = f"the text of page {number} has U+{ord(stray):04X}, which no reader can read"
            yield Problem.of(code, document.place, found)


def check_words(document: PdfDocument) -> Iterator[Problem]:
    """Check that the text holds every heading in reading order."""
    for heading in find_absent_texts(document.expectation.headings, "\n".join(document.texts)):
        found = f"the heading '{heading}' is not in the text, or not in its order"
        yield Problem.of(Code.PDF_CONTENT, document.place, found)


def check_metadata(document: PdfDocument) -> Iterator[Problem]:
    """Check what a library or a reader's title bar shows."""
    for name, found, wanted in _compare_metadata(document):
        if found != wanted:
            yield Problem.of(Code.PDF_METADATA, document.place, f"{name} is {found!r}; expected {wanted!r}")


def _compare_metadata(document: PdfDocument) -> Iterator[tuple[str, object, object]]:
    pdf, wanted = document.pdf, document.expectation
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        creators = metadata.get("dc:creator") or []
        yield "XMP dc:title", metadata.get("dc:title"), wanted.title
        yield "XMP dc:creator", tuple(map(str, creators)), wanted.authors
        if document.variant != "booklet":  # what is only printed is not tagged
            for name, value in _IDENTIFICATION.items():
                yield f"XMP {name}", metadata.get(name), value
        for name in ("xmp:CreateDate", "xmp:ModifyDate"):
            if name in metadata:
                yield f"the day of {name}", str(metadata[name])[:10], wanted.date
    information = pdf.docinfo
    yield "/Title", str(information.get("/Title", "")), wanted.title
    yield "/Author", str(information.get("/Author", "")), ", ".join(wanted.authors)
    yield "/Lang", str(pdf.Root.get("/Lang", "")), wanted.language
    preferences: Any = pdf.Root.get("/ViewerPreferences", {})
    yield "/DisplayDocTitle", bool(preferences.get("/DisplayDocTitle", False)), True


def check_actions(document: PdfDocument) -> Iterator[Problem]:
    """Check that opening the PDF runs nothing and asks for nothing."""
    import pikepdf

    root: Any = document.pdf.Root
    if "/JavaScript" in root.get("/Names", {}):
        yield Problem.of(Code.PDF_ACTION, document.place, "the PDF carries JavaScript")
    for value in document.list_dictionaries():
        kind = str(value.get("/S", "")) if isinstance(value.get("/S"), pikepdf.Name) else ""
        if kind in _ACTIONS or "/JS" in value:
            yield Problem.of(Code.PDF_ACTION, document.place, f"the PDF has an action {kind or '/JS'}")
        if str(value.get("/Type", "")) == "/Filespec" and "/EF" not in value:
            yield Problem.of(Code.PDF_ACTION, document.place, f"the PDF asks for a file: {value.get('/F')}")


def check_addresses(document: PdfDocument) -> Iterator[Problem]:
    """Check that links lead out of the PDF only where the book does."""
    for value in document.list_dictionaries():
        if str(value.get("/S", "")) == "/URI":
            address = str(value.get("/URI", ""))
            if not document.expectation.known.leads_to(address):
                found = f"a link to {address[:120]}, which the book does not have"
                yield Problem.of(Code.PDF_ADDRESS, document.place, found)


_CHECKS = (
    check_syntax,
    check_size,
    check_pages,
    check_letters,
    check_words,
    check_metadata,
    check_tags,
    check_headings,
    check_annotations,
    check_bookmarks,
    check_contents,
    check_links,
    check_folios,
    check_numbers,
    check_index,
    check_fonts,
    check_actions,
    check_addresses,
)
# Sheets with two pages on a side have no way through them: no bookmarks, links and tags.
_SHEET_CHECKS = (
    check_syntax,
    check_size,
    check_pages,
    check_letters,
    check_metadata,
    check_fonts,
    check_actions,
    check_ink,
    check_trim,
)
_CHECKS_BY_VARIANT = {
    "screen": (*_CHECKS, *SCREEN_CHECKS),
    "print": (*_CHECKS, *PAPER_CHECKS),
    "large": (*_CHECKS, *PAPER_CHECKS),
    "booklet": (*_SHEET_CHECKS, *BOOKLET_CHECKS),
}
