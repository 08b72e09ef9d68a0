"""What Sphinx says becomes problems with a place and a code."""

import pytest

from build_tools.paths import Repository
from build_tools.warnings import parse_warnings


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("ROOT/book/a.md:7: WARNING: no such term [ref.term]", "book/a.md:7: no such term (ref-term)"),
        (
            "ROOT/book/a.md: WARNING: not in a toctree [toc.not_included]",
            "book/a.md: not in a toctree (toc-not-included)",
        ),
        ("ROOT/book/a.md:7: WARNING: no glyph [book.font-glyph]", "book/a.md:7: no glyph (font-glyph)"),
        ("ROOT/book/a.md:7: ERROR: broken", "book/a.md:7: broken (book-warning)"),
        ("ROOT/locales/ko/x.po:3:<translated>:1: WARNING: odd [a.b]", "locales/ko/x.po:3: odd (a-b)"),
        ("\x1b[91mROOT/book/a.md:7: WARNING: red\x1b[39;49;00m", "book/a.md:7: red (book-warning)"),
        ("WARNING: nowhere", "book: nowhere (book-warning)"),
        ("something else", "book: something else (book-warning)"),
    ],
)
def test_place_and_code_of_a_warning(tiny: Repository, line: str, shown: str) -> None:
    """Path, line, words and code come out of Sphinx's line; nothing that Sphinx says is lost."""
    assert [problem.render() for problem in parse_warnings(tiny, line.replace("ROOT", str(tiny.root)))] == [shown]


def test_warning_of_several_lines(tiny: Repository) -> None:
    """What goes on in the next line belongs to the warning before it; the next warning is one of its own."""
    text = f"{tiny.book}/a.md:1: WARNING: first\ngoes on\n{tiny.book}/b.md:2: WARNING: second\n"

    assert [(problem.line, problem.found) for problem in parse_warnings(tiny, text)] == [
        (1, "first\ngoes on"),
        (2, "second"),
    ]


def test_silence(tiny: Repository) -> None:
    """Where Sphinx says nothing, there is no problem."""
    assert list(parse_warnings(tiny, "\n")) == []
