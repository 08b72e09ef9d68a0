"""Words and ranges that stay whole on the printed page."""

import pytest
from lxml import etree

from build_tools.config import Language
from build_tools.writers.pdf.typography import WORD_JOINER, choose_joiner, join_all, join_words

J = WORD_JOINER
XHTML = "http://www.w3.org/1999/xhtml"


def test_words_are_joined_and_stay_the_same_words() -> None:
    """Joiners stand within words only; without them the text is what it was."""
    text = "1957년 스푸트니크(Sputnik)는 우주로 갔다. V-2와 R-7, 100%의 힘"
    joined = join_words(text)

    assert joined.replace(J, "") == text
    assert len(joined.split(" ")) == len(text.split(" "))
    assert f"우{J}주{J}로" in joined
    assert f"1957{J}년" in joined
    assert f"){J}는" in joined


def test_words_of_other_languages_are_left_alone() -> None:
    """Where words need no joining, a text without figures that belong together has no joiner."""
    text = "The rocket rose (almost), könnyűvé, twenty-two times"

    assert choose_joiner(Language("en", "English"))(text) == text


@pytest.mark.parametrize("whole_words", [True, False])
def test_range_stays_on_one_line(whole_words: bool) -> None:
    """A range of years is joined in every language."""
    assert choose_joiner(Language("en", "English", whole_words=whole_words))("1957–65") == f"1957{J}–{J}65"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("우주<div>달로</div>간다", f"우{J}주|달{J}로|간{J}다"),
        ("<em>로켓</em>이", f"로{J}켓|{J}이"),
        ("한<em>국</em>", f"한|{J}국"),
        ("<em>로켓</em> 이", f"로{J}켓| 이"),
    ],
    ids=["blocks", "particle behind emphasis", "emphasis within a word", "a word of its own"],
)
def test_words_are_joined_across_emphasis(html: str, text: str) -> None:
    """A word that is partly emphasised is one word; words of different paragraphs are two."""
    root = etree.fromstring(f'<p xmlns="{XHTML}">{html}</p>')
    join_all(root, join_words)

    assert "|".join(root.itertext()) == text
