"""Placing labels beside a line, so that none stands on another or in the way of another's stem.

In: where on the line each label belongs, and how wide it may become.
Out: for each the level, counted from the line, and the side of its stem.
"""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 5


@dataclass(frozen=True)
class Label:
    """Words that belong to a place on the line."""

    x: float
    width: float


@dataclass(frozen=True)
class Place:
    """Where a label stands: at the end of a stem as high as its level, right or left of it."""

    label: Label
    level: int
    right: bool

    @property
    def span(self) -> tuple[float, float]:
        """From where to where the words go."""
        if self.right:
            return self.label.x + GAP, self.label.x + GAP + self.label.width
        return self.label.x - GAP - self.label.width, self.label.x - GAP

    def fits_with(self, other: "Place") -> bool:
        """Tell whether neither words nor stems of two labels meet."""
        (start, end), (other_start, other_end) = self.span, other.span
        if self.level == other.level and start < other_end + GAP and other_start < end + GAP:
            return False
        return not (self.is_crossed_by(other) or other.is_crossed_by(self))

    def is_crossed_by(self, other: "Place") -> bool:
        """Tell whether the stem of another label goes through these words."""
        start, end = self.span
        return other.level >= self.level and start - GAP < other.label.x < end + GAP and other is not self


def place_labels(labels: Sequence[Label], levels: int, low: float, high: float) -> list[Place]:
    """Place all labels between low and high on as few levels as will do; none fit on too few levels."""
    for most in range(1, levels + 1):
        found = _place_rest([], labels, most, low, high)
        if found is not None:
            return found
    return []


def _place_rest(placed: list[Place], rest: Sequence[Label], levels: int, low: float, high: float) -> list[Place] | None:
    if not rest:
        return placed
    for level in range(1, levels + 1):
        for right in (True, False):
            place = Place(rest[0], level, right)
            inside = low <= place.span[0] and place.span[1] <= high
            if inside and all(place.fits_with(other) for other in placed):
                found = _place_rest([*placed, place], rest[1:], levels, low, high)
                if found is not None:
                    return found
    return None
