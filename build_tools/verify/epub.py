"""An EPUB as a reading system would open it.

In: an ebook and what it must say.  Out: problems.
The container and the package are in `epub_package`, documents in `epub_documents`, the ways through them in
`epub_navigation`, and what the metadata promise in `epub_claims`.
"""

import json
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

from build_tools.problems import Code, Problem
from build_tools.verify.epub_book import Ebook, open_ebook
from build_tools.verify.epub_claims import check_claims
from build_tools.verify.epub_documents import check_documents, check_links, check_notes
from build_tools.verify.epub_files import check_files, check_strangers
from build_tools.verify.epub_navigation import check_navigation, check_old_navigation
from build_tools.verify.epub_package import (
    check_accessibility,
    check_container,
    check_cover,
    check_items,
    check_package,
    check_zip,
)
from build_tools.verify.expectation import Expectation
from build_tools.verify.guard import describe_stumble, run_checks
from build_tools.verify.tools import describe_failure, find_epubcheck, run_jar

# What a letter may weigh with the strictest of the shops and mail programs that ebooks travel through.
LARGEST_BYTES = 25_000_000
# EPUBCheck remarks on each font that an ebook carries; the registry says where that is wanted.
_CHOSEN = frozenset({"CSS-028"})


def check_epub(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check an ebook from its first byte to its last footnote, without other programs."""
    try:
        ebook = open_ebook(path, expectation)
    except Exception as error:  # noqa: BLE001 - zipfile, zlib and lxml have an exception for each kind of garbage
        yield describe_stumble(expectation.place, error)
        return
    yield from run_checks(expectation.place, ebook, _CHECKS)


def check_size(ebook: Ebook) -> Iterator[Problem]:
    """Check that the ebook can be sent to a reader."""
    size = ebook.path.stat().st_size
    if size > LARGEST_BYTES:
        found = f"the ebook has {size} bytes; expected at most {LARGEST_BYTES}"
        yield Problem.of(Code.EPUB_PACKAGE, ebook.place, found)


def check_second_reader(ebook: Ebook) -> Iterator[Problem]:
    """Check that EbookLib, which shares no code with us, reads the same book."""
    from ebooklib import epub

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # EbookLib warns about its own defaults
        book = epub.read_epub(str(ebook.path), options={"ignore_ncx": True})
    wanted = ebook.expectation
    languages = [value for value, _attributes in book.get_metadata("DC", "language")]
    if (book.title, languages) != (wanted.title, [wanted.language]):
        found = f"EbookLib reads '{book.title}' in {languages}; expected '{wanted.title}' in {[wanted.language]}"
        yield Problem.of(Code.EPUB_PACKAGE, ebook.place, found)
    if wanted.headings and not (book.spine and book.toc):
        yield Problem.of(Code.EPUB_NAVIGATION, ebook.place, "EbookLib finds no documents or no contents")


def check_epub_fully(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check an ebook with EPUBCheck; whatever it has to say is a problem, down to its remarks on usage.

    Raise BuildToolsError if EPUBCheck is missing or does not end.
    """
    jar = find_epubcheck()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        result = run_jar(jar, [str(path), "--json", str(report), "--quiet", "--usage"])
        if not report.is_file():
            raise describe_failure(jar, result.stderr)
        messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    for message in messages:
        if message["severity"] != "SUPPRESSED" and message["ID"] not in _CHOSEN:
            yield from _read_message(message, expectation.place)


def _read_message(message: dict[str, object], place: str) -> Iterator[Problem]:
    """Read one message of EPUBCheck, which may have several places."""
    locations = message.get("locations")
    found = f"{message['message']} [{message['ID']}]".replace("\n", " ")
    cure = str(message.get("suggestion") or "")
    for location in locations if isinstance(locations, list) and locations else [{}]:
        document = str(location.get("path", ""))
        # EPUBCheck names the ebook itself by its path on this machine.
        where = place if not document or document.endswith(".epub") else f"{place}: {document}"
        line = max(int(location.get("line", 0)), 0)
        yield Problem.of(Code.EPUB_CHECK, where, found, line=line, cure=cure)


_CHECKS = (
    check_zip,
    check_size,
    check_container,
    check_package,
    check_accessibility,
    check_items,
    check_cover,
    check_documents,
    check_files,
    check_strangers,
    check_links,
    check_notes,
    check_navigation,
    check_old_navigation,
    check_claims,
    check_second_reader,
)
