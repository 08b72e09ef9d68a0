"""Measures of a foreign project's editions: words against its web pages, EPUBCheck's verdict, bookmarks and links.

In: what Sphinx built.  Out: numbers; nothing is judged here.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pypdfium2
from lxml import etree, html

from build_tools.verify.tools import find_epubcheck, run_jar
from build_tools.writers.fragments import words as names

WORD = re.compile(r"\w+")
_SKIPPED = names("script style")
_BLOCKS = names("p div li dt dd pre td th h1 h2 h3 h4 h5 h6 section aside figure figcaption caption br tr ul")
_VERDICT = re.compile(r"Messages: (\d+) fatals? / (\d+) errors? / (\d+) warnings?")


def iter_text(element: etree._Element) -> Iterator[str]:
    """Give the text below an element, with a space where a block ends."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "script"
    classes = set((element.get("class") or "").split())
    if name not in _SKIPPED and not classes & {"headerlink", "viewcode-link"}:
        yield " " if name in _BLOCKS else ""
        yield element.text or ""
        for child in element:
            yield from iter_text(child)
            yield child.tail or ""
        yield " " if name in _BLOCKS else ""


def count_words(element: etree._Element) -> Counter[str]:
    """Count the words below an element."""
    return Counter(WORD.findall("".join(iter_text(element))))


def count_site_words(folder: Path, docnames: list[str]) -> dict[str, Counter[str]]:
    """Count the words in the body of each page of Sphinx's own web site."""
    counts = {}
    for docname in docnames:
        page = html.parse(str(folder / f"{docname}.html"))
        counts[docname] = count_words(page.xpath('//*[@role="main"]')[0])
    return counts


def count_ebook_words(ebook: Path, docnames: list[str], folder: str = "EPUB") -> dict[str, Counter[str]]:
    """Count the words of each document of an ebook; documents that are not in it have none."""
    counts = {}
    with zipfile.ZipFile(ebook) as archive:
        names = set(archive.namelist())
        for docname in docnames:
            name = f"{folder}/{docname}.xhtml".lstrip("/")
            page = etree.fromstring(archive.read(name), etree.XMLParser(recover=True)) if name in names else None
            body = None if page is None else page.find("{*}body")
            counts[docname] = Counter() if body is None else count_words(body)
    return counts


def count_lost(wanted: dict[str, Counter[str]], found: dict[str, Counter[str]]) -> Counter[str]:
    """Count the words of a site's pages that the same documents of an edition lack."""
    lost: Counter[str] = Counter()
    for docname, words in wanted.items():
        lost += words - found[docname]
    return lost


def read_pdf_text(path: Path) -> str:
    """Read the text of a PDF; words that hyphens divide are whole again."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return re.sub("[\x02\ufffe\u00ad](\r?\n)?", "", "\n".join(pages))


def count_lost_in_pdf(wanted: dict[str, Counter[str]], text: str) -> Counter[str]:
    """Count the words of a site's pages that a PDF lacks; words broken at the end of a line are not lost."""
    total: Counter[str] = sum(wanted.values(), Counter())
    squeezed = "".join(WORD.findall(text))
    lost = total - Counter(WORD.findall(text))
    return Counter({word: number for word, number in lost.items() if word not in squeezed})


def check_ebook(path: Path) -> tuple[int, int, int]:
    """Give EPUBCheck's numbers of fatal errors, errors and warnings."""
    done = run_jar(find_epubcheck(), [str(path)])
    found = _VERDICT.search(done.stdout + done.stderr)
    if found is None:
        raise ValueError(f"EPUBCheck gave no verdict: {(done.stdout + done.stderr)[-300:]}")
    return int(found[1]), int(found[2]), int(found[3])


def list_bookmarks(document: pikepdf.Pdf) -> list[str]:
    """List the titles of all bookmarks."""
    titles: list[str] = []

    def add(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            titles.append(item.title)
            add(item.children)

    with document.open_outline() as outline:
        add(outline.root)
    return titles


def read_destinations(document: pikepdf.Pdf) -> set[str]:
    """Read the names of the places that links can lead to."""
    root = document.Root
    return set(pikepdf.NameTree(root.Names.Dests)) if "/Names" in root and "/Dests" in root.Names else set()


def list_links(document: pikepdf.Pdf) -> tuple[list[str], list[str]]:
    """List the links of a PDF: places within it, and addresses."""
    inner, outer = [], []
    for page in document.pages:
        for note in page.get("/Annots", []):
            action = note.get("/A", {})
            if "/URI" in action:
                outer.append(unquote(str(action.URI)))
            elif "/Dest" in note:
                inner.append(str(note.Dest))
            elif "/D" in action:
                inner.append(str(action.D))
    return inner, outer
