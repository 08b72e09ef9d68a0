"""Tones of one ink: greys for one side, hatching for the other, a grid and dots for all others, each in levels.

In: a colour of the book's drawings and how strongly it fills an area.
Out: a grey or a pattern, and how lines and edges of that colour are drawn.
Which shapes get them is not its business.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from lxml import etree

INK, PAPER, DARK = "#000000", "#ffffff", "#404040"
SVG = "{http://www.w3.org/2000/svg}"
_TRACE, _FAINT, _MIDDLE = 0.15, 0.4, 0.8  # opacities: below each of them an area is of that level


@dataclass(frozen=True)
class Levels:
    """How a colour fills areas: each a grey or the name of a pattern."""

    full: str
    middle: str
    faint: str
    trace: str = PAPER

    def choose(self, opacity: float) -> str:
        """Choose the level of an area by its opacity."""
        if opacity < _TRACE:
            return self.trace
        if opacity < _FAINT:
            return self.faint
        return self.middle if opacity < _MIDDLE else self.full


@dataclass(frozen=True)
class Tone:
    """How a colour is printed: its areas, how its lines are dashed, how thick empty shapes are edged."""

    areas: Levels
    dashes: str = ""
    edge: float = 1.2


@dataclass(frozen=True)
class Pattern:
    """Slanting lines, a grid or dots: how far apart they are and how thick, in points."""

    marks: Literal["slant", "grid", "dots"]
    pitch: float
    thickness: float


PATTERNS = {
    "hatch-full": Pattern("slant", 2.5, 0.75),
    "hatch-middle": Pattern("slant", 4.2, 0.45),
    "hatch-faint": Pattern("slant", 6.0, 0.4),
    "grid": Pattern("grid", 2.0, 0.5),
    "dots-middle": Pattern("dots", 2.2, 0.9),
    "dots-faint": Pattern("dots", 3.4, 0.7),
}

# The book's red is the Soviet Union's, its blue the United States'; the third colour is for all others.
# Greys lie so far from each other that a copier keeps them apart.
TONES = {
    "#c4532d": Tone(Levels(DARK, "#a2a2a2", "#d2d2d2"), edge=2.4),
    "#4a78a8": Tone(Levels("hatch-full", "hatch-middle", "hatch-faint"), "4 2.4"),
    "#8a8578": Tone(Levels("grid", "dots-middle", "dots-faint"), "1.4 2"),
}


def find_pattern(fill: str | None) -> str:
    """Find the name of the pattern that an area is filled with; empty for greys."""
    return fill[5:-1] if fill and fill.startswith("url(#") else ""


def name_fill(area: str) -> str:
    """Name a grey or a pattern as SVG does."""
    return f"url(#{area})" if area in PATTERNS else area


def make_patterns(names: Collection[str], scale: float) -> etree._Element:
    """Make the definitions of patterns.

    :param scale: how many points a unit of the drawing is long.
    """
    definitions = etree.Element(f"{SVG}defs")
    for name in sorted(names):
        pattern = PATTERNS[name]
        side = f"{pattern.pitch / scale:.2f}"
        tile = etree.SubElement(definitions, f"{SVG}pattern", id=name, patternUnits="userSpaceOnUse")
        tile.set("width", side)
        tile.set("height", side)
        etree.SubElement(tile, f"{SVG}rect", width=side, height=side, fill=PAPER)
        tile.append(_make_mark(pattern, scale))
    return definitions


def _make_mark(pattern: Pattern, scale: float) -> etree._Element:
    side, thickness = pattern.pitch / scale, pattern.thickness / scale
    middle = f"{side / 2:.2f}"
    if pattern.marks == "dots":
        return etree.Element(f"{SVG}circle", cx=middle, cy=middle, r=f"{thickness / 2:.2f}", fill=INK)
    line = f"M0 {middle}H{side:.2f}M{middle} 0V{side:.2f}"
    if pattern.marks == "slant":
        # The corners hold what tiles beside this one would cut off.
        line = f"M0 {side:.2f}L{side:.2f} 0M-1 1L1 -1M{side - 1:.2f} {side + 1:.2f}L{side + 1:.2f} {side - 1:.2f}"
    mark = etree.Element(f"{SVG}path", d=line, fill="none", stroke=INK)
    mark.set("stroke-width", f"{thickness:.2f}")
    return mark
