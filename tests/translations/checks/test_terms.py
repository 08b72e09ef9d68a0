"""Words of the termbase, and words to avoid."""

from collections.abc import Callable, Iterator

import pytest

from build_tools.guard.fault import Fault
from build_tools.translations.checks.message import Message
from build_tools.translations.checks.terms import check_forbidden_words, check_linked_terms, check_names
from build_tools.translations.termbase import Term
from tests.translations.checks.samples import make_message, tell

HUNGARIAN = (
    Term("satellite", ("műhold",), ("szatellit",)),
    Term("communications satellite", ("távközlési műhold",), ("kommunikációs műhold",)),
    Term("rocket", ("rakéta",)),
    Term("liquid-fuel rocket", ("folyékony hajtóanyagú rakéta",)),
    Term("re-entry", ("visszatérés a légkörbe",)),
    Term("V-2", ("V–2-es",), ("V2",)),
    Term("Sputnik", ("Szputnyik",), ("szputnyik",)),
    Term("Moon", ("Hold",), ("hold",)),
    Term("claim (in the ledger)", ("állítás",), ("igény",)),
    Term("Korolev, Sergei", ("Koroljov, Szergej",), ("Korolev",)),
    Term("Venus", ("Vénusz",), ("Venus",)),
    Term("Soviet Union", ("Szovjetunió",), ("SZU",)),
    Term("orbiter", ("keringőegység",), ("orbiter",)),
)
KOREAN = (
    Term("von Braun", ("폰 브라운",), ("브라운",)),
    Term("crew", ("승무원",), ("크루",)),
    Term("cosmonaut", ("우주 비행사",), ("코스모너트",)),
    Term("USA", ("아메리카 합중국",), (), "표와 그림에서는 ‘미국’"),
)
VIETNAMESE = (
    Term("Cold War", ("Chiến tranh Lạnh",), ("chiến tranh lạnh",)),
    Term("launcher", ("tên lửa đẩy",), ("bệ phóng",)),
    Term("launch pad", ("bệ phóng",)),
    Term("Gallup Poll", ("cuộc thăm dò của Gallup",)),
)
FILIPINO = (
    Term("satellite", ("satelayt",), ("satellite",)),
    Term("rocket", ("rocket",), ("raket",)),
    Term("space", ("kalawakan",), ("espasyo",)),
    Term("landing", ("paglapag",)),
    Term("Russian", ("Ruso",)),
)
TERMS = {"hu": HUNGARIAN, "ko": KOREAN, "vi": VIETNAMESE, "fil": FILIPINO}


@pytest.mark.parametrize(
    ("original", "title", "code", "is_right"),
    [
        ("{term}`satellites <satellite>`", "műholdakat <satellite>", "hu", True),
        ("{term}`rocket`", "rakétával <rocket>", "hu", True),
        ("{term}`V-2`", "V–2-nek <V-2>", "hu", True),
        ("{term}`re-entry`", "légkörbe visszatérve <re-entry>", "hu", True),
        ("{term}`Soviet Union`", "szovjet <Soviet Union>", "hu", True),
        ("{term}`shot up <rocket>`", "kilőtt <rocket>", "hu", True),
        ("{term}`satellite`", "űrhajó <satellite>", "hu", False),
        ("{term}`satellite`", "satellite", "hu", False),
        ("{term}`cosmonaut`", "우주 비행사 <cosmonaut>", "ko", True),
        ("{term}`cosmonaut`", "우주인 <cosmonaut>", "ko", False),
        ("{term}`satellites <satellite>`", "satelayt <satellite>", "fil", True),
        ("{term}`space`", "kalawakang <space>", "fil", True),
        ("{term}`space`", "langit <space>", "fil", False),
        ("{term}`Cold War`", "Chiến tranh Lạnh <Cold War>", "vi", True),
    ],
)
def test_titles_of_links(original: str, title: str, code: str, *, is_right: bool) -> None:
    """A link to the glossary has the termbase's word, bent as its sentence wants it.

    Where the English title is another word than its target, the translation's may be another too.
    """
    message = make_message(original, f"{{term}}`{title}`", code, terms=TERMS[code])

    assert (tell(check_linked_terms, message) == []) is is_right


