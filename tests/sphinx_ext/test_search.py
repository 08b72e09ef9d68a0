"""What the search index keeps of a text."""

import pytest

from build_tools.sphinx_ext.search import SearchFilipino, SearchKorean, SearchVietnamese


@pytest.mark.parametrize("word", ["우주에서", "우주는", "우주로"])
def test_korean_noun_of_two_syllables(word: str) -> None:
    """A noun of two syllables is found whatever particle is written onto it."""
    assert "우주" in SearchKorean({}).split(word)


def test_korean_word_of_two_syllables_is_kept_once() -> None:
    """A word is not its own beginning."""
    assert SearchKorean({}).split("우주") == ["우주", "우"]


@pytest.mark.parametrize("kind", [SearchVietnamese, SearchFilipino])
def test_words_are_not_stemmed(kind: type[SearchVietnamese | SearchFilipino]) -> None:
    """Vietnamese and Filipino words stay whole; English stemming would cut them."""
    search = kind({})

    assert [search.stem(word) for word in ("ngày", "paglulunsad", "nations")] == ["ngày", "paglulunsad", "nations"]
