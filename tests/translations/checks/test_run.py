"""`po check`, from files to problems."""

import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from build_tools.paths import Repository
from build_tools.problems import Code, Problem
from build_tools.translations.checks import run
from build_tools.translations.checks.run import check_translations
from tests.checkout import translate
from tests.translations.checks.samples import write_po

Command = Callable[..., int]


def find(problems: tuple[Problem, ...], code: Code) -> list[Problem]:
    """Find the problems of a code."""
    return [problem for problem in problems if problem.code == code.slug]


def test_problem_has_its_place(tiny: Repository) -> None:
    """A fault is told with the file and the line of its message."""
    translate(tiny, "ko", "part-one/second.po", "The second chapter", "[둘](https://example.org)")
    po = polib.pofile(str(tiny.po_folder("ko") / "part-one" / "second.po"))
    entry = po.find("The second chapter")
    (problem,) = find(check_translations(tiny).problems, Code.PO_LINK)

    assert entry is not None
    assert problem.place == "locales/ko/LC_MESSAGES/part-one/second.po"
    assert problem.line == entry.linenum


def test_tiny_book_has_no_errors(tiny: Repository, command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """The tiny book's translations pass, and what was checked is counted."""
    assert command("po", "check") == 0
    assert f"in {len(list(tiny.locales.rglob('*.po')))} files" in capsys.readouterr().err


def test_warnings_do_not_block(tiny: Repository, command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning is shown, and the command succeeds; an error makes it fail."""
    path = write_po(tiny.root / "x.po", "ko", ("One.", "하나  둘."))

    assert command("po", "check", str(path)) == 0
    assert "x.po:9: warning: two spaces" in capsys.readouterr().out

    write_po(path, "ko", ("One in 1957.", "하나."))

    assert command("po", "check", str(path)) == 1
    assert "x.po:9: the number 1957 is missing (po-number)" in capsys.readouterr().out


def test_formats(tiny: Repository, command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """The same problems come as commands for GitHub and as JSON, with nothing else on the output."""
    path = str(write_po(tiny.root / "x.po", "ko", ("One in 1957.", "하나.")))

    assert command("po", "check", path, "--format", "github") == 1
    assert capsys.readouterr().out.startswith("::error file=x.po,line=9,title=po-number::")
    assert command("po", "check", path, "--format", "json") == 1
    assert [problem["code"] for problem in json.loads(capsys.readouterr().out)] == ["po-number"]


def test_missing_file_is_a_wrong_command(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there ends the command with 2."""
    assert command("po", "check", "nothing.po") == 2
    assert "file-unknown" in capsys.readouterr().err


def test_file_that_cannot_be_read(tiny: Repository) -> None:
    """A broken file is one problem, and the others are checked all the same."""
    path = tiny.po_folder("ko") / "index.po"
    path.write_text('msgid "one\n', encoding="utf-8")
    translate(tiny, "ko", "part-one/second.po", "The second chapter", "[둘](https://example.org)")
    problems = check_translations(tiny).problems

    assert [problem.place for problem in find(problems, Code.PO_SYNTAX)] == ["locales/ko/LC_MESSAGES/index.po"]
    assert find(problems, Code.PO_LINK)


def test_untranslated_and_fuzzy_messages(tiny: Repository) -> None:
    """What is not translated yet, or only roughly, is no fault."""
    path = write_po(tiny.root / "x.po", "ko", ("One in 1957.", ""))
    with path.open("a", encoding="utf-8") as file:
        file.write('\n#, fuzzy\nmsgid "Two in 1957."\nmsgstr "둘"\n\n#~ msgid "Three in 1957."\n#~ msgstr "셋"\n')

    assert check_translations(tiny, [path]).problems == ()


def test_consistency_with_files_that_were_not_asked_for(tiny: Repository) -> None:
    """A file is compared with the others of its language, whose own problems are not told."""
    write_po(tiny.po_folder("ko") / "a.po", "ko", ("It flew in 1957.", "날았다."), ("It rose.", "올랐다."))
    path = write_po(tiny.po_folder("ko") / "z.po", "ko", ("It rose.", "떠올랐다."))
    (problem,) = check_translations(tiny, [path]).problems

    assert problem.code == Code.PO_INCONSISTENT.slug
    assert "locales/ko/LC_MESSAGES/a.po:12" in problem.found


def test_termbase_is_used_and_checked(tiny: Repository) -> None:
    """The words of a language's termbase are looked for; a wrong line of it is told when the language is checked."""
    terms = tiny.locales / "ko" / "terms.tsv"
    terms.write_text("concept\tterm\tavoid\tnote\ncrew\t승무원\t크루\t\nno tabs\n", encoding="utf-8")
    path = write_po(tiny.po_folder("ko") / "z.po", "ko", ("The crew.", "크루."))

    assert [problem.code for problem in check_translations(tiny, [path]).problems] == [Code.PO_AVOID.slug]
    assert [problem.line for problem in check_translations(tiny, [terms]).problems] == [3]


def test_own_list_of_words(tiny: Repository) -> None:
    """What stands in words.txt is right in the language, also when it is the same in English."""
    path = write_po(tiny.po_folder("ko") / "z.po", "ko", ("the crisis", "the crisis"))
    before = check_translations(tiny, [path]).problems
    (tiny.locales / "ko" / "words.txt").write_text("crisis  # of 1957\n", encoding="utf-8")

    assert [problem.code for problem in before] == [Code.PO_COPY.slug]
    assert check_translations(tiny, [path]).problems == ()


def test_side_by_side(tiny: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes find the same as one."""
    translate(tiny, "ko", "part-one/second.po", "The second chapter", "[둘](https://example.org)")
    alone = check_translations(tiny)
    monkeypatch.setattr(run, "_WORTH_WHILE", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    assert check_translations(tiny) == alone
    assert find(alone.problems, Code.PO_LINK)


def test_strings_of_the_site_are_plain(tiny: Repository) -> None:
    """Press strings have placeholders and no Markdown; a chapter of that name in a folder is a chapter."""
    write_po(tiny.po_folder("ko") / "press.po", "ko", ("{count} pages", "{count}쪽 *"))
    write_po(tiny.po_folder("ko") / "moon" / "press.po", "ko", ("A star", "별 *"))

    assert [problem.place for problem in find(check_translations(tiny).problems, Code.PO_MARKUP)] == [
        "locales/ko/LC_MESSAGES/moon/press.po"
    ]


def test_name_of_a_domain(tiny: Repository, tmp_path: Path) -> None:
    """A file's domain is its path within its language; of a file from elsewhere, its name."""
    language = run.load_registry(tiny).languages["ko"]

    assert run.name_domain(tiny, language, tiny.po_folder("ko") / "part-one" / "first.po") == "part-one/first"
    assert run.name_domain(tiny, language, tmp_path / "first.po") == "first"


def test_spelling_is_looked_up_if_asked(tiny: Repository, command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """Words are looked up with --spelling only, and what is found is a warning."""
    path = str(write_po(tiny.root / "x.po", "ko", ("A satellite flew.", "인공위셩을 쏘았다.")))

    assert command("po", "check", path) == 0
    assert "po-spelling" not in capsys.readouterr().out
    assert command("po", "check", path, "--spelling") == 0
    assert "x.po:9: warning: unknown word '인공위셩을' (po-spelling)" in capsys.readouterr().out
