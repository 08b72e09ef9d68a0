"""The environment that everything runs in: made from `requirements/`, kept in `.nox`, mended when not whole.

In: pinned requirements, and what this machine has.
Out: the Python to run.
What is run in the environment, and where packages come from, is not this module's business: pip and npm
follow the settings of their user. It runs before anything is installed: standard library only.
"""

import fcntl
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_tools.machine import CHROMIUM, LIBATOMIC, PANGO, VENV, Machine, Need, check_system, run_step

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
LISTING = frozenset({"-l", "--list", "--list-sessions", "-h", "--help", "--version"})


@dataclass(frozen=True)
class Contents:
    """What a virtual environment holds.

    :param npm: options of `npm ci`, or nothing where no npm packages are wanted.
    :param base: smaller contents of the same folder, on which these are added.
    """

    folder: Path
    lock: Path
    npm: tuple[str, ...] = ()
    base: "Contents | None" = None

    @property
    def python(self) -> Path:
        """The Python of the environment."""
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """The file that names the contents which are whole; it is written last."""
        return self.folder / "whole.txt"

    @property
    def npm_files(self) -> tuple[Path, ...]:
        """The files that pin the npm packages."""
        folder = REQUIREMENTS / "npm"
        return (folder / "package.json", folder / "package-lock.json") if self.npm else ()


@dataclass(frozen=True)
class Level:
    """An environment, and what the machine must have for what runs in it."""

    contents: Contents
    needs: tuple[Need, ...]


_NOX = Contents(ROOT / ".nox" / "nox", REQUIREMENTS / "nox.txt")
_PRESS = Contents(ROOT / ".nox" / "press", REQUIREMENTS / "press.txt", npm=("--omit=dev",))
_TESTS = Contents(_PRESS.folder, REQUIREMENTS / "tests.txt", npm=("--include=dev",), base=_PRESS)
_STOCK = Contents(ROOT / ".nox" / "stock", REQUIREMENTS / "bench.txt")
LEVELS = {
    "nox": Level(_NOX, (VENV,)),
    "press": Level(_PRESS, (VENV, PANGO)),
    "verify": Level(_TESTS, (VENV, PANGO, CHROMIUM)),
    "lint": Level(_TESTS, (VENV,)),
    "tests": Level(_TESTS, (VENV, PANGO, CHROMIUM, LIBATOMIC)),
    "bench": Level(_STOCK, (VENV, PANGO)),
}


def prepare(level: str, *later: str) -> Path:
    """Make what a level needs, unless it is there, and give the Python to run.

    :param later: levels that follow; what the machine lacks for them is told at once, before any work.
    """
    needs = {need: None for name in (level, *later) for need in LEVELS[name].needs}
    check_system(needs, Machine.here())
    contents = LEVELS[level].contents
    if not is_whole(contents):
        with alone():
            if not is_whole(contents):  # the run that we waited for may have made it
                make(contents)
    return contents.python


def levels_of(arguments: Sequence[str]) -> list[str]:
    """Name the levels that the sessions on a command line of nox need."""
    if LISTING.intersection(arguments):
        return ["nox"]
    return [argument for argument in arguments if argument in LEVELS] or ["press"]


def fingerprint(contents: Contents) -> str:
    """Sum up what the contents are made from: the pins, the place, and the Python underneath."""
    files = b"".join(path.read_bytes() for path in (contents.lock, *contents.npm_files))
    made_for = [str(contents.folder), os.path.realpath(contents.python), *contents.npm]
    return hashlib.sha256("\n".join(made_for).encode() + files).hexdigest()


def is_whole(contents: Contents) -> bool:
    """Tell whether the environment was made to its end, from the pins as they are now."""
    if not (contents.stamp.is_file() and contents.python.is_file()):
        return False
    return fingerprint(contents) in contents.stamp.read_text(encoding="utf-8").split()


@contextmanager
def alone() -> Iterator[None]:
    """Hold the set-up lock, after whoever holds it now."""
    path = ROOT / ".nox" / "lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as lock:
        # A pip that outlives a killed run keeps the lock, so that nobody works in its folder.
        os.set_inheritable(lock.fileno(), True)  # noqa: FBT003 - the function takes no keyword
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Setting up: waiting for another run that does it ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make(contents: Contents) -> None:
    """Add the contents to their base where that is whole, else begin with an empty environment."""
    begin_anew = contents.base is None or not is_whole(contents.base)
    contents.stamp.unlink(missing_ok=True)
    if begin_anew:
        venv = [sys.executable, "-m", "venv", "--clear", str(contents.folder)]
        run_step(f"virtual environment {contents.folder.relative_to(ROOT)}", venv)
    install_python_packages(contents)
    if contents.npm:
        install_npm_packages(contents)
    whole = [fingerprint(part) for part in (contents, contents.base) if part]
    contents.stamp.write_text("\n".join(whole) + "\n", encoding="utf-8")


def install_python_packages(contents: Contents) -> None:
    """Install exactly the pinned wheels; pip takes none whose hash differs."""
    count = sum(line[:1].isalnum() for line in contents.lock.read_text(encoding="utf-8").splitlines())
    python = str(contents.python)
    pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps"]
    options = ["--require-hashes", "--only-binary=:all:", "--requirement", str(contents.lock)]
    run_step(f"Python packages ({count})", [*pip, *options])


def install_npm_packages(contents: Contents) -> None:
    """Install the pinned npm packages with the npm of the environment, and run no script of theirs."""
    folder = contents.folder / "npm"
    folder.mkdir(exist_ok=True)
    for path in contents.npm_files:
        shutil.copy(path, folder)
    npm = [str(contents.folder / "bin" / "npm"), "--prefix", str(folder)]
    run_step("npm packages", [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *contents.npm])
