"""What the machine must have that pip and npm cannot bring: Pango, Chromium, Python's ensurepip.

In: needs.  Out: nothing where all are met or apt-get brought them; elsewhere problems and the line to type.
What comes from Python's and npm's packages is `environment`'s business. Standard library only, as there.
"""

import ctypes
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The names under which WeasyPrint looks for its libraries, on Linux and on macOS.
PANGO_LIBRARIES = (
    ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
)


@dataclass(frozen=True)
class Need:
    """Something that pip and npm cannot bring.

    :param packages: what brings it on Debian; `ubuntu_packages`, where they are called otherwise there.
    """

    name: str
    purpose: str
    is_met: Callable[[], bool]
    packages: tuple[str, ...]
    ubuntu_packages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Machine:
    """What decides how system packages come in."""

    system: str
    is_root: bool

    @classmethod
    def here(cls) -> "Machine":
        """Describe the machine that we run on; a system without apt-get is `other` or `macos`."""
        if sys.platform == "darwin":
            return cls("macos", is_root=False)
        try:
            release = platform.freedesktop_os_release()
        except OSError:
            release = {}
        family = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
        known = [name for name in family if name in {"debian", "ubuntu"}]
        return cls(known[0] if known and shutil.which("apt-get") else "other", is_root=os.geteuid() == 0)


def has_pango() -> bool:
    """Tell whether the libraries of WeasyPrint can be loaded."""
    return all(any(map(can_load, names)) for names in PANGO_LIBRARIES)


def can_load(library: str) -> bool:
    """Tell whether a shared library can be loaded: a package may be there for another architecture."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def find_browser() -> str | None:
    """Find Chromium or its sibling on the path."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


VENV = Need(
    "Python's ensurepip",
    "no virtual environment can be made",
    lambda: importlib.util.find_spec("ensurepip") is not None,
    (f"python3.{sys.version_info.minor}-venv",),
)
PANGO = Need(
    "Pango",
    "WeasyPrint cannot start",
    has_pango,
    ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
)
# The Node.js that Playwright brings is linked against it; on macOS it is part of the compiler's library.
LIBATOMIC = Need(
    "libatomic",
    "Playwright cannot start",
    lambda: sys.platform == "darwin" or can_load("libatomic.so.1"),
    ("libatomic1",),
)
CHROMIUM = Need(
    "Chromium",
    "no page can be tried",
    lambda: find_browser() is not None,
    ("chromium",),
    ("chromium-browser",),
)


def check_system(needs: Iterable[Need], machine: Machine) -> None:
    """Install what the machine lacks where we may; elsewhere say what to type."""
    missing = [need for need in needs if not need.is_met()]
    if missing and machine.is_root and machine.system in {"debian", "ubuntu"}:
        apt_install(packages_of(missing, machine))
        missing = [need for need in missing if not need.is_met()]
    if missing:
        raise BuildToolsError(describe(missing, machine), ExitCode.TOOL_MISSING)


def packages_of(missing: Iterable[Need], machine: Machine) -> list[str]:
    """List the system packages that bring what is missing."""
    is_ubuntu = machine.system == "ubuntu"
    return [package for need in missing for package in (is_ubuntu and need.ubuntu_packages) or need.packages]


def describe(missing: Sequence[Need], machine: Machine) -> list[Problem]:
    """Give a problem for each need, and below the last one a cure for all."""
    found = sorted(f"{need.name} is not installed, so {need.purpose}" for need in missing)
    cures = [""] * (len(found) - 1) + [cure_of(missing, machine)]
    return [Problem.of(Code.TOOL_MISSING, "setup", text, cure=cure) for text, cure in zip(found, cures, strict=True)]


def cure_of(missing: Sequence[Need], machine: Machine) -> str:
    """Give the line to type that brings everything missing."""
    if machine.system in {"debian", "ubuntu"}:
        sudo = "" if machine.is_root else "sudo "
        install = shlex.join(["apt-get", "install", "--no-install-recommends", *packages_of(missing, machine)])
        return f"{sudo}apt-get update && {sudo}{install}"
    if machine.system == "macos" and missing == [PANGO]:
        return "brew install pango"
    names = " and ".join(need.name for need in missing)
    return f"Install {names} as your system does it, then run the same command again."


def apt_install(packages: Sequence[str]) -> None:
    """Install system packages, as root, without asking."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    wait = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-q"]
    # A source that cannot be reached is no reason to stop: the packages may come from another.
    subprocess.run([*wait, "update"], env=os.environ | quiet, capture_output=True, check=False)
    install = [*wait, "install", "--yes", "--no-install-recommends", *packages]
    run_step(f"system packages ({', '.join(packages)})", install, quiet)


def run_step(step: str, command: Sequence[str], variables: dict[str, str] | None = None) -> None:
    """Announce a step and run it; show what it printed only where it fails."""
    print(f"Setting up: {step} ...", flush=True)
    done = subprocess.run(
        command,
        env=os.environ | (variables or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        close_fds=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        found = f"{Path(command[0]).name} stopped with exit code {done.returncode} ({step})"
        cure = "What it said stands above. Run the same command again: it goes on from a clean state."
        raise BuildToolsError([Problem.of(Code.TOOL_FAILED, "setup", found, cure=cure)], ExitCode.TOOL_MISSING)
