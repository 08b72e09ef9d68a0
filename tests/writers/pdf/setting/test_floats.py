"""Where a figure goes that does not fit."""

from build_tools.writers.pdf.setting.floats import (
    CLEARLY,
    FURTHEST,
    SLIGHTLY,
    Neighbour,
    Place,
    choose_place,
    list_places,
)

TEXT = Neighbour(flows=True)
HEADING = Neighbour(flows=False)
FIGURE = Neighbour(flows=False)


def list_shifts(*neighbours: Neighbour) -> list[int]:
    """List how far the figure may go."""
    places = list_places(neighbours, neighbours.index(FIGURE, 1), scalable=False)
    return [place.shift for place in places]


def test_figure_stays_in_its_section() -> None:
    """Neither a heading nor another figure is passed."""
    assert list_shifts(HEADING, FIGURE, HEADING, TEXT) == []
    assert list_shifts(TEXT, FIGURE, TEXT, HEADING, TEXT) == [1]


def test_text_comes_first() -> None:
    """A figure goes down past text before it goes up, and not far."""
    assert list_shifts(TEXT, TEXT, FIGURE, *[TEXT] * 9) == [*range(1, FURTHEST + 1), -1]


def test_figure_does_not_come_before_what_names_it() -> None:
    """A paragraph that refers to the figure stays before it."""
    assert list_shifts(TEXT, Neighbour(flows=True, names_figure=True), TEXT, FIGURE) == [-1]


def test_figure_does_not_come_before_what_is_on_the_page_before() -> None:
    """A paragraph that began on an earlier page is not passed."""
    assert list_shifts(TEXT, Neighbour(flows=True, begun=True), FIGURE) == []


def test_never_right_below_a_heading() -> None:
    """A figure does not come between a heading and its text; sooner it is smaller, or white is left."""
    assert list(list_places([HEADING, TEXT, FIGURE], 2, scalable=True)) == [Place(0, SLIGHTLY), Place(0, CLEARLY)]


def test_first_good_place_is_taken() -> None:
    """The first place that leaves little white is taken, and no other is tried after it."""
    tried = iter([(Place(1), 9.0), (Place(2), 2.0), (Place(3), 0.0)])

    assert choose_place(tried, white=10, enough=2.6) == Place(2)
    assert next(tried) == (Place(3), 0.0)


def test_place_that_helps_little_is_not_worth_it() -> None:
    """A figure stays where it was if no place leaves clearly less white."""
    assert choose_place([(Place(1), 9.0), (Place(-1), 8.0)], white=10, enough=2.6) is None
    assert choose_place([(Place(1), 7.0), (Place(-1), 5.0)], white=10, enough=2.6) == Place(-1)
    assert choose_place([], white=10, enough=2.6) is None
