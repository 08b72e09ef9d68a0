"""How each variant is set."""

import re
from dataclasses import replace

import pytest

from build_tools.config import Language
from build_tools.papers import VARIANTS
from build_tools.writers.pdf.variants import (
    MILLIMETRES_PER_POINT,
    TEXT_SIZE,
    choose_variant,
    make_finish,
    render_variant_style,
)

HUNGARIAN = Language("hu", "Magyar", paper="a4")
FILIPINO = Language("fil", "Filipino", paper="letter")
FOR_PAPER = [name for name in VARIANTS if name != "screen"]


def read_lengths(style: str, name: str) -> list[float]:
    """Read the lengths of a property from rules for pages, in millimetres."""
    rules = "".join(line for line in style.splitlines() if line.startswith("@page"))
    return [float(length) for length in re.findall(rf"{name}: ([\d.]+)mm", rules)]


@pytest.mark.parametrize("name", FOR_PAPER)
@pytest.mark.parametrize("language", [HUNGARIAN, FILIPINO])
def test_pages_have_the_size_of_the_paper(name: str, language: Language) -> None:
    """What is laid out has the size of the page when it is enlarged, to a hundredth of a millimetre."""
    variant = choose_variant(name, language)
    size = re.search(r"size: ([\d.]+)mm ([\d.]+)mm", render_variant_style(variant, language))

    assert size is not None
    assert float(size[1]) * variant.scale == pytest.approx(float(variant.page.width), abs=0.01)
    assert float(size[2]) * variant.scale == pytest.approx(float(variant.page.height), abs=0.01)


@pytest.mark.parametrize("name", FOR_PAPER)
@pytest.mark.parametrize("line_height", [1.42, 1.5, 1.68])
def test_text_is_whole_lines_high(name: str, line_height: float) -> None:
    """Between the margins fits a whole number of lines, and the lower margin is not less than it should be."""
    language = replace(HUNGARIAN, line_height=line_height)
    variant = choose_variant(name, language)
    style = render_variant_style(variant, language)
    (top, *_), (bottom, *_) = read_lengths(style, "margin-top"), read_lengths(style, "margin-bottom")
    line = TEXT_SIZE * max(line_height, variant.leading) * MILLIMETRES_PER_POINT
    lines = (float(variant.page.height) / variant.scale - top - bottom) / line

    assert lines == pytest.approx(round(lines), abs=0.01)
    assert variant.margins is not None
    assert 0 <= bottom * variant.scale - variant.margins.bottom < line * variant.scale


@pytest.mark.parametrize("name", FOR_PAPER)
def test_left_pages_mirror_right_ones(name: str) -> None:
    """The inner margins of both sides are the same, and so are the outer ones."""
    style = render_variant_style(choose_variant(name, HUNGARIAN), HUNGARIAN)
    lefts, rights = read_lengths(style, "margin-left"), read_lengths(style, "margin-right")

    assert len(lefts) == 4  # named pages have rules of their own
    assert lefts[0] == rights[1] > lefts[1] == rights[0]


@pytest.mark.parametrize("name", ["print", "booklet"])
def test_lines_break_as_on_the_screen(name: str) -> None:
    """On A4 the text is as wide as on the A5 page, in the sizes of the one style."""
    style = render_variant_style(choose_variant(name, HUNGARIAN), HUNGARIAN)
    width = (
        read_lengths(style, "size")[0] - read_lengths(style, "margin-left")[0] - read_lengths(style, "margin-right")[0]
    )

    assert width == pytest.approx(148 - 18 - 24, abs=0.02)


def test_screen_has_the_page_of_the_style() -> None:
    """The page of the screen is that of `print.css`."""
    assert "@page" not in render_variant_style(choose_variant("screen", HUNGARIAN), HUNGARIAN)


@pytest.mark.parametrize(
    ("name", "paper", "page"),
    [
        ("screen", "a5", "a5"),
        ("print", "letter", "letter"),
        ("print-a4", "a4", "a4"),
        ("booklet", "letter-landscape", "half-letter"),
        ("booklet-a4", "a4-landscape", "a5"),
    ],
)
def test_papers_of_a_language(name: str, paper: str, page: str) -> None:
    """Each variant is for the paper of the language, unless its name tells another."""
    variant = choose_variant(name, FILIPINO)

    assert (variant.paper.name, variant.page.name) == (paper, page)


@pytest.mark.parametrize(
    ("words", "dressed"),
    [
        ('<text x="1" fill="#c4532d">a</text>', '<text x="1" fill="#000000">a</text>'),
        ('<tspan fill="#22252b">a</tspan>', '<tspan fill="#000000">a</tspan>'),
        ('<path stroke="#22252b" fill="#c4532d"/>', '<path stroke="#000000" fill="#c4532d"/>'),
        ("<td>#c4532d</td>", "<td>#c4532d</td>"),
    ],
)
def test_words_of_drawings_are_black_on_paper(words: str, dressed: str) -> None:
    """On paper words and lines of drawings are black; areas keep their colours, and all does on the screen."""
    assert make_finish(choose_variant("print", HUNGARIAN)).dress(words) == dressed
    assert make_finish(choose_variant("screen", HUNGARIAN)).dress(words) == words


@pytest.mark.parametrize(
    ("height", "words", "size"),
    [(300, 0, "13"), (458, 0, "13"), (512, 0, "13.84"), (458, 40, "15.30"), (200, 40, "13")],
)
def test_words_of_high_drawings_are_larger(height: int, words: int, size: str) -> None:
    """Where a drawing is too high to be large on its page with its caption, its words are; only in large print."""
    caption = f"<figcaption><p>{'Figures ' * words}</p></figcaption>"
    drawing = f'<svg viewBox="0 0 640 {height}"><text font-size="13">a</text></svg>{caption}'
    dressed = make_finish(choose_variant("large", HUNGARIAN)).dress(drawing)

    assert dressed == drawing.replace("13", size)
    assert make_finish(choose_variant("print", HUNGARIAN)).dress(drawing) == drawing


def test_drawings_of_large_print_have_pages_on_their_side() -> None:
    """The pages of drawings are the paper, turned, with equal margins above and below, where the fold may be."""
    style = render_variant_style(choose_variant("large", HUNGARIAN), HUNGARIAN)
    rules = dict(re.findall(r"@page plate\S* \{ size: (\S+ \S+); margin: (.*?) \}", style))
    ((size, margin),) = rules.items()
    top, _right, bottom, _left = margin.split()

    assert [round(float(length.removesuffix("mm")) * 1.8) for length in size.split()] == [297, 210]
    assert top == bottom
    assert round(float(top.removesuffix("mm")) * 1.8, 1) >= 13


def test_finish_of_variants() -> None:
    """Pages for paper are enlarged and tagged; those of a booklet are neither."""
    finishes = [make_finish(choose_variant(name, HUNGARIAN)) for name in VARIANTS]

    assert [finish.scale for finish in finishes] == [1, 1.15, 1.8, 1]
    assert [finish.tagged for finish in finishes] == [True, True, True, False]
