"""The charts as files: `book/data/*.csv` in, `book/figures/*.svg` out.

What a chart looks like is not this module's business.
"""

from collections.abc import Iterator, Mapping

from build_tools.figures.figure import Figure
from build_tools.figures.register import FIGURES
from build_tools.figures.tables import load_table
from build_tools.paths import Repository
from build_tools.problems import Code, Problem


def render_figure(repository: Repository, figure: Figure) -> str:
    """Render a figure from its tables in the repository."""
    paths = [repository.book / "data" / (name if name.endswith(".tsv") else f"{name}.csv") for name in figure.data]
    return figure.render(*(load_table(path, repository.relative(path)) for path in paths))


def write_figures(repository: Repository, figures: Mapping[str, Figure] = FIGURES) -> None:
    """Write the SVG of every figure."""
    for name, figure in figures.items():
        path = repository.book / "figures" / f"{name}.svg"
        path.write_text(render_figure(repository, figure), encoding="utf-8", newline="\n")


def check_figures(repository: Repository, figures: Mapping[str, Figure] = FIGURES) -> Iterator[Problem]:
    """Yield a problem for each SVG that differs from what the data give."""
    for name, figure in figures.items():
        path = repository.book / "figures" / f"{name}.svg"
        if not path.is_file() or path.read_bytes() != render_figure(repository, figure).encode():
            found = "differs from what its data give" if path.is_file() else "is not there"
            cure = "Run: python -m build_tools figures"
            yield Problem.of(Code.FIGURE_STALE, repository.relative(path), found, cure=cure)
