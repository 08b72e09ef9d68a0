"""Printed pages, lists, contents for old readers and claims: what makes them right, and how they can be wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.problems import Code
from build_tools.verify.epub import check_epub
from build_tools.verify.epub_claims import CONFORMANCE
from build_tools.verify.expectation import Expectation

Files = dict[str, bytes]
Pack = Callable[[Files], Path]
NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>
<meta name="dtb:uid" content="urn:uuid:4f8b1f0e-7a54-5d0c-9f57-1957100419a0"/><meta name="dtb:depth" content="2"/>
<meta name="dtb:totalPageCount" content="2"/><meta name="dtb:maxPageNumber" content="2"/></head>
<docTitle><text>Four Tellings</text></docTitle><navMap><navPoint id="a"><navLabel><text>Dog</text></navLabel>
<content src="one.xhtml#dog"/><navPoint id="b"><navLabel><text>Step</text></navLabel><content src="one.xhtml#step"/>
</navPoint></navPoint></navMap><pageList>
<pageTarget id="c" type="normal" value="1"><navLabel><text>1</text></navLabel><content src="one.xhtml#p1"/></pageTarget>
<pageTarget id="d" type="normal" value="2"><navLabel><text>2</text></navLabel><content src="one.xhtml#p2"/></pageTarget>
</pageList></ncx>"""
PAGES = """<nav epub:type="page-list" hidden="hidden"><ol><li><a href="one.xhtml#p1">1</a></li>
<li><a href="one.xhtml#p2">2</a></li></ol></nav>
<nav epub:type="loi"><ol><li><a href="one.xhtml#moon">Fig. 1</a></li></ol></nav><nav epub:type="landmarks\""""
CLAIMS = f"""<meta id="claim" property="dcterms:conformsTo">{CONFORMANCE}</meta>
<meta refines="#claim" property="a11y:certifiedBy">Ann Author</meta>
<meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
<meta property="schema:accessibilityFeature">pageNavigation</meta>
<meta property="pageBreakSource">urn:uuid:1</meta></metadata>"""


def mark(number: int) -> str:
    """Give the mark of a page."""
    return f'<span epub:type="pagebreak" role="doc-pagebreak" id="p{number}" aria-label="{number}"/>'


@pytest.fixture
def paged(ebook_files: Files) -> Files:
    """The files of an ebook with printed pages, a figure and contents for old readers."""
    changes = {
        "EPUB/package.opf": [
            ("</metadata>", CLAIMS),
            ("</manifest>", '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'),
        ],
        "EPUB/nav.xhtml": [('<nav epub:type="landmarks"', PAGES)],
        "EPUB/one.xhtml": [
            ("<p>Laika", f"<p>{mark(1)}Laika"),
            ("<p><img", f"<p>{mark(2)}<img"),
            ("</aside>", '</aside><figure id="moon"><figcaption>The Moon</figcaption></figure>'),
        ],
    }
    for name, pairs in changes.items():
        text = ebook_files[name].decode()
        for before, behind in pairs:
            assert before in text
            text = text.replace(before, behind)
        ebook_files[name] = text.encode()
    return {**ebook_files, "EPUB/toc.ncx": NCX.encode()}


def test_good_ebook_with_pages(paged: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook whose pages, figures and claims are right has no problem."""
    assert [problem.render() for problem in check_epub(pack(paged), expectation)] == []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "code"),
    [
        ("nav.xhtml", '<li><a href="one.xhtml#p2">2</a></li>', "", Code.EPUB_NAVIGATION),
        ("nav.xhtml", "#p2", "#dog", Code.EPUB_NAVIGATION),
        ("nav.xhtml", ">2<", ">3<", Code.EPUB_NAVIGATION),
        ("one.xhtml", 'aria-label="2"', 'aria-label="1"', Code.EPUB_NAVIGATION),
        ("nav.xhtml", "one.xhtml#moon", "one.xhtml#dog", Code.EPUB_NAVIGATION),
        ("toc.ncx", '"dtb:depth" content="2"', '"dtb:depth" content="0"', Code.EPUB_NAVIGATION),
        ("toc.ncx", 'PageCount" content="2"', 'PageCount" content="1"', Code.EPUB_NAVIGATION),
        ("toc.ncx", "19a0", "19a1", Code.EPUB_NAVIGATION),
        ("toc.ncx", "one.xhtml#step", "one.xhtml#steps", Code.EPUB_NAVIGATION),
        ("toc.ncx", "one.xhtml#p2", "two.xhtml", Code.EPUB_NAVIGATION),
        ("package.opf", '<meta property="pageBreakSource">urn:uuid:1</meta>', "", Code.EPUB_PACKAGE),
        ("package.opf", ">pageNavigation<", ">index<", Code.EPUB_PACKAGE),
        ("package.opf", ">pageBreakMarkers<", ">MathML<", Code.EPUB_PACKAGE),
        ("package.opf", ">visual<", ">textual<", Code.EPUB_PACKAGE),
        ("package.opf", " - WCAG 2.2 Level AA", " - WCAG 2.2 AA", Code.EPUB_PACKAGE),
        ("package.opf", 'refines="#claim"', 'refines="#id"', Code.EPUB_PACKAGE),
    ],
)
def test_ebook_with_one_fault(
    *, name: str, right: str, wrong: str, code: Code, paged: Files, pack: Pack, expectation: Expectation
) -> None:
    """One wrong passage is told under its code, and under no other."""
    text = paged[f"EPUB/{name}"].decode()
    assert right in text
    paged[f"EPUB/{name}"] = text.replace(right, wrong).encode()

    assert {problem.code for problem in check_epub(pack(paged), expectation)} == {code.slug}
