"""The words of the site's scripts."""

import json

import pytest

from build_tools.config import load_registry
from build_tools.paths import Repository
from build_tools.writers.script_messages import render_script_messages, write_script_messages


def read_script(repository: Repository, code: str) -> dict[str, dict[str, str | list[str]]]:
    """Write the script of a language, and read it as a browser does."""
    write_script_messages(load_registry(repository).languages[code], repository.po_folder(code))
    text = (repository.po_folder(code) / "sphinx.js").read_text(encoding="utf-8")
    assert text.startswith("Documentation.addTranslations(")
    data: dict[str, dict[str, str | list[str]]] = json.loads(
        text.removeprefix("Documentation.addTranslations(").rstrip(");\n")
    )
    return data


@pytest.mark.parametrize("code", ["ar", "ko"])
def test_no_message_of_a_script_is_blank(tiny: Repository, code: str) -> None:
    """A script shows a translation or English, never nothing."""
    messages = read_script(tiny, code)["messages"]

    assert messages["Search"]
    assert [key for key, value in messages.items() if not value or not all(value)] == []


def test_own_messages_of_a_script(tiny: Repository) -> None:
    """What Sphinx lacks comes from our sphinx.po, with all plural forms."""
    path = tiny.po_folder("ko") / "sphinx.po"
    message = '#: static/searchtools.js\nmsgid "Never heard"\nmsgid_plural "Never heards"\nmsgstr[0] "처음"\n'
    path.write_text(path.read_text(encoding="utf-8") + f"\n{message}", encoding="utf-8")

    assert read_script(tiny, "ko")["messages"]["Never heard"] == ["처음"]


def test_script_says_the_same_when_written_again(tiny: Repository) -> None:
    """The same messages give the same text, in plain ASCII."""
    language = load_registry(tiny).languages["ko"]
    text = render_script_messages(language, {"b": "나", "a": "가"})

    assert text == render_script_messages(language, {"a": "가", "b": "나"})
    assert text.isascii()
