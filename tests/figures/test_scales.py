"""Scales: where values come to stand."""

import pytest

from build_tools.figures.canvas import Canvas
from build_tools.figures.scales import (
    Band,
    Linear,
    Log,
    Time,
    draw_axis_x,
    draw_axis_y,
    draw_grid,
    show_number,
    year_of,
)
from tests.figures.svg_words import list_shapes, list_texts


def test_a_linear_scale_keeps_differences() -> None:
    """The middle of the values is the middle of the picture, also where the scale runs up the page."""
    assert Linear(0, 10, 100, 300)(5) == 200
    assert Linear(0, 10, 300, 100)(10) == 100


def test_a_log_scale_keeps_ratios() -> None:
    """From 1 to 10 it is as far as from 10 to 100."""
    scale = Log(1, 100, 0, 200)
    assert (scale(1), scale(10), scale(100)) == pytest.approx((0, 100, 200))
    assert scale.ticks((1, 2, 5)) == pytest.approx([1, 2, 5, 10, 20, 50, 100])


@pytest.mark.parametrize(
    ("low", "high", "about", "ticks"),
    [
        (0, 100, 5, [0, 20, 40, 60, 80, 100]),
        (0, 11_000, 5, [0, 5_000, 10_000]),
        (0.1, 0.5, 4, [0.1, 0.2, 0.3, 0.4, 0.5]),
    ],
)
def test_ticks_are_round(low: float, high: float, about: int, ticks: list[float]) -> None:
    """Ticks are multiples of 1, 2 or 5 of some power of ten."""
    assert Linear(low, high, 0, 1).ticks(about) == pytest.approx(ticks)


@pytest.mark.parametrize(
    ("iso", "year"),
    [
        ("1957", 1957.5),
        ("1957-01-01", 1957.0),
        ("1957-07-02", 1957.4986),
        ("1960-12-31", 1960.9973),
        ("1957-10", 1957.786),
    ],
)
def test_dates_become_years(iso: str, year: float) -> None:
    """A day has its place in the year; a month or a year counts as its middle."""
    assert year_of(iso) == pytest.approx(year, abs=1e-3)


def test_time_takes_years_and_dates() -> None:
    """A year with a fraction and a date come to stand on one scale."""
    time = Time(1957, 1975, 0, 180)
    assert time(1958) == time("1958-01-01") == pytest.approx(10)
    assert time.ticks(5) == [1960, 1965, 1970, 1975]


def test_bands_share_the_room() -> None:
    """Lanes are of one width, in the order of their names, with white between them."""
    band = Band(("a", "b"), 0, 100, gap=0.2)
    assert (band("a"), band("b"), band.width, band.middle("b")) == pytest.approx((5, 55, 40, 75))


@pytest.mark.parametrize(("value", "shown"), [(1327, "1,327"), (83.6, "83.6"), (0, "0"), (14.0, "14")])
def test_numbers_are_shown_as_in_the_book(value: float, shown: str) -> None:
    """Thousands have a comma, and whole numbers no decimals."""
    assert show_number(value) == shown


def test_axes_and_grid() -> None:
    """An axis writes each tick; years have no comma; a grid is dotted lines."""
    canvas = Canvas(220)
    draw_axis_x(canvas, Linear(1900, 2000, 0, 100), 200, [1957], years=True)
    draw_axis_y(canvas, Linear(0, 2000, 200, 0), 50, [1000])
    draw_grid(canvas, across=[10, 20], up=[30], right=100, bottom=100)

    svg = canvas.render()
    assert list_texts(svg) == ["1957", "1,000"]
    assert [path.get("stroke-dasharray") for path in list_shapes(svg, "path")].count("1.5 3") == 3
