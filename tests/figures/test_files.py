"""The charts as files: written, checked, and those of the book."""

from pathlib import Path

import pytest

from build_tools.figures import FIGURES, Figure, check_figures, write_figures
from build_tools.paths import Repository
from build_tools.sphinx_ext.drawing import parse_drawing
from tests.figures.svg_words import list_texts

HERE = Repository()
ONE = {"one": Figure(("numbers",), lambda rows: f"<svg>{rows[0]['A']}</svg>\n")}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with one table."""
    (tmp_path / "book" / "data").mkdir(parents=True)
    (tmp_path / "book" / "figures").mkdir()
    (tmp_path / "book" / "data" / "numbers.csv").write_text("A\n1\n", encoding="utf-8")
    return Repository(tmp_path)


def test_what_was_written_passes_the_check(repository: Repository) -> None:
    """A chart that has just been drawn agrees with its data."""
    write_figures(repository, ONE)
    assert list(check_figures(repository, ONE)) == []


def test_a_missing_chart_is_told(repository: Repository) -> None:
    """A chart without its file is a problem, with the command that mends it."""
    (problem,) = check_figures(repository, ONE)
    assert problem.render().splitlines() == [
        "book/figures/one.svg: is not there (figure-stale)",
        "    Run: python -m build_tools figures",
    ]


def test_a_changed_chart_or_table_is_told(repository: Repository) -> None:
    """A drawing changed by hand, and a table changed without drawing again, are problems."""
    write_figures(repository, ONE)
    svg = repository.book / "figures" / "one.svg"
    svg.write_text(svg.read_text(encoding="utf-8").replace("1", "2"), encoding="utf-8")
    assert [problem.found for problem in check_figures(repository, ONE)] == ["differs from what its data give"]

    (repository.book / "data" / "numbers.csv").write_text("A\n2\n", encoding="utf-8")
    assert list(check_figures(repository, ONE)) == []


def test_the_charts_of_the_book_agree_with_their_data() -> None:
    """No chart of the book differs from its table."""
    assert [problem.render() for problem in check_figures(HERE)] == []


@pytest.mark.parametrize("name", FIGURES)
def test_the_book_lets_in_each_chart(name: str) -> None:
    """Each chart is a drawing that the book lets in, 640 wide, with words no smaller than 13."""
    source = (HERE.book / "figures" / f"{name}.svg").read_text(encoding="utf-8")
    root = parse_drawing(source.encode())

    width, height = root.get("viewBox", "").split()[2:]
    assert width == "640"
    assert 200 <= int(height) <= 480
    assert all(float(element.get("font-size", "13")) >= 13 for element in root.iter())
    assert all(text.strip() == text and text for text in list_texts(source))
