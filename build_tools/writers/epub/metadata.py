"""The metadata of the package document.

In: a publication.
Out: entries of EbookLib's book; only what is true of this publication.

EPUB 3.3: https://www.w3.org/TR/epub-33/#sec-pkg-metadata ;
EPUB Accessibility 1.1: https://www.w3.org/TR/epub-a11y-11/ ; its words: https://www.w3.org/community/reports/a11y-discov-vocab/
"""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from build_tools.writers.edition import Edition
from build_tools.writers.epub.publication import Publication

DATE = "%Y-%m-%d"


def add_metadata(book: Any, publication: Publication) -> None:
    """Add all that the package document says about a publication, but its identifier and language."""
    edition = publication.edition
    _add_titles(book, edition)
    _add_persons(book, edition)
    _add_subjects(book, edition)
    for key, value in (("publisher", edition.publisher), ("description", edition.description)):
        if value:
            book.add_metadata("DC", key, value)
    for source in edition.sources:
        book.add_metadata("DC", "source", source)
    if edition.licence:
        book.add_metadata("DC", "rights", " – ".join(filter(None, (edition.licence, edition.licence_url))))
    if edition.licence_url:
        _add_property(book, "dcterms:license", edition.licence_url)
    book.add_metadata("DC", "date", edition.date.strftime(DATE))
    _add_accessibility(book, publication)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})


def _add_titles(book: Any, edition: Edition) -> None:
    """Add the title and, where the book has one, the subtitle, and the work that this is one edition of."""
    book.title = edition.title
    for number, (kind, title) in enumerate((("main", edition.title), ("subtitle", edition.subtitle)), 1):
        if title:
            book.add_metadata("DC", "title", title, {"id": f"title-{number}"})
            _add_property(book, "title-type", kind, refines=f"#title-{number}")
            _add_property(book, "display-seq", str(number), refines=f"#title-{number}")
    if edition.work:
        # Shops and readers put the editions of all languages together by this.
        _add_property(book, "belongs-to-collection", edition.work.title, id="work")
        _add_property(book, "collection-type", "set", refines="#work")
        _add_property(book, "dcterms:identifier", edition.work.identifier, refines="#work")


def _add_persons(book: Any, edition: Edition) -> None:
    """Add authors and translators; they are groups, or sort by the name as it is written."""
    persons = [("creator", "aut", name) for name in edition.authors]
    persons += [("contributor", "trl", name) for name in edition.translators]
    for number, (kind, role, name) in enumerate(persons, 1):
        book.add_metadata("DC", kind, name, {"id": f"creator-{number}"})
        _add_property(book, "role", role, refines=f"#creator-{number}", scheme="marc:relators")
        _add_property(book, "file-as", name, refines=f"#creator-{number}")


def _add_subjects(book: Any, edition: Edition) -> None:
    for number, (subject, code) in enumerate(zip_longest(edition.subjects, edition.thema), 1):
        book.add_metadata("DC", "subject", subject, {"id": f"subject-{number}"})
        if code:
            _add_property(book, "authority", "Thema", refines=f"#subject-{number}")
            _add_property(book, "term", code, refines=f"#subject-{number}")


def _add_accessibility(book: Any, publication: Publication) -> None:
    """Add what readers with disabilities ask before they open a book."""
    edition = publication.edition
    if edition.conformance:
        _add_property(book, "dcterms:conformsTo", edition.conformance, id="conformance")
        _add_property(book, "a11y:certifiedBy", edition.publisher, refines="#conformance")
    modes = ("textual", "visual") if publication.has_pictures else ("textual",)
    for mode in modes:
        _add_property(book, "schema:accessMode", mode)
    for sufficient in dict.fromkeys(("textual" if publication.is_described else ",".join(modes), ",".join(modes))):
        _add_property(book, "schema:accessModeSufficient", sufficient)
    for feature in publication.features:
        _add_property(book, "schema:accessibilityFeature", feature)
    _add_property(book, "schema:accessibilityHazard", "none")
    _add_property(book, "schema:accessibilitySummary", " ".join(_summarise(publication)))
    if publication.page_source:
        _add_property(book, "pageBreakSource", publication.page_source)


def _summarise(publication: Publication) -> Iterable[str]:
    _ = publication.edition._
    if publication.is_described:
        yield _(
            "The text flows and can be enlarged, headings and contents give its structure, "
            "and pictures have alternative texts."
        )
    else:
        yield _("The text flows and can be enlarged, and headings and contents give its structure.")
    if publication.page_source:
        yield _("The pages of the printed book are marked and listed.")


def _add_property(book: Any, name: str, value: str, **attributes: str) -> None:
    # EbookLib keeps one entry a key; a key of its own for each lets a property stand several times.
    from ebooklib import epub

    key = f"{name}-{len(book.metadata.get(epub.NAMESPACES['OPF'], {}))}"
    book.add_metadata("OPF", key, value, {"property": name, **attributes})
