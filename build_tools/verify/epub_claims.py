"""What the package document of an EPUB claims, held against the documents.

In: an open ebook.  Out: problems.

Words: https://www.w3.org/community/reports/a11y-discov-vocab/ ; EPUB Accessibility 1.1: https://www.w3.org/TR/epub-a11y-11/
"""

from collections.abc import Iterator

from lxml import etree

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import select
from build_tools.verify.epub_book import EPUB_TYPE, NAMESPACES, XHTML_TYPE, Ebook

CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
_IMAGE, _DRAWING = f"{{{NAMESPACES['h']}}}img", f"{{{NAMESPACES['svg']}}}svg"
_FORMULA = "{http://www.w3.org/1998/Math/MathML}math"


def _list_values(ebook: Ebook, name: str) -> list[str]:
    return select(ebook.package, f"//opf:meta[@property='{name}']/text()", NAMESPACES)


def _list_texts(ebook: Ebook) -> list[etree._Element]:
    """List the documents but the one that shows the cover, which is no picture of the text."""
    bodies = [tree.find("h:body", NAMESPACES) for tree in ebook.documents.values()]
    return [body for body in bodies if body is not None and "cover" not in body.get(EPUB_TYPE, "").split()]


def check_claims(ebook: Ebook) -> Iterator[Problem]:
    """Check that the ebook has what its metadata promise, and promises what it has."""
    if len(ebook.documents) < sum(item.media_type == XHTML_TYPE for item in ebook.items):
        return  # what cannot be read may be what is claimed, and check_documents tells
    texts = _list_texts(ebook)
    pictures = [element for text in texts for element in text.iter(_IMAGE, _DRAWING)]
    features = set(_list_values(ebook, "schema:accessibilityFeature"))
    kinds = {kind for text in texts for element in text.iter("*") for kind in element.get(EPUB_TYPE, "").split()}
    for claim, claimed, true in (
        ("accessMode visual", "visual" in _list_values(ebook, "schema:accessMode"), bool(pictures)),
        ("MathML", "MathML" in features, any(next(text.iter(_FORMULA), None) is not None for text in texts)),
        ("index", "index" in features, "index" in kinds),
        ("pageBreakMarkers", "pageBreakMarkers" in features, "pagebreak" in kinds),
        ("pageNavigation", "pageNavigation" in features, "page-list" in kinds),
        ("pageBreakSource", bool(_list_values(ebook, "pageBreakSource")), "page-list" in kinds),
    ):
        if claimed != true:
            found = f"the metadata {'claim' if claimed else 'do not claim'} {claim}; the documents say otherwise"
            yield Problem.of(Code.EPUB_PACKAGE, ebook.place_of(ebook.package_path), found)
    yield from _check_conformance(ebook)


def _check_conformance(ebook: Ebook) -> Iterator[Problem]:
    """Check that a claim of conformance has the words of the standard, and that somebody vouches for it."""
    for claim in ebook.package.iterfind(".//opf:meta[@property='dcterms:conformsTo']", NAMESPACES):
        place = ebook.place_of(ebook.package_path)
        if claim.text != CONFORMANCE:
            found = f"dcterms:conformsTo is {claim.text!r}; expected {CONFORMANCE!r}"
            yield Problem.of(Code.EPUB_PACKAGE, place, found)
        refined = f".//opf:meta[@property='a11y:certifiedBy'][@refines='#{claim.get('id')}']"
        if ebook.package.find(refined, NAMESPACES) is None:
            yield Problem.of(Code.EPUB_PACKAGE, place, "nobody certifies what dcterms:conformsTo says")
