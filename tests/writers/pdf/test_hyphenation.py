"""Where words may be divided."""

import pytest

from build_tools.writers.pdf.filipino import list_divisions
from build_tools.writers.pdf.hyphenation import Names, find_language, find_names, make_dictionary

TEXT = """
<p>Ekkor szállt fel Leonov, vele Nyikolaj és a német Braun; a szovjet Bajkonur messze van. Elöl Koroljov áll.</p>
<p>Ott volt Armstrong, és ott volt Kennedy is.</p><p>Őrizték a Space Shuttle nevű gépet.</p><td>Magyarázat</td>
"""


def divide(word: str) -> str:
    """Write a Filipino word with all its divisions."""
    places = list_divisions(word)
    return "-".join(word[start:end] for start, end in zip([0, *places], [*places, len(word)], strict=True))


@pytest.mark.parametrize(
    "word",
    [
        "ak-lat",
        "lib-ro",
        "pa-a-ra-lan",
        "nga-yon",
        "pang-ya-ya-ri",
        "pi-na-ka-ma-ka-pang-ya-ri-hang",
        "ka-la-wa-kan",
        "tem-plo",
        "kon-tra",
        "a-sam-ble-a",
        "eks-pe-ri-men-to",
        "eks-plo-si-bo",
        "trans-por-tas-yon",
        "sa-sak-yang",
        "mis-yon",
        "ma-la-yo",
    ],
)
def test_syllables_of_filipino(word: str) -> None:
    """Words are divided as the orthography has it."""
    assert divide(word.replace("-", "")) == word


@pytest.mark.parametrize(
    "word", ["rocket", "docking", "shuttle", "Challenger", "spacecraft", "Wright", "jet", "Vostok"]
)
def test_foreign_words_in_filipino(word: str) -> None:
    """Words with letters or spellings that Filipino has not are not divided."""
    assert list_divisions(word) == []


def test_names_of_a_text() -> None:
    """Names are found within sentences; first words of sentences and cells are none."""
    names = find_names(TEXT)

    assert names >= {"Leonov", "Nyikolaj", "Braun", "Bajkonur", "Koroljov", "Armstrong", "Kennedy", "Space", "Shuttle"}
    assert not names & {"Ekkor", "Elöl", "Őrizték", "Magyarázat", "Ott"}


@pytest.mark.parametrize(
    "word", ["Leonov", "Bajkonur", "Nyikolaj", "Braun", "Koroljov", "Armstrong", "Kennedy", "Space", "Shuttle"]
)
def test_names_are_not_divided(word: str) -> None:
    """Hungarian divides no name, whatever its patterns say."""
    dictionary = make_dictionary("hu", 3, 3, Names(find_names(TEXT)))

    assert list(dictionary.iterate(word)) == []


@pytest.mark.parametrize("word", ["Leonov-val", "Bajkonur-ban", "Armstrong-nak", "Nyikolaj-nak"])
def test_endings_of_names(word: str) -> None:
    """An ending is divided from the name, and nothing else is."""
    dictionary = make_dictionary("hu", 3, 3, Names(find_names(TEXT)))

    assert ["-".join(halves) for halves in dictionary.iterate(word.replace("-", ""))] == [word]


def test_words_are_divided() -> None:
    """Words that are no names are divided as ever, the last division first."""
    names = Names(find_names(TEXT))

    assert next(make_dictionary("hu", 3, 3, names).iterate("elbeszélés")) == ("elbeszé", "lés")
    assert next(make_dictionary("fil", 3, 3, names).iterate("kalawakan")) == ("kalawa", "kan")
    assert list(make_dictionary("fil", 3, 3, names).iterate("aklat")) == []


@pytest.mark.parametrize(
    ("word", "divisions"),
    [
        ("businessman", ["business-man"]),
        ("newspapers", ["news-papers"]),
        ("photograph", ["photo-graph"]),
        ("encyclopedia", ["encyclope-dia", "ency-clopedia"]),
        ("bureau", []),
        ("listed", []),
    ],
)
def test_english_words(word: str, divisions: list[str]) -> None:
    """English words are divided as they are spoken, and compounds between their words."""
    dictionary = make_dictionary(str(find_language("en")), 3, 3, Names(frozenset()))

    found = ["-".join(halves) for halves in dictionary.iterate(word)]
    assert [place for place in divisions if place not in found] == []
    assert len(found) == len(divisions) or word == "encyclopedia"


def test_languages_that_can_be_divided() -> None:
    """Filipino can be divided, and what Pyphen knows; Korean and Vietnamese cannot."""
    assert [find_language(code) for code in ("fil", "tl-PH", "hu", "en-GB")] == ["fil", "tl", "hu", "en_GB"]
    assert [find_language(code) for code in ("ko", "vi")] == [None, None]
