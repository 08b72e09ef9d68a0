"""The list of figures and tables."""

import doctest

import pytest

from build_tools.writers import illustrations
from build_tools.writers.base import Chapter
from build_tools.writers.fragments import parse_fragment
from build_tools.writers.illustrations import Illustration, list_illustrations, shorten_caption

FIGURE = (
    '<figure id="f{0}"><svg xmlns="http://www.w3.org/2000/svg"/><figcaption><p><span class="caption-number">Fig. {0} '
    '</span><span class="caption-text">Dots to\nscale. More.</span></p></figcaption></figure>'
)
TABLE = (
    '<table id="rows"><caption><span class="caption-number">Table 1 </span><span class="caption-text">Rows</span>'
    "</caption><tbody><tr><td>x</td></tr></tbody></table>"
)


def test_examples_of_the_module() -> None:
    """The examples in its docstrings are true."""
    assert doctest.testmod(illustrations).failed == 0


def test_figures_come_before_tables() -> None:
    """All numbered figures come in their order, then the tables; what has no number is not listed."""
    one = Chapter("a/one", "One", parse_fragment(TABLE + FIGURE.format(1)))
    two = Chapter("two", "Two", parse_fragment(FIGURE.format(2) + "<figure id='x'/><table><tr><td/></tr></table>"))

    assert list_illustrations([one, two]) == [
        Illustration("figure", "Fig. 1", "Dots to scale", "a/one", "f1"),
        Illustration("figure", "Fig. 2", "Dots to scale", "two", "f2"),
        Illustration("table", "Table 1", "Rows", "a/one", "rows"),
    ]


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("Four rockets on one scale: the V-2, and three more.", "Four rockets on one scale"),
        ("How S. P. Korolev built it. Not to scale.", "How S. P. Korolev built it"),
        ("그림은 축척이 아니다. 날짜는 UTC다.", "그림은 축척이 아니다"),
        ("1961. április 12-én. Vosztok.", "1961. április 12-én"),
        ("Đường đi… Không theo tỉ lệ.", "Đường đi…"),
        ("No stop at all", "No stop at all"),
        ("", ""),
    ],
)
def test_title_is_the_first_sentence(caption: str, title: str) -> None:
    """A caption is cut behind its first sentence or before what explains it, not behind initials or ordinals."""
    assert shorten_caption(caption) == title
