"""The second wall: whatever a stranger gets past the guard of translations is found in the finished edition."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from build_tools.problems import Code
from build_tools.verify.epub import check_epub
from build_tools.verify.expectation import Expectation, Known
from build_tools.verify.html import check_site
from build_tools.verify.html_files import is_known_script
from build_tools.verify.pdf import check_pdf
from build_tools.verify.wall import Kind, find_strangers, find_strangers_in_drawing, hash_script

Files = dict[str, bytes]
KNOWN = Known(
    frozenset({"https://example.org/a?b=c&d=é"}), "https://example.com/files", frozenset({hash_script("x()")})
)
SCRIPT, STRANGE, ADDRESS = Kind.SCRIPT, Kind.STRANGE, Kind.ADDRESS


def find_kinds(fragment: str) -> set[Kind]:
    """Find what is strange in a fragment of a page."""
    return {finding.kind for finding in find_strangers(html.document_fromstring(f"<body>{fragment}</body>"), KNOWN)}


@pytest.mark.parametrize(
    ("fragment", "kind"),
    [
        ("<script>y()</script>", SCRIPT),
        ("<script src='evil.png'></script>", SCRIPT),
        ("<script type='module'>import 'x'</script>", SCRIPT),
        ("<b onclick='x()'>x</b>", SCRIPT),
        ("<svg onload='x()'></svg>", SCRIPT),
        ("<b ONMOUSEOVER='x()'>x</b>", SCRIPT),
        ("<a href='javascript:x()'>x</a>", SCRIPT),
        ("<a href='JavaScript:x()'>x</a>", SCRIPT),
        ("<a href=' java&#9;script:x()'>x</a>", SCRIPT),
        ("<a href='java\u200bscript:x()'>x</a>", SCRIPT),
        ("<a href='&#1;javascript:x()'>x</a>", SCRIPT),
        ("<a href='vbscript:x'>x</a>", SCRIPT),
        ("<a href='data:text/html,x'>x</a>", SCRIPT),
        ("<img alt='' src='data:image/svg+xml,x'>", SCRIPT),
        ("<a href='file:///etc/passwd'>x</a>", SCRIPT),
        ("<a href='blob:x'>x</a>", SCRIPT),
        ("<svg><a xlink:href='javascript:x()'><text>x</text></a></svg>", SCRIPT),
        ("<math><mi href='javascript:x()'>x</mi></math>", SCRIPT),
        ("<form action='javascript:x()'></form>", SCRIPT),
        ("<iframe src='x.html'></iframe>", STRANGE),
        ("<iframe srcdoc='x'></iframe>", STRANGE),
        ("<object data='x.svg'></object>", STRANGE),
        ("<embed src='x.svg'>", STRANGE),
        ("<applet code='x'></applet>", STRANGE),
        ("<video src='x.mp4'></video>", STRANGE),
        ("<audio src='x.mp3'></audio>", STRANGE),
        ("<base href='x'>", STRANGE),
        ("<meta http-equiv='refresh' content='0;url=x.html'>", STRANGE),
        ("<meta http-equiv='content-security-policy' content='x'>", STRANGE),
        ("<link rel='import' href='x.html'>", STRANGE),
        ("<link rel='preconnect' href='https://example.net/'>", STRANGE),
        ("<form action='x.html'></form>", STRANGE),
        ("<form action='search.html' method='post'></form>", STRANGE),
        ("<form action='https://example.net/search.html'></form>", STRANGE),
        ("<button formaction='x.html'>x</button>", STRANGE),
        ("<textarea>x</textarea>", STRANGE),
        ("<template><p>x</p></template>", STRANGE),
        ("<marquee>x</marquee>", STRANGE),
        ("<x-evil>x</x-evil>", STRANGE),
        ("<a href='x.html' ping='y.html'>x</a>", STRANGE),
        ("<svg><foreignObject>x</foreignObject></svg>", STRANGE),
        ("<svg><animate attributeName='href' to='javascript:x()'/></svg>", STRANGE),
        ("<svg><set attributeName='onclick' to='x()'/></svg>", STRANGE),
        ("<a href='https://example.net/'>x</a>", ADDRESS),
        ("<a href='//example.net/'>x</a>", ADDRESS),
        ("<a href='https://example.org/evil'>x</a>", ADDRESS),
        ("<a href='http://example.org/a?b=c&amp;d=é'>x</a>", ADDRESS),
        ("<a href='https://exаmple.org/a?b=c&amp;d=é'>x</a>", ADDRESS),
        ("<a href='https://example.org@example.net/a?b=c&amp;d=é'>x</a>", ADDRESS),
        ("<a href='https://example.com/filesystem'>x</a>", ADDRESS),
        ("<a href='https://example.com/files/../evil'>x</a>", ADDRESS),
        ("<a href='mailto:evil@example.net'>x</a>", ADDRESS),
        ("<a href='ht&#9;tps://example.net/'>x</a>", ADDRESS),
        ("<area href='https://example.net/'>", ADDRESS),
        ("<svg><a href='https://example.net/'><text>x</text></a></svg>", ADDRESS),
        ("<link rel='license' href='https://example.net/'>", ADDRESS),
    ],
)
def test_strangers(fragment: str, kind: Kind) -> None:
    """Scripts, elements that the press does not make and addresses that the book does not have are found."""
    assert kind in find_kinds(fragment)


@pytest.mark.parametrize(
    "fragment",
    [
        "<script>\n  x()\n</script>",
        "<script src='../_static/x.js?v=1'></script>",
        "<a href='https://example.org/a?b=c&amp;d=é'>x</a>",
        "<a href='https://example.org/a?b=c&amp;d=%C3%A9'>x</a>",
        "<a href='https://example.com/files/locales/ko.po'>x</a>",
        "<a href='../moon/apollo.html#dog'>x</a>",
        "<a href='#x'>x</a>",
        "<form method='get' action='../search.html' role='search'><input name='q'></form>",
        "<p>javascript:x() data: &lt;script&gt; onclick=</p>",
        "<img alt='onclick=' title='javascript:' src='x.png'>",
        "<math><mrow><mi>x</mi></mrow></math><svg viewBox='0 0 1 1'><title>x</title><use href='#x'/></svg>",
    ],
)
def test_what_the_press_makes(fragment: str) -> None:
    """What the press itself writes is no stranger, nor are words that only look so."""
    assert find_kinds(fragment) == set()


@pytest.mark.parametrize(
    "drawing",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'x'</style></svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
        b"<?xml-stylesheet href='x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:x()'/></svg>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'><script>x()</script></html>",
        b"<svg",
        b"",
    ],
)
def test_strange_drawings(drawing: bytes) -> None:
    """A drawing in a file of its own holds neither scripts nor styles, and needs nothing from elsewhere."""
    assert list(find_strangers_in_drawing(drawing, KNOWN)) != []


def test_drawing_that_is_none() -> None:
    """A drawing of shapes and words is no stranger."""
    drawing = b"<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'><text x='1'>x</text></svg>"

    assert list(find_strangers_in_drawing(drawing, KNOWN)) == []


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("_downloads/1f/secret.txt", b"secret", Code.HTML_STRANGE),
        ("_sources/index.md.txt", b"# x", Code.HTML_STRANGE),
        ("_modules/x.html", b"<p>x</p>", Code.HTML_STRANGE),
        ("evil.exe", b"MZ", Code.HTML_STRANGE),
        ("evil.svg", b"<svg/>", Code.HTML_STRANGE),
        ("moon/evil.js", b"x()", Code.HTML_STRANGE),
        ("_images/evil.png", b"\x89PNG\r\n\x1a\n", Code.HTML_STRANGE),
        ("_images/evil.html", b"<p>x</p>", Code.HTML_STRANGE),
        ("_static/evil.php", b"x", Code.HTML_STRANGE),
        ("_static/evil.png", b"<script>x()</script>", Code.HTML_STRANGE),
        ("_static/evil.woff2", b"x", Code.HTML_STRANGE),
        ("_static/evil.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", Code.HTML_SCRIPT),
        ("_static/evil.js", b"x()", Code.HTML_SCRIPT),
        ("_static/translations.js", b"Documentation.addTranslations({});x();", Code.HTML_SCRIPT),
        ("searchindex.js", b"Search.setIndex({});x()", Code.HTML_SCRIPT),
        ("searchindex.js", b"Search.setIndex(x())", Code.HTML_SCRIPT),
        ("_static/evil.css", b"@import 'https://example.net/x.css';", Code.HTML_EXTERNAL),
        ("_static/evil.css", b"@import/**/'//example.net/x.css';", Code.HTML_EXTERNAL),
        ("_static/evil.css", b"@\\69mport '//example.net/x.css';", Code.HTML_EXTERNAL),
        ("_static/evil.css", b"p { background: u\\72l(//example.net/x) }", Code.HTML_EXTERNAL),
        ("_static/evil.css", b"p { background: image-set('https://example.net/x' 1x) }", Code.HTML_EXTERNAL),
        (
            "_static/evil.css",
            b"p { background: -webkit-image-set('x.png' 1x, '//example.net/x' 2x) }",
            Code.HTML_EXTERNAL,
        ),
        ("_static/evil.css", b"@font-face { src: url('https://example.net/x') }", Code.HTML_EXTERNAL),
        ("_static/evil.css", b"p { background: url(data:text/html,x) }", Code.HTML_STRANGE),
        ("evil.html", b"<html lang=en dir=ltr><title>x</title>", Code.HTML_STRANGE),
    ],
)
def test_strange_file_in_a_site(name: str, content: bytes, code: Code, site: Path, expectation: Expectation) -> None:
    """A file that the press does not make, or that is not what its name says, is found in a site."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(content)
    problems = list(check_site(site, expectation))

    assert ("sample/" + name, code.slug) in {(problem.place, problem.code) for problem in problems}


