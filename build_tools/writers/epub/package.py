"""The container: metadata, manifest and spine by EbookLib, packed so that the same input gives the same bytes.

In: an edition, its pages and its other files.
Out: an EPUB 3.3 file.
EbookLib 0.20 is given raw items only; what it does to content of its own making is told in docs/design.md.
"""

import datetime as dt
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.writers.edition import Edition
from build_tools.writers.fragments import XML

FOLDER = "EPUB"
_STORED = (".jpg", ".png", ".gif", ".woff2")
# Zip files know no moment before this one.
_EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Item:
    """One file of the ebook."""

    uid: str
    file: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Publication:
    """All that goes into the container."""

    edition: Edition
    items: tuple[Item, ...]
    spine: tuple[str, ...]
    ncx_links: tuple[Any, ...]
    features: tuple[str, ...]
    has_pictures: bool


def make_book(publication: Publication) -> Any:
    """Make EbookLib's book of a publication."""
    from ebooklib import epub

    edition = publication.edition
    book = epub.EpubBook()
    book.FOLDER_NAME = FOLDER
    book.metadata[epub.NAMESPACES["OPF"]].pop("generator", None)
    book.set_identifier(edition.identifier)
    book.set_title(edition.title)
    book.set_language(edition.language.code)
    book.set_direction(edition.language.direction)
    _add_metadata(book, publication)
    for item in publication.items:
        raw = epub.EpubItem(item.uid, item.file, item.media_type, item.content)
        raw.properties = list(item.properties)
        book.add_item(raw)
    book.toc = list(publication.ncx_links)
    book.add_item(epub.EpubNcx())
    book.spine = list(publication.spine)
    return book


def _add_metadata(book: Any, publication: Publication) -> None:
    edition = publication.edition
    _ = edition._
    creators = [("aut", name) for name in edition.authors] + [("trl", name) for name in edition.translators]
    for number, (role, name) in enumerate(creators, 1):
        kind = "creator" if role == "aut" else "contributor"
        book.add_metadata("DC", kind, name, {"id": f"creator-{number}"})
        _add_property(book, "role", role, refines=f"#creator-{number}", scheme="marc:relators")
    for key, value in (("publisher", edition.publisher), ("description", edition.description)):
        if value:
            book.add_metadata("DC", key, value)
    if edition.licence:
        book.add_metadata("DC", "rights", " – ".join(filter(None, (edition.licence, edition.licence_url))))
    book.add_metadata("DC", "date", edition.date.strftime("%Y-%m-%d"))
    for subject in edition.subjects:
        book.add_metadata("DC", "subject", subject)
    modes = ("textual", "visual") if publication.has_pictures else ("textual",)
    for mode in modes:
        _add_property(book, "schema:accessMode", mode)
    _add_property(book, "schema:accessModeSufficient", "textual")
    for feature in publication.features:
        _add_property(book, "schema:accessibilityFeature", feature)
    _add_property(book, "schema:accessibilityHazard", "none")
    summary = _(
        "The text flows and can be enlarged, headings and contents give its structure, "
        "and pictures have alternative texts."
    )
    _add_property(book, "schema:accessibilitySummary", summary)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})


def _add_property(book: Any, name: str, value: str, **attributes: str) -> None:
    # EbookLib keeps one entry a key; a key of its own for each lets a property stand several times.
    from ebooklib import epub

    key = f"{name}-{len(book.metadata.get(epub.NAMESPACES['OPF'], {}))}"
    book.add_metadata("OPF", key, value, {"property": name, **attributes})


def write_package(publication: Publication, target: Path) -> None:
    """Write the EPUB file; nothing of it is seen under its name before it is whole."""
    from ebooklib import epub

    class Writer(epub.EpubWriter):
        def _write_opf_file(self, root: Any) -> None:
            # EbookLib has no option for the language and direction of the package document.
            root.set(f"{{{XML}}}lang", self.book.language)
            root.set("dir", self.book.direction or "ltr")
            root.attrib.pop("prefix", None)
            super()._write_opf_file(root)

    raw = target.with_suffix(".raw")
    options = {"epub3_pages": False, "epub3_landmark": False, "epub2_guide": False, "mtime": publication.edition.date}
    writer = Writer(str(raw), make_book(publication), options)
    writer.process()
    writer.write()
    part = target.with_suffix(".part")
    repack(raw, part, publication.edition.date)
    raw.unlink()
    part.replace(target)


def repack(source: Path, target: Path, date: dt.datetime) -> None:
    """Pack the files again with one date, one mode and in one order, `mimetype` first and stored."""
    stamp = max(date, _EARLIEST).timetuple()[:6]
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in sort_names(old.namelist()):
            info = zipfile.ZipInfo(name, stamp)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            stored = name == "mimetype" or name.endswith(_STORED)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name), compresslevel=None if stored else 9)


def sort_names(names: Iterable[str]) -> list[str]:
    """Sort the names of a container as readers expect them."""
    return sorted(names, key=lambda name: (name != "mimetype", name != "META-INF/container.xml", name))
