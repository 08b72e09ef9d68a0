"""What chapters give for their handouts."""

import pytest
from lxml import etree
from markupsafe import Markup

from build_tools.writers.handouts.material import choose_corrections, speak_name


@pytest.mark.parametrize(
    ("listed", "spoken"),
    [
        ("Aldrin, Edwin ‘Buzz’ (born 1930)", "Edwin ‘Buzz’ Aldrin (born 1930)"),
        ("암\u2060스\u2060트\u2060롱\u2060, 닐\u2060(1930~2012)", "닐 암\u2060스\u2060트\u2060롱\u2060(1930~2012)"),
        ("Farkas Bertalan (sz. 1949)", "Farkas Bertalan (sz. 1949)"),
        ("Yang Liwei (born 1965, Suizhong)", "Yang Liwei (born 1965, Suizhong)"),
        ('<span lang="en">Laika, Dog</span>', '<span lang="en">Dog Laika</span>'),
    ],
)
def test_given_name_comes_first(listed: str, spoken: str) -> None:
    """On a sheet a name stands as it is spoken, and one without a comma is left as it is."""
    assert speak_name(Markup(listed)) == spoken  # noqa: S704 - the test's own text


def test_corrections_name_their_telling() -> None:
    """Of the lists of corrections a chapter gets what leads to it, each with the mark of the telling."""
    lists = etree.fromstring(
        '<div xmlns="http://www.w3.org/1999/xhtml">'
        '<dl class="corrections corrections-ko simple"><dt>One</dt><dd><p>No. <a href="#a">A</a></p></dd>'
        '<dt>Two</dt><dd><p>No. <a href="#b">B</a></p></dd></dl>'
        '<dl class="corrections corrections-hu simple"><dt>Three</dt><dd><p>No. <a href="#a">A</a></p></dd></dl></div>'
    )

    found = choose_corrections(lists, "#a", {"ko": "Ko", "hu": "Hu"})

    assert [(item.siglum, item.name) for item in found] == [("Ko", "One"), ("Hu", "Three")]