def test_link_in_a_site(site: Path, expectation: Expectation, tmp_path: Path) -> None:
    """A symbolic link is found in a site, whatever it leads to."""
    (tmp_path / "secret.css").write_text("p {}")
    (site / "_static" / "evil.css").symlink_to(tmp_path / "secret.css")

    assert [problem.code for problem in check_site(site, expectation)] == [Code.HTML_STRANGE.slug]


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("<script>document.title = 'evil'</script>", Code.HTML_SCRIPT),
        ("<p onclick='x()'>x</p>", Code.HTML_SCRIPT),
        ("<object data='moon.svg'></object>", Code.HTML_STRANGE),
        ("<a href='https://example.net/'>x</a>", Code.HTML_ADDRESS),
    ],
)
def test_stranger_in_a_page(fragment: str, code: Code, site: Path, expectation: Expectation) -> None:
    """A stranger in a page is told with the page and the line."""
    page = site / "moon" / "apollo.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h1", f"\n\n{fragment}<h1"), encoding="utf-8")
    problems = [problem for problem in check_site(site, expectation) if problem.code == code.slug]

    assert [(problem.place, problem.line) for problem in problems] == [("sample/moon/apollo.html", 7)]


def test_scripts_of_settings() -> None:
    """Settings of a site are settings, and nothing else."""
    good = b"const DOCUMENTATION_OPTIONS = {\n    VERSION: '1.0',\n    HAS_SOURCE: false,\n    LANGUAGE: 'ko'\n};"
    name = "_static/documentation_options.js"

    assert is_known_script(name, good, frozenset())
    assert not is_known_script(name, good.replace(b"false", b"x()"), frozenset())
    assert not is_known_script(name, good.replace(b"'ko'", b"'k'+x()+'o'"), frozenset())
    assert not is_known_script(name, good + b"\nx();", frozenset())
    assert not is_known_script("_static/other.js", good, frozenset())


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("<script>x()</script>", Code.EPUB_STRANGE),
        ("<script src='x.js'></script>", Code.EPUB_STRANGE),
        ("<b onclick='x()'>x</b>", Code.EPUB_EXTERNAL),
        ("<a href='javascript:x()'>x</a>", Code.EPUB_EXTERNAL),
        ("<a href='data:text/html,x'>x</a>", Code.EPUB_EXTERNAL),
        ("<img alt='' src='data:image/png,x'/>", Code.EPUB_EXTERNAL),
        ("<form action='search.html'></form>", Code.EPUB_STRANGE),
        ("<iframe src='nav.xhtml'></iframe>", Code.EPUB_STRANGE),
        ("<object data='cover.jpg'></object>", Code.EPUB_STRANGE),
        ("<meta http-equiv='refresh' content='0'/>", Code.EPUB_STRANGE),
        ("<base href='x'/>", Code.EPUB_STRANGE),
        ("<a href='https://example.net/'>x</a>", Code.EPUB_ADDRESS),
        ("<a href='//example.net/'>x</a>", Code.EPUB_ADDRESS),
    ],
)
def test_stranger_in_an_ebook(
    fragment: str, code: Code, ebook_files: Files, pack: Callable[[Files], Path], expectation: Expectation
) -> None:
    """A stranger in a document of an ebook is told with the document and the line."""
    ebook_files["EPUB/one.xhtml"] = ebook_files["EPUB/one.xhtml"].replace(b"Laika", fragment.encode())
    problems = check_epub(pack(ebook_files), expectation)

    found = {(problem.place, problem.line) for problem in problems if problem.code == code.slug}
    assert ("sample: EPUB/one.xhtml", 5) in found


