"""The container: metadata, manifest and spine by EbookLib, packed so that the same input gives the same bytes.

In: a publication.
Out: an EPUB 3.3 file.
EbookLib 0.20 is given raw items only; what it does to content of its own making is told in docs/design.md.
"""

import datetime as dt
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_tools.writers.epub.metadata import add_metadata
from build_tools.writers.epub.publication import Publication
from build_tools.writers.fragments import XML

FOLDER = "EPUB"
_STORED = (".jpg", ".png", ".gif", ".woff2")
# Zip files know no moment before this one.
_EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def make_book(publication: Publication) -> Any:
    """Make EbookLib's book of a publication."""
    from ebooklib import epub

    edition = publication.edition
    book = epub.EpubBook()
    book.FOLDER_NAME = FOLDER
    book.metadata[epub.NAMESPACES["OPF"]].pop("generator", None)
    book.set_identifier(edition.identifier)
    book.set_language(edition.language.code)
    book.set_direction(edition.language.direction)
    add_metadata(book, publication)
    for item in publication.items:
        raw = epub.EpubItem(item.uid, item.file, item.media_type, item.content)
        raw.properties = list(item.properties)
        book.add_item(raw)
    book.add_item(epub.EpubNcx())
    book.spine = list(publication.spine)
    return book


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

        def _get_ncx(self) -> bytes:
            # EbookLib's own has no depth and no pages.
            return publication.ncx

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
