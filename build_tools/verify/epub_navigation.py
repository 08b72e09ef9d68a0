"""The navigation of an EPUB: contents, lists, printed pages, and the same for old readers.

In: an open ebook.  Out: problems.
"""

from collections.abc import Iterator

from lxml import etree

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import resolve, select
from build_tools.verify.epub_book import EPUB_TYPE, NAMESPACES, Ebook, parse
from build_tools.verify.wording import find_absent_entries

NCX_TYPE = "application/x-dtbncx+xml"
_NCX = {"n": "http://www.daisy.org/z3986/2005/ncx/"}
# What an entry of each of these must lead to.
_TARGETS = {"loi": "figure", "lot": "table"}


def _fault(ebook: Ebook, path: str, found: str) -> Problem:
    return Problem.of(Code.EPUB_NAVIGATION, ebook.place_of(path), found)


def _find_parts(ebook: Ebook) -> dict[str, etree._Element]:
    """Find the parts of the navigation document by their kinds."""
    tree = ebook.documents[ebook.navigation_path]
    return {kind: nav for nav in tree.iter(f"{{{NAMESPACES['h']}}}nav") for kind in nav.get(EPUB_TYPE, "").split()}


def _list_targets(ebook: Ebook, part: etree._Element) -> list[tuple[str, str, str]]:
    """List the links of a part: the path and the id that each leads to, and its words."""
    links = part.iterfind(".//h:a", NAMESPACES)
    return [
        (*resolve(ebook.navigation_path, link.get("href", "")), "".join(map(str, link.itertext()))) for link in links
    ]


def check_navigation(ebook: Ebook) -> Iterator[Problem]:
    """Check that the navigation has contents with all headings, landmarks, and lists that lead to what they list."""
    if ebook.navigation_path not in ebook.documents:
        yield Problem.of(Code.EPUB_NAVIGATION, ebook.place, "the ebook has no navigation document")
        return
    path, parts = ebook.navigation_path, _find_parts(ebook)
    for kind in ("toc", "landmarks"):
        if kind not in parts:
            yield _fault(ebook, path, f"the navigation has no {kind}")
    if "toc" in parts:
        entries = [words for _path, _anchor, words in _list_targets(ebook, parts["toc"])]
        for heading in find_absent_entries(ebook.expectation.headings, entries):
            yield _fault(ebook, path, f"the contents lack '{heading}', or have it not in its order")
    for kind, name in _TARGETS.items():
        for target, anchor, words in _list_targets(ebook, parts[kind]) if kind in parts else []:
            if not _holds(ebook, target, anchor, name):
                yield _fault(ebook, path, f"'{words}' of the list '{kind}' leads to no {name}")
    yield from _check_pages(ebook, parts.get("page-list"))


def _holds(ebook: Ebook, path: str, anchor: str, name: str) -> bool:
    """Tell whether an element is of a kind, stands in one or holds one."""
    tree = ebook.documents.get(path)
    found = [] if tree is None else [element for element in tree.iter("*") if element.get("id") == anchor]
    wanted = f"{{{NAMESPACES['h']}}}{name}"
    return any(next((inner for inner in (*e.iter(wanted), *e.iterancestors(wanted))), None) is not None for e in found)


def list_page_breaks(ebook: Ebook) -> Iterator[tuple[str, str, str]]:
    """List the marks of printed pages in the order of reading: path, id and label."""
    identifiers = {
        item.get("id"): resolve(ebook.package_path, item.get("href", ""))[0]
        for item in ebook.package.iterfind("opf:manifest/opf:item", NAMESPACES)
    }
    for name in select(ebook.package, "opf:spine/opf:itemref/@idref", NAMESPACES):
        path = identifiers.get(name, "")
        for element in ebook.documents[path].iter("*") if path in ebook.documents else ():
            if "pagebreak" in element.get(EPUB_TYPE, "").split():
                yield path, element.get("id", ""), element.get("aria-label", "")


def _check_pages(ebook: Ebook, part: etree._Element | None) -> Iterator[Problem]:
    """Check that the list of pages names every mark of a page, in the order of reading, and nothing else."""
    listed = [] if part is None else _list_targets(ebook, part)
    marked = list(list_page_breaks(ebook))
    if listed != marked:
        wrong = next((pair for pair in zip(listed, marked, strict=False) if pair[0] != pair[1]), None)
        shown = f"it has {wrong[0]} where {wrong[1]} is marked" if wrong else f"{len(listed)} of {len(marked)} pages"
        yield _fault(ebook, ebook.navigation_path, f"the list of pages is not that of the marks: {shown}")
    labels = [label for _path, _anchor, label in marked]
    if len(set(labels)) < len(labels):
        yield _fault(ebook, ebook.navigation_path, "two pages have the same number")


def check_old_navigation(ebook: Ebook) -> Iterator[Problem]:
    """Check that the navigation for old readers tells its depth and its pages right, and leads somewhere."""
    for item in ebook.items:
        if item.media_type == NCX_TYPE and ebook.files.get(item.path):
            yield from _check_ncx(ebook, item.path, parse(ebook.files[item.path]))


def _check_ncx(ebook: Ebook, path: str, tree: etree._Element) -> Iterator[Problem]:
    depth = max((len(list(point.iterancestors("{*}navPoint"))) + 1 for point in tree.iter("{*}navPoint")), default=0)
    pages = len(list(tree.iter("{*}pageTarget")))
    for name, true in (("dtb:depth", depth), ("dtb:totalPageCount", pages), ("dtb:uid", ebook.expectation.identifier)):
        found = str(tree.xpath(f"string(//n:meta[@name='{name}']/@content)", namespaces=_NCX))
        if found != str(true):
            yield _fault(ebook, path, f"{name} is {found!r}; expected '{true}'")
    if pages != len(list(list_page_breaks(ebook))):
        yield _fault(ebook, path, f"it lists {pages} pages, which are not those that are marked")
    for source in select(tree, "//n:content/@src", _NCX):
        target, anchor = resolve(path, source)
        if target not in ebook.files or (anchor and anchor not in ebook.identifiers.get(target, ())):
            yield _fault(ebook, path, f"{source} leads nowhere")
