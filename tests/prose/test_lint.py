"""All checks together, on a small book."""

from pathlib import Path

import pytest

from build_tools.__main__ import main
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, ExitCode
from build_tools.prose.lint import lint_prose
from tests.prose.samples import SMALL


def change(repository: Repository, file: str, before: str, after: str) -> Path:
    """Change a text of the book."""
    path = repository.book / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return path


def test_book_in_which_nothing_is_wrong(small: Repository) -> None:
    """A book that keeps all rules passes all checks, with the real dictionary."""
    assert lint_prose(small, limits=SMALL) == []


def test_every_check_is_asked(small: Repository) -> None:
    """Faults of all kinds are told at once, wherever they stand."""
    change(small, "part/first.md", "See [the list](../backmatter/lists.md)", 'See the the "color" [x](x.md), mankind,')
    change(small, "part/first.md", "single: Sputnik 1", "seealso: rocket; Sputnik")
    change(small, "part/first.md", ".hu-001}", ".ko-9}")
    change(small, "part/first.md", ":name: dots\n", "")
    change(small, "part/first.md", "20 per cent", "20%")
    change(small, "backmatter/lists.md", "rocket\n", "rocket engine\n")
    change(small, "data/events.csv", "sputnik-1,", "sputnik-2,")
    change(small, "data/set-aside.tsv", "It says the same as hu-001.", "")
    change(small, "spelling.txt", "# Names", "Zond")

    codes = {problem.code for problem in lint_prose(small, limits=SMALL)}

    assert codes == {
        "claim-set-aside",
        "claim-unknown",
        "claim-untold",
        "drawing-incomplete",
        "event-unknown",
        "event-untold",
        "house-word",
        "index-entry",
        "link",
        "number-style",
        "repeated-word",
        "spelling",
        "spelling-list",
        "term-link",
        "typography",
    }


def test_files_that_are_asked_for(small: Repository) -> None:
    """Where files are named, problems of others are not told."""
    first = change(small, "part/first.md", "into the sky", "into the skyy")
    other = change(small, "backmatter/lists.md", "A machine", "A maschine")

    assert {problem.place for problem in lint_prose(small, limits=SMALL)} == {
        "book/part/first.md",
        "book/backmatter/lists.md",
    }
    assert [problem.place for problem in lint_prose(small, [first], SMALL)] == ["book/part/first.md"]
    assert len(lint_prose(small, [first, other], SMALL)) == 2


def test_files_that_are_not_of_the_book(small: Repository) -> None:
    """A file that is no text of the book is a wrong command."""
    with pytest.raises(BuildToolsError, match="is no text of the book") as caught:
        lint_prose(small, [small.root / "README.md"], SMALL)

    assert caught.value.exit_code == ExitCode.WRONG_COMMAND


def test_command_line(small: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells problems with a count and exits with 1; a table goes to standard output and exits with 0."""
    monkeypatch.setattr("build_tools.__main__.Repository", lambda: small)
    first = change(small, "part/first.md", "into the sky", "into the skyy")

    assert main(["prose", str(first)]) == 1
    shown = capsys.readouterr()
    assert "book/part/first.md:19: unknown word 'skyy' (spelling)\n    Perhaps: sky" in shown.err
    assert shown.err.endswith("problems\n")
    assert main(["prose", "--table"]) == 0
    assert capsys.readouterr().out.startswith("chapter ")


def test_command_line_against_texts(
    tiny: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The command compares with a folder, with runs as long as are asked for."""
    monkeypatch.setattr("build_tools.__main__.Repository", lambda: tiny)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("The second sentence stands there.", encoding="utf-8")

    assert main(["prose", "--against", str(tmp_path / "texts")]) == 0
    assert main(["prose", "--against", str(tmp_path / "texts"), "--run", "4"]) == 1
    assert "4 words stand also at a.txt:1: The second sentence stands (copied-run)" in capsys.readouterr().err
