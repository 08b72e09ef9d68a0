"""How well a colour stands out from another, as WCAG 2.2 reckons it.

Contrast ratio and relative luminance: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

Colour = tuple[float, float, float]

# What readers of ebooks choose among: page and text.  White and black are the extremes; night is Chromium's and
# Android's dark surface, sepia that of foliate-js.
WHITE, BLACK = (255.0, 255.0, 255.0), (0.0, 0.0, 0.0)
PAGES: dict[str, tuple[Colour, Colour]] = {
    "day": (WHITE, BLACK),
    "black": (BLACK, WHITE),
    "night": ((18.0, 18.0, 18.0), (224.0, 224.0, 224.0)),
    "sepia": ((241.0, 232.0, 208.0), (91.0, 70.0, 54.0)),
}


def parse_colour(text: str) -> Colour:
    """Read a colour such as "#c4532d".

    >>> parse_colour("#c4532d")
    (196.0, 83.0, 45.0)
    """
    red, green, blue = (float(int(text[place : place + 2], 16)) for place in (1, 3, 5))
    return red, green, blue


def lay_over(colour: Colour, below: Colour, opacity: float) -> Colour:
    """Lay a colour that shines through over another."""
    red, green, blue = (above * opacity + under * (1 - opacity) for above, under in zip(colour, below, strict=True))
    return red, green, blue


def measure_luminance(colour: Colour) -> float:
    """Measure the relative luminance of a colour, from 0 to 1."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: Colour, other: Colour) -> float:
    """Measure the contrast of two colours, from 1 to 21.

    >>> measure_contrast(WHITE, BLACK)
    21.0
    """
    lighter, darker = sorted((measure_luminance(one), measure_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
