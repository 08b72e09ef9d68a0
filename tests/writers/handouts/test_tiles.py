"""A large sheet on four small ones."""

import pytest

from build_tools.papers import PAPERS
from build_tools.writers.handouts.tiles import MARGIN, OVERLAP, plan_tiles

POINTS = 72 / 25.4


@pytest.mark.parametrize(("large", "small"), [("a3", "a4"), ("tabloid", "letter")])
def test_tiles_cover_the_sheet_and_overlap(large: str, small: str) -> None:
    """Within the margins the four tiles show the whole sheet, and neighbours share what is glued."""
    sheet, paper = PAPERS[large].points, PAPERS[small]
    tiles = plan_tiles(sheet, paper)

    assert [(tile.column, tile.row) for tile in tiles] == [(0, 0), (1, 0), (0, 1), (1, 1)]
    edge = MARGIN * POINTS
    shown = [
        (
            (edge - tile.left) / tile.scale,
            (paper.points[0] - edge - tile.left) / tile.scale,
            (edge - tile.bottom) / tile.scale,
            (paper.points[1] - edge - tile.bottom) / tile.scale,
        )
        for tile in tiles
    ]
    assert min(left for left, *_ in shown) <= 0.01
    assert max(right for _, right, *_ in shown) >= sheet[0] - 0.01
    assert min(bottom for *_, bottom, _top in shown) <= 0.01
    assert max(top for *_, top in shown) >= sheet[1] - 0.01
    assert (shown[0][1] - shown[1][0]) * tiles[0].scale == pytest.approx(OVERLAP * POINTS)
    assert (shown[2][3] - shown[0][2]) * tiles[0].scale == pytest.approx(OVERLAP * POINTS)