@pytest.mark.parametrize(
    ("original", "translation", "code", "is_right"),
    [
        ("Sergei Korolev’s men", "Koroljov emberei", "hu", True),
        ("Then Korolev came.", "Aztán jött Koroljov.", "hu", True),
        ("Then Korolev came.", "Aztán jött Koroliov.", "hu", False),
        ("Then the Soviet Union fell.", "Aztán elbukott a Szovjetunió.", "hu", True),
        ("Then the Soviet Union fell.", "Aztán elbukott Oroszország.", "hu", False),
        ("A Gallup Poll came.", "Có một cuộc thăm dò năm 1961 của Gallup.", "vi", True),
        ("Then Venus came.", "Aztán jött egy szonda.", "hu", True),
        ("And a Russian crew came.", "Mga tripulante ng Rusya.", "fil", True),
        ("The satellite flew.", "Ez repült.", "hu", True),
        ("satellite", "műhold", "hu", True),
        ("satellite", "űrhajó", "hu", False),
        ("communications satellite", "műhold", "hu", True),
        ("landing", "lapag", "fil", True),
        ("landing", "lipad", "fil", False),
        ("USA", "미국", "ko", True),
        ("USA", "영국", "ko", False),
        ("rocket", "rocket", "fil", True),
    ],
)
def test_names_and_labels(original: str, translation: str, code: str, *, is_right: bool) -> None:
    """A name is written as in the termbase; a message that is a term has its word, or a part of it.

    Common words within a sentence may be called otherwise, and planets lend their names to rockets.
    """
    message = make_message(original, translation, code, terms=TERMS[code])

    assert (tell(check_names, message) == []) is is_right


@pytest.mark.parametrize(
    ("original", "translation", "code", "found"),
    [
        ("A satellite flew.", "Egy szatellit repült.", "hu", "'szatellit'"),
        ("A satellite flew.", "Szatellitekkel repült.", "hu", "'Szatellitekkel'"),
        ("Sputnik flew.", "Repült a szputnyik.", "hu", "'szputnyik'"),
        ("To the Moon.", "Irány a holdra!", "hu", "'holdra'"),
        ("The crew of von Braun", "브라운의 크루", "ko", "'브라운'"),
        ("The Cold War began.", "Bắt đầu chiến tranh lạnh.", "vi", "'chiến tranh lạnh'"),
        ("A launcher rose.", "Một bệ phóng bay lên.", "vi", "'bệ phóng'"),
        ("A satellite flew.", "Lumipad ang satelliteng iyon. Satellite!", "fil", "'satelliteng'"),
    ],
)
def test_forbidden_words(original: str, translation: str, code: str, found: str) -> None:
    """A word that the termbase says to avoid is told, also with endings and at the beginning of a sentence."""
    message = make_message(original, translation, code, terms=TERMS[code])

    assert any(fault.startswith(found) for fault in tell(check_forbidden_words, message))


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("A satellite flew.", "Egy műhold repült.", "hu"),
        ("Nothing flew.", "Egy szatellit repült.", "hu"),
        ("Sputnik flew.", "Repült a Szputnyik.", "hu"),
        ("To the Moon by a Moon rocket.", "A Holdra holdrakétával, holdi úton.", "hu"),
        ("They claim it.", "Igényt tartanak rá.", "hu"),
        ("A satellite, Lunar Orbiter, is an orbiter.", "A keringőegység a Lunar Orbiter.", "hu"),
        ("Wernher von Braun’s crew", "베르너 폰 브라운의 승무원", "ko"),
        ("The launcher stood on its launch pad.", "Tên lửa đẩy nằm trên bệ phóng.", "vi"),
        ("The rocket of *Die Rakete*", "Ang rocket ng *Die Rakete*", "fil"),
    ],
)
def test_words_that_are_right_there(original: str, translation: str, code: str) -> None:
    """A word to avoid is no fault without its concept, within a right word, in a name, or for another concept.

    A concept with an explanation in brackets has other senses, in which its words are free.
    """
    message = make_message(original, translation, code, terms=TERMS[code])

    assert tell(check_forbidden_words, message) == []


@pytest.mark.parametrize(
    ("check", "original", "translation", "excuse"),
    [
        (check_forbidden_words, "A satellite", "Egy szatellit", "szatellit in a quotation"),
        (check_names, "Then Korolev came.", "Aztán jött.", "Korolev, Sergei is clear"),
        (check_linked_terms, "{term}`satellite`", "{term}`hold <satellite>`", "satellite: the natural one"),
    ],
)
def test_word_that_a_translator_excuses(
    check: Callable[[Message], Iterator[Fault]], original: str, translation: str, excuse: str
) -> None:
    """A note excuses the word or the concept that it names, and no other."""
    counts = [
        len(tell(check, make_message(original, translation, terms=HUNGARIAN, comment=f"term: {note}")))
        for note in (excuse, "something else")
    ]

    assert counts == [0, 1]


def test_software_has_its_own_words() -> None:
    """In the strings of Sphinx a module is no part of a spacecraft."""
    message = make_message("A satellite", "Egy szatellit", terms=HUNGARIAN, domain="sphinx")

    assert tell(check_forbidden_words, message) == []


def test_fault_quotes_the_termbase() -> None:
    """The cure says where the termbase is, and what its note says."""
    term = Term("crew", ("승무원",), ("크루",), "newspapers")
    (fault,) = check_forbidden_words(make_message("The crew", "크루", "ko", terms=[term]))

    assert fault.found == "'크루' stands for crew; the termbase has 승무원"
    assert "locales/ko/terms.tsv" in fault.cure
    assert "newspapers" in fault.cure
