"""What makes an EPUB right, and each way in which it can be wrong."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.problems import BuildToolsError, Code
from build_tools.verify import epub as epub_module
from build_tools.verify.epub import check_epub, check_epub_fully
from build_tools.verify.expectation import Expectation
from build_tools.verify.tools import find_epubcheck, find_java

Files = dict[str, bytes]
Pack = Callable[[Files], Path]


def find_codes(path: Path, expectation: Expectation) -> set[str]:
    """Find the codes of all problems of an ebook."""
    return {problem.code for problem in check_epub(path, expectation)}


def test_good_ebook_has_no_problem(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook with metadata, navigation, notes and a cover has no problem."""
    assert list(check_epub(pack(ebook_files), expectation)) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "code"),
    [
        ("mimetype", "epub", "book", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", 'version="3.0"', 'version="2.0"', Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "19a0", "19a1", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "<dc:title>Four", "<dc:title>Three", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "Bo Writer", "Bob", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "2026-01-02T", "2026-01-03T", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "05Z", "05+09:00", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", ' page-progression-direction="ltr"', "", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "accessModeSufficient", "accessModeX", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", "All pictures are described.", "", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", ' properties="cover-image"', "", Code.EPUB_PACKAGE),
        ("EPUB/package.opf", 'idref="one"', 'idref="two"', Code.EPUB_PACKAGE),
        ("EPUB/package.opf", ' xml:lang="en"', "", Code.EPUB_LANGUAGE),
        ("EPUB/package.opf", ' dir="ltr"', ' dir="rtl"', Code.EPUB_LANGUAGE),
        ("EPUB/package.opf", ' properties="nav"', "", Code.EPUB_NAVIGATION),
        ("EPUB/one.xhtml", ' lang="en"', "", Code.EPUB_LANGUAGE),
        ("EPUB/one.xhtml", 'xml:lang="en"', 'xml:lang="ko"', Code.EPUB_LANGUAGE),
        ("EPUB/one.xhtml", "Chapters", " ", Code.EPUB_CONTENT),
        ("EPUB/one.xhtml", ' alt="The Moon"', "", Code.EPUB_CONTENT),
        ("EPUB/one.xhtml", 'epub:type="footnote"', 'epub:type="notice"', Code.EPUB_CONTENT),
        ("EPUB/one.xhtml", ' <a href="#r1">back</a>', "", Code.EPUB_CONTENT),
        ("EPUB/one.xhtml", "Laika", '<svg xmlns="http://www.w3.org/2000/svg"/>', Code.EPUB_CONTENT),
        ("EPUB/one.xhtml", "<p>Laika", "<table><tr><th>Dog</th></tr></table><p>Laika", Code.EPUB_CONTENT),
        ("EPUB/one.xhtml", "Laika", '<b onclick="1">x</b>', Code.EPUB_EXTERNAL),
        ("EPUB/one.xhtml", "Laika", '<img alt="" src="https://example.org/x.png"/>', Code.EPUB_EXTERNAL),
        ("EPUB/style.css", "margin", "background: url(//example.org/x.png); margin", Code.EPUB_EXTERNAL),
        ("EPUB/style.css", "margin", "background: url(x.png); margin", Code.EPUB_LINK),
        ("EPUB/one.xhtml", "Laika", '<a href="two.xhtml">x</a>', Code.EPUB_LINK),
        ("EPUB/one.xhtml", "Laika", '<a href="nav.xhtml#x">x</a>', Code.EPUB_LINK),
        ("EPUB/nav.xhtml", ">One small step", ">One step", Code.EPUB_NAVIGATION),
        ("EPUB/nav.xhtml", '"landmarks"', '"lot"', Code.EPUB_NAVIGATION),
    ],
)
def test_ebook_with_other_text(
    *, name: str, right: str, wrong: str, code: Code, ebook_files: Files, pack: Pack, expectation: Expectation
) -> None:
    """An ebook with one wrong passage has the problem that names it, and no other."""
    assert right in ebook_files[name].decode()
    ebook_files[name] = ebook_files[name].decode().replace(right, wrong).encode()

    assert find_codes(pack(ebook_files), expectation) == {code.slug}


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("EPUB/stray.txt", b"x", {Code.EPUB_PACKAGE}),
        ("EPUB/style.css", b"", {Code.EPUB_PACKAGE}),
        ("EPUB/cover.jpg", b"\x89PNG", {Code.EPUB_PACKAGE, Code.EPUB_STRANGE}),
        # What stumbles over it is the second reader.
        ("EPUB/one.xhtml", b"<html><p></html>", {Code.EPUB_CONTENT, Code.EPUB_LINK}),
        ("EPUB/package.opf", b"<package", {Code.ARTIFACT_UNREADABLE}),
        ("META-INF/container.xml", b"", {Code.ARTIFACT_UNREADABLE, Code.EPUB_PACKAGE}),
    ],
)
def test_ebook_with_other_file(
    name: str, content: bytes, codes: set[Code], ebook_files: Files, pack: Pack, expectation: Expectation
) -> None:
    """An ebook with one wrong file has the problems that name it."""
    ebook_files[name] = content

    assert find_codes(pack(ebook_files), expectation) == {code.slug for code in codes}


