"""Which files are checked."""

from pathlib import Path

import pytest

from build_tools.config import Registry, load_registry
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code
from build_tools.translations.checks.choice import choose_files
from tests.translations.checks.samples import write_po


@pytest.fixture
def registry(tiny: Repository) -> Registry:
    """The languages of the tiny book: English, Arabic, Korean."""
    return load_registry(tiny)


def test_all_languages(tiny: Repository, registry: Registry) -> None:
    """Without files, those of every language but the source are checked."""
    choice = choose_files(tiny, registry, [])

    assert sorted(language.code for language in choice.po_files) == ["ar", "ko"]
    assert choice.count == len(list(tiny.locales.rglob("*.po")))


def test_folders_and_files(tiny: Repository, registry: Registry) -> None:
    """A folder stands for its files; the same file is checked once."""
    path = tiny.po_folder("ko") / "index.po"
    choice = choose_files(tiny, registry, [tiny.locales / "ko", path])
    (paths,) = choice.po_files.values()

    assert len(paths) == len(list((tiny.locales / "ko").rglob("*.po")))


def test_chapters_that_are_gone(tiny: Repository, registry: Registry) -> None:
    """A PO file that waits in the folder of retired ones is checked only if it is asked for."""
    path = write_po(tiny.locales / "ko" / "retired" / "old.po", "ko", ("One.", "하나."))

    assert path not in [found for paths in choose_files(tiny, registry, []).po_files.values() for found in paths]
    assert choose_files(tiny, registry, [path]).count == 1


def test_termbase(tiny: Repository, registry: Registry) -> None:
    """A termbase is checked too, alone or with its language."""
    path = tiny.locales / "ko" / "terms.tsv"
    path.write_text("concept\tterm\tavoid\tnote\n", encoding="utf-8")

    assert choose_files(tiny, registry, [path]).termbases == [path]
    assert choose_files(tiny, registry, []).termbases == [path]


def test_file_from_elsewhere(tiny: Repository, registry: Registry, tmp_path: Path) -> None:
    """A file that somebody has sent is taken for the language that its header names."""
    path = write_po(tmp_path / "mail" / "apollo.po", "ko", ("One.", "하나."))

    assert [language.code for language in choose_files(tiny, registry, [path]).po_files] == ["ko"]


def test_file_of_an_unknown_language(tiny: Repository, registry: Registry, tmp_path: Path) -> None:
    """A file of no language that the book has is told, and not checked."""
    path = write_po(tmp_path / "apollo.po", "tlh", ("One.", "wa’."))
    choice = choose_files(tiny, registry, [path])

    assert [problem.code for problem in choice.problems] == [Code.LANGUAGE_UNKNOWN.slug]
    assert choice.count == 0


def test_file_that_is_not_there(tiny: Repository, registry: Registry) -> None:
    """A name that leads nowhere is a wrong command."""
    with pytest.raises(BuildToolsError) as caught:
        choose_files(tiny, registry, [Path("locales/ko/nothing.po")])

    assert [problem.code for problem in caught.value.problems] == [Code.FILE_UNKNOWN.slug]
    assert caught.value.exit_code == 2
