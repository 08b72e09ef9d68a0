"""The messages that are noted while Sphinx reads are those that its gettext builder extracts."""

from collections.abc import Callable

import pytest

from build_tools.paths import Repository
from build_tools.status import env_messages
from build_tools.translations.status import load_book_messages
from tests.conftest import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_messages_are_those_of_the_gettext_builder(
    tiny: Repository, readings: dict[str, Reading], language: str
) -> None:
    """In the original and in a translation each document has the messages that are extracted for translators."""
    noted = {name: set(messages) for name, messages in env_messages(readings[language].env).items() if messages}

    assert noted == {name: set(messages) for name, messages in load_book_messages(tiny).items()}
    assert {"of two stages", "Large dot", "Who planned the rocket?"} <= noted["part-one/first"]
    assert "Part one" in noted["index"]


def test_messages_when_an_index_entry_is_badly_formed(tiny: Repository, read: Read) -> None:
    """A badly formed entry is no message, and does not stop the reading."""
    path = tiny.book / "part-one" / "second.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n```{index} pair: rocket\n```\n\nMore.\n", encoding="utf-8")
    messages = env_messages(read(tiny).env)["part-one/second"]

    assert "More." in messages
    assert "rocket" not in messages
