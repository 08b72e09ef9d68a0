"""`po update`: today's messages come into the PO files, and translations stay."""

import shutil
from pathlib import Path

import polib
import pytest

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.translations.update import update_translations
from tests.checkout import DATE, copy_words

HUNGARIAN = "nplurals=2; plural=(n != 1);"


def update(repository: Repository) -> list[str]:
    """Update every language, and give what is told."""
    told: list[str] = []
    update_translations(repository, told.append)
    return told


def read_files(repository: Repository) -> dict[str, bytes]:
    """Read every PO file."""
    return {repository.relative(path): path.read_bytes() for path in sorted(repository.locales.rglob("*.po"))}


def open_po(repository: Repository, code: str, file: str) -> polib.POFile:
    """Open one PO file."""
    return polib.pofile(str(repository.po_folder(code) / file), wrapwidth=0)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A tiny book whose PO files are as an update leaves them; only to be read."""
    repository = copy_words(tmp_path_factory.mktemp("template"))
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", DATE)
        update(repository)
    return repository


@pytest.fixture
def updated(template: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A copy of it that a test may change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DATE)
    return Repository(shutil.copytree(template.root, tmp_path / "updated"))


@pytest.fixture(scope="module")
def changed(template: Repository, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A copy of it with a new sentence, a changed one, a new chapter and a new language, updated once more."""
    repository = Repository(shutil.copytree(template.root, tmp_path_factory.mktemp("changed") / "book"))
    second, preface, index = (
        repository.book / f"{name}.md" for name in ("part-one/second", "frontmatter/preface", "index")
    )
    second.write_text(second.read_text(encoding="utf-8") + "\nA new sentence.\n", encoding="utf-8")
    preface.write_text("# Preface\n\nThis book is a small test.\n", encoding="utf-8")
    (repository.book / "part-one" / "third.md").write_text("# The third chapter\n", encoding="utf-8")
    index.write_text(index.read_text(encoding="utf-8").replace("part-one/second", "part-one/second\npart-one/third"))
    text = repository.registry_file.read_text(encoding="utf-8")
    start, end = text.index("[languages.ko]"), text.index("[fonts.source-serif]")
    table = text[start:end].replace("languages.ko", "languages.hu").replace("nplurals=1; plural=0;", HUNGARIAN)
    repository.registry_file.write_text(text[:end] + table + text[end:], encoding="utf-8")
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", DATE)
        assert [line.partition(":")[0] for line in update(repository)] == ["ar", "ko", "hu"]
    return repository


def test_second_update_changes_no_byte(updated: Repository) -> None:
    """What an update has written, the next one leaves alone."""
    before = read_files(updated)
    update(updated)

    assert read_files(updated) == before
    assert len(before) == 20


def test_update_keeps_translations(template: Repository) -> None:
    """Every translation that stood before the update stands after it."""
    first = open_po(template, "ko", "part-one/first.po")

    assert {entry.msgid: entry.msgstr for entry in first}["A section"] == "절"
    assert open_po(template, "ar", "press.po").find("Contents").msgstr == "المحتويات"
    assert open_po(template, "ar", "sphinx.po").find("Index").msgstr == "الفهرس"


def test_update_adds_new_messages(changed: Repository) -> None:
    """A new sentence becomes an empty message, and the sentences beside it keep their translations."""
    second = open_po(changed, "ko", "part-one/second.po")

    assert second.find("A new sentence.").msgstr == ""
    assert second.find("One item.").msgstr == "한 항목."


def test_update_when_a_sentence_was_changed(changed: Repository) -> None:
    """A sentence that is almost the old one offers the old translation as fuzzy, which no reader sees."""
    entry = open_po(changed, "ko", "frontmatter/preface.po").find("This book is a small test.")

    assert (entry.msgstr, entry.fuzzy) == ("이 책은 시험용이다.", True)


def test_update_adds_a_new_chapter(changed: Repository) -> None:
    """A new chapter brings a PO file of its own, in every language but the source."""
    assert open_po(changed, "ko", "part-one/third.po").find("The third chapter") is not None
    assert not changed.po_folder("en").exists()


def test_update_adds_a_new_language(changed: Repository) -> None:
    """A language in the registry without a folder gets all PO files, with its plural forms in their headers."""
    korean, hungarian = (
        {path.relative_to(changed.po_folder(code)).as_posix() for path in changed.po_folder(code).rglob("*.po")}
        for code in ("ko", "hu")
    )

    assert hungarian == korean
    assert open_po(changed, "hu", "press.po").metadata["Plural-Forms"] == HUNGARIAN


