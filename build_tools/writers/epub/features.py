"""What readers with disabilities can count on: claimed only where the text bears it out.

In: the chapters of an ebook.
Out: words of schema.org's vocabulary: https://www.w3.org/community/reports/a11y-discov-vocab/
"""

from collections.abc import Iterator, Sequence

from build_tools.writers.base import Chapter
from build_tools.writers.epub.xhtml import MATHML, SVG, TYPE
from build_tools.writers.fragments import tag


def has_pictures(chapters: Sequence[Chapter]) -> bool:
    """Tell whether there is more to see than text and formulas; a cover alone does not count."""
    return any(next(chapter.body.iter(tag("img"), SVG), None) is not None for chapter in chapters)


def is_described(chapters: Sequence[Chapter]) -> bool:
    """Tell whether every picture has an alternative text, so that who cannot see it misses nothing."""
    return all(picture.get("alt") for chapter in chapters for picture in chapter.body.iter(tag("img")))


def has_section(chapters: Sequence[Chapter], kind: str) -> bool:
    """Tell whether a document is of a kind, such as an index."""
    sections = (section for chapter in chapters for section in chapter.body.iterchildren(tag("section")))
    return any(section.get(TYPE) == kind for section in sections)


def has_long_descriptions(chapters: Sequence[Chapter]) -> bool:
    """Tell whether captions lead to the data of their pictures."""
    links = (link for chapter in chapters for link in chapter.body.iterfind(f".//{tag('figcaption')}//{tag('a')}"))
    return any("data-" in link.get("href", "").partition("#")[2] for link in links)


def list_features(chapters: Sequence[Chapter], *, has_pages: bool) -> Iterator[str]:
    """List the features of accessibility that the ebook really has."""
    yield from (
        "ARIA",
        "displayTransformability",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
        "unlocked",
    )
    if is_described(chapters):
        yield "alternativeText"
    if has_long_descriptions(chapters):
        yield "longDescription"
    if any(next(chapter.body.iter(MATHML), None) is not None for chapter in chapters):
        yield "MathML"
    if has_section(chapters, "index"):
        yield "index"
    if has_pages:
        yield from ("pageBreakMarkers", "pageNavigation")
