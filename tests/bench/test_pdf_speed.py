"""What is told of the PDF writer's speed."""

import pytest

from build_tools.bench.pdf_speed import Setting, list_promises, render_settings

SINGLE = Setting("en", 1, 100, {"layout": 3.0, "write": 1.0, "finish": 0.5, "all": 5.0}, 300_000_000)


def test_long_book_that_costs_too_much() -> None:
    """A page that costs half as much again in a long book, and memory of two gigabytes, are promises not kept."""
    long = Setting("en", 10, 1000, {"layout": 60.0, "write": 10.0, "finish": 5.0, "all": 75.0}, 2_000_000_000)
    ratio, memory = list_promises([SINGLE, long])

    assert (ratio.value, ratio.is_met) == (pytest.approx(1.5), False)
    assert (memory.value, memory.is_met) == (2.0, False)


def test_long_book_that_costs_as_much() -> None:
    """A long book whose pages cost the same keeps the promises."""
    long = Setting("en", 10, 1000, {"all": 50.0}, 1_000_000_000)

    assert [promise.is_met for promise in list_promises([SINGLE, long])] == [True, True]


def test_table() -> None:
    """Each book has a line with the cost of a page in every step."""
    assert render_settings([SINGLE]).splitlines()[-1] == "| `en` | 100 | 30.0 | 10.0 | 5.0 | 50.0 | 286 MiB |"
