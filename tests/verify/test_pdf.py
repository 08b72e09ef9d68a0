"""What makes a PDF right, and each way in which it can be wrong."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from build_tools.problems import Code
from build_tools.verify import pdf as pdf_checks
from build_tools.verify.expectation import Expectation
from build_tools.verify.pdf import check_pdf
from build_tools.verify.pdf_tags import walk_structure

Change = Callable[[pikepdf.Pdf], Any]


def find_codes(path: Path, expectation: Expectation) -> set[str]:
    """Find the codes of all problems of a PDF."""
    return {problem.code for problem in check_pdf(path, expectation)}


def test_good_pdf_has_no_problem(good_pdf: bytes, expectation: Expectation, tmp_path: Path) -> None:
    """A tagged A5 PDF with contents, bookmarks and the book's font has no problem."""
    path = tmp_path / "good.pdf"
    path.write_bytes(good_pdf)

    assert list(check_pdf(path, expectation)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("size: A5", "size: A4", Code.PDF_CONTENT),
        ("Who told it how</h1>", "Who told what</h1>", Code.PDF_CONTENT),
        ("target-counter(attr(href), page)", '"7"', Code.PDF_CONTENT),
        ("target-counter(attr(href), page)", '""', Code.PDF_CONTENT),
        ("h1, h2 {", "h1 { bookmark-level: none } h2 {", Code.PDF_CONTENT),
        ("Laika,", "Laika\ue000,", Code.PDF_CONTENT),
        ("Laika", "Laika 漢\U00013000", Code.PDF_FONT),
        ('body { font-family: "Source Serif 4"', 'body { font-family: "DejaVu Sans"', Code.PDF_FONT),
        ("<title>Four Tellings", "<title>Three Tellings", Code.PDF_METADATA),
        ('"Bo Writer"', '"Bob Writer"', Code.PDF_METADATA),
        ('<html lang="en">', '<html lang="hu">', Code.PDF_METADATA),
        ('"2026-01-02"', '"2025-01-02"', Code.PDF_METADATA),
    ],
)
def test_pdf_with_other_content(
    *,
    right: str,
    wrong: str,
    code: Code,
    pdf_source: str,
    render_pdf: Callable[[str], bytes],
    expectation: Expectation,
    tmp_path: Path,
) -> None:
    """A PDF made from other words, fonts or metadata than expected has the problem that names them."""
    assert right in pdf_source
    path = tmp_path / "wrong.pdf"
    path.write_bytes(render_pdf(pdf_source.replace(right, wrong)))
    found = find_codes(path, expectation)

    # A letter of no font is also one that cannot be read out.
    assert found - ({Code.PDF_FONT.slug} if "\ue000" in wrong else set()) == {code.slug}


def rename_element(pdf: pikepdf.Pdf, old: str, new: str) -> None:
    """Give all elements of one type in the structure another."""
    for element in walk_structure(pdf.Root.StructTreeRoot):
        if old == element.S:
            element.S = pikepdf.Name(new)


def rename_heading(pdf: pikepdf.Pdf) -> None:
    """Let the second bookmark lead to the third heading."""
    with pdf.open_outline() as outline:
        outline.root[1].destination = pikepdf.Array([pdf.pages[3].obj, pikepdf.Name.Fit])


def point_bookmark_nowhere(pdf: pikepdf.Pdf) -> None:
    """Add a bookmark to a place that does not exist."""
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Nowhere", pikepdf.String("nowhere")))


def flatten_link(pdf: pikepdf.Pdf) -> None:
    """Give the last link no height, as a line height of nothing does."""
    *_, link = (annotation for page in pdf.pages for annotation in page.get("/Annots", []))
    rectangle = link.Rect
    rectangle[3] = rectangle[1]


def point_links_nowhere(pdf: pikepdf.Pdf) -> None:
    """Give the first link a place that does not exist."""
    pdf.pages[0].obj.Annots[0].Dest = pikepdf.String("nowhere")


def add_annotation_action(pdf: pikepdf.Pdf) -> None:
    """Let a link start a program."""
    annotation = pdf.pages[0].obj.Annots[0]
    annotation.A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")


def get_font(pdf: pikepdf.Pdf) -> Any:
    """Get a font of the first page."""
    return next(iter(pdf.pages[0].obj.Resources.Font.values()))


