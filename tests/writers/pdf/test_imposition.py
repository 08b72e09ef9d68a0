"""Sheets that are folded give the pages in their order."""

from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.papers import PAPERS
from build_tools.writers.pdf.imposition import Side, impose, write_booklet

PAGES, SHEETS = st.integers(0, 400), st.integers(1, 12)


def fold(sides: list[Side], sheets: int) -> list[int | None]:
    """Lay sheets on each other, fold them once and turn the leaves, signature after signature."""
    pages: list[int | None] = []
    for first in range(0, len(sides), 2 * sheets):
        leaves = sides[first : first + 2 * sheets]
        pairs = [(leaves[n], leaves[n + 1]) for n in range(0, len(leaves), 2)]
        for front, back in pairs:
            pages += [front[1], back[0]]
        for front, back in reversed(pairs):
            pages += [back[1], front[0]]
    return pages


@given(PAGES, SHEETS)
def test_every_page_is_printed_once(pages: int, sheets: int) -> None:
    """Every page stands on exactly one half of one side."""
    printed = [page for side in impose(pages, sheets) for page in side if page is not None]

    assert sorted(printed) == list(range(pages))


@given(PAGES, SHEETS)
def test_folded_sheets_are_in_reading_order(pages: int, sheets: int) -> None:
    """Whoever folds signature after signature reads page after page, with blank ones at the end only."""
    read = fold(impose(pages, sheets), sheets)

    assert read[:pages] == list(range(pages))
    assert set(read[pages:]) <= {None}
    assert len(read) - pages < 4


@given(PAGES, SHEETS)
def test_sheets_have_two_sides(pages: int, sheets: int) -> None:
    """There are no more sheets than needed, and each has a front and a back."""
    sides = impose(pages, sheets)

    assert len(sides) == 2 * -(-pages // 4)


@pytest.fixture
def single(tmp_path: Path) -> Path:
    """Six A5 pages, with what a PDF says of itself; each page draws a line as high as its number."""
    path = tmp_path / "single.pdf"
    with pikepdf.new() as pdf:
        for number in range(6):
            page = pdf.add_blank_page(page_size=PAPERS["a5"].points)
            page.Contents = pdf.make_stream(f"0 0 m 0 {number + 1} l S".encode())
        pdf.Root.Lang = pikepdf.String("ko")
        pdf.docinfo["/Title"] = pikepdf.String("네 가지 이야기")
        pdf.save(path)
    return path


def test_booklet_on_sheets(single: Path, tmp_path: Path) -> None:
    """Six pages are two sheets in landscape, which say title, language and how they are to be printed."""
    sides = write_booklet(single, tmp_path / "booklet.pdf", PAPERS["a4-landscape"])

    assert sides == 4
    with pikepdf.open(tmp_path / "booklet.pdf") as pdf:
        assert list(pdf.check_pdf_syntax()) == []
        assert [tuple(map(round, map(float, page.mediabox[2:]))) for page in pdf.pages] == [(842, 595)] * 4
        assert str(pdf.Root.Lang) == "ko"
        assert str(pdf.docinfo["/Title"]) == "네 가지 이야기"
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
        assert [len(page.Resources.get("/XObject", {})) for page in pdf.pages] == [1, 1, 2, 2]
        assert not any("/Annots" in page for page in pdf.pages)


def test_pages_meet_at_the_fold(single: Path, tmp_path: Path) -> None:
    """Both pages of a side touch the middle of the sheet, in their own size."""
    write_booklet(single, tmp_path / "booklet.pdf", PAPERS["a4-landscape"])
    with pikepdf.open(tmp_path / "booklet.pdf") as pdf:
        places = [
            [float(value) for value in instruction.operands]
            for instruction in pikepdf.parse_content_stream(pdf.pages[3])
            if str(instruction.operator) == "cm"
        ]
    middle, width = PAPERS["a4-landscape"].points[0] / 2, PAPERS["a5"].points[0]
    (left, right) = (place for place in places if place[4] or place[5])

    assert (left[0], left[3]) == pytest.approx((1, 1), abs=0.001)
    assert (left[4], right[4]) == pytest.approx((middle - width, middle), abs=0.1)


def test_book_bound_on_the_right(single: Path, tmp_path: Path) -> None:
    """A book that is read from the right begins on the left half of its first sheet."""
    for name, rtl in (("left.pdf", True), ("right.pdf", False)):
        write_booklet(single, tmp_path / name, PAPERS["a4-landscape"], rtl=rtl)
    starts = []
    for name in ("left.pdf", "right.pdf"):
        with pikepdf.open(tmp_path / name) as pdf:
            instructions = list(pikepdf.parse_content_stream(pdf.pages[0]))
        starts.append(max(float(each.operands[4]) for each in instructions if str(each.operator) == "cm"))

    assert starts[0] < 2
    assert starts[1] > 400


def test_same_pages_give_the_same_bytes(single: Path, tmp_path: Path) -> None:
    """A booklet that is written twice is the same, byte for byte."""
    for name in ("one.pdf", "two.pdf"):
        write_booklet(single, tmp_path / name, PAPERS["letter-landscape"])

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
