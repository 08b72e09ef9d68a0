"""British spelling, with a Hunspell dictionary and the book's own list of words.

In: the text, a dictionary, and the lines of `book/spelling.txt`.
Out: a problem for each place where an unknown word stands, and for each line of the list that is wrong.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from build_tools.fonts import locate
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.prose.dictionary import Speller, load_dictionary
from build_tools.prose.document import Document
from build_tools.prose.manuscript import SPELLING, Manuscript
from build_tools.word_lists import list_words

DICTIONARY = "npm:dictionary-en-gb/index"
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Suggestions take some tenths of a second each.
_SUGGESTED_WORDS = 30


def load_speller() -> Speller:
    """Load the dictionary."""
    affixes, words = (locate(f"{DICTIONARY}{suffix}") for suffix in (".aff", ".dic"))
    if not (affixes.is_file() and words.is_file()):
        cure = "Run `python3 noxfile.py -s lint`, which installs it, or see requirements/README.md."
        found = f"the dictionary {DICTIONARY} is missing"
        raise BuildToolsError([Problem.of(Code.TOOL_MISSING, "setup", found, cure=cure)], ExitCode.TOOL_MISSING)
    return load_dictionary(affixes, words)


def check_spelling(manuscript: Manuscript, speller: Speller) -> Iterator[Problem]:
    """Yield a problem for each place of a word that neither the dictionary nor the list has."""
    listed = frozenset(word for _, word in list_words(manuscript.spelling))
    places = find_words(manuscript.shown)
    wrong = {word: parts for word in places if (parts := find_wrong_parts(word, listed, speller))}
    for count, (word, parts) in enumerate(wrong.items()):
        meant = suggest(parts, speller) if count < _SUGGESTED_WORDS else ""
        cure = f"{meant}If it is right, add it to {manuscript.path(SPELLING)}."
        for document, number in places[word]:
            yield document.problem(Code.SPELLING, number, f"unknown word '{' '.join(parts)}'", cure)


def check_word_list(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each line of the list that is out of order or stands for no word of the book."""
    path = manuscript.path(SPELLING)
    used = {
        form
        for word in find_words([*manuscript.documents, *manuscript.texts])
        for part in [word, *word.split("-")]
        for form in list_forms(part)
    }
    words = list_words(manuscript.spelling)
    for number, word in words:
        if word not in used:
            yield Problem.of(
                Code.SPELLING_LIST, path, f"'{word}' is nowhere in the book", line=number, cure="Take it out."
            )
    for (_, before), (number, word) in pairwise(words):
        if sort_key(before) >= sort_key(word):
            found = f"'{word}' stands below '{before}'"
            cure = "Sort the words without regard to capital letters, each once."
            yield Problem.of(Code.SPELLING_LIST, path, found, line=number, cure=cure)


def find_words(documents: Iterable[Document]) -> dict[str, list[tuple[Document, int]]]:
    """Find the distinct words of the text, each with its places."""
    places: dict[str, list[tuple[Document, int]]] = {}
    for document in documents:
        for line in document.lines:
            for found in _WORD.findall(line.text):
                for word in split_word(found.replace("’", "'")):
                    places.setdefault(word, []).append((document, line.number))
    return places


def split_word(word: str) -> list[str]:
    """Split a word at its hyphens if a number is in it, and leave out the number and the letters of a type.

    >>> split_word("Kosmos-1408"), split_word("NK-33"), split_word("mock-up")
    (['Kosmos'], [], ['mock-up'])
    """
    if not any(map(str.isdigit, word)):
        return [word] if len(word) > 1 else []
    return [part for part in word.split("-") if len(part) > 3 and not any(map(str.isdigit, part))]


def find_wrong_parts(word: str, listed: frozenset[str], speller: Speller) -> list[str]:
    """Find the parts of a word that are unknown; one with a hyphen may be known as a whole."""

    def is_known(part: str) -> bool:
        forms = dict.fromkeys([part, part.removesuffix("'s")])  # no dictionary has every possessive
        return any(form in listed for form in list_forms(part)) or any(map(speller.lookup, forms))

    if is_known(word):
        return []
    parts = word.split("-")
    return [part for part in parts if len(part) > 1 and not is_known(part)] if len(parts) > 1 else [word]


def list_forms(word: str) -> Iterator[str]:
    """List what may stand for a word in the list: itself, without 's, and with a small first letter."""
    for form in dict.fromkeys([word, word.removesuffix("'s")]):
        yield form
        yield form[:1].lower() + form[1:]


def sort_key(word: str) -> tuple[str, str]:
    """Sort without regard to capital letters, and in one order only."""
    return word.casefold(), word


def suggest(parts: Iterable[str], speller: Speller) -> str:
    """Suggest what may have been meant."""
    meant = [word for part in parts for word in islice(speller.suggest(part), 3)]
    return f"Perhaps: {', '.join(meant)}.\n" if meant else ""
