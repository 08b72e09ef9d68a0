"""A sheet of paper with our palette: shapes and words in, plain SVG out.

In: coordinates in units of a picture 640 wide.
Out: SVG that `sphinx_ext/drawing.py` lets pass, the same bytes for the same calls.
What the shapes mean is not this module's business.

drawsvg writes the elements.  Of the two libraries looked at it is the one still kept (svgwrite says of itself that it
is not developed any more), and its elements can hang from a root of our own, without definitions, styles or ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Literal

import drawsvg
from drawsvg.types import Context, DrawingParentElement, LocalContext

WIDTH = 640
SMALL, LARGE = 13, 14  # in print 640 units are 110 mm, so 13 units are 6.3 pt: never smaller

INK = "currentColor"  # shown on light and dark
SOVIET = "#c4532d"
AMERICAN = "#4a78a8"
NEUTRAL = "#8a8578"
SIDES = {"soviet": SOVIET, "american": AMERICAN}  # every other side is neutral
COUNTRIES = {"Soviet Union": SOVIET, "Russia": SOVIET, "United States": AMERICAN}

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
# A person one unit tall, feet at the origin; the outline of the figure in "Rockets to scale".
BODY = (
    (-0.174, -0.88), (0.174, -0.88), (0.192, -0.485), (0.108, -0.485), (0.108, 0.0), (0.018, 0.0),
    (0.0, -0.455), (-0.018, 0.0), (-0.108, 0.0), (-0.108, -0.485), (-0.192, -0.485),
)  # fmt: skip


@dataclass(frozen=True)
class Paint:
    """How a shape is filled and outlined."""

    fill: str = "none"
    opacity: float = 1
    stroke: str = "none"
    width: float = 0.9

    def attributes(self) -> dict[str, object]:
        """Give the attributes that differ from those of the root."""
        given: dict[str, object] = {}
        if self.fill != "none":
            given["fill"] = self.fill
            if self.opacity != 1:
                given["fill_opacity"] = self.opacity
        if self.stroke != "none":
            given |= {"stroke": self.stroke, "stroke_width": self.width}
        return given


def solid(colour: str, opacity: float = 1) -> Paint:
    """Paint a full shape; opacities in use are 1, .55 and .25.

    A tint has an outline in the full colour: by itself it is too near to the page, be that white or black
    (WCAG 2.2, 1.4.11), and a photocopier loses it.
    """
    return Paint(fill=colour, opacity=opacity, stroke="none" if opacity == 1 else colour)


def framed(colour: str, opacity: float = 1) -> Paint:
    """Paint a full shape with an outline in ink, as the rockets have it."""
    return Paint(fill=colour, opacity=opacity, stroke=INK)


def hollow(colour: str, width: float = 1.5) -> Paint:
    """Paint the outline only: the other of two kinds, also without colour."""
    return Paint(stroke=colour, width=width)


def colour_of(side: str) -> str:
    """Give the accent of a side of the table of events, or of a country."""
    return SIDES.get(side) or COUNTRIES.get(side, NEUTRAL)


def tidy(value: float) -> float:
    """Round a coordinate to a tenth, and drop a tenth that is none."""
    rounded = round(float(value), 1)
    return int(rounded) if rounded == int(rounded) else rounded


class Root(DrawingParentElement):
    """The svg element, with nothing in it but what is drawn."""

    TAG_NAME = "svg"


class Canvas:
    """One picture, drawn from back to front."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.root = Root(
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {height}",
            role="img",
            fill="none",
            stroke="none",
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        anchor: Anchor = "start",
        *,
        size: int = SMALL,
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        """Write one message; y is the line that the letters stand on."""
        weight = {"font_weight": 600} if bold else {}
        self.root.append(
            drawsvg.Text(words, size, tidy(x), tidy(y), text_anchor=anchor, **weight, fill=colour),
        )

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        colour: str = INK,
        width: float = 1.1,
        opacity: float = 1,
        dashes: str = "",
    ) -> None:
        """Draw a straight line."""
        self.path([(x1, y1), (x2, y2)], colour=colour, width=width, opacity=opacity, dashes=dashes)

    def path(
        self,
        points: Sequence[Point],
        *,
        colour: str = INK,
        width: float = 1.1,
        opacity: float = 1,
        dashes: str = "",
    ) -> None:
        """Draw a line through several points."""
        more: dict[str, object] = {"stroke_opacity": opacity} if opacity != 1 else {}
        more |= {"stroke_dasharray": dashes} if dashes else {}
        self.root.append(drawsvg.Path(_join(points), stroke=colour, stroke_width=width, **more))

    def rect(self, x: float, y: float, width: float, height: float, paint: Paint) -> None:
        """Draw an upright rectangle."""
        corner = tidy(x), tidy(y)
        self.root.append(drawsvg.Rectangle(*corner, tidy(width), tidy(height), **paint.attributes()))

    def dot(self, x: float, y: float, radius: float, paint: Paint) -> None:
        """Draw a circle."""
        self.root.append(drawsvg.Circle(tidy(x), tidy(y), tidy(radius), **paint.attributes()))

    def polygon(self, points: Sequence[Point], paint: Paint) -> None:
        """Draw a closed shape with straight sides."""
        self.root.append(drawsvg.Path(_join(points) + " Z", **paint.attributes()))

    def person(self, x: float, y: float, height: float, paint: Paint) -> None:
        """Draw a person who stands on y."""
        self.dot(x, y - height * 0.95 + height * 0.03, height * 0.105, paint)
        self.polygon([(x + dx * height, y + min(dy + 0.12, 0) * height) for dx, dy in BODY], paint)

    def render(self) -> str:
        """Give the SVG as text."""
        with StringIO() as written:
            context = LocalContext(Context(), self.root, self.root)
            self.root.write_svg_element({}, lambda _: False, written, context, dry_run=False)
            return written.getvalue().replace(" />", "/>") + "\n"


def _join(points: Sequence[Point]) -> str:
    return " ".join(f"{'L' if place else 'M'}{tidy(x)} {tidy(y)}" for place, (x, y) in enumerate(points))