def test_ebook_without_a_named_file(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook that lacks a file of its manifest says which one."""
    del ebook_files["EPUB/style.css"]
    problems = list(check_epub(pack(ebook_files), expectation))

    assert any("EPUB/style.css, which is missing" in problem.found for problem in problems)


def test_ebook_whose_mimetype_comes_late(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook that does not begin with its mimetype is a problem."""
    ebook_files["mimetype"] = ebook_files.pop("mimetype")

    assert find_codes(pack(ebook_files), expectation) == {Code.EPUB_PACKAGE.slug}


def test_ebook_with_two_times(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook whose files have different times is not the same twice, which is a problem."""
    path = pack(ebook_files)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("META-INF/x.xml", (2026, 1, 2, 3, 4, 6)), "<x/>")

    assert find_codes(path, expectation) == {Code.EPUB_PACKAGE.slug, Code.EPUB_STRANGE.slug}


def test_ebook_that_is_too_large(
    ebook_files: Files, pack: Pack, expectation: Expectation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ebook that cannot be sent by mail is a problem."""
    monkeypatch.setattr(epub_module, "LARGEST_BYTES", 100)

    assert find_codes(pack(ebook_files), expectation) == {Code.EPUB_PACKAGE.slug}


def test_ebook_in_another_language(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook in Korean is right where Korean is expected, and only there."""
    for name in ("EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/one.xhtml"):
        text = ebook_files[name].decode().replace('lang="en"', 'lang="ko"').replace(">en<", ">ko<")
        ebook_files[name] = text.encode()
    path = pack(ebook_files)

    assert list(check_epub(path, replace(expectation, language="ko"))) == []
    assert {Code.EPUB_LANGUAGE.slug, Code.EPUB_PACKAGE.slug} == find_codes(path, expectation)


@pytest.mark.parametrize("length", [0, 100, -30])
def test_truncated_ebook(length: int, ebook_files: Files, pack: Pack, expectation: Expectation, tmp_path: Path) -> None:
    """An ebook that was cut short is a problem, not a crash."""
    path = tmp_path / "short.epub"
    path.write_bytes(pack(ebook_files).read_bytes()[:length])

    assert find_codes(path, expectation) == {Code.ARTIFACT_UNREADABLE.slug}


def test_ebook_with_a_flipped_bit(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """An ebook damaged on its way is a problem, not a crash."""
    path = pack(ebook_files)
    content = bytearray(path.read_bytes())
    content[600] ^= 0xFF
    path.write_bytes(content)

    assert find_codes(path, expectation) == {Code.ARTIFACT_UNREADABLE.slug}


def require_epubcheck() -> None:
    """Skip where EPUBCheck or Java is not installed."""
    try:
        find_epubcheck()
        find_java()
    except BuildToolsError as error:
        pytest.skip(str(error))


@pytest.mark.build
def test_good_ebook_passes_epubcheck(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """EPUBCheck has nothing against a good ebook."""
    require_epubcheck()

    assert list(check_epub_fully(pack(ebook_files), expectation)) == []


@pytest.mark.build
def test_epubcheck_names_document_and_line(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """A fault that EPUBCheck finds is told with the document and the line in it."""
    require_epubcheck()
    ebook_files["EPUB/one.xhtml"] = ebook_files["EPUB/one.xhtml"].replace(b"Laika", b"<font>Laika</font>")
    problems = list(check_epub_fully(pack(ebook_files), replace(expectation, place="space-race-en.epub")))

    assert [(problem.place, problem.line, problem.code) for problem in problems] == [
        ("space-race-en.epub: EPUB/one.xhtml", 5, Code.EPUB_CHECK.slug)
    ]


@pytest.mark.build
def test_epubcheck_survives_garbage(expectation: Expectation, tmp_path: Path) -> None:
    """A file that is no ebook is a problem, not a crash."""
    require_epubcheck()
    path = tmp_path / "sample.epub"
    path.write_bytes(b"garbage")

    assert {problem.code for problem in check_epub_fully(path, expectation)} == {Code.EPUB_CHECK.slug}
