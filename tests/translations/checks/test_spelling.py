"""Spelling with dictionaries and the language's own list."""

from collections.abc import Iterable

import pytest

from build_tools.problems import BuildToolsError, Code
from build_tools.translations.checks import spelling
from build_tools.translations.checks.message import Knowledge
from build_tools.translations.checks.spelling import check_spelling, list_spelt, load_speller
from build_tools.translations.termbase import Term, Termbase
from tests.translations.checks.samples import make_message, read_registry


class Small:
    """A dictionary of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def spell(self, word: str) -> bool:
        """Tell whether a word is among them."""
        return word in self.words

    def suggest(self, word: str) -> Iterable[str]:
        """Suggest words that begin alike."""
        return [known for known in self.words if known[:2] == word[:2]]


def know(code: str, *words: str, terms: Iterable[str] = ()) -> Knowledge:
    """Know a language, some words of its list and some terms."""
    termbase = Termbase(tuple(Term("x", (word,)) for word in terms))
    return Knowledge(read_registry().languages[code], termbase, frozenset(words))


def check(text: str, known: Knowledge, *words: str, original: str = "An original.") -> list[str]:
    """Check the spelling of a text with a dictionary of some words."""
    places = list_spelt([make_message(original, text, known.language.code)], "x.po")
    return [problem.found for problem in check_spelling(places, known, Small(*words))]


def test_unknown_word() -> None:
    """A word that nobody knows is told once, with its first place, the number of the others and what may be meant."""
    places = {"rakátta": [("a.po", 3), ("b.po", 5)]}
    (problem,) = check_spelling(places, know("hu"), Small("rakéta", "hold"))

    assert (problem.code, problem.place, problem.line) == (Code.PO_SPELLING.slug, "a.po", 3)
    assert problem.found == "unknown word 'rakátta', and 1 times more"
    assert problem.cure.splitlines() == ["Perhaps: rakéta.", "If it is right, add it to locales/hu/words.txt."]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("hu", "Bajkonurban", ("Bajkonur",)),
        ("ko", "바이코누르에서", ("바이코누르",)),
        ("vi", "Baikonur", ("Baikonur",)),
    ],
)
def test_own_list(code: str, text: str, words: tuple[str, ...]) -> None:
    """A word of the language's list is right, also with an ending or a particle."""
    assert check(text, know(code, *words)) == []
    assert check(text, know(code)) == [f"unknown word '{text}'"]


def test_words_that_are_right_anyway() -> None:
    """Words of the original, of the termbase, and endings after digits are not looked up."""
    known = know("hu", terms=["űrverseny"])

    assert check("Goddard űrversenyt 1957-ben", known, original="Goddard ran.") == []


def test_words_in_parts() -> None:
    """A word with a hyphen is right if its parts are, and one before a quotation mark without it."""
    assert check("PDF-olvasó", know("hu"), "PDF", "olvasó") == []
    assert check("‘cosmonaut’라고", know("ko"), "cosmonaut") == []


def test_tones_of_vietnamese() -> None:
    """The dictionary's place for a tone and the book's are the same word."""
    assert check("hòa khỏe thủy", know("vi"), "hoà", "khoẻ", "thuỷ") == []


def test_suggestions_end() -> None:
    """Only for the first unknown words is looked what may be meant, for that takes long."""
    places = {f"ra{letter}": [("a.po", 1)] for letter in map(chr, range(0x430, 0x430 + 60))}
    problems = list(check_spelling(places, know("hu"), Small("rakéta")))

    assert len(problems) == 60
    assert "Perhaps" in problems[0].cure
    assert "Perhaps" not in problems[-1].cure


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("hu", ("könyvet", "országokban", "megnézhetnénk"), ("könyvvet", "országgban")),
        ("ko", ("인공위성을", "사람들이", "쏘아"), ("인공위셩을", "사람드리")),
        ("vi", ("quỹ", "đạo", "tên"), ("quỹỹ", "đạoo")),
    ],
)
def test_dictionaries(code: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    """The dictionary of a language knows its bent words, and not others."""
    speller = load_speller(code)

    assert speller is not None
    assert all(map(speller.spell, right))
    assert not any(map(speller.spell, wrong))


def test_language_without_a_dictionary() -> None:
    """Filipino has no dictionary that would be good enough, so nothing is looked up."""
    assert load_speller("fil") is None


def test_dictionary_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dictionary that is missing ends the command, with what to do."""
    monkeypatch.setitem(dict(spelling.DICTIONARIES), "hu", "npm:nothing/index")
    monkeypatch.setattr(spelling, "DICTIONARIES", {"hu": "npm:nothing/index"})
    with pytest.raises(BuildToolsError) as caught:
        load_speller("hu")

    assert caught.value.exit_code == 3
    assert [problem.code for problem in caught.value.problems] == [Code.TOOL_MISSING.slug]
