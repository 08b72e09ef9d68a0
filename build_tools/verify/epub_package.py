"""The archive, the container and the package document of an EPUB.

In: an open ebook.  Out: problems.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import select
from build_tools.verify.epub_book import NAMESPACES, XML_LANG, Ebook

MIMETYPE = b"application/epub+zip"
_ACCESSIBILITY = tuple(
    f"schema:{name}"
    for name in (
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    )
)


def _fault(ebook: Ebook, found: str) -> Problem:
    return Problem.of(Code.EPUB_PACKAGE, ebook.place, found)


def check_zip(ebook: Ebook) -> Iterator[Problem]:
    """Check what must be true before the first file is read."""
    first = ebook.entries[0] if ebook.entries else zipfile.ZipInfo()
    stored = first.compress_type == zipfile.ZIP_STORED and not first.extra
    if first.filename != "mimetype" or not stored or ebook.files["mimetype"] != MIMETYPE:
        yield _fault(ebook, "the archive does not begin with an uncompressed 'mimetype' of an EPUB")
    for name, count in Counter(entry.filename for entry in ebook.entries).items():
        if count > 1:
            yield _fault(ebook, f"the archive holds {name} {count} times")
        if name.startswith("/") or ".." in name.split("/"):
            yield _fault(ebook, f"the archive holds {name!r}, which leads out of it")
    times = {entry.date_time for entry in ebook.entries}
    if len(times) > 1:
        yield _fault(ebook, f"the files have {len(times)} different times; expected one, that of the edition")
    for name, content in ebook.files.items():
        if not content and not name.endswith("/"):
            yield Problem.of(Code.EPUB_PACKAGE, ebook.place_of(name), "the file is empty")


def check_container(ebook: Ebook) -> Iterator[Problem]:
    """Check that the container leads to a package document."""
    if "META-INF/container.xml" not in ebook.files:
        yield _fault(ebook, "META-INF/container.xml is missing")
    elif ebook.package_path not in ebook.files:
        yield _fault(ebook, f"the container names '{ebook.package_path}', which is missing")


def check_package(ebook: Ebook) -> Iterator[Problem]:
    """Check what the package document says about the book."""
    place = ebook.place_of(ebook.package_path)
    wanted, package = ebook.expectation, ebook.package
    for name, found, expected in (
        ("xml:lang", package.get(XML_LANG), wanted.language),
        ("dir", package.get("dir"), wanted.direction),
        ("dc:language", _find_text(ebook, "//dc:language"), wanted.language),
    ):
        if found != expected:
            yield Problem.of(Code.EPUB_LANGUAGE, place, f"{name} is {found!r}; expected {expected!r}")
    unique = package.get("unique-identifier", "")
    modified = _find_text(ebook, "//opf:meta[@property='dcterms:modified']")
    progression = _find_text(ebook, "//opf:spine/@page-progression-direction")
    creators = tuple(select(package, "//dc:creator/text()", NAMESPACES))
    for name, found, expected in (
        ("version", package.get("version"), "3.0"),
        ("the identifier", _find_text(ebook, f"//dc:identifier[@id='{unique}']"), wanted.identifier),
        ("dc:title", _find_text(ebook, "//dc:title"), wanted.title),
        ("the day of dcterms:modified", modified[:10], wanted.date),
        ("the zone of dcterms:modified", modified[19:], "Z"),
        ("page-progression-direction", progression, wanted.direction),
    ):
        if found != expected:
            yield Problem.of(Code.EPUB_PACKAGE, place, f"{name} is {found!r}; expected {expected!r}")
    if creators[: len(wanted.authors)] != wanted.authors:
        yield Problem.of(Code.EPUB_PACKAGE, place, f"the creators are {creators}; expected {wanted.authors}")


def _find_text(ebook: Ebook, path: str) -> str:
    return str(ebook.package.xpath(f"string({path})", namespaces=NAMESPACES))


def check_accessibility(ebook: Ebook) -> Iterator[Problem]:
    """Check that the package tells readers with disabilities what to expect."""
    for name in _ACCESSIBILITY:
        if not _find_text(ebook, f"//opf:meta[@property='{name}']").strip():
            place = ebook.place_of(ebook.package_path)
            yield Problem.of(Code.EPUB_PACKAGE, place, f"the metadata lack {name}")


def check_items(ebook: Ebook) -> Iterator[Problem]:
    """Check that the manifest names every file, and no other."""
    place = ebook.place_of(ebook.package_path)
    named = {item.path for item in ebook.items}
    own = {name for name in ebook.files if name != "mimetype" and not name.startswith("META-INF/")}
    for name in sorted(named - own):
        yield Problem.of(Code.EPUB_PACKAGE, place, f"the manifest names {name}, which is missing")
    for name in sorted(own - named - {ebook.package_path}):
        yield Problem.of(Code.EPUB_PACKAGE, place, f"the manifest does not name {name}")
    identifiers = set(select(ebook.package, "opf:manifest/opf:item/@id", NAMESPACES))
    spine = select(ebook.package, "opf:spine/opf:itemref/@idref", NAMESPACES)
    for name in [name for name in spine if name not in identifiers] if spine else ["no document"]:
        found = f"the spine names {name!r}, which the manifest does not have"
        yield Problem.of(Code.EPUB_PACKAGE, place, found)


def check_cover(ebook: Ebook) -> Iterator[Problem]:
    """Check that there is one cover, and that it is a JPEG."""
    covers = [item for item in ebook.items if "cover-image" in item.properties]
    if len(covers) != 1:
        yield _fault(ebook, f"the manifest has {len(covers)} cover images; expected 1")
    for cover in covers:
        content = ebook.files.get(cover.path, b"")
        if cover.media_type != "image/jpeg" or (content and content[:3] != b"\xff\xd8\xff"):
            yield Problem.of(Code.EPUB_PACKAGE, ebook.place_of(cover.path), "the cover is not a JPEG")
