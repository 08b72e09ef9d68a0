"""`po status`: how far each language is, as checked in and against today's book."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.translations import status
from build_tools.translations.status import load_book_messages, load_status, render_status
from tests.checkout import DATE, copy_words, forget

SECOND = "part-one/second"


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A tiny book whose messages have been extracted; only to be read."""
    repository = copy_words(tmp_path_factory.mktemp("counted"))
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", DATE)
        load_book_messages(repository)
    return repository


@pytest.fixture
def known(counted: Repository, tmp_path: Path) -> Repository:
    """A copy of it that a test may change."""
    return Repository(shutil.copytree(counted.root, tmp_path / "known"))


@pytest.fixture
def no_sphinx(monkeypatch: pytest.MonkeyPatch) -> None:
    """A world in which nothing can be extracted."""

    def refuse(repository: Repository, folder: Path) -> None:
        raise AssertionError("the book was read again")

    monkeypatch.setattr(status, "extract_book", refuse)


def test_every_language_but_the_original(known: Repository, no_sphinx: None) -> None:
    """Without a choice each translation is counted, with a row for every document and its words."""
    arabic, korean = load_status(known, [])

    assert (arabic.language.code, korean.language.code) == ("ar", "ko")
    assert (korean.today.share, korean.checked_in.share, korean.today.untranslated) == (100, 100, 0)
    assert [file.domain for file in korean.files][:2] == ["backmatter/glossary", "backmatter/lists"]


def test_fuzzy_and_untranslated_messages(known: Repository, no_sphinx: None) -> None:
    """What is fuzzy or missing is counted as such, with the words that are left."""
    forget(known, "ko", f"{SECOND}.po", "First.", "A quotation.")
    forget(known, "ko", f"{SECOND}.po", "One item.", fuzzy=True)
    (korean,) = load_status(known, ["ko"])
    (second,) = (file for file in korean.files if file.domain == SECOND)

    assert (second.today.translated, second.today.fuzzy, second.today.untranslated) == (3, 1, 2)
    assert second.today.words_left == 5
    assert second.checked_in == second.today


def test_words_of_the_press_against_today(known: Repository, no_sphinx: None) -> None:
    """What the press says today counts, although the tiny book's press.po has only some of it."""
    (korean,) = load_status(known, ["ko"])
    (press,) = (file for file in korean.files if file.domain == "press")

    assert press.today.untranslated > 20 > press.checked_in.untranslated


def test_second_call_reads_the_book_no_more(known: Repository, no_sphinx: None) -> None:
    """The messages of a book that has not changed are remembered."""
    assert "One item." in load_book_messages(known)[SECOND]


def test_call_when_the_book_has_changed(known: Repository) -> None:
    """A new sentence is missing in every language, although the files as checked in are complete."""
    path = known.book / f"{SECOND}.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nA new sentence.\n", encoding="utf-8")
    for language in load_status(known, []):
        (second,) = (file for file in language.files if file.domain == SECOND)

        assert (second.today.untranslated, second.today.words_left) == (1, 3)
        assert (second.checked_in.untranslated, language.checked_in.share) == (0, 100)
        assert language.today.share < 100


@pytest.mark.parametrize("content", ["", "[]", '{"digest": 1}', '{"digest": "x", "messages": {}}'])
def test_memory_that_cannot_be_read(known: Repository, content: str) -> None:
    """What was cut short, or is of another book, counts as nothing remembered."""
    (known.build / "status" / "messages.json").write_text(content)

    assert "One item." in load_book_messages(known)[SECOND]


def test_table_for_people(known: Repository, no_sphinx: None) -> None:
    """The table begins with the share of the language, and has a row for the book and one for each file."""
    forget(known, "ko", f"{SECOND}.po")
    (korean,) = load_status(known, ["ko"])
    title, heads, *rows = render_status([korean], "text").splitlines()
    left = str(korean.today.words_left)

    assert title.startswith(f"ko 한국어: {korean.today.share} % of today's book is translated, ")
    assert heads.split("  ")[-2:] == ["today", "checked in"]
    assert rows[0].startswith("the book ")
    assert [SECOND, "6", "0", "0", "6", "0", left, "0", "%", "0", "%"] in [row.split() for row in rows]
    assert {len(row) for row in rows} == {len(heads)}


def test_json_for_programs(known: Repository, no_sphinx: None) -> None:
    """JSON holds both numbers of every file, and where it is."""
    forget(known, "ko", f"{SECOND}.po", "First.")
    data = json.loads(render_status(load_status(known, ["ko"]), "json"))
    (korean,) = data["languages"]
    (second,) = (file for file in korean["files"] if file["file"].endswith(f"{SECOND}.po"))

    assert (korean["language"], korean["name"], korean["threshold"]) == ("ko", "한국어", 90)
    assert second["file"] == "locales/ko/LC_MESSAGES/part-one/second.po"
    assert (second["today"]["untranslated"], second["checked_in"]["untranslated"]) == (1, 1)
    assert korean["today"]["share"] == 99


@pytest.mark.parametrize("form", ["text", "json"])
def test_command(
    known: Repository, no_sphinx: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """The command prints what it counts, and exits with 0 however much is missing."""
    from build_tools.__main__ import main

    monkeypatch.setattr("build_tools.__main__.Repository", lambda: known)
    forget(known, "ko", f"{SECOND}.po")

    assert main(["po", "status", "ko", "--format", form]) == 0
    shown = capsys.readouterr().out
    assert "part-one/second" in shown
    assert "العربية" not in shown


def test_command_when_the_language_is_unknown(command: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    """A language that is not in the registry is a wrong command."""
    assert command("po", "status", "xx") == 2
    assert "no language 'xx' (language-unknown)" in capsys.readouterr().err


def test_status_when_the_book_has_a_fault(tiny: Repository) -> None:
    """A fault of the English text is told with its place, and nothing wrong is remembered."""
    (tiny.book / f"{SECOND}.md").write_text("# Second\n\n:::{drawing} /absent.svg\n:alt: x\n:::\n")
    for _time in ("first", "second"):
        with pytest.raises(BuildToolsError) as refused:
            load_status(tiny, ["ko"])

        assert [problem.place for problem in refused.value.problems] == ["book/part-one/second.md"]
