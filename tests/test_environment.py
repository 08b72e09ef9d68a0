"""The set-up: what it finds missing, what it says, when it does its work again."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import environment, machine
from build_tools.environment import Contents, fingerprint, is_whole, levels_of
from build_tools.machine import (
    CHROMIUM,
    PANGO,
    VENV,
    Machine,
    Need,
    check_system,
    cure_of,
    describe,
    packages_of,
)
from build_tools.problems import BuildToolsError, ExitCode

ROOT = Path(__file__).resolve().parent.parent
DEBIAN_USER = Machine("debian", is_root=False)
DEBIAN_ROOT = Machine("debian", is_root=True)


def lacking(need: Need) -> Need:
    """Give the same need on a machine that does not meet it."""
    return replace(need, is_met=lambda: False)


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    """An environment that was made to its end."""
    folder = tmp_path / "press"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    lock = tmp_path / "press.txt"
    lock.write_text("sphinx==9.0.4\n", encoding="utf-8")
    made = Contents(folder, lock)
    made.stamp.write_text(fingerprint(made), encoding="utf-8")
    return made


def test_a_user_without_root_gets_one_line_that_brings_everything() -> None:
    """Two things are missing: two problems, and one cure below the last."""
    with pytest.raises(BuildToolsError) as caught:
        check_system([lacking(VENV), lacking(PANGO)], DEBIAN_USER)
    packages = f"python3.{sys.version_info.minor}-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    assert str(caught.value).splitlines() == [
        "setup: Pango is not installed, so WeasyPrint cannot start (tool-missing)",
        "setup: Python's ensurepip is not installed, so no virtual environment can be made (tool-missing)",
        f"    sudo apt-get update && sudo apt-get install --no-install-recommends {packages}",
    ]
    assert caught.value.exit_code is ExitCode.TOOL_MISSING


def test_root_on_debian_installs_what_is_missing_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packages of the unmet needs go to apt-get, after which the needs are met."""
    asked: list[str] = []
    monkeypatch.setattr(machine, "apt_install", asked.extend)
    met = replace(VENV, is_met=lambda: True)
    check_system([met, replace(PANGO, is_met=lambda: bool(asked))], DEBIAN_ROOT)
    assert asked == list(PANGO.packages)


def test_root_is_told_what_apt_get_could_not_bring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A need that is unmet after the installation is a problem, with no sudo in the cure."""
    monkeypatch.setattr(machine, "apt_install", lambda _packages: None)
    with pytest.raises(BuildToolsError, match=r"\n    apt-get update && apt-get install .* chromium$"):
        check_system([lacking(CHROMIUM)], DEBIAN_ROOT)


def test_nothing_is_installed_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that meets every need is left alone, also by root."""
    monkeypatch.setattr(machine, "apt_install", lambda packages: pytest.fail(f"installed {packages}"))
    check_system([replace(PANGO, is_met=lambda: True)], DEBIAN_ROOT)


def test_chromium_has_another_name_on_ubuntu() -> None:
    """Ubuntu's package differs in name; what does not differ keeps Debian's."""
    missing = [PANGO, CHROMIUM]
    assert packages_of(missing, Machine("ubuntu", is_root=True)) == [*PANGO.packages, "chromium-browser"]
    assert packages_of(missing, DEBIAN_ROOT) == [*PANGO.packages, "chromium"]


@pytest.mark.parametrize(
    ("system", "cure"),
    [
        ("macos", "brew install pango"),
        ("other", "Install Pango as your system does it, then run the same command again."),
    ],
)
def test_other_systems_get_a_cure_too(system: str, cure: str) -> None:
    """Where there is no apt-get, the cure names no apt-get."""
    assert cure_of([PANGO], Machine(system, is_root=True)) == cure
    assert describe([PANGO], Machine(system, is_root=True))[0].cure == cure


def test_a_library_that_is_not_there_cannot_be_loaded() -> None:
    """The loader is asked, not the package manager."""
    assert not machine.can_load("libno-such-library.so.0")


def test_an_environment_made_to_its_end_is_kept(contents: Contents) -> None:
    """The same pins, place and Python: nothing to do."""
    assert is_whole(contents)


def test_an_environment_without_a_stamp_is_made_anew(contents: Contents) -> None:
    """The stamp is written last, so a set-up that was killed left none."""
    contents.stamp.unlink()
    assert not is_whole(contents)


def test_another_pin_makes_the_environment_anew(contents: Contents) -> None:
    """A changed lock file changes the fingerprint."""
    contents.lock.write_text("sphinx==9.0.5\n", encoding="utf-8")
    assert not is_whole(contents)


