"""Lanes: events of two sides on one line of time."""

import pytest

from build_tools.figures.canvas import AMERICAN, NEUTRAL, SOVIET
from build_tools.figures.lanes import render_lanes
from build_tools.figures.tables import parse_table
from build_tools.problems import BuildToolsError
from tests.figures.svg_words import list_shapes, list_texts, measure

EVENTS = parse_table(
    "id,date,side\nsputnik,1957-10-04,soviet\nexplorer,1958-02-01,american\nastp,1975-07-17,joint\nmir,1986,soviet\n"
)
HEAD = "id,label\n"


def test_dates_come_from_the_table_of_events() -> None:
    """Chosen events stand at their dates: Soviet and joint ones above, American ones below."""
    svg = render_lanes(EVENTS, parse_table(HEAD + "explorer,Explorer 1\nastp,Apollo–Soyuz\nsputnik,Sputnik 1\n"))

    sputnik, together, explorer = list_shapes(svg, "circle")
    assert [dot.get("fill") for dot in (sputnik, together, explorer)] == [SOVIET, NEUTRAL, AMERICAN]
    assert measure(sputnik, "cx") < measure(explorer, "cx") < measure(together, "cx")
    assert measure(sputnik, "cy") == measure(together, "cy") < measure(explorer, "cy")
    assert {"Sputnik 1", "Explorer 1", "Apollo–Soyuz"} < set(list_texts(svg))


def test_an_event_that_is_not_there_is_told() -> None:
    """A label for an unknown event is told with its line."""
    with pytest.raises(BuildToolsError, match="table:2: no event 'sputnk' in the table of events"):
        render_lanes(EVENTS, parse_table(HEAD + "sputnk,Sputnik 1\n"))


def test_labels_that_do_not_fit_are_told() -> None:
    """A label longer than the picture is told."""
    with pytest.raises(BuildToolsError, match="do not fit"):
        render_lanes(EVENTS, parse_table(f"{HEAD}sputnik,{'long ' * 40}\nexplorer,Explorer 1\n"))
