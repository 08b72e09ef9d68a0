"""A Hunspell dictionary, read by spylls.

In: the two files of a dictionary.  Out: an object that knows words and suggests them.
What is looked up in it is not this module's business.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from spylls.hunspell import Dictionary
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import BaseReader


class Speller(Protocol):
    """What a dictionary can do."""

    def lookup(self, word: str) -> bool:
        """Tell whether a word is spelt right."""

    def suggest(self, word: str) -> Iterator[str]:
        """Suggest words that may have been meant, the likeliest first."""


class _Text(BaseReader):
    """A file that has been read; spylls would leave it open."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.StringIO(path.read_text(encoding="utf-8")))

    def reset_encoding(self, encoding: str) -> None:
        """Do nothing: the text is decoded."""


def load_dictionary(affixes: Path, words: Path) -> Speller:
    """Load a dictionary in UTF-8."""
    aff, context = read_aff(_Text(affixes))
    speller: Speller = Dictionary(aff, read_dic(_Text(words), aff=aff, context=context))
    return speller
