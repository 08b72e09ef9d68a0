"""The tags of a PDF: what a screen reader is told, as far as it can be checked in a moment.

In: an open PDF.  Out: problems.
The whole of PDF/UA-1 is veraPDF's business (`pdf_validator`).
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import PdfDocument

_PRINT = 4  # the flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3)


def check_tags(document: PdfDocument) -> Iterator[Problem]:
    """Check that the PDF says which text is what, for those who cannot see it."""
    root: Any = document.pdf.Root
    if root.get("/MarkInfo", {}).get("/Marked", False) is not True:
        yield Problem.of(Code.PDF_TAGS, document.place, "the PDF is not marked as tagged")
    if "/K" not in root.get("/StructTreeRoot", {}):
        yield Problem.of(Code.PDF_TAGS, document.place, "the PDF has no structure tree")
        return
    for found, count in Counter(_find_faults(root.StructTreeRoot)).items():
        times = "" if count == 1 else f" ({count} times)"
        yield Problem.of(Code.PDF_TAGS, document.place, f"{found}{times}")


def _find_faults(root: Any) -> Iterator[str]:
    level = 0
    for element in walk_structure(root):
        kind = str(element.get("/S", ""))
        if kind == "/Figure" and not (str(element.get("/Alt", "")).strip() and "/BBox" in element.get("/A", {})):
            yield "a picture has no words (/Alt) or no area (/BBox)"
        elif kind == "/TH" and "/Scope" not in element.get("/A", {}):
            yield "the head of a table does not say whether it is that of a row or a column (/Scope)"
        elif kind[:2] == "/H" and kind[2:].isdigit():
            if int(kind[2:]) > level + 1:
                yield f"a heading of level {kind[2:]} follows one of level {level}"
            level = int(kind[2:])


def check_headings(document: PdfDocument) -> Iterator[Problem]:
    """Check that there are headings, by which a screen reader goes through the pages."""
    tree: Any = document.pdf.Root.get("/StructTreeRoot", {})
    if not any(str(element.get("/S", "")) == "/H1" for element in walk_structure(tree)):
        yield Problem.of(Code.PDF_TAGS, document.place, "the structure has no headings")


def walk_structure(root: Any) -> Iterator[Any]:
    """Give every element of a structure tree in the order in which it is read."""
    import pikepdf

    stack = [root]
    while stack:
        element = stack.pop()
        if element is not root:
            yield element
        kids = element.get("/K", ())
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        stack += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def check_annotations(document: PdfDocument) -> Iterator[Problem]:
    """Check that each link says where it leads, belongs to the structure, and is printed with its page."""
    for number, page in enumerate(document.pdf.pages, 1):
        for annotation in page.get("/Annots", ()):
            wanted = {
                "does not say where it leads (/Contents)": bool(str(annotation.get("/Contents", "")).strip()),
                "is not part of the structure (/StructParent)": "/StructParent" in annotation,
                "is not printed with its page (/F)": bool(int(annotation.get("/F", 0)) & _PRINT),
            }
            for fault, is_well in wanted.items():
                if not is_well:
                    yield Problem.of(Code.PDF_TAGS, document.place, f"a link on page {number} {fault}")
