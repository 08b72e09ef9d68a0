"""The eras."""

import pytest

from build_tools.figures.eras import render_agency_dates, render_ends_of_the_race, render_who_carried_whom
from build_tools.figures.tables import parse_table
from build_tools.problems import BuildToolsError
from tests.figures.svg_words import find_text, list_shapes, list_texts, measure

CREWS = """Spacecraft or period,Kind,From,Until
Soyuz,Russian spacecraft,1986-03,
Space Shuttle,American spacecraft,1995-06,2002-12
Space Shuttle,American spacecraft,2005-07,2011-07
Crew Dragon,American spacecraft,2020-05,
Starliner,American test flight,2024-06,
Americans fly on Soyuz only,period,2011-07,2020-05
"""
AGENCY = """Name,From,Until,Source
Old name,1992-02,1999-05,record
New name,1999-05,,record
Founded in 2008,2008-01,2008-03,Some telling
"""
ENDS = "Finishing line,Date,Who says so\nFirst people,1969-07,One\nStill running,2008,Other\n"


def test_spacecraft_have_one_lane_each() -> None:
    """A spacecraft that flew twice has two bars in one lane and one name."""
    svg = render_who_carried_whom(parse_table(CREWS))
    assert list_texts(svg).count("Space Shuttle") == 1
    first, second = list_shapes(svg, "rect")
    assert first.get("y") == second.get("y")
    assert measure(first, "x") + measure(first, "width") < measure(second, "x")


def test_test_flight_is_hollow() -> None:
    """The one test flight is an outlined dot, not a bar."""
    (dot,) = list_shapes(render_who_carried_whom(parse_table(CREWS)), "circle")
    assert dot.get("fill") is None


def test_unknown_kind_of_spacecraft() -> None:
    """A kind that nothing is known of is told with its place."""
    with pytest.raises(BuildToolsError, match="table:2: 'Martian'"):
        render_who_carried_whom(parse_table(CREWS.replace("Russian spacecraft", "Martian")))


def test_names_of_the_agency_begin_where_the_last_ended() -> None:
    """One name follows the other; what goes on has a point instead of an end."""
    svg = render_agency_dates(parse_table(AGENCY))
    old, _ = list_shapes(svg, "rect")
    (new,) = [shape for shape in list_shapes(svg, "path") if shape.get("fill")]
    begins = float(str(new.get("d"))[1:].split()[0])
    assert begins == pytest.approx(measure(old, "x") + measure(old, "width"), abs=0.11)


def test_tellings_stand_below_the_record() -> None:
    """What a telling says stands lower than the bar of the record."""
    svg = render_agency_dates(parse_table(AGENCY))
    record, told = list_shapes(svg, "rect")
    assert measure(told, "y") > measure(record, "y") + measure(record, "height")
    assert measure(find_text(svg, "Founded in 2008"), "y") > measure(told, "y")


def test_race_that_is_still_running_has_no_flag() -> None:
    """Each finishing line has a flag in ink; a race that goes on has none, but a point, and has lasted longer."""
    svg = render_ends_of_the_race(parse_table(ENDS))
    paths = [shape for shape in list_shapes(svg, "path") if shape.get("fill")]
    flags = [shape for shape in paths if shape.get("fill") == "currentColor"]
    assert len(flags) == 1
    (bar,) = list_shapes(svg, "rect")
    (running,) = [shape for shape in paths if shape not in flags]
    left, _, right, *_ = str(running.get("d"))[1:].replace("L", " ").split()
    assert float(left) == measure(bar, "x")
    assert float(right) > measure(bar, "x") + measure(bar, "width")
