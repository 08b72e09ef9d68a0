"""Cards of the firsts."""

from build_tools.writers.handouts.cards import lay_cards, mirror


def test_backs_meet_their_fronts() -> None:
    """A sheet turned on its long edge has the back of each card behind its front."""
    for front in lay_cards(list(range(20))):
        back = mirror(front)
        for place, card in enumerate(front):
            row, column = divmod(place, 3)
            assert back[3 * row + 2 - column] == card


def test_last_page_is_filled_with_empty_cards() -> None:
    """The backs of a last page with few cards still meet their fronts."""
    assert lay_cards([1]) == [[1, *[None] * 8]]
    assert lay_cards([]) == []
