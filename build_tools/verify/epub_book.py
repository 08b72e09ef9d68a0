"""An EPUB, unpacked and parsed.

In: a path.  Out: an `Ebook`: names, bytes and trees.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from build_tools.verify.addresses import resolve, select
from build_tools.verify.expectation import Expectation

XHTML_TYPE = "application/xhtml+xml"
NAMESPACES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "svg": "http://www.w3.org/2000/svg",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EPUB_TYPE = f"{{{NAMESPACES['epub']}}}type"


@dataclass(frozen=True)
class Item:
    """One line of the manifest; the path is counted from the root of the archive."""

    path: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True)
class Ebook:
    """An open ebook and what it must say."""

    path: Path
    entries: tuple[zipfile.ZipInfo, ...]
    files: Mapping[str, bytes]
    expectation: Expectation

    @property
    def place(self) -> str:
        """How the ebook is called in problems."""
        return self.expectation.place

    def place_of(self, name: str) -> str:
        """How a file of the ebook is called in problems."""
        return f"{self.place}: {name}"

    @cached_property
    def package_path(self) -> str:
        """Where the container says that the package document is."""
        container = parse(self.files["META-INF/container.xml"])
        return str(container.xpath("string(//c:rootfile/@full-path)", namespaces=NAMESPACES))

    @cached_property
    def package(self) -> etree._Element:
        """The package document."""
        return parse(self.files[self.package_path])

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The manifest."""
        return tuple(
            Item(
                resolve(self.package_path, item.get("href", ""))[0],
                item.get("media-type", ""),
                frozenset(item.get("properties", "").split()),
            )
            for item in self.package.iterfind("opf:manifest/opf:item", NAMESPACES)
        )

    @cached_property
    def documents(self) -> Mapping[str, etree._Element]:
        """The XHTML documents that are there and well formed."""
        return dict(self._parse_documents())

    def _parse_documents(self) -> Iterator[tuple[str, etree._Element]]:
        for item in self.items:
            if item.media_type == XHTML_TYPE and self.files.get(item.path):
                try:
                    yield item.path, parse(self.files[item.path])
                except etree.XMLSyntaxError:
                    continue  # check_documents tells

    @cached_property
    def identifiers(self) -> Mapping[str, frozenset[str]]:
        """The ids of each document."""
        return {path: frozenset(select(tree, "//@id")) for path, tree in self.documents.items()}

    @cached_property
    def navigation_path(self) -> str:
        """The path of the navigation document, or nothing."""
        return next((item.path for item in self.items if "nav" in item.properties), "")


def parse(source: bytes) -> etree._Element:
    """Parse XML without going anywhere for it."""
    return etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def open_ebook(path: Path, expectation: Expectation) -> Ebook:
    """Open an ebook and unpack it; every checksum of the archive is verified on the way."""
    with zipfile.ZipFile(path) as archive:
        entries = tuple(archive.infolist())
        return Ebook(path, entries, {entry.filename: archive.read(entry) for entry in entries}, expectation)
