"""The words of the page."""

from build_tools.shelf.words import WORDS, translate_words


def test_words_are_english_by_default() -> None:
    """Without a translation each word is the English one."""
    assert WORDS["read_online"] == "Read on the web"


def test_every_word_is_translated() -> None:
    """Each word goes through the function that translates."""
    assert set(translate_words(str.upper).values()) == {word.upper() for word in WORDS.values()}


def test_babel_finds_every_word() -> None:
    """Every word is extracted for the translators."""
    from pathlib import Path

    from babel.messages.extract import extract_from_file

    from build_tools.shelf import words

    found = {message for _line, message, *_ in extract_from_file("python", Path(words.__file__).as_posix())}

    assert found == set(WORDS.values())