def test_header_of_a_po_file(template: Repository) -> None:
    """The header says which book it is of, in which language, by whom and under which licence."""
    po = open_po(template, "ar", "part-one/first.po")

    assert po.header.splitlines() == [
        "A Tiny Book: العربية",
        "Copyright (C) 2025 Ada Tester",
        "Creative Commons Attribution-ShareAlike 4.0 International",
    ]
    assert po.metadata["Last-Translator"] == "Amal Tester"
    assert po.metadata["Plural-Forms"].startswith("nplurals=6;")
    assert [
        value for value in po.metadata.values() if "YEAR" in value or "FULL NAME" in value or "EMAIL" in value
    ] == []


def test_roles_are_not_taken_for_formats(template: Repository) -> None:
    """No message carries a flag that makes an editor complain of Python formats."""
    flags = {
        flag for path in template.locales.rglob("*.po") for entry in polib.pofile(str(path)) for flag in entry.flags
    }

    assert [flag for flag in flags if flag.startswith("python")] == []


def test_update_when_a_po_file_is_broken(updated: Repository) -> None:
    """A PO file that cannot be read stops the update before any file is written; every broken one is told."""
    for code in ("ar", "ko"):
        path = updated.po_folder(code) / "index.po"
        path.write_text(
            path.read_text(encoding="utf-8").replace('msgid "Part one"', 'msgid "Part one'), encoding="utf-8"
        )
    before = read_files(updated)
    with pytest.raises(BuildToolsError) as refused:
        update(updated)

    assert [problem.place for problem in refused.value.problems] == [
        "locales/ar/LC_MESSAGES/index.po",
        "locales/ko/LC_MESSAGES/index.po",
    ]
    assert all(problem.line for problem in refused.value.problems)
    assert read_files(updated) == before


def test_update_when_the_book_has_a_fault(updated: Repository) -> None:
    """A fault of the English text is told with its file and line, and no PO file is written."""
    (updated.book / "part-one" / "second.md").write_text("# Second\n\n:::{drawing} /absent.svg\n:alt: x\n:::\n")
    before = read_files(updated)
    with pytest.raises(BuildToolsError) as refused:
        update(updated)

    assert [(problem.place, problem.line, problem.code) for problem in refused.value.problems] == [
        ("book/part-one/second.md", 3, "drawing-broken")
    ]
    assert read_files(updated) == before


def test_paths_of_the_machine_stay_out_of_po_files(template: Repository) -> None:
    """No PO file names a folder of the machine on which it was made."""
    assert [name for name, content in read_files(template).items() if str(template.root).encode() in content] == []


def move_chapter(repository: Repository, target: str) -> None:
    """Move the chapter `part-one/second` to another place in the book."""
    path = repository.book / f"{target}.md"
    path.parent.mkdir(exist_ok=True)
    (repository.book / "part-one" / "second.md").rename(path)
    replace(repository.book / "index.md", "part-one/second", target)
    replace(repository.book / "part-one" / "first.md", "](second.md", f"](../{target}.md")


def drop_chapter(repository: Repository) -> str:
    """Take the chapter `part-one/second` out of the book, and give what it was."""
    path = repository.book / "part-one" / "second.md"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    replace(repository.book / "index.md", "part-one/second\n", "")
    replace(repository.book / "part-one" / "first.md", "](second.md", "](https://example.org/")
    return text


def replace(path: Path, old: str, new: str) -> None:
    """Replace words of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def list_changes(repository: Repository, before: dict[str, bytes], code: str) -> dict[str, list[str]]:
    """List the lines that a language's files have now and had not before."""
    return {
        name: [line for line in content.decode().splitlines() if line not in before[name].decode().splitlines()]
        for name, content in read_files(repository).items()
        if f"locales/{code}/" in name and content != before.get(name)
    }


def test_small_difference_when_one_sentence_is_new(updated: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new sentence changes one file, by its message and the date of its messages; all other files stay."""
    before = read_files(updated)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DATE) + 86400))
    path = updated.book / "part-one" / "second.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nA new sentence.\n", encoding="utf-8")
    update(updated)

    assert list_changes(updated, before, "ko") == {
        "locales/ko/LC_MESSAGES/part-one/second.po": [
            '"POT-Creation-Date: 2025-11-24 00:00+0000\\n"',
            'msgid "A new sentence."',
        ]
    }


def test_no_difference_when_only_the_date_moves(updated: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update a year later, without a change of the book, changes no byte."""
    before = read_files(updated)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DATE) + 366 * 86400))
    update(updated)

    assert read_files(updated) == before


def test_second_update_after_many_changes(changed: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also after new, changed and vanished messages the next update changes no byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DATE)
    copy = Repository(shutil.copytree(changed.root, tmp_path / "copy"))
    update(copy)

    assert read_files(copy) == read_files(changed)


def test_no_line_numbers(template: Repository) -> None:
    """No message names the line in which it stands."""
    places = [
        place
        for path in template.locales.rglob("*.po")
        for entry in polib.pofile(str(path))
        for place in entry.occurrences
    ]

    assert places
    assert [line for _file, line in places if line] == []


