"""The press's own words in other languages, and PO files that cannot be read."""

from pathlib import Path

import pytest

from build_tools.messages import load_messages, read_po, read_sphinx_messages
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_messages_of_a_language(tiny: Repository) -> None:
    """What is translated comes in the language, the rest in English."""
    messages = load_messages(tiny.po_folder("ko"))

    assert messages.gettext("Contents") == "차례"
    assert messages.gettext("Never heard of") == "Never heard of"


def test_messages_of_the_source_language(tiny: Repository) -> None:
    """The source language has no PO file, and needs none."""
    assert load_messages(tiny.po_folder("en")).gettext("Contents") == "Contents"


def test_fuzzy_messages_are_not_used(tmp_path: Path) -> None:
    """A translation that is marked as fuzzy is not shown to readers."""
    (tmp_path / "press.po").write_text(HEAD + '#, fuzzy\nmsgid "Cover"\nmsgstr "Rücken"\n', encoding="utf-8")

    assert load_messages(tmp_path).gettext("Cover") == "Cover"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + 'msgid "a"\nmsgstr "b\n', 5),
        (HEAD + 'msgid "a"\nmsgstr "b"\n\nnonsense\n', 7),
        (HEAD + 'msgid "a"\nmsgstr "he said "no""\n', 5),
    ],
    ids=["open quote", "no keyword", "quotes within quotes"],
)
def test_line_when_a_po_file_is_broken(tmp_path: Path, text: str, line: int) -> None:
    """A mistake of syntax is told with its file, its line and a cure."""
    path = tmp_path / "x.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BuildToolsError) as refused:
        read_po(path, "shown.po")
    (problem,) = refused.value.problems

    assert (problem.place, problem.line, problem.code) == ("shown.po", line, "po-syntax")
    assert problem.cure


def test_line_when_a_po_file_is_not_utf_8(tmp_path: Path) -> None:
    """A letter of another encoding is told with its line."""
    path = tmp_path / "x.po"
    path.write_bytes((HEAD + 'msgid "a"\nmsgstr "ő"\n').encode("iso-8859-2"))
    with pytest.raises(BuildToolsError) as refused:
        read_po(path, "shown.po")

    assert [(problem.line, problem.found) for problem in refused.value.problems] == [(5, "the file is not UTF-8")]


def test_po_file_when_it_is_absent(tmp_path: Path) -> None:
    """A PO file that is not there is a problem, not a traceback."""
    with pytest.raises(BuildToolsError) as refused:
        read_po(tmp_path / "absent.po", "absent.po")

    assert refused.value.problems[0].place == "absent.po"


def test_messages_of_sphinx() -> None:
    """Sphinx has Korean words, and no Filipino ones."""
    assert read_sphinx_messages("ko")["Search"] == "검색"
    assert read_sphinx_messages("fil") == {}
