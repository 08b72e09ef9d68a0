"""Numbers of pages that lead where they say, and an index that is right."""

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from build_tools.problems import Code
from build_tools.verify.expectation import Expectation
from build_tools.verify.pdf import check_pdf
from build_tools.verify.pdf_document import open_pdf
from build_tools.verify.pdf_index import list_entries

ANIMALS = ("dog", "cat", "monkey", "tortoise", "mouse", "rat", "fly", "spider", "frog", "guinea pig", "newt", "ant")
ENTRY = '<p>{0}s in space, <a href="#{1}">{2}</a></p>'


def make_source(source: str, numbers: dict[str, int]) -> str:
    """Add a page for each animal and an index that gives the numbers of these pages."""
    texts = "".join(f'<h2 id="a{place}">About</h2><p>A {name} flew.</p>' for place, name in enumerate(ANIMALS))
    entries = "".join(
        ENTRY.format(name, f"a{place}", numbers.get(name, place + 5)) for place, name in enumerate(ANIMALS)
    )
    style = "</style><style>h2 { bookmark-level: none } div { break-before: page }</style>"
    return source.replace("</style>", style).replace("</body>", f"{texts}<div>{entries}</div></body>")


@pytest.fixture
def write_pdf(pdf_source: str, render_pdf: Callable[[str], bytes], tmp_path: Path) -> Callable[..., Path]:
    """What writes a PDF with an index."""

    def write(change: Callable[[str], str] = str, **numbers: int) -> Path:
        path = tmp_path / "index.pdf"
        path.write_bytes(render_pdf(change(make_source(pdf_source, numbers))))
        return path

    return write


def find_problems(path: Path, expectation: Expectation) -> list[str]:
    """Find what is wrong with the numbers of a PDF."""
    return [problem.found for problem in check_pdf(path, expectation) if problem.code == Code.PDF_INDEX.slug]


def test_right_index_has_no_problem(write_pdf: Callable[..., Path], expectation: Expectation) -> None:
    """An index whose numbers are those of the pages they lead to, where the entries stand, has no problem."""
    path = write_pdf()

    assert find_problems(path, expectation) == []
    entries = list_entries(open_pdf(path, expectation))
    assert [entry.words.strip() for entry in entries][:2] == ["dogs in space", "cats in space"]


def test_number_that_leads_elsewhere(write_pdf: Callable[..., Path], expectation: Expectation) -> None:
    """A number whose link leads to another page is told, with both pages."""
    assert find_problems(write_pdf(monkey=9), expectation) == ["the number 9 on page 17 leads to page 7"]
    assert find_problems(write_pdf(monkey=0), expectation) == ["the number 0 on page 17 leads to page 7"]


def test_index_of_other_pages(write_pdf: Callable[..., Path], expectation: Expectation) -> None:
    """An index that names pages which do not speak of its entries is told, although its links are right."""
    path = write_pdf(lambda source: re.sub(r"A [\w ]+ flew", "Something flew", source))
    (problem,) = find_problems(path, expectation)

    assert problem.startswith("12 of 12 entries of the index are not where it says, such as '")


def test_label_that_is_not_printed(write_pdf: Callable[..., Path], expectation: Expectation) -> None:
    """A page whose label is another number than the one on it is told."""
    path = write_pdf()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=3)])
        pdf.save(path)

    problems = find_problems(path, expectation)
    assert "page 3 has the number 1" in problems
    assert "the number 5 on page 19 leads to page 7" in problems
