"""Messages that do not stand in the book."""

import re
from pathlib import Path

import pytest

from build_tools.paths import PACKAGE, THEME, Repository
from build_tools.translations.extract import extract_press, extract_sphinx, list_lacking

# `_("...")`, `edition._("...")` and `press('...')` with a plain string, in Python and in templates.
CALL = re.compile(
    r"""(?<![\w.])(?:edition\._|_|press)\(\s*(?P<quote>["'])(?P<text>(?:(?!(?P=quote)).)+)(?P=quote)\s*\)"""
)


def list_calls(folder: Path, pattern: str, name: str = "") -> set[str]:
    """List what the calls in files say; only those of one function, if it is named."""
    return {
        found["text"]
        for path in folder.rglob(pattern)
        for found in CALL.finditer(path.read_text(encoding="utf-8"))
        if found[0].startswith(name)
    }


def test_messages_of_the_book(tiny: Repository) -> None:
    """Title, authors, licence and tellings of book.toml are messages."""
    texts = {message.text for message in extract_press(tiny)}

    assert {"A Tiny Book", "With one of everything", "Ada Tester", "Tiny Press", "the Korean telling"} <= texts
    assert "Creative Commons Attribution-ShareAlike 4.0 International" in texts


@pytest.mark.parametrize(
    ("folder", "pattern", "name"),
    [(PACKAGE / "writers", "*.py", ""), (THEME, "*.jinja", ""), (THEME / "site", "*.html", "press")],
    ids=["writers", "templates", "templates of the site"],
)
def test_every_word_of_the_press_is_a_message(tiny: Repository, folder: Path, pattern: str, name: str) -> None:
    """Whatever the press says to readers is extracted."""
    called = list_calls(folder, pattern, name)

    assert called
    assert called - {message.text for message in extract_press(tiny)} == set()


def test_every_word_of_the_shelf_is_a_message(tiny: Repository) -> None:
    """The words of the downloads page are extracted."""
    texts = {message.text for message in extract_press(tiny)}

    assert {"Read on the web", "Download PDF", "Download EPUB"} <= texts


def test_words_of_sphinx_that_a_language_lacks() -> None:
    """Filipino, which Sphinx does not know, lacks everything; Korean lacks only what Sphinx has not."""
    everything = {message.text for message in extract_sphinx()}
    korean = {message.text for message in list_lacking("ko")}

    assert {"Search", "Index", "Fig. %s"} <= {message.text for message in list_lacking("fil")}
    assert korean < everything
    assert "Search" not in korean


def test_words_of_the_terminal_are_no_messages() -> None:
    """Warnings that only authors see are not given to translators."""
    assert [message.text for message in list_lacking("fil") if "must" in message.text] == []