def rename_font(pdf: pikepdf.Pdf) -> None:
    """Take the mark of a subset from a font's name."""
    get_font(pdf).BaseFont = pikepdf.Name("/Source-Serif-4")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda pdf: pdf.Root.MarkInfo.update({"/Marked": False}), Code.PDF_TAGS),
        (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), Code.PDF_TAGS),
        (lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"), Code.PDF_TAGS),
        (lambda pdf: pdf.pages[0].Annots[0].__delitem__("/F"), Code.PDF_TAGS),
        (lambda pdf: pdf.pages[0].Annots[0].__delitem__("/StructParent"), Code.PDF_TAGS),
        (lambda pdf: rename_element(pdf, "/H1", "/H3"), Code.PDF_TAGS),
        (lambda pdf: rename_element(pdf, "/H1", "/P"), Code.PDF_TAGS),
        (lambda pdf: rename_element(pdf, "/P", "/Figure"), Code.PDF_TAGS),
        (lambda pdf: rename_element(pdf, "/P", "/TH"), Code.PDF_TAGS),
        (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), Code.PDF_METADATA),
        (lambda pdf: pdf.docinfo.__delitem__("/Title"), Code.PDF_METADATA),
        (lambda pdf: pdf.Root.__delitem__("/Metadata"), Code.PDF_METADATA),
        (lambda pdf: pdf.Root.__delitem__("/Outlines"), Code.PDF_CONTENT),
        (rename_heading, Code.PDF_CONTENT),
        (point_bookmark_nowhere, Code.PDF_LINK),
        (point_links_nowhere, Code.PDF_LINK),
        (flatten_link, Code.PDF_LINK),
        (add_annotation_action, Code.PDF_ACTION),
        (
            lambda pdf: pdf.Root.update({"/OpenAction": pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")}),
            Code.PDF_ACTION,
        ),
        (
            lambda pdf: pdf.Root.update({"/AA": pikepdf.Dictionary(WC={"/S": pikepdf.Name.JavaScript})}),
            Code.PDF_ACTION,
        ),
        (
            lambda pdf: pdf.Root.update({"/AF": pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="x.txt")}),
            Code.PDF_ACTION,
        ),
        (lambda pdf: get_font(pdf).__delitem__("/ToUnicode"), Code.PDF_FONT),
        (
            lambda pdf: get_font(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"),
            Code.PDF_FONT,
        ),
        (rename_font, Code.PDF_FONT),
    ],
)
def test_pdf_with_changed_objects(
    change: Change, code: Code, good_pdf: bytes, expectation: Expectation, tmp_path: Path
) -> None:
    """A PDF with one wrong object has the problem that names it, and no other."""
    path = tmp_path / "wrong.pdf"
    with pikepdf.open(io.BytesIO(good_pdf)) as pdf:
        change(pdf)
        pdf.save(path)
    found = find_codes(path, expectation)

    # Without its table of letters, the words of a font cannot be found either.
    assert found - ({Code.PDF_CONTENT.slug} if code is Code.PDF_FONT else set()) == {code.slug}


@pytest.mark.parametrize(("language", "codes"), [("en", {"pdf-size"}), ("ko", set())])
def test_large_pdf(
    *,
    language: str,
    codes: set[str],
    good_pdf: bytes,
    expectation: Expectation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A PDF that is larger than its language may be has a problem; Korean may be larger than others."""
    monkeypatch.setattr(pdf_checks, "LARGEST_BYTES", 1000)
    path = tmp_path / "large.pdf"
    path.write_bytes(good_pdf)

    assert find_codes(path, replace(expectation, language=language)) - {Code.PDF_METADATA.slug} == codes


@pytest.mark.parametrize("length", [0, 10, 1000, -100])
def test_truncated_pdf(length: int, good_pdf: bytes, expectation: Expectation, tmp_path: Path) -> None:
    """A PDF that was cut short is a problem, not a crash."""
    path = tmp_path / "short.pdf"
    path.write_bytes(good_pdf[:length])

    assert find_codes(path, expectation) == {Code.ARTIFACT_UNREADABLE.slug}


def test_missing_pdf(expectation: Expectation, tmp_path: Path) -> None:
    """A PDF that is not there is a problem, not a crash."""
    assert find_codes(tmp_path / "none.pdf", expectation) == {Code.ARTIFACT_UNREADABLE.slug}


def test_contents_with_front_matter_of_its_own(
    pdf_source: str, render_pdf: Callable[[str], bytes], expectation: Expectation, tmp_path: Path
) -> None:
    """Numbers of the contents may start anew after the front matter."""
    source = pdf_source.replace("target-counter(attr(href), page)", "attr(title)")
    for number, name in enumerate(("dog", "step", "told"), 1):
        source = source.replace(f'<a href="#{name}">', f'<a href="#{name}" title="{number}">', 1)
    path = tmp_path / "anew.pdf"
    path.write_bytes(render_pdf(source))

    assert list(check_pdf(path, expectation)) == []


@pytest.mark.parametrize(("target", "codes"), [("told", set()), ("step", {"pdf-content"})], ids=["right", "wrong"])
def test_part_and_chapter_of_one_name(
    pdf_source: str,
    render_pdf: Callable[[str], bytes],
    expectation: Expectation,
    tmp_path: Path,
    target: str,
    codes: set[str],
) -> None:
    """Two headings of the same name have a line of the contents and a page each."""
    path = tmp_path / "twins.pdf"
    source = pdf_source.replace("Who told it how", "One small step").replace(
        '<a href="#told">', f'<a href="#{target}">'
    )
    path.write_bytes(render_pdf(source))
    first, second, _third = expectation.headings

    assert find_codes(path, replace(expectation, headings=(first, second, second))) == codes


def test_problem_names_the_heading(good_pdf: bytes, expectation: Expectation, tmp_path: Path) -> None:
    """A missing heading is named in the problem, under the artifact's own name."""
    path = tmp_path / "good.pdf"
    path.write_bytes(good_pdf)
    wanted = replace(expectation, headings=(*expectation.headings, "Epilogue"), place="space-race-en.pdf")
    problems = list(check_pdf(path, wanted))

    assert problems
    assert all("Epilogue" in problem.found and problem.place == "space-race-en.pdf" for problem in problems)
