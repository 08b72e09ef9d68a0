"""The presses: what is typed, what is read from what they say, what is looked for in what they make."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_tools.bench.outputs import Output, check_output, read_output
from build_tools.bench.presses import Command, Press, Stock, find_file, make_environment, read_steps, watch_artifacts
from build_tools.bench.workspace import clean, copy_sources, write_stock_settings
from build_tools.paths import PACKAGE, Repository
from build_tools.problems import BuildToolsError

WANTED = ("--format", "html", "pdf", "epub", "--variant", "screen")


def test_our_press_is_called_once_for_all_languages(tmp_path: Path) -> None:
    """One command makes three artifacts of each language."""
    (command,) = Press(Repository(tmp_path), "race").plan(["en", "ko"])
    assert command.words[1:] == ("-m", "build_tools", "build", "--language", "en", "ko", *WANTED)
    assert len(command.artifacts) == 6
    assert command.artifacts["ko", "epub"] == tmp_path / "dist" / "downloads" / "race-ko.epub"


def test_stock_is_called_for_each_language_and_format(tmp_path: Path) -> None:
    """Every builder has an output folder of its own, and so has doctrees of its own."""
    commands = Stock(Repository(tmp_path), tmp_path / "stock", Path("python")).plan(["en", "ko"])
    builders = [command.words[command.words.index("-b") + 1] for command in commands]
    assert builders == ["html", "simplepdf", "epub"] * 2
    assert len({command.words[-1] for command in commands}) == 6
    assert not any("-d" in command.words for command in commands)


def test_steps_are_read_from_what_our_press_says() -> None:
    """The line that the build shows for a language gives the seconds of its steps."""
    pytest.importorskip("sphinx")
    from build_tools.config import Language
    from build_tools.pipeline.plan import Job
    from build_tools.pipeline.run import describe

    job = Job.__new__(Job)
    object.__setattr__(job, "language", Language("ko", "한국어"))
    line = describe(job, {"html": 1.25, "verify": 0.5}, 0)
    assert dict(read_steps(line)) == {"html": 1.2, "verify": 0.5}


def test_programs_of_the_command_come_first_on_the_path() -> None:
    """sphinx-simplepdf runs the `weasyprint` of its own environment, not ours."""
    command = Command("stock", ("/stock/bin/python", "-m", "sphinx"), {})
    assert make_environment(command)["PATH"].startswith("/stock/bin:")


def test_waiting_ends_when_every_artifact_is_new(tmp_path: Path) -> None:
    """A file that was there before does not count until it is another."""
    page, book = tmp_path / "ko" / "index.html", tmp_path / "ko.pdf"
    page.parent.mkdir()
    page.write_text("old")
    is_ready = watch_artifacts(Command("press", (), {("ko", "html"): page.parent, ("ko", "pdf"): book}))
    book.write_text("new")
    assert not is_ready()
    page.with_suffix(".part").write_text("new")
    page.with_suffix(".part").replace(page)
    assert is_ready()


def test_text_is_found_however_it_is_set(tmp_path: Path) -> None:
    """Markup, scripts and line breaks do not hide a word; a script is no text."""
    (tmp_path / "index.html").write_text("<p>nn\n<b>st</b>&amp;</p><script>hidden</script>", encoding="utf-8")
    (tmp_path / ".doctrees").mkdir()
    (tmp_path / ".doctrees" / "environment.pickle").write_bytes(b"x" * 1000)
    output = read_output("site", "html", tmp_path)
    assert (output.pages, output.text) == (1, "nnst&")
    assert output.bytes < 1000


def test_an_ebook_is_read(tmp_path: Path) -> None:
    """The text of an ebook is that of its documents."""
    with zipfile.ZipFile(tmp_path / "book.epub", "w") as package:
        package.writestr("one.xhtml", "<p>one</p>")
        package.writestr("style.css", "p { color: red }")
    assert read_output("ebook", "epub", find_file(tmp_path, "epub")).text == "one"


@pytest.mark.parametrize("kind", ["pdf", "epub"])
def test_a_missing_file_is_a_problem(tmp_path: Path, kind: str) -> None:
    """Some programs end well without having made anything."""
    with pytest.raises(BuildToolsError, match="artifact-unreadable"):
        read_output("place", kind, find_file(tmp_path, kind))


def test_an_empty_book_is_a_problem() -> None:
    """A build that made next to nothing has no cost worth comparing."""
    found = [problem.found for problem in check_output(Output("place", "epub", 1, 10, "word"), 5, 1000, "nnst")]
    assert len(found) == 3


def test_a_whole_book_is_none() -> None:
    """Enough documents, enough text and the changed word are all that is asked for."""
    assert not list(check_output(Output("place", "epub", 5, 10, "nnst" * 100), 5, 1000, "nnst"))


def make_repository(root: Path) -> Repository:
    """A repository with a file of each kind."""
    for name in ("book/conf.py", "locales/ko/a.po", "locales/ko/a.mo", "build_tools/x.py", "requirements/x.txt"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("extensions = ['myst_parser', 'build_tools.writers']\n_hidden = 1\n")
    return Repository(root)


def test_a_copy_has_the_sources_only(tmp_path: Path) -> None:
    """What an earlier build has made does not come along."""
    copy = copy_sources(make_repository(tmp_path / "checkout"), tmp_path / "copy")
    assert (copy.locales / "ko" / "a.po").is_file()
    assert not (copy.locales / "ko" / "a.mo").exists()


def test_cleaning_removes_what_a_build_makes(tmp_path: Path) -> None:
    """Fonts that are already cut can be kept; sources always are."""
    repository = make_repository(tmp_path)
    for name in ("dist/index.html", "_build/ko/stamp.json", "_build/fonts/x.woff2"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("made")
    clean(repository, keep_fonts=True)
    assert sorted(path.name for path in repository.build.iterdir()) == ["fonts"]
    clean(repository)
    assert not list(repository.build.iterdir())
    assert not (tmp_path / "dist").exists()
    assert [path.name for path in (repository.locales / "ko").iterdir()] == ["a.po"]


def test_stock_settings_are_ours_without_our_writers(tmp_path: Path) -> None:
    """The stock settings take over the book's, and load sphinx-simplepdf for the PDF only."""
    settings = (write_stock_settings(make_repository(tmp_path)) / "conf.py").read_text()
    for tags, expected in (({"simplepdf"}, ["myst_parser", "sphinx_simplepdf"]), (set(), ["myst_parser"])):
        names = {"tags": type("Tags", (), {"has": tags.__contains__})}
        exec(settings, names)  # noqa: S102 - Sphinx does the same
        assert names["extensions"] == expected
        assert "_hidden" not in names


def test_what_outlives_a_command_is_counted() -> None:
    """The processor time of a process that its parent leaves behind belongs to the command."""
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    leave = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {burn!r}])"
    code = (
        "import os, sys; from pathlib import Path\n"
        "from build_tools.bench.measure import adopt_orphans, measure\n"
        "adopt_orphans()\n"
        f"done = measure([sys.executable, '-c', {leave!r}], Path.cwd(), dict(os.environ))\n"
        "print(done.exit_code, done.cpu > 0.25, done.memory > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "True", "True"]
