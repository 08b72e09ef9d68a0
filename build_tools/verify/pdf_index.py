"""The page numbers of a PDF that can be followed: those of the index, the glossary and of references in the text.

In: an open PDF.  Out: problems.

Two things are held: a link whose words are the number of a page leads to the page with that label, always; and the
page that the index names speaks of the entry, in nearly all entries.
Not in all: an entry may be worded otherwise than the text, as "opinion, public" is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.problems import Code, Problem
from build_tools.verify.pdf_document import Link, PdfDocument
from build_tools.verify.wording import normalise

# The number of a page, and the signs around it that the rectangle of its link may touch.
# In square brackets stands the number of a note.
_NUMBER = re.compile(r"[^\w\[]*(\d+|[ivxlcdm]+)\W*\Z")
_FOLIO = re.compile(r"\d{1,4}|[ivxlc]+")
# The numbers that stand between the words of an entry and another number.
_BEFORE = re.compile(r"(,\s*[\divxlc–~]+)*,?\s*\Z")
_REMARK = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]{2,}|\w*\d\w*")
# So many of the numbers in an index must lead to a page that speaks of their entry.
SHARE = 0.9
# A chapter as the page of its part lists it.
_CHAPTER = re.compile(r"\d{1,3} \D")
# A page with fewer links than these is no page of an index.
FEWEST = 10


@dataclass(frozen=True)
class IndexEntry:
    """A number in the index: the words before it on its line, and the page it leads to.

    :param page: counted from 0.
    """

    words: str
    number: str
    page: int


def check_numbers(document: PdfDocument) -> Iterator[Problem]:
    """Check that each link that is the number of a page leads to the page of that number."""
    labels = document.labels
    for before, link, behind in _iter_with_neighbours(document.links):
        number = read_number(link)
        page = document.find_page(link.destination)
        if not number or page is None or labels[page] == number:
            continue
        # A link that is broken over two lines may end with a number, such as that of a year.
        continues = before is not None and str(before.destination) == str(link.destination)
        goes_on = behind is not None and str(behind.destination) == str(link.destination)
        if number == "0" or not (continues and (goes_on or number not in labels)):
            found = f"the number {number} on page {labels[link.page]} leads to page {labels[page]}"
            yield Problem.of(Code.PDF_INDEX, document.place, found)


def _iter_with_neighbours(links: Sequence[Link]) -> Iterator[tuple[Link | None, Link, Link | None]]:
    yield from zip([None, *links[:-1]], links, [*links[1:], None], strict=True)


def check_folios(document: PdfDocument) -> Iterator[Problem]:
    """Check that the number that is printed on a page is its label.

    The page of a part has no number, but those of its chapters.
    """
    for label, text in zip(document.labels, document.texts, strict=True):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        printed = [line for line in (*lines[:1], *lines[-1:]) if _FOLIO.fullmatch(line)]
        numbers = [line for line in lines if _FOLIO.fullmatch(line)]
        if printed and label not in printed and len(numbers) == 1 and not any(map(_CHAPTER.match, lines)):
            yield Problem.of(Code.PDF_INDEX, document.place, f"page {label} has the number {printed[-1]}")


def check_index(document: PdfDocument) -> Iterator[Problem]:
    """Check that the pages that the index names speak of its entries, each page by itself."""
    entries = list_entries(document)
    texts = [normalise(text) for text in document.texts]
    lost = [entry for entry in entries if not is_spoken_of(texts[entry.page], entry)]
    if len(lost) > (1 - SHARE) * len(entries):
        examples = ", ".join(f"'{entry.words}' on page {entry.number}" for entry in lost[:3])
        found = f"{len(lost)} of {len(entries)} entries of the index are not where it says, such as {examples}"
        yield Problem.of(Code.PDF_INDEX, document.place, found)


def read_number(link: Link) -> str:
    """Read the number that is all a link says, or nothing."""
    found = _NUMBER.match(link.words.strip())
    return found[1] if found else ""


def list_entries(document: PdfDocument) -> list[IndexEntry]:
    """List the entries of the index: the pages in a row, as far back as possible, on which every link is a number."""
    numbers = Counter(link.page for link in document.links if read_number(link))
    others = {link.page for link in document.links if not read_number(link)}
    full = {page for page, count in numbers.items() if count >= FEWEST} - others
    last = max(full, default=-1)
    first = last
    while first - 1 in full:
        first -= 1
    links = [link for link in document.links if first <= link.page <= last]
    return [entry for link in links for entry in _read(document, link)]


def _read(document: PdfDocument, link: Link) -> Iterator[IndexEntry]:
    page = document.find_page(link.destination)
    words = _BEFORE.sub("", link.line)
    # On the second line of an entry, nothing but numbers may stand before a number.
    if page is not None and _WORD.search(words) and not words.strip()[:1].isdigit():
        yield IndexEntry(words, read_number(link), page)


def is_spoken_of(text: str, entry: IndexEntry) -> bool:
    """Tell whether a word of an entry stands in the text of a page."""
    return any(stem in text for stem in _list_stems(entry.words))


def _list_stems(words: str) -> list[str]:
    """List the beginnings of the longer words of an entry, without the endings that a language gives them.

    What stands in brackets is said of the entry, and may not be said on its page.
    """
    found = sorted(_WORD.findall(_REMARK.sub("", words)), key=len, reverse=True)[:2]
    return [normalise(word)[: max(3 if word.isascii() else 2, min(5, len(word) * 2 // 3))] for word in found]