@pytest.mark.parametrize(
    ("file", "kind", "content"),
    [
        ("evil.js", "text/javascript", b"x()"),
        ("evil.html", "text/html", b"<p>x</p>"),
        ("evil.pdf", "application/pdf", b"%PDF"),
        ("evil.mp3", "audio/mpeg", b"x"),
        ("evil.png", "image/png", b"<script>x()</script>"),
        ("evil.svg", "image/png", b"\x89PNG\r\n\x1a\n"),
        ("evil.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>"),
        ("evil.woff2", "font/woff2", b"x"),
        ("evil.xml", "application/xml", b"<x/>"),
    ],
)
def test_strange_file_in_an_ebook(
    *, file: str, kind: str, content: bytes, ebook_files: Files, pack: Callable[[Files], Path], expectation: Expectation
) -> None:
    """A file of a type that the press does not pack, or that is not what its type says, is found in an ebook."""
    item = f'<item id="evil" href="{file}" media-type="{kind}"/></manifest>'
    ebook_files["EPUB/package.opf"] = ebook_files["EPUB/package.opf"].replace(b"</manifest>", item.encode())
    ebook_files[f"EPUB/{file}"] = content
    problems = check_epub(pack(ebook_files), expectation)

    assert ("sample: EPUB/" + file, Code.EPUB_STRANGE.slug) in {(problem.place, problem.code) for problem in problems}


