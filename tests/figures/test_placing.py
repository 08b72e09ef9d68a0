"""Placing labels: nothing stands in the way of anything."""

from hypothesis import given
from hypothesis import strategies as some

from build_tools.figures.placing import Label, place_labels

LABELS = some.lists(some.builds(Label, some.integers(40, 600), some.integers(20, 120)), min_size=1, max_size=6)


@given(LABELS)
def test_no_two_labels_meet(labels: list[Label]) -> None:
    """Whatever is placed fits with everything else and stays within the picture."""
    places = place_labels(labels, 5, 0, 640)
    for number, place in enumerate(places):
        assert 0 <= place.span[0] < place.span[1] <= 640
        assert all(place.fits_with(other) for other in places[:number])


def test_a_lone_label_stands_low() -> None:
    """One label takes the lowest level, on the right."""
    (place,) = place_labels([Label(100, 50)], 5, 0, 640)
    assert (place.level, place.right) == (1, True)


def test_labels_that_do_not_fit() -> None:
    """Labels for which there is no room are not placed at all."""
    assert place_labels([Label(100, 700)], 5, 0, 640) == []
