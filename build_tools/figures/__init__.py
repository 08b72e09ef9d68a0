"""Charts drawn from data: `book/data/NAME.csv` in, `book/figures/NAME.svg` out.

The drawings are kept with the book, so that reading and printing it needs nothing from here.
"""

from build_tools.figures.figure import Figure
from build_tools.figures.files import check_figures, write_figures
from build_tools.figures.register import FIGURES

__all__ = ["FIGURES", "Figure", "check_figures", "write_figures"]
