"""The documents of an EPUB: languages, links and notes.

In: an open ebook.  Out: problems.
"""

from collections.abc import Iterator

from lxml import etree

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import (
    Address,
    find_css_loads,
    find_loads,
    is_remote,
    line_of,
    local_name,
    resolve,
)
from build_tools.verify.epub_book import EPUB_TYPE, NAMESPACES, XHTML_TYPE, XML_LANG, Ebook, parse


def check_documents(ebook: Ebook) -> Iterator[Problem]:
    """Check each document by itself: well formed, in its language, with a title, without scripts."""
    for item in ebook.items:
        if item.media_type == XHTML_TYPE and ebook.files.get(item.path):
            try:
                parse(ebook.files[item.path])
            except etree.XMLSyntaxError as error:
                found = f"the document is not well formed: {error.msg}"
                yield Problem.of(Code.EPUB_CONTENT, ebook.place_of(item.path), found, line=error.lineno or 0)
        elif item.media_type == "text/css":
            sheet = ebook.files.get(item.path, b"").decode("utf-8")
            yield from _check_loads(ebook, item.path, find_css_loads(sheet))
    for path, tree in ebook.documents.items():
        yield from _check_language(ebook, path, tree)
        yield from _check_content(ebook, path, tree)
        yield from _check_loads(ebook, path, find_loads(tree))


def _check_language(ebook: Ebook, path: str, tree: etree._Element) -> Iterator[Problem]:
    wanted = ebook.expectation
    for name, expected in (("lang", wanted.language), (XML_LANG, wanted.language), ("dir", wanted.direction)):
        # Left to right is what a document without a direction is.
        found = tree.get(name) or ("ltr" if name == "dir" else None)
        if found != expected:
            shown = "xml:lang" if name == XML_LANG else name
            text = f"{shown} is {found!r}; expected {expected!r}"
            yield Problem.of(Code.EPUB_LANGUAGE, ebook.place_of(path), text, line=line_of(tree))


def _check_content(ebook: Ebook, path: str, tree: etree._Element) -> Iterator[Problem]:
    place = ebook.place_of(path)
    if not str(tree.xpath("string(h:head/h:title)", namespaces=NAMESPACES)).strip():
        yield Problem.of(Code.EPUB_CONTENT, place, "the document has no title")
    for element in tree.iter("*"):
        line, name = line_of(element), local_name(element)
        if name == "img" and element.get("alt") is None:
            yield Problem.of(Code.EPUB_CONTENT, place, "a picture has no alternative text", line=line)
        elif name == "th" and not element.get("scope"):
            found = "the header of a table does not say whether it heads a column or a row"
            yield Problem.of(Code.EPUB_CONTENT, place, found, line=line)
        elif element.tag == f"{{{NAMESPACES['svg']}}}svg" and not _is_described(element):
            yield Problem.of(Code.EPUB_CONTENT, place, "a drawing has no title or aria-label", line=line)


def _is_described(drawing: etree._Element) -> bool:
    titled = drawing.find("svg:title", NAMESPACES) is not None
    return titled or bool({"aria-label", "aria-labelledby", "aria-hidden"} & set(drawing.attrib))


def _check_loads(ebook: Ebook, path: str, loads: Iterator[Address]) -> Iterator[Problem]:
    for url, line in loads:
        if is_remote(url):
            found = f"the document asks for {url}"
            yield Problem.of(Code.EPUB_EXTERNAL, ebook.place_of(path), found, line=line)
        elif not url.startswith("data:") and resolve(path, url)[0] not in ebook.files:
            yield Problem.of(Code.EPUB_LINK, ebook.place_of(path), f"{url} is missing", line=line)


def check_links(ebook: Ebook) -> Iterator[Problem]:
    """Check that every link within the ebook leads to a file and a place in it."""
    for path, tree in ebook.documents.items():
        for link in tree.iter(f"{{{NAMESPACES['h']}}}a"):
            url = link.get("href")
            if url is not None and not is_remote(url) and (reason := _find_fault(ebook, path, url)):
                place, line = ebook.place_of(path), line_of(link)
                yield Problem.of(Code.EPUB_LINK, place, f"the link {url} leads nowhere: {reason}", line=line)


def _find_fault(ebook: Ebook, path: str, url: str) -> str:
    target, fragment = resolve(path, url)
    if target not in ebook.files:
        return f"{target} is missing"
    if fragment and fragment not in ebook.identifiers.get(target, ()):
        return f"{target} has no '{fragment}'"
    return ""


def check_notes(ebook: Ebook) -> Iterator[Problem]:
    """Check that each reference to a note leads to a note, and that the note leads back."""
    for path, tree in ebook.documents.items():
        for reference in tree.iter(f"{{{NAMESPACES['h']}}}a"):
            is_reference = "noteref" in reference.get(EPUB_TYPE, "").split()
            if is_reference and (fault := _find_note_fault(ebook, path, reference)):
                place, line = ebook.place_of(path), line_of(reference)
                yield Problem.of(Code.EPUB_CONTENT, place, fault, line=line)


def _find_note_fault(ebook: Ebook, path: str, reference: etree._Element) -> str:
    url = reference.get("href", "")
    target, fragment = resolve(path, url)
    notes = [element for element in _find_by_id(ebook, target, fragment) if local_name(element) == "aside"]
    if not notes or "footnote" not in notes[0].get(EPUB_TYPE, "").split():
        return f'the reference {url} does not lead to an aside with epub:type="footnote"'
    origin = {element.get("id") for element in (reference, *reference.iterancestors()) if element.get("id")}
    links = notes[0].iterfind(".//h:a", NAMESPACES)
    backlinks = [resolve(target, link.get("href", "")) for link in links]
    if not any(back == path and place in origin for back, place in backlinks):
        return f"the note {url} does not lead back to its reference"
    return ""


def _find_by_id(ebook: Ebook, path: str, identifier: str) -> list[etree._Element]:
    tree = ebook.documents.get(path)
    return [] if tree is None else [element for element in tree.iter("*") if element.get("id") == identifier]
