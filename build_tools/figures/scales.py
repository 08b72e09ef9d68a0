"""Scales and axes: values in, coordinates out.

In: what is measured, and the stretch of the picture it is laid on.
Out: coordinates, ticks, and quiet axes drawn with them.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from build_tools.figures.canvas import INK, Canvas

DASHES = "1.5 3"


class Scale(Protocol):
    """Anything that turns a value into a coordinate."""

    def __call__(self, value: float) -> float:
        """Give the coordinate of a value."""
        ...


@dataclass(frozen=True)
class Linear:
    """Equal steps for equal differences: values low to high on coordinates start to end (which may run down)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the coordinate of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, about: int = 5) -> list[float]:
        """List round values, about as many as asked for."""
        rough = (self.high - self.low) / about
        power = float(10 ** math.floor(math.log10(rough)))
        step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
        first, last = math.ceil(self.low / step), math.floor(self.high / step + 1e-9)
        return [place * step for place in range(first, last + 1)]


@dataclass(frozen=True)
class Log:
    """Equal steps for equal ratios."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the coordinate of a value, which is above zero."""
        return self.start + math.log(value / self.low) / math.log(self.high / self.low) * (self.end - self.start)

    def ticks(self, factors: Sequence[int] = (1,)) -> list[float]:
        """List the powers of ten within the scale, times each of the factors."""
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        values = [factor * 10.0**power for power in powers for factor in factors]
        return [value for value in values if self.low * 0.999 <= value <= self.high * 1.001]


@dataclass(frozen=True)
class Time:
    """Years and dates; 1957 is the first moment of that year."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | str) -> float:
        """Give the coordinate of a year such as 1957.5 or of a date such as 1957-10-04."""
        moment = year_of(value) if isinstance(value, str) else value
        return Linear(self.low, self.high, self.start, self.end)(moment)

    def ticks(self, step: int = 1) -> list[int]:
        """List the years that the step divides."""
        return [year for year in range(math.ceil(self.low), math.floor(self.high) + 1) if year % step == 0]


@dataclass(frozen=True)
class Band:
    """A lane for each name, in their order."""

    names: tuple[str, ...]
    start: float
    end: float
    gap: float = 0.3  # the part of a lane that stays white

    @property
    def width(self) -> float:
        """The width of a bar."""
        return (self.end - self.start) / len(self.names) * (1 - self.gap)

    def __call__(self, name: str) -> float:
        """Give where the bar of a name begins."""
        return self.middle(name) - self.width / 2

    def middle(self, name: str) -> float:
        """Give the middle of a lane."""
        return self.start + (self.names.index(name) + 0.5) * (self.end - self.start) / len(self.names)


def year_of(iso: str) -> float:
    """Turn 1957, 1957-10 or 1957-10-04 into a year with a fraction; what is not told counts as its middle."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    day = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 15)
    first = date(parts[0], 1, 1)
    return parts[0] + (day - first).days / (date(parts[0] + 1, 1, 1) - first).days


def show_number(value: float) -> str:
    """Write a number with commas: 1,327."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def draw_axis_x(
    canvas: Canvas, scale: Scale, y: float, ticks: Iterable[float], *, words: bool = True, years: bool = False
) -> None:
    """Draw ticks and numbers below a line at y, without the line itself."""
    for tick in ticks:
        canvas.line(scale(tick), y, scale(tick), y + 5)
        if words:
            canvas.text(scale(tick), y + 20, f"{tick:.0f}" if years else show_number(tick), "middle")


def draw_axis_y(canvas: Canvas, scale: Scale, x: float, ticks: Iterable[float]) -> None:
    """Draw ticks and numbers left of a line at x, without the line itself."""
    for tick in ticks:
        canvas.line(x - 5, scale(tick), x, scale(tick))
        canvas.text(x - 9, scale(tick) + 4.5, show_number(tick), "end")


def draw_grid(
    canvas: Canvas,
    *,
    across: Iterable[float] = (),
    up: Iterable[float] = (),
    left: float = 0,
    right: float = 0,
    top: float = 0,
    bottom: float = 0,
) -> None:
    """Draw quiet dotted lines: across at each y from left to right, up at each x from bottom to top."""
    for y in across:
        canvas.line(left, y, right, y, colour=INK, width=0.6, opacity=0.5, dashes=DASHES)
    for x in up:
        canvas.line(x, bottom, x, top, colour=INK, width=0.6, opacity=0.5, dashes=DASHES)
