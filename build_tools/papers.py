"""The sheets that are printed on, and the names of what is printed on them.

In: names such as `a4` or `booklet-letter`.  Out: sizes in millimetres, and the parts of such a name.
What a variant looks like is the print writer's business.
"""

from dataclasses import dataclass
from fractions import Fraction

MILLIMETRES_PER_INCH = Fraction(254, 10)
POINTS_PER_INCH = 72
VARIANTS = ("screen", "print", "large", "booklet")
# The papers that people have in their printers, from which a language chooses its usual one.
HOME_PAPERS = ("a4", "letter")


@dataclass(frozen=True)
class Paper:
    """A sheet, upright, in millimetres."""

    name: str
    width: Fraction
    height: Fraction

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in PDF points."""
        factor = POINTS_PER_INCH / MILLIMETRES_PER_INCH
        return float(self.width * factor), float(self.height * factor)

    @property
    def landscape(self) -> "Paper":
        """The same sheet, laid on its side."""
        return Paper(f"{self.name}-landscape", self.height, self.width)


def _inches(name: str, width: float, height: float) -> Paper:
    return Paper(name, Fraction(width) * MILLIMETRES_PER_INCH, Fraction(height) * MILLIMETRES_PER_INCH)


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("a5", Fraction(148), Fraction(210)),
        Paper("a4", Fraction(210), Fraction(297)),
        Paper("a3", Fraction(297), Fraction(420)),
        _inches("half-letter", 5.5, 8.5),
        _inches("letter", 8.5, 11),
        _inches("tabloid", 11, 17),
    )
}
PAPERS |= {paper.landscape.name: paper.landscape for paper in PAPERS.values()}
# What is left of a sheet that is folded once.
HALVES = {"a4": "a5", "letter": "half-letter"}


def split_variant(name: str) -> tuple[str, str]:
    """Split the name of a variant from a paper that is named with it; raise ValueError where there is no such thing.

    >>> split_variant("print"), split_variant("print-letter")
    (('print', ''), ('print', 'letter'))
    """
    variant, _, paper = name.partition("-")
    fits = not paper if variant == "screen" else paper in {"", *HOME_PAPERS}
    if variant not in VARIANTS or not fits or name.endswith("-"):
        raise ValueError(name)
    return variant, paper


def name_variant(variant: str, paper: str, usual: str) -> str:
    """Name a variant; the paper is told only where it is not the language's usual one.

    >>> name_variant("print", "letter", "a4"), name_variant("print", "a4", "a4"), name_variant("screen", "letter", "a4")
    ('print-letter', 'print', 'screen')
    """
    return variant if variant == "screen" or paper in {"", usual} else f"{variant}-{paper}"


def choose_paper(name: str, usual: str) -> str:
    """Choose the paper whose size the pages of a variant's file have.

    >>> choose_paper("screen", "a4"), choose_paper("large-letter", "a4"), choose_paper("booklet", "a4")
    ('a5', 'letter', 'a4-landscape')
    """
    variant, paper = split_variant(name)
    if variant == "screen":
        return "a5"
    return f"{paper or usual}-landscape" if variant == "booklet" else paper or usual
