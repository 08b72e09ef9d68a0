"""Journeys: launch, arrival and the tellings' dates."""

from build_tools.figures.journeys import render_journeys, show_day
from build_tools.figures.tables import parse_table
from tests.figures.svg_words import list_shapes, list_texts, measure

ROWS = """Probe,Told by,Event,Date
Venera 7,Record,launch,1970-08-17
Venera 7,Record,landing,1970-12-15
Venera 7,Hungarian telling,landing,1970-08-17
Venera 7,Korean telling,launch,1971
"""


def test_a_telling_that_takes_the_launch_for_the_landing() -> None:
    """A ring that means the day of launch stands where the bar begins."""
    svg = render_journeys(parse_table(ROWS))
    (ring,) = list_shapes(svg, "circle")
    assert measure(ring, "cx") == measure(list_shapes(svg, "rect")[0], "x")


def test_a_year_is_an_empty_bar() -> None:
    """A telling that gives a year only has an outlined bar of that length, for any of its days may be meant."""
    flight, year = list_shapes(render_journeys(parse_table(ROWS)), "rect")
    assert year.get("fill") is None
    assert measure(year, "x") > measure(flight, "x") + measure(flight, "width")
    assert measure(year, "width") == 298


def test_days_are_written_without_their_year() -> None:
    """The year stands on the axis, so a day is 17 August."""
    assert show_day("1970-08-17") == "17 August"
    assert "launch, 17 August" in list_texts(render_journeys(parse_table(ROWS)))
