"""The index of the ebook and the printed one: where they agree, and where they can differ."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.problems import Code
from build_tools.verify.expectation import Expectation
from build_tools.verify.printed_index import check_printed_index

STYLE = "h1 { break-before: page } nav { display: none }"
# Page 1 is empty, the text stands on pages 2 to 5, the index on page 6.
PRINTED = "".join(f'<h1 id="p{page}">Page {page}</h1>' for page in range(2, 6))
INDEX = (
    '<h1>Index</h1><p>dogs, <a href="#p2">2</a>–<a href="#p4">4</a></p><p>in space, <a href="#p5">5</a></p>'
    "<p>cats, see dogs</p><h1>Colophon</h1>"
    '<p>Set on <a href="#p2">2</a></p>'
)
LOCATOR = '<a epub:type="index-locator" href="#p{0}">{0}</a>'


def mark(number: int) -> str:
    """Give the mark of a page."""
    return f'<span epub:type="pagebreak" role="doc-pagebreak" id="p{number}" aria-label="{number}"/>'


def make_index(dogs: list[int], in_space: list[int]) -> str:
    """Make an ebook's index of two entries with pages."""
    entries = "".join(
        f'<li><p><span epub:type="index-term">{term}</span>{", ".join(map(LOCATOR.format, pages))}</p></li>'
        for term, pages in (("dogs", dogs), ("in space", in_space), ("cats, see dogs", []))
    )
    return f'<section epub:type="index"><h1>Index</h1><ul>{entries}</ul></section>'


@pytest.fixture
def find_problems(
    ebook_files: dict[str, bytes],
    pack: Callable[[dict[str, bytes]], Path],
    render_pdf: Callable[[str], bytes],
    expectation: Expectation,
    tmp_path: Path,
) -> Callable[[str, str], list[str]]:
    """What compares an ebook with the index, and marks of pages, with a PDF that has the printed index."""

    def find(index: str, marks: str) -> list[str]:
        text = ebook_files["EPUB/one.xhtml"].decode().replace("</body>", f"<p>{marks}</p>{index}</body>")
        ebook = pack({**ebook_files, "EPUB/one.xhtml": text.encode()})
        pdf = tmp_path / "printed.pdf"
        pdf.write_bytes(render_pdf(f"<html lang=en><title>A</title><style>{STYLE}</style><p>A</p>{PRINTED}{INDEX}"))
        problems = list(check_printed_index((ebook, expectation), (pdf, expectation)))
        assert {problem.code for problem in problems} <= {Code.EPUB_NAVIGATION.slug}
        return [problem.found for problem in problems]

    return find


MARKS = "".join(map(mark, range(2, 6)))


def test_same_pages(find_problems: Callable[[str, str], list[str]]) -> None:
    """Each page of a run in the ebook is the run in print, and numbers behind the index do not count."""
    assert find_problems(make_index([2, 3, 4], [5]), MARKS) == []


@pytest.mark.parametrize(
    ("dogs", "in_space", "found"),
    [
        ([2, 3, 4], [4], "the index has 4 at 'in space', that of sample has 5"),
        ([2, 4], [5], "the index has 4 at 'dogs', that of sample has –4"),
        ([2, 3, 4], [], "the index has nothing at 'dogs', that of sample has 5"),
        ([2, 3, 4], [3, 5], "the index has 3 at 'in space', that of sample has 5"),
    ],
)
def test_other_pages(
    *, dogs: list[int], in_space: list[int], found: str, find_problems: Callable[[str, str], list[str]]
) -> None:
    """The first page that differs is told with its entry, one that is missing or too much as well."""
    assert find_problems(make_index(dogs, in_space), MARKS) == [found]


def test_ebook_without_printed_pages(find_problems: Callable[[str, str], list[str]]) -> None:
    """The numbers of an ebook that tells no printed pages only count, and are not compared."""
    assert find_problems(make_index([1], [1]), "") == []
