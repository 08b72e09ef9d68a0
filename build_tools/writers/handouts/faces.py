"""The faces of handouts: cuts of the edition's fonts at fixed weights and optical sizes, with the letters it needs.

In: an edition and its letters.
Out: font files in the folder of the build, and their style rules.
A variable font would be fixed anew for each of a hundred files; these are fixed once, in milliseconds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_tools.config import Face, Family
from build_tools.fonts import cut_font, locate

TEXT_SIZE, DISPLAY_SIZE = 9.0, 32.0
_WEIGHTS = {"normal": (400, 600), "italic": (400,)}
# Nothing but titles has this weight, so it can stand for their optical size as well.
_DISPLAY_WEIGHT = 500


@dataclass(frozen=True)
class Cut:
    """A font file to be made: the family and weight under which pages ask for it."""

    family: str
    weight: str
    face: Face
    axes: Mapping[str, float]


@cache
def list_axes(source: str) -> tuple[str, ...]:
    """List the axes of a font file; none where it is not variable."""
    from fontTools.ttLib import TTFont

    with TTFont(locate(source), lazy=True) as font:
        return tuple(axis.axisTag for axis in font["fvar"].axes) if "fvar" in font else ()


def list_cuts(families: Iterable[Family]) -> Iterator[Cut]:
    """List the cuts of families: text in two weights, italics, titles."""
    for family in families:
        for face in family.faces:
            axes = list_axes(face.source)
            if not axes:
                yield Cut(family.name, face.weight, face, {})
                continue
            for weight in _WEIGHTS[face.style]:
                yield Cut(family.name, f"{weight}", face, _fix(axes, weight, TEXT_SIZE))
            if face.style == "normal":
                place = _fix(axes, _DISPLAY_WEIGHT, DISPLAY_SIZE)
                yield Cut(family.name, f"{_DISPLAY_WEIGHT}", face, place)


def _fix(axes: Iterable[str], weight: float, size: float) -> dict[str, float]:
    return {axis: place for axis, place in (("wght", weight), ("opsz", size)) if axis in axes}


def write_faces(families: Iterable[Family], letters: str, folder: Path) -> str:
    """Write the cuts and give the rules for them, with the stack of families as a variable."""
    chosen = tuple(families)
    folder.mkdir(parents=True, exist_ok=True)
    rules = []
    for number, cut in enumerate(list_cuts(chosen), 1):
        path = folder / f"{number}.ttf"
        path.write_bytes(cut_font(cut.face, letters, cut.axes))
        described = f'font-family: "{cut.family}"; font-style: {cut.face.style}; font-weight: {cut.weight}'
        rules.append(f'@font-face {{ {described}; src: url("{path.resolve().as_uri()}"); }}\n')
    stack = ", ".join(f'"{family.name}"' for family in chosen)
    return "".join(rules) + f":root {{ --text-face: {stack}, serif; }}\n"