def test_update_when_a_sentence_was_changed_keeps_what_it_was(changed: Repository) -> None:
    """A fuzzy message shows translators what the English said before."""
    entry = open_po(changed, "ko", "frontmatter/preface.po").find("This book is a small test.")

    assert entry.previous_msgid == "This book is a test."


def test_chapter_that_moves(updated: Repository) -> None:
    """A chapter that is renamed and moved takes its PO file along, in every language, with all its translations."""
    before = open_po(updated, "ko", "part-one/second.po")
    move_chapter(updated, "part-two/new-name")
    told = update(updated)

    after = open_po(updated, "ko", "part-two/new-name.po")
    assert [(entry.msgid, entry.msgstr, entry.flags) for entry in after] == [
        (entry.msgid, entry.msgstr, entry.flags) for entry in before
    ]
    assert told[1::2] == ["  part-one/second.po is now part-two/new-name.po"] * 2
    assert not any((updated.po_folder(code) / "part-one" / "second.po").exists() for code in ("ar", "ko"))
    assert not (updated.locales / "ko" / "retired").exists()


def test_chapter_that_is_gone(updated: Repository) -> None:
    """The PO file of a chapter that is gone is kept where no build looks; what was compiled from it goes."""
    before = open_po(updated, "ko", "part-one/second.po")
    (updated.po_folder("ko") / "part-one" / "second.mo").touch()
    drop_chapter(updated)
    told = update(updated)

    kept = polib.pofile(str(updated.retired_folder("ko") / "part-one" / "second.po"), wrapwidth=0)
    assert str(kept) == str(before)
    assert [path.name for path in (updated.po_folder("ko") / "part-one").iterdir()] == ["first.po"]
    gone = "  part-one/second.po has no chapter any more: its translations are in {}/retired/part-one/second.po"
    assert told[1::2] == [gone.format("ar"), gone.format("ko")]
    after = read_files(updated)
    update(updated)
    assert read_files(updated) == after


def test_chapter_that_is_gone_and_returns(updated: Repository) -> None:
    """A chapter that comes back has its PO file back as it was, and nothing is left among the retired."""
    before = read_files(updated)
    text = drop_chapter(updated)
    update(updated)
    (updated.book / "part-one" / "second.md").write_text(text, encoding="utf-8")
    replace(updated.book / "index.md", "part-one/first\n", "part-one/first\npart-one/second\n")
    told = update(updated)

    name = "locales/ko/LC_MESSAGES/part-one/second.po"
    assert read_files(updated)[name] == before[name]
    assert not updated.retired_folder("ko").exists()
    assert told[1::2] == ["  part-one/second.po is back"] * 2


def test_words_of_a_retired_chapter(updated: Repository) -> None:
    """Where words of a chapter that is gone stand in another, its translation is offered as fuzzy."""
    drop_chapter(updated)
    path = updated.book / "part-one" / "first.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne item.\n", encoding="utf-8")
    update(updated)

    entry = open_po(updated, "ko", "part-one/first.po").find("One item.")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("한 항목.", True, None)


def test_retired_file_that_is_broken(updated: Repository) -> None:
    """A retired PO file that cannot be read stops the update as any other does."""
    path = updated.retired_folder("ko") / "old.po"
    path.parent.mkdir()
    path.write_text('msgid "One', encoding="utf-8")
    with pytest.raises(BuildToolsError) as refused:
        update(updated)

    assert [(problem.place, problem.line) for problem in refused.value.problems] == [("locales/ko/retired/old.po", 1)]


def test_components_of_weblate_follow(changed: Repository) -> None:
    """A new chapter is told to Weblate."""
    assert '"name": "part-one/third"' in (changed.locales / "weblate.json").read_text(encoding="utf-8")


def test_file_that_an_editor_has_wrapped(updated: Repository) -> None:
    """Lines that Poedit has broken become whole again, and then the file is as it was."""
    before = read_files(updated)
    for path in updated.locales.rglob("*.po"):
        path.write_text(str(polib.pofile(str(path), wrapwidth=40)), encoding="utf-8")
    assert read_files(updated) != before
    update(updated)

    assert read_files(updated) == before


def test_file_that_weblate_has_written(changed: Repository) -> None:
    """Weblate's writer, with the width that `weblate.json` names, changes no byte of our files."""
    from translate.storage.pypo import pofile

    for path in sorted(changed.locales.rglob("*.po")):
        store = pofile.parsestring(path.read_bytes())
        store.wrapper.width = 65535
        for unit in store.units:
            if unit.target and not unit.hasplural() and not unit.isheader():
                unit.target = str(unit.target) + "!"
                unit.target = str(unit.target)[:-1]
        assert bytes(store) == path.read_bytes(), path
