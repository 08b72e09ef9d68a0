"""The facts about the book and its languages: what is taken, and what is refused, with its line."""

import re
from pathlib import Path

import pytest

from build_tools.config import Language, load_book, load_registry
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, ExitCode, Problem


def edit(path: Path, *changes: tuple[str, str]) -> list[str]:
    """Change a file, and give its new lines."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text.splitlines()


def refuse_book(repository: Repository) -> list[Problem]:
    """Give the problems of a book that is refused."""
    with pytest.raises(BuildToolsError) as refused:
        load_book(repository)
    assert refused.value.exit_code == ExitCode.WRONG_COMMAND
    return refused.value.problems


def refuse_registry(repository: Repository) -> list[Problem]:
    """Give the problems of a registry that is refused."""
    with pytest.raises(BuildToolsError) as refused:
        load_registry(repository)
    assert refused.value.exit_code == ExitCode.WRONG_COMMAND
    return refused.value.problems


def test_book_when_it_is_whole(tiny: Repository) -> None:
    """Each fact of book.toml arrives, and the tellings in the order of the file."""
    book = load_book(tiny)

    assert (book.title, book.slug, book.authors) == ("A Tiny Book", "tiny-book", ("Ada Tester",))
    assert [(telling.code, telling.siglum) for telling in book.tellings] == [("ko", "Ko"), ("hu", "Hu")]


def test_registry_when_it_is_whole(tiny: Repository) -> None:
    """Languages come in the order of the file, the source language first, with their families."""
    registry = load_registry(tiny)

    assert list(registry.languages) == ["en", "ar", "ko"]
    assert registry.source.code == "en"
    assert [family.name for family in registry.languages["ar"].families] == ["Amiri", "Source Serif 4"]
    assert registry.languages["ar"].direction == "rtl"
    assert registry.languages["ko"].whole_words


def test_choice_when_no_language_is_named(tiny: Repository) -> None:
    """No choice means every language; a choice keeps its own order."""
    registry = load_registry(tiny)

    assert [language.code for language in registry.choose(None)] == ["en", "ar", "ko"]
    assert [language.code for language in registry.choose(["ko", "en"])] == ["ko", "en"]


def test_line_when_toml_is_broken(tiny: Repository) -> None:
    """A value without quotes is told with its line."""
    lines = edit(tiny.book_file, ('slug = "tiny-book"', "slug = tiny-book"))
    (problem,) = refuse_book(tiny)

    assert problem.line == lines.index("slug = tiny-book") + 1
    assert (problem.place, problem.code) == ("book/book.toml", "config-syntax")
    assert problem.cure


def test_line_when_toml_ends_too_early(tiny: Repository) -> None:
    """A list that is never closed is told with a line of the file, not with none."""
    text = '[languages.en]\nname = "English"\nfonts = ["source-serif"\n'
    tiny.registry_file.write_text(text, encoding="utf-8")
    (problem,) = refuse_registry(tiny)

    assert (problem.code, problem.line) == ("config-syntax", 4)


@pytest.mark.parametrize("content", [None, b"\xff\xfe["], ids=["absent", "not UTF-8"])
def test_book_when_the_file_cannot_be_read(tiny: Repository, content: bytes | None) -> None:
    """A file that is not there, or is not UTF-8, is a problem and not a traceback."""
    tiny.book_file.unlink()
    if content is not None:
        tiny.book_file.write_bytes(content)
    (problem,) = refuse_book(tiny)

    assert problem.code == "config-syntax"
    assert problem.found.startswith("the file cannot be read")


def test_book_when_several_keys_are_wrong(tiny: Repository) -> None:
    """Missing keys, wrong kinds and a missing table of book.toml are told at once, each with its line."""
    lines = edit(
        tiny.book_file,
        ('title = "A Tiny Book"', "title = 7"),
        ('authors = ["Ada Tester"]', 'authors = ["Ada", 3]'),
        ('publisher = "Tiny Press"\n', ""),
        ("[licence]", "[license]"),
    )
    found = {(problem.line, problem.found) for problem in refuse_book(tiny)}

    assert (lines.index("title = 7") + 1, "[book] title is 7; expected a str") in found
    assert (lines.index('authors = ["Ada", 3]') + 1, "[book] authors must hold strings only") in found
    assert (lines.index("[book]") + 1, "[book] 'publisher' is missing") in found
    assert (0, "[licence] the table is missing") in found


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", ""),
        ("[project]\n", ""),
        ('[project]\nrepository = ""\n', ""),
        ('[project]\nrepository = "https://example.org/a/b/-/blob/main/"\n', "https://example.org/a/b/-/blob/main"),
    ],
    ids=["no table", "no key", "not yet", "an address"],
)
def test_address_of_the_project(tiny: Repository, written: str, address: str) -> None:
    """The project may have an address or none; paths are written behind it."""
    with tiny.book_file.open("a", encoding="utf-8") as file:
        file.write(written)

    assert load_book(tiny).repository == address


@pytest.mark.parametrize(
    "address",
    ["http://example.org/a", "javascript:alert(1)", "https://a b/", 'https://example.org/\\"x', "example.org"],
)
def test_address_that_is_none(tiny: Repository, address: str) -> None:
    """What could not stand in a link of every page is refused, with its line."""
    with tiny.book_file.open("a", encoding="utf-8") as file:
        file.write(f'[project]\nrepository = "{address}"\n')
    (problem,) = refuse_book(tiny)

    assert problem.line == len(tiny.book_file.read_text(encoding="utf-8").splitlines())
    assert "expected an address" in problem.found


def test_registry_when_several_keys_are_wrong(tiny: Repository) -> None:
    """Faults in several languages and fonts are told at once, each with the line of its key."""
    lines = edit(
        tiny.registry_file,
        ('plural=(n != 1);"\ndate_format = "d MMMM y"\npaper = "a4"', 'plural=(n != 1);"\npaper = "a3"'),
        ("]\nthreshold = 100", ', "brochure"]\nthreshold = true'),
        ('fonts = ["amiri", "source-serif"]', 'fonts = ["amiri", "comic"]'),
        ("whole_words = true", 'whole_words = "yes"\nwhole_word = true'),
        ("python:fontpkg_amiri/files", "fontpkg_amiri/files"),
    )
    found = {problem.line: problem.found for problem in refuse_registry(tiny)}

    assert found[lines.index('paper = "a3"') + 1] == "[languages.en] paper is 'a3'; expected 'a4' or 'letter'"
    pdf = next(number for number, line in enumerate(lines, 1) if "brochure" in line)
    assert found[pdf].startswith("[languages.en] pdf names 'brochure'; expected 'screen', 'print'")
    assert found[lines.index("threshold = true") + 1] == "[languages.en] threshold is True; expected a int"
    assert "names 'comic', which has no [fonts.comic] table" in found[lines.index('fonts = ["amiri", "comic"]') + 1]
    assert found[lines.index('whole_words = "yes"') + 1].endswith("expected a bool")
    assert "is not a key the press knows" in found[lines.index("whole_word = true") + 1]
    face = next(number for number, line in enumerate(lines, 1) if line.startswith("faces = [{"))
    assert re.search(r"expected 'python:…' or 'npm:…'", found[face])
    assert "'date_format' is missing" in found[1]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "[fonts] the table is missing"),
        ("languages = 3\n[fonts]\n", "[languages] expected a table"),
        ("[fonts]\n[languages]\n", "no language is listed"),
        ("fonts = []\n[languages]\nko = 1\n", "[languages.ko] expected a table"),
    ],
)
def test_registry_when_tables_are_no_tables(tiny: Repository, text: str, found: str) -> None:
    """A registry without its tables, or with something else in their place, is refused with words."""
    tiny.registry_file.write_text(text, encoding="utf-8")

    assert found in [problem.found for problem in refuse_registry(tiny)]


@pytest.mark.parametrize(
    ("plurals", "count", "rule"),
    [
        ("nplurals=1; plural=0;", 1, "0"),
        ("nplurals=2; plural=(n != 1);", 2, "(n != 1)"),
        ("", 1, "0"),
    ],
)
def test_plural_forms(plurals: str, count: int, rule: str) -> None:
    """The number of plural forms and the rule for them come out of gettext's one line."""
    language = Language("xx", "X", plurals=plurals)

    assert (language.plural_count, language.plural_rule) == (count, rule)


@pytest.mark.parametrize("names", ['"screen-letter"', '"print-"', '"print-a3"', '""', '"print", "print"', ""])
def test_variants_that_are_none(tiny: Repository, names: str) -> None:
    """A language has variants of the PDF that there are, each once, and at least one."""
    edit(tiny.registry_file, ('pdf = ["screen"', f'pdf = [{names}]\nx = ["screen"'))
    found = [problem.found for problem in refuse_registry(tiny)]

    assert [line for line in found if line.startswith("[languages.en] pdf")] != []


def test_variants_for_another_paper(tiny: Repository) -> None:
    """A variant can be asked for on a paper that is not the language's own."""
    edit(tiny.registry_file, ('pdf = ["screen"', 'pdf = ["screen", "large-letter"'))

    assert load_registry(tiny).source.pdf[:2] == ("screen", "large-letter")
