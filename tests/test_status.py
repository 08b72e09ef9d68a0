"""How far translations are: what is counted, and as what."""

from collections.abc import Callable

import polib
import pytest

from build_tools.config import load_registry
from build_tools.guard.po_files import guard_language
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.status import (
    Count,
    State,
    count_messages,
    count_shown,
    count_words,
    find_state,
    hash_states,
    read_states,
    read_status,
)
from tests.checkout import forget, translate

SECOND = "part-one/second"


@pytest.fixture
def status(tiny: Repository) -> Callable[..., object]:
    """What reads how far the tiny book's Korean is."""
    return lambda today, **options: read_status(tiny, load_registry(tiny).languages["ko"], today, **options)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("A rocket flew – 83.6 kg.", 5),
        ("{term}`satellites <satellite>` and {term}`rocket`", 3),
        ("See [Sputnik and the shock](../first-steps/sputnik.md).[^note]", 5),
        ("1957", 1),
        ("→", 0),
        ("", 0),
    ],
)
def test_words_of_a_message(message: str, words: int) -> None:
    """Names and targets of roles, targets of links and notes are no words; dashes are none either."""
    assert count_words(message) == words


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (polib.POEntry(msgid="A rocket", msgstr="로켓"), State.TRANSLATED),
        (polib.POEntry(msgid="A rocket", msgstr="A rocket"), State.IDENTICAL),
        (polib.POEntry(msgid="1957", msgstr="1957"), State.TRANSLATED),
        (polib.POEntry(msgid="A rocket", msgstr=""), State.UNTRANSLATED),
        (polib.POEntry(msgid="A rocket", msgstr=" \n"), State.UNTRANSLATED),
        (polib.POEntry(msgid="A rocket", msgstr="로켓", flags=["fuzzy"]), State.FUZZY),
        (polib.POEntry(msgid="A rocket", msgstr="", flags=["fuzzy"]), State.UNTRANSLATED),
        (polib.POEntry(msgid="%d rocket", msgid_plural="%d", msgstr_plural={0: "a", 1: "b"}), State.TRANSLATED),
        (polib.POEntry(msgid="%d rocket", msgid_plural="%d", msgstr_plural={0: "a", 1: ""}), State.UNTRANSLATED),
    ],
)
def test_state_of_a_message(entry: polib.POEntry, state: State) -> None:
    """Fuzzy is what has a text nobody has looked at; figures that stay the same are no copies."""
    assert find_state(entry) is state


def test_count_of_messages() -> None:
    """Each message is counted once, and one that the file does not know is untranslated."""
    states = {"One two": State.TRANSLATED, "Three": State.IDENTICAL, "Four": State.FUZZY, "Gone": State.TRANSLATED}

    assert count_messages(["One two", "Three", "Four", "Five six", "Three"], states) == Count(
        translated=2, fuzzy=1, untranslated=1, identical=1, words=6, words_left=3
    )


@pytest.mark.parametrize(
    ("words", "left", "share"), [(1000, 1, 99), (1000, 0, 100), (1000, 999, 0), (3, 1, 66), (0, 0, 100)]
)
def test_share_of_words(words: int, left: int, share: int) -> None:
    """A share is 100 per cent only where not a word is left."""
    assert Count(words=words, words_left=left).share == share


def test_status_of_todays_messages(tiny: Repository, status: Callable[..., object]) -> None:
    """Today's messages count, whether the file knows them or not; the file by itself is the other number."""
    found = status({SECOND: ["First.", "A new sentence of six words."], "part-one/third": ["Third."]})
    files = {file.domain: (file.checked_in, file.today) for file in found.files}

    assert files[SECOND][0] == Count(translated=6, words=files[SECOND][0].words)
    assert files[SECOND][1] == Count(translated=1, untranslated=1, words=7, words_left=6)
    assert files["part-one/third"] == (Count(), Count(untranslated=1, words=1, words_left=1))
    assert found.today == Count(translated=1, untranslated=2, words=8, words_left=7)


def test_status_of_files_that_are_not_the_book(status: Callable[..., object]) -> None:
    """The press's own words stand last, counted by themselves, and are no part of the book's share."""
    found = status({SECOND: ["First."]})

    assert found.files[0].domain == SECOND
    assert [file.domain for file in found.files if not file.is_book] == ["press", "sphinx"]
    assert [file.domain for file in found.files][-2:] == ["press", "sphinx"]
    assert found.files[-2].today == found.files[-2].checked_in
    assert found.today == Count(translated=1, words=1)
    assert found.path_of(found.files[0]) == "locales/ko/LC_MESSAGES/part-one/second.po"


def test_status_when_a_po_file_is_broken(tiny: Repository, status: Callable[..., object]) -> None:
    """A broken file is told; a page of another language counts it as one without translations."""
    path = tiny.po_folder("ko") / f"{SECOND}.po"
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "First."', 'msgid "First.'), encoding="utf-8")
    with pytest.raises(BuildToolsError) as refused:
        status({SECOND: ["First."]})

    assert refused.value.problems[0].place == "locales/ko/LC_MESSAGES/part-one/second.po"
    assert status({SECOND: ["First."]}, lenient=True).today == Count(untranslated=1, words=1, words_left=1)


def test_hash_of_states(tiny: Repository) -> None:
    """Another wording changes nothing that other languages' pages tell; a translation that is lost does."""
    folder = tiny.po_folder("ko")
    before = hash_states(folder)
    translate(tiny, "ko", f"{SECOND}.po", "First.", "처음.")

    assert hash_states(folder) == before
    forget(tiny, "ko", f"{SECOND}.po", "First.")
    assert hash_states(folder) != before


def test_count_of_what_readers_see(tiny: Repository) -> None:
    """A translation that the guard refuses counts as none, for readers see the English."""
    language, messages = load_registry(tiny).languages["ko"], {SECOND: ["First.", "A quotation."]}
    guard_language(tiny, language)
    assert count_shown(tiny, "ko", messages) == Count(translated=2, words=3)

    translate(tiny, "ko", f"{SECOND}.po", "A quotation.", "<b>인용문</b>")
    guard_language(tiny, language)

    assert count_shown(tiny, "ko", messages) == Count(translated=1, untranslated=1, words=3, words_left=2)
    assert read_states(tiny.po_folder("ko") / f"{SECOND}.po", "x")["A quotation."] is State.TRANSLATED
