"""Lists of words."""

from build_tools.word_lists import list_words


def test_words_with_their_lines() -> None:
    """Empty lines and comments hold no words; an apostrophe is one sign."""
    assert list_words(["# Names", "", "Baikonur", "  Chang’e  # a goddess"]) == [(3, "Baikonur"), (4, "Chang'e")]
