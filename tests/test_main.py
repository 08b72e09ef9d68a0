"""The command line: what it offers, what it says, and how it exits."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from build_tools.__main__ import COMMANDS, main, make_parser
from build_tools.paths import PACKAGE, Repository
from build_tools.writers.formats import FORMATS
from tests.checkout import Checkout

OPTIONS = {
    ("build",): ("--language", "--format", "--output", "--jobs", "--check", "--variant", "--paper"),
    ("verify",): ("--language", "--format", "--output"),
    ("live",): ("language", "--port"),
    ("figures",): ("--check",),
    ("prose",): ("FILE", "--table", "--against", "--run"),
    ("po",): ("update",),
    ("po", "update"): ("--help",),
    ("po", "status"): ("LANGUAGE", "--format"),
    ("po", "new-language"): ("CODE",),
    ("po", "export"): ("LANGUAGE", "--format", "--output"),
    ("po", "import"): ("LANGUAGE", "FILE"),
}
Command = Callable[..., int]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names each command that there is, and exits with 0."""
    with pytest.raises(SystemExit) as left:
        main(["--help"])

    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert all(f"\n    {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_help_of_a_command_names_its_options(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """The help of each command names its options, and exits with 0."""
    with pytest.raises(SystemExit) as left:
        main([*words, "--help"])

    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert [option for option in OPTIONS[words] if option not in shown] == []


def test_every_command_has_its_options_listed_here() -> None:
    """No command comes into being without the test above knowing its options."""
    assert {words[0] for words in OPTIONS} == set(COMMANDS)


def test_formats_on_the_command_line_when_none_is_named() -> None:
    """Without `--format`, every format is built."""
    assert make_parser().parse_args(["build"]).format == list(FORMATS)


@pytest.mark.parametrize(
    "words",
    [[], ["print"], ["build", "--format", "mobi"], ["build", "--jobs", "two"], ["build", "--paper", "a3"], ["po"]],
    ids=" ".join,
)
def test_exit_code_when_the_command_is_wrong(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong command exits with 2 and shows how it is used."""
    with pytest.raises(SystemExit) as left:
        main(words)

    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m build_tools")


def test_unknown_languages_are_told_all_at_once(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """Languages that the registry does not have are told, each in its line, with those that it has."""
    assert command("build", "--language", "xx", "ko", "yy") == 2

    assert capsys.readouterr().err.splitlines() == [
        "command line: no language 'xx' (language-unknown)",
        "    Known languages: en, ar, ko.",
        "command line: no language 'yy' (language-unknown)",
        "    Known languages: en, ar, ko.",
        "2 problems",
    ]


def test_every_problem_of_the_registry_is_told_at_once(
    command: Command, tiny: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A registry with three faults gives three lines with their places, a count, and no traceback; the exit is 2."""
    text = tiny.registry_file.read_text(encoding="utf-8")
    text = text.replace('direction = "rtl"', 'direction = "rlt"').replace("threshold = 100", 'threshold = "all"')
    tiny.registry_file.write_text(text.replace('script = "Kore"\n', ""), encoding="utf-8")
    wrong = ('threshold = "all"', 'direction = "rlt"', "[languages.ko]")
    first, second, third = (text.splitlines().index(line) + 1 for line in wrong)

    direction = "[languages.ar] direction is 'rlt'; expected 'ltr' or 'rtl'"

    assert command("build") == 2
    shown = capsys.readouterr().err
    assert shown.splitlines() == [
        f"locales/languages.toml:{first}: [languages.en] threshold is 'all'; expected a int (config-language)",
        f"locales/languages.toml:{second}: {direction} (config-language)",
        f"locales/languages.toml:{third}: [languages.ko] 'script' is missing (config-language)",
        "3 problems",
    ]


def test_broken_translations_are_told_before_any_work(
    command: Command, tiny: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """PO files that cannot be read are told with their lines and a cure, both of them; the exit is 1."""
    quote = tiny.po_folder("ko") / "index.po"
    quote.write_text('msgid ""\nmsgstr ""\n\nmsgid "Part one"\nmsgstr "제1부\n', encoding="utf-8")
    latin = tiny.po_folder("ko") / "part-one" / "second.po"
    latin.write_bytes('msgid "One item."\nmsgstr "Einer für alle"\n'.encode("latin-1"))

    assert command("build", "--language", "ko") == 1

    shown = capsys.readouterr().err
    assert "locales/ko/LC_MESSAGES/index.po:5: the closing quote is missing (po-syntax)\n    " in shown
    assert "locales/ko/LC_MESSAGES/part-one/second.po:2: the file is not UTF-8 (po-syntax)\n    " in shown
    assert shown.endswith("2 problems\n")
    assert "Traceback" not in shown


def test_exit_code_when_a_font_is_missing(
    command: Command, tiny: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A font that is not installed is told with its table and a cure; the exit is 3."""
    text = tiny.registry_file.read_text(encoding="utf-8")
    tiny.registry_file.write_text(text.replace("Amiri-Regular.ttf", "Amiri-Absent.ttf"), encoding="utf-8")

    assert command("build") == 3

    assert capsys.readouterr().err.splitlines() == [
        "locales/languages.toml: [fonts.amiri] python:fontpkg_amiri/files/Amiri-Absent.ttf is missing (font-missing)",
        "    Run `python3 noxfile.py`, which installs the fonts, or see requirements/README.md.",
        "1 problem",
    ]


def test_exit_code_when_the_date_cannot_be_told(
    command: Command, tiny: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without git, a stamp or SOURCE_DATE_EPOCH there is no edition; the exit is 2 and the cure names the variable."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tiny.root.parent))

    assert command("build") == 2

    shown = capsys.readouterr().err
    assert shown.startswith("command line: the date of the edition cannot be told (edition-date)\n    ")
    assert "SOURCE_DATE_EPOCH" in shown


def test_verify_when_there_is_no_shelf(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """Verifying before building exits with 2 and tells what to do first."""
    assert command("verify") == 2

    shown = capsys.readouterr().err
    assert shown.startswith("dist: there is no shelf (shelf-sum)\n    Build it first")


def test_light_start() -> None:
    """The command line starts without the heavy libraries, so that its help and its errors come at once."""
    heavy = ("weasyprint", "ebooklib", "sphinx", "docutils", "fontTools", "lxml", "pikepdf", "pypdfium2", "babel")
    program = f"import sys, build_tools.__main__; print(sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


def test_interruption_when_the_build_is_stopped_by_hand(
    command: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C exits with 130 and one line instead of a traceback."""

    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "verify", interrupt)

    assert command("verify") == 130
    assert capsys.readouterr().err == "Interrupted; the shelf is as it was.\n"


@pytest.mark.build
def test_plain_output_when_not_on_a_terminal(reprint: Checkout) -> None:
    """Where output goes to a file, it has no escape codes, even for those who ask every program for colours."""
    (reprint.repository.book / "part-one" / "second.md").write_text("# Second\n\nLook at {term}`nothing`.\n")

    done = reprint.run("build", "--language", "en", "--format", "html", FORCE_COLOR="1")

    assert done.returncode == 1
    assert "\x1b" not in done.stderr + done.stdout
    assert "1 problem\n" in done.stderr
