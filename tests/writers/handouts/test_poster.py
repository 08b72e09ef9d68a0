"""The poster."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from build_tools.events import Event
from build_tools.papers import PAPERS
from build_tools.writers.handouts.gathering import Happening
from build_tools.writers.handouts.poster import LEAST_GAP, choose_gap, plan_poster, spread

BLOCKS = st.lists(st.tuples(st.floats(0, 300), st.floats(1, 12)), max_size=20).map(sorted)


def make_happening(name: str, date: str, side: str) -> Happening:
    """Make an event that was a first."""
    return Happening(Event(name, date, side, "It happened.", "First", 2), escape(date), escape(name), escape("First"))


@given(BLOCKS)
def test_labels_never_touch(blocks: list[tuple[float, float]]) -> None:
    """Labels keep their order and their distance, and stay on the sheet where there is room for all."""
    tops = spread([target for target, _height in blocks], [height for _target, height in blocks], 0, 312)

    for (top, (_target, height)), below in zip(zip(tops, blocks, strict=True), tops[1:], strict=False):
        assert top + height <= below + 1e-6
    assert all(top >= -1e-6 for top in tops)
    assert all(top + height <= 312 + 1e-6 for top, (_target, height) in zip(tops, blocks, strict=True))


def test_a_label_that_is_alone_stands_beside_its_date() -> None:
    """Nothing is moved without need."""
    assert spread([10, 100, 200], [5, 5, 5], 0, 300) == [10, 100, 200]


def test_sides_stand_in_their_lanes() -> None:
    """Each side has its lane, what both did stands between them, and what came before and after stands apart."""
    happenings = [
        make_happening("v2", "1944-06-20", "other"),
        make_happening("sputnik-1", "1957-10-04", "soviet"),
        make_happening("score", "1958-12-18", "american"),
        make_happening("handshake", "1975-07-17", "joint"),
        make_happening("viking", "1976-07-20", "american"),
    ]
    names = [f"label-{happening.event.name}-a3" for happening in happenings]

    poster = plan_poster(PAPERS["a3"], happenings, dict.fromkeys([*names, "before-a3", "after-a3"], 10.0))

    assert [(label.name, label.lane) for label in poster.labels] == [("sputnik-1", "soviet"), ("score", "american")]
    assert [label.name for label in poster.meetings] == ["handshake"]
    assert [happening.event.name for happening in poster.before + poster.after] == ["v2", "viking"]
    assert poster.top < poster.labels[0].date < poster.labels[1].date < poster.bottom < poster.after_top


def test_labels_have_room_between_them() -> None:
    """Labels of a lane never come nearer than the gap, which is the same in both; a lane that is too full is told."""
    happenings = [make_happening(f"s{number}", f"1961-{number:02}-01", "soviet") for number in range(1, 13)]
    happenings.append(make_happening("one", "1961-01-01", "american"))
    heights = {f"label-{happening.event.name}-a3": 11.0 for happening in happenings} | {"before-a3": 9, "after-a3": 9}

    poster = plan_poster(PAPERS["a3"], happenings, heights)
    tops = [label.top for label in poster.labels if label.lane == "soviet"]

    assert poster.gap >= LEAST_GAP
    assert not poster.is_crowded
    assert min(below - above for above, below in pairwise(tops)) >= 11 + poster.gap - 1e-6
    assert plan_poster(PAPERS["a3"], happenings, heights | {"label-s5-a3": 190.0}).is_crowded


def test_gap_is_that_of_the_fullest_lane() -> None:
    """What a full lane can spare is all that the other gets."""
    assert choose_gap([[10] * 10, [10]], 110) < 1
    assert choose_gap([[10], []], 110) == choose_gap([[10]], 1000)
