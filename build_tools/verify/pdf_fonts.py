"""The fonts of a PDF.

In: an open PDF.  Out: problems.
"""

import re
from collections.abc import Iterator
from typing import Any

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import PdfDocument

_SUBSET = re.compile(r"/?[A-Z]{6}\+")


def check_fonts(document: PdfDocument) -> Iterator[Problem]:
    """Check that every font travels with the PDF, is one of the book's and can be read out."""
    for font in document.list_dictionaries():
        if str(font.get("/Type", "")) == "/Font" and not str(font.get("/Subtype", "")).startswith("/CIDFont"):
            name = str(font.get("/BaseFont", "/without a name")).lstrip("/").rstrip(",")
            for found in _find_faults(font, name, document.expectation.fonts):
                yield Problem.of(Code.PDF_FONT, document.place, f"the font {name} {found}")


def _find_faults(font: Any, name: str, families: tuple[str, ...]) -> Iterator[str]:
    carrier = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = carrier.get("/FontDescriptor", {})
    # A Type 3 font is made of drawings in the PDF itself.
    if not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()) and str(font.get("/Subtype")) != "/Type3":
        yield "is not embedded"
    if not _SUBSET.match(name):
        yield "is not a subset"
    if not any(_is_family(family, name, descriptor) for family in families):
        yield "is none of the book's: " + ", ".join(families)
    if "/ToUnicode" not in font:
        yield "does not tell which letters its glyphs are (/ToUnicode)"
    if "/W" in carrier and _has_width_of_notdef(carrier["/W"]):
        yield "prints .notdef for a letter that it lacks"


def _is_family(family: str, name: str, descriptor: Any) -> bool:
    if "/FontFamily" in descriptor:
        return str(descriptor["/FontFamily"]) == family
    plain = re.sub("[^a-z0-9]", "", _SUBSET.sub("", name).lower())
    return plain.startswith(re.sub("[^a-z0-9]", "", family.lower()))


def _has_width_of_notdef(widths: Any) -> bool:
    """Tell whether glyph 0 has a width: WeasyPrint lists those of the glyphs that are used, and no others."""
    position = 0
    while position < len(widths):
        if int(widths[position]) == 0:
            return True
        # Either "first [widths…]" or "first last width".
        position += 3 if isinstance(widths[position + 1], int) else 2
    return False
