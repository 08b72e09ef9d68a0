"""The lines of titles."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.config import load_book, load_registry
from build_tools.messages import load_messages
from build_tools.paths import Repository
from build_tools.writers.lines import split_evenly, split_title

TEXTS = st.lists(st.text("abcdefg,한국", min_size=1, max_size=9), max_size=14).map(" ".join)


@given(TEXTS, st.integers(10, 60))
def test_lines_hold_the_words(text: str, most: int) -> None:
    """No word is lost, and no line is wider than it may be unless a word is."""
    lines = split_evenly(text, most)

    assert " ".join(lines) == text
    assert all(len(line) <= most or " " not in line for line in lines)


def test_a_comma_is_a_good_end() -> None:
    """A line rather ends with a comma than in the middle of a phrase."""
    subtitle = "Iisang karera, isinalaysay sa Seoul, Hanoi, Maynila, at Budapest"

    assert split_evenly(subtitle, 42) == ["Iisang karera, isinalaysay sa Seoul,", "Hanoi, Maynila, at Budapest"]


def test_letters_of_east_asian_scripts_are_wide() -> None:
    """Hangul takes twice as much of a line."""
    assert split_evenly("가나다라 마바사아", 10) == ["가나다라", "마바사아"]
    assert split_evenly("abcd efgh", 10) == ["abcd efgh"]


def test_no_subtitle_of_the_book_ends_on_a_lone_word() -> None:
    """In every language the last line of the subtitle has two words or more."""
    repository = Repository()
    book = load_book(repository)
    for code in load_registry(repository).languages:
        subtitle = load_messages(repository.po_folder(code)).gettext(book.subtitle)
        lines = split_evenly(subtitle, 42)
        assert len(lines) == 1 or len(lines[-1].split()) > 1, lines


def test_title_is_split_once() -> None:
    """A title is split behind its first colon, however many it has."""
    assert split_title("One: two: three") == ["One:", "two: three"]
