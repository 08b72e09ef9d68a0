"""The book beside a folder of other texts."""

from pathlib import Path

import pytest

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, ExitCode
from build_tools.prose.against import compare_folder, read_texts

SENTENCE = "the heavy laboratory was late so they built something simple"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of texts that have nothing in common with any book."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "notes.txt").write_text("Nothing of the kind.\n", encoding="utf-8")
    return folder


def test_sentences_of_the_book(tiny: Repository, folder: Path) -> None:
    """A run of the English text is told with its place in the book and in the other text."""
    (tiny.book / "part-one" / "second.md").write_text(f"# Second\n\nOnce {SENTENCE}.\n", encoding="utf-8")
    (folder / "notes.txt").write_text(f"First.\nThen, {SENTENCE}!\n", encoding="utf-8")

    (problem,) = compare_folder(tiny, folder)

    assert (problem.place, problem.line, problem.code) == ("book/part-one/second.md", 3, "copied-run")
    assert problem.found == f"10 words stand also at notes.txt:2: {SENTENCE}"


@pytest.mark.parametrize(("name", "count"), [("ko.txt", 1), ("notes.txt", 1), ("ar.txt", 0)])
def test_translations(tiny: Repository, folder: Path, name: str, count: int) -> None:
    """A text in Korean is compared with the Korean translation, one of no language with all, another with its own."""
    words = "처음 쏘아 올린 로켓은 그날 밤 하늘로 날아갔다"
    po = tiny.po_folder("ko") / "copied.po"
    po.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "A"\nmsgstr "{words}."\n')
    (folder / name).write_text(f"{words.replace(' ', '')}\n", encoding="utf-8")

    problems = compare_folder(tiny, folder)

    assert [(problem.place, problem.line) for problem in problems] == [("locales/ko/LC_MESSAGES/copied.po", 4)] * count


def test_number_of_words(tiny: Repository, folder: Path) -> None:
    """How many words in a row are told can be chosen."""
    (tiny.book / "part-one" / "second.md").write_text(f"# Second\n\nOnce {SENTENCE}.\n", encoding="utf-8")
    (folder / "notes.txt").write_text("They built something simple.\n", encoding="utf-8")

    assert [len(compare_folder(tiny, folder, words)) for words in (5, 4)] == [0, 1]


def test_files_that_are_no_text(folder: Path) -> None:
    """A file that is not text is passed over."""
    (folder / "picture.png").write_bytes(b"\x89PNG\xff\xfe")

    assert [path.name for path, _ in read_texts(folder)] == ["notes.txt"]


def test_folder_that_holds_no_text(tiny: Repository, tmp_path: Path) -> None:
    """A folder without texts is a wrong command."""
    with pytest.raises(BuildToolsError, match="holds no text") as caught:
        compare_folder(tiny, tmp_path / "nothing")

    assert caught.value.exit_code == ExitCode.WRONG_COMMAND
