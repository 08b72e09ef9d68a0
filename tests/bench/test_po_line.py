"""The changed message: which it is, and that nothing else changes."""

from pathlib import Path

import polib
import pytest

from build_tools.bench.po_line import add_word, find_chapter, make_word
from build_tools.problems import BuildToolsError

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Note: this header is longer than every message of the file, and still it is none\\n"

msgid "The moon"
msgstr "A hold"

#, fuzzy
msgid "A guess that nobody has looked at"
msgstr "Egy találgatás, amelyet még senki sem nézett meg, és ezért nem számít"

msgid "A paragraph of some length."
msgstr "Egy hosszabb bekezdés."
"""


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    """A PO file with messages of several kinds."""
    path = tmp_path / "moon.po"
    path.write_text(PO, encoding="utf-8")
    return path


def test_the_longest_finished_translation_gets_the_word(chapter: Path) -> None:
    """The word is at the end of the longest translation; headers and fuzzy messages do not count."""
    add_word(chapter, "nnnst")
    changed = polib.pofile(str(chapter)).find("A paragraph of some length.")
    assert changed is not None
    assert changed.msgstr == "Egy hosszabb bekezdés. nnnst"


def test_the_other_messages_stay(chapter: Path) -> None:
    """No message but one is another than before."""
    before = {entry.msgid: entry.msgstr for entry in polib.pofile(PO)}
    add_word(chapter, "nnnst")
    after = {entry.msgid: entry.msgstr for entry in polib.pofile(str(chapter))}
    assert [msgid for msgid in before if before[msgid] != after[msgid]] == ["A paragraph of some length."]


def test_a_file_without_translations_is_a_problem(tmp_path: Path) -> None:
    """Where nothing is translated, nothing can be changed, and that is said."""
    path = tmp_path / "empty.po"
    path.write_text('msgid "The moon"\nmsgstr ""\n', encoding="utf-8")
    with pytest.raises(BuildToolsError, match="no translation"):
        add_word(path, "nnnst")


def test_words_differ() -> None:
    """Each number makes another word, always of the same length."""
    words = {make_word(number) for number in range(200)}
    assert len(words) == 200
    assert {len(word) for word in words} == {8}


def test_the_longest_chapter_is_found(tmp_path: Path) -> None:
    """A chapter counts; the glossary does not, however long it is."""
    for name, size in (("moon/landing", 30), ("moon/return", 10), ("backmatter/glossary", 90)):
        path = tmp_path / f"{name}.po"
        path.parent.mkdir(exist_ok=True)
        path.write_text("#" * size, encoding="utf-8")
    assert find_chapter(tmp_path).name == "landing.po"


def test_a_language_without_chapters_is_a_problem(tmp_path: Path) -> None:
    """Where no chapter is translated, that is said."""
    with pytest.raises(BuildToolsError, match="no chapter is translated"):
        find_chapter(tmp_path / "ko" / "LC_MESSAGES")