@pytest.mark.parametrize("name", ["META-INF/encryption.xml", "META-INF/evil.sh"])
def test_strange_file_beside_an_ebook(
    name: str, ebook_files: Files, pack: Callable[[Files], Path], expectation: Expectation
) -> None:
    """The folder of the container holds the container, and nothing else."""
    ebook_files[name] = b"x"

    assert {problem.code for problem in check_epub(pack(ebook_files), expectation)} == {Code.EPUB_STRANGE.slug}


def test_remote_item_of_an_ebook(ebook_files: Files, pack: Callable[[Files], Path], expectation: Expectation) -> None:
    """An item or a link of the package that leads to a host is found."""
    item = b'<item id="evil" href="https://example.net/x.png" media-type="image/png"/></manifest>'
    link = b'<link rel="record" href="https://example.net/x.xml"/></metadata>'
    package = ebook_files["EPUB/package.opf"].replace(b"</manifest>", item).replace(b"</metadata>", link)
    ebook_files["EPUB/package.opf"] = package
    found = [problem.found for problem in check_epub(pack(ebook_files), expectation) if "link to" in problem.found]

    assert found == ["a link to https://example.net/x.xml"]


def test_address_in_a_pdf(good_pdf: bytes, expectation: Expectation, tmp_path: Path) -> None:
    """A PDF leads to the addresses of the book, and to no other."""
    path = tmp_path / "sample.pdf"
    path.write_bytes(good_pdf)
    strict = replace(expectation, known=Known())

    assert list(check_pdf(path, expectation)) == []
    assert [(problem.code, problem.found) for problem in check_pdf(path, strict)] == [
        (Code.PDF_ADDRESS.slug, "a link to https://example.org/, which the book does not have")
    ]
