"""Papers and the names of variants."""

import pytest

from build_tools.papers import HALVES, PAPERS, VARIANTS, choose_paper, name_variant, split_variant


@pytest.mark.parametrize(("name", "size"), [("a5", (420, 595)), ("a4", (595, 842)), ("letter", (612, 792))])
def test_sizes_in_points(name: str, size: tuple[int, int]) -> None:
    """The sizes are those that PDF readers know the papers by."""
    assert tuple(map(round, PAPERS[name].points)) == size


def test_half_a_sheet() -> None:
    """Two pages of a booklet are as large as the sheet they are printed on."""
    for whole, half in HALVES.items():
        assert abs(PAPERS[half].width * 2 - PAPERS[whole].height) <= 1
        assert PAPERS[half].height == PAPERS[whole].width


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("usual", ["a4", "letter"])
def test_names_tell_the_paper(variant: str, paper: str, usual: str) -> None:
    """From the name of a variant and the usual paper follows the paper that was asked for, except of the screen."""
    name = name_variant(variant, paper, usual)

    assert split_variant(name)[0] == variant
    assert choose_paper(name, usual) == {"screen": "a5", "booklet": f"{paper}-landscape"}.get(variant, paper)
