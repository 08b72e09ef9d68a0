"""A large sheet on four small ones."""

from itertools import product
from pathlib import Path

import pytest
import weasyprint

from build_tools.papers import PAPERS
from build_tools.writers.handouts.tiles import (
    EDGE,
    LEAST_OVERLAP,
    MOST_OVERLAP,
    Box,
    Tile,
    choose_cut,
    plan_tiles,
    read_words,
)

PAIRS = [("a3", "a4"), ("tabloid", "letter")]
BORDER = 30.0


def show(tile: Tile) -> Box:
    """Give what a tile shows, in points of the large sheet."""
    left, bottom, right, top = tile.window
    return (
        (left - tile.left) / tile.scale,
        (bottom - tile.bottom) / tile.scale,
        (right - tile.left) / tile.scale,
        (top - tile.bottom) / tile.scale,
    )


def list_words(size: tuple[float, float]) -> list[Box]:
    """List words as a poster has them: a column of years in the middle, lines on both sides that do not align."""
    width, height = size
    years = [(width / 2 - 20, y, width / 2 + 20, y + 14) for y in range(100, int(height) - 140, 40)]
    left = [(60.0, y, width / 2 - 60, y + 11) for y in range(97, int(height) - 140, 23)]
    right = [(width / 2 + 60, y, width - 60, y + 11) for y in range(104, int(height) - 140, 17)]
    return [*years, *left, *right]


@pytest.mark.parametrize(("large", "small"), PAIRS)
def test_tiles_cover_the_sheet_and_overlap(large: str, small: str) -> None:
    """The four tiles show the whole sheet but its borders, stay on their paper, and neighbours share what is glued."""
    sheet, paper = PAPERS[large].points, PAPERS[small]
    tiles = plan_tiles(sheet, BORDER, list_words(sheet), paper)
    shown = [show(tile) for tile in tiles]

    assert [(box[0] == min(s[0] for s in shown), box[1] == min(s[1] for s in shown)) for box in shown] == [
        (True, False),
        (False, False),
        (True, True),
        (False, True),
    ]
    assert (min(box[0] for box in shown), min(box[1] for box in shown)) == pytest.approx((BORDER, BORDER))
    assert max(box[2] for box in shown) == pytest.approx(sheet[0] - BORDER)
    assert max(box[3] for box in shown) == pytest.approx(sheet[1] - BORDER)
    for tile in tiles:
        assert min(tile.window[:2]) >= EDGE - 0.01
        assert tile.window[2] <= paper.points[0] - EDGE + 0.01
        assert tile.window[3] <= paper.points[1] - EDGE + 0.01
    across, down = shown[0][2] - shown[1][0], shown[2][3] - shown[0][1]
    for overlap in (across * tiles[0].scale, down * tiles[0].scale):
        assert LEAST_OVERLAP - 0.01 <= overlap <= MOST_OVERLAP + 0.01


@pytest.mark.parametrize(("large", "small"), PAIRS)
def test_no_edge_cuts_a_word(large: str, small: str) -> None:
    """A word is whole on each tile that shows any of it."""
    sheet, paper = PAPERS[large].points, PAPERS[small]
    words = list_words(sheet)

    for tile, word in product(plan_tiles(sheet, BORDER, words, paper), words):
        left, bottom, right, top = show(tile)
        meets = left < word[2] and word[0] < right and bottom < word[3] and word[1] < top
        holds = left <= word[0] and word[2] <= right and bottom <= word[1] and word[3] <= top
        assert holds or not meets


def test_neighbours_are_marked_where_they_come_to_lie() -> None:
    """The tick on one tile is where the edge of the other lies when the drawings meet."""
    sheet, paper = PAPERS["a3"].points, PAPERS["a4"]
    first, second, third, _fourth = plan_tiles(sheet, BORDER, list_words(sheet), paper)

    assert (first.neighbours[0] - first.left) / first.scale == pytest.approx(show(second)[0])
    assert (second.neighbours[0] - second.left) / second.scale == pytest.approx(show(first)[2])
    assert (first.neighbours[1] - first.bottom) / first.scale == pytest.approx(show(third)[3])
    assert (third.neighbours[1] - third.bottom) / third.scale == pytest.approx(show(first)[1])


def test_where_words_leave_no_place_there_is_no_cut() -> None:
    """A word across the whole sheet cannot be spared; without words the cut is in the middle."""
    assert choose_cut([(0, 400)], (0, 400), 300, 1) is None
    begin, end = choose_cut([], (0, 400), 300, 1) or (0, 0)
    assert (begin + end) / 2 == pytest.approx(200, abs=1)


def test_words_are_read_where_their_ink_is(tmp_path: Path) -> None:
    """Each word of a page has the box of its letters."""
    path = tmp_path / "words.pdf"
    style = "@page { size: 400pt 200pt; margin: 20pt } html { font: 20pt/30pt serif } body { margin: 0 }"
    weasyprint.HTML(string=f"<style>{style}</style><p style='margin: 0'>Moon xx<br>Mars</p>").write_pdf(path)

    moon, small, mars = read_words(path)
    assert moon[0] == pytest.approx(20, abs=2)
    assert moon[2] < small[0]
    assert small[3] < moon[3]
    assert mars[3] < moon[1]
