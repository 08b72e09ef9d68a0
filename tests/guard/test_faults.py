"""What the guard refuses, and what it lets through."""

import pytest

from build_tools.guard.faults import find_faults
from build_tools.problems import Code
from tests.guard.hostile import HARMLESS, MESSAGES, NUMBERED, PLAIN, PLAIN_MESSAGES, RICH, Hostile


def find_codes(original: str, translation: str, *, plain: bool = False, right_to_left: bool = False) -> str:
    """Find the codes of what keeps a translation out, sorted."""
    faults = find_faults(original, translation, plain=plain, right_to_left=right_to_left)
    return " ".join(sorted({fault.code.slug for fault in faults if fault.is_refused}))


@pytest.mark.parametrize("hostile", MESSAGES, ids=lambda hostile: hostile.name)
def test_hostile_message_is_refused(hostile: Hostile) -> None:
    """A hostile message is refused, under the codes that say what it does."""
    assert find_codes(hostile.original, hostile.translation) == hostile.codes


def test_corpus_is_large_and_its_names_are_unique() -> None:
    """There are at least a hundred hostile messages, each with a name of its own."""
    assert len({hostile.name for hostile in MESSAGES}) == len(MESSAGES) >= 100


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_message_is_let_through(name: str) -> None:
    """What only looks dangerous, and is words for every reader of it, is let through."""
    assert find_codes(PLAIN, HARMLESS[name][0]) == ""


@pytest.mark.parametrize(("original", "translation", "codes"), PLAIN_MESSAGES)
def test_hostile_words_of_the_press_are_refused(original: str, translation: str, codes: str) -> None:
    """Signs of HTML and placeholders of formats are refused in words that templates write as they are."""
    assert find_codes(original, translation, plain=True) == codes


@pytest.mark.parametrize(
    "translation",
    [
        "[둘째 장](second.md)을 보라: {term}`로켓 <rocket>`이 *처음*이었다.[^note]",
        "[^note] *처음* {term}`로켓 <rocket>` [둘째 장](second.md)",
        "{term}`rocket` [](second.md)[^note] *x* *y*",
    ],
)
def test_honest_translation(translation: str) -> None:
    """The parts of a message may change their places, their titles and what they stand with."""
    assert find_codes(RICH, translation) == ""


@pytest.mark.parametrize("title", ["그림 %s", "그림 {number}", "{number}"])
def test_title_of_a_numbered_reference(title: str) -> None:
    """The title of a reference to a figure may say where its number stands."""
    assert find_codes(NUMBERED, f"{{numref}}`dots` {{numref}}`{title} <dots>`") == ""


def test_emphasis_that_is_lost() -> None:
    """Lost emphasis is a fault that keeps no translation out."""
    faults = list(find_faults("It was the *first*.", "처음이었다.", plain=False))

    assert [(fault.code, fault.is_refused) for fault in faults] == [(Code.PO_EMPHASIS, False)]


@pytest.mark.parametrize("letter", ["\u200e", "\u200f", "\u061c", "\u200c", "\u200d"])
def test_marks_of_direction(letter: str) -> None:
    """Marks of direction and joiners stand in languages that are written from right to left, and in no others."""
    assert find_codes(PLAIN, f"صاروخ{letter} واحد", right_to_left=True) == ""
    assert find_codes(PLAIN, f"로켓{letter} 하나") == "po-letter"


@pytest.mark.parametrize("letter", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_overrides_of_direction(letter: str) -> None:
    """Controls that turn text around stand in no language."""
    assert find_codes(PLAIN, f"صاروخ{letter} واحد", right_to_left=True) == "po-letter"


def test_letter_that_the_original_has() -> None:
    """A hidden letter may stand where the original has it."""
    assert find_codes("soft\u00adhyphen", "연\u00ad결") == ""


def test_fault_says_what_was_found_and_what_to_do() -> None:
    """Each fault tells what it found, and most what to do."""
    faults = list(find_faults(PLAIN, "{download}`x` &#x202e;", plain=False))

    assert [(fault.found, fault.cure) for fault in faults] == [
        ("U+202E is an invisible character", "Delete it; it may be hard to see."),
        (
            "a role {download} x that the original does not have",
            "Take it out, or write it as the original does.",
        ),
    ]


def test_number_at_the_beginning() -> None:
    """A year with a full stop at the beginning makes a list; the cure says how it is written."""
    faults = list(find_faults("In 1957.", "1957. évben", plain=False))

    assert [fault.cure for fault in faults if fault.code is Code.PO_BLOCK] == [
        "A number with a full stop at the beginning makes a list: write 1957\\. with a backslash."
    ]
    assert find_codes("In 1957.", "1957\\. évben") == ""


def test_messages_too_long_to_read() -> None:
    """A message that no book has is refused unread, also where its original is as long."""
    assert find_codes("x" * 100_000, "[" * 100_000) == "po-long"
    assert find_codes("[^" * 2000, "[^" * 2000) == "po-note"
