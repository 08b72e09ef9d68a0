"""Sphinx's own manual as a foreign project: fetched from its source distribution and built without touching a file.

In: an empty folder.  Out: the manual, and its editions with what each cost.
"""

import os
import runpy
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSION = "9.0.4"
MOMENT = "1763856000"


@dataclass(frozen=True)
class Run:
    """One build: where it is, the processor's seconds, the memory it wanted and how it ended."""

    folder: Path
    seconds: float
    megabytes: int
    exit_code: int
    log: str

    def find(self, ending: str) -> Path:
        """Find the one file with an ending."""
        return next(self.folder.glob(f"*{ending}"))


def fetch_manual(folder: Path) -> Path:
    """Fetch Sphinx's source distribution and give the folder of its manual."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "sphinx"]
    subprocess.run([*command, "--dest", str(folder), f"sphinx=={VERSION}"], check=True, capture_output=True)
    with tarfile.open(folder / f"sphinx-{VERSION}.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder / f"sphinx-{VERSION}" / "doc"


def build_project(source: Path, builder: str, folder: Path, *options: str, press: bool = True) -> Run:
    """Build a project with one builder; the press is named on the command line, so that no file changes."""
    extensions = list(runpy.run_path(str(source / "conf.py")).get("extensions", []))
    wanted = ",".join([*extensions, *(["build_tools.writers"] if press else [])])
    target = folder / builder
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", str(folder / f"doctrees-{press:d}")]
    command += ["-D", f"extensions={wanted}", *options, str(source), str(target)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": MOMENT}
    log = folder / f"{builder}.log"
    folder.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT, env=environment)
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime  # other programs on the machine do not count
    return Run(target, seconds, usage.ru_maxrss // 1024, process.returncode, log.read_text(encoding="utf-8"))


def list_documents(source: Path) -> list[str]:
    """List the documents of the manual."""
    return sorted(path.relative_to(source).with_suffix("").as_posix() for path in source.rglob("*.rst"))
