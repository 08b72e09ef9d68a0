"""Search in languages that Sphinx would treat as English.

In: the text of a page.  Out: the words that Sphinx's search index keeps.
The index itself, and the page that asks it, are Sphinx's business.
"""

import re

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

HANGUL = re.compile(r"[가-힣]+")


class SearchVietnamese(SearchLanguage):
    """Vietnamese: words are kept as they are; English stemming would cut syllables."""

    lang = "vi"
    language_name = "Vietnamese"


class SearchFilipino(SearchLanguage):
    """Filipino: words are kept as they are; its affixes stand before and within the root."""

    lang = "fil"
    language_name = "Filipino"


class SearchKorean(SearchLanguage):
    """Korean: a word is also found by its beginning, since particles are written onto it.

    Sphinx's own search matches parts of words from three letters on, but most Korean nouns have two syllables.
    """

    lang = "ko"
    language_name = "Korean"

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx's name
        """Give each word, and the one- and two-syllable beginnings of Korean ones.

        >>> SearchKorean({}).split("우주에서 V-2를")
        ['우주에서', '우', '우주', 'V', '2를']
        """
        found = []
        for word in super().split(input):
            found.append(word)
            if HANGUL.fullmatch(word):
                found.extend(word[:length] for length in (1, 2) if length < len(word))
        return found


def setup_search(app: Sphinx) -> None:
    """Register the languages with Sphinx's search."""
    for language in (SearchKorean, SearchVietnamese, SearchFilipino):
        app.add_search_language(language)