def test_another_python_makes_the_environment_anew(contents: Contents, tmp_path: Path) -> None:
    """A system update that swaps or removes the Python underneath is noticed."""
    other = tmp_path / "python3.99"
    other.touch()
    contents.python.unlink()
    contents.python.symlink_to(other)
    assert not is_whole(contents)
    other.unlink()
    assert not is_whole(contents)


def test_a_moved_checkout_makes_the_environment_anew(contents: Contents, tmp_path: Path) -> None:
    """Scripts in an environment name its folder, so it cannot be moved."""
    moved = replace(contents, folder=tmp_path / "moved")
    contents.folder.rename(moved.folder)
    assert not is_whole(moved)


def test_contents_are_added_to_a_whole_base(contents: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' packages go on top of the press's; both are whole then."""
    lock = contents.lock.with_name("tests.txt")
    lock.write_text("sphinx==9.0.4\npytest==9.2.0\n", encoding="utf-8")
    steps: list[str] = []
    monkeypatch.setattr(environment, "run_step", lambda step, *_: steps.append(step))
    more = replace(contents, lock=lock, base=contents)
    environment.make(more)
    assert steps == ["Python packages (2)"]
    assert is_whole(more)
    assert is_whole(contents)


def test_a_failed_step_shows_what_the_program_said(capfd: pytest.CaptureFixture[str]) -> None:
    """Output is kept quiet until a step fails; then it is shown, with no traceback to follow."""
    command = [sys.executable, "-c", "print('no such wheel'); raise SystemExit(4)"]
    with pytest.raises(
        BuildToolsError, match=r"stopped with exit code 4 \(Python packages\) \(tool-failed\)"
    ) as caught:
        machine.run_step("Python packages", command)
    assert caught.value.exit_code is ExitCode.TOOL_MISSING
    assert "no such wheel" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "levels"),
    [
        ([], ["press"]),
        (["-s", "pdf(ko)"], ["press"]),
        (["-s", "lint", "tests"], ["lint", "tests"]),
        (["-l"], ["nox"]),
    ],
)
def test_the_command_line_tells_what_will_be_needed(arguments: list[str], levels: list[str]) -> None:
    """What is missing for a session is told before nox itself is installed."""
    assert levels_of(arguments) == levels


def test_every_pin_has_a_hash_and_no_address() -> None:
    """The lock files name exact versions with hashes, no registry and no path."""
    for path in (ROOT / "requirements").rglob("*.txt"):
        text = path.read_text(encoding="utf-8")
        pins = re.findall(r"^\S+==", text, re.MULTILINE)
        assert pins, path
        assert len(re.findall(r"==.*\\\n +--hash=sha256:", text)) == len(pins)
        assert "://" not in text
    assert "resolved" not in (ROOT / "requirements" / "npm" / "package-lock.json").read_text(encoding="utf-8")


def test_the_smaller_lock_agrees_with_the_larger() -> None:
    """What the press needs is pinned alike for the tests, which are installed on top of it."""
    press, tests = ((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8") for name in ("press", "tests"))
    pin = re.compile(r"^(\S+==\S+)(?: ;.*)? \\$", re.MULTILINE)
    assert set(pin.findall(press)) <= set(pin.findall(tests))


def list_sessions(*arguments: str) -> str:
    """Let the project's own nox list its sessions."""
    command = [sys.executable, "noxfile.py", "-l", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ | {"NO_COLOR": "1"}
    )
    return done.stdout


def test_nox_lists_each_session_with_a_sentence() -> None:
    """`nox -l` is the manual: every session says what it does."""
    lines = [line for line in list_sessions().splitlines() if re.match(r"[*-] ", line)]
    assert {line.split()[1] for line in lines} >= {
        "editions",
        "pdf",
        "pdf(ko)",
        "epub(hu)",
        "tests",
        "lint",
        "po-update",
    }
    assert [line for line in lines if not re.fullmatch(r"[*-] \S+ -> [A-Z].+\.", line)] == []


def test_one_language_of_one_format_can_be_chosen() -> None:
    """`pdf(ko)` is a session; `pdf` is another and does not select it."""
    chosen = [line.split()[1] for line in list_sessions("-s", "pdf").splitlines() if line.startswith("* ")]
    assert chosen == ["pdf"]
    chosen = [line.split()[1] for line in list_sessions("-s", "pdf(ko)").splitlines() if line.startswith("* ")]
    assert chosen == ["pdf(ko)"]


def test_only_editions_run_by_default() -> None:
    """`nox` without arguments builds the book."""
    assert [line.split()[1] for line in list_sessions().splitlines() if line.startswith("* ")] == ["editions"]


def test_the_noxfile_stays_small() -> None:
    """Sessions only; what is more belongs into build_tools."""
    assert len((ROOT / "noxfile.py").read_text(encoding="utf-8").splitlines()) < 150
