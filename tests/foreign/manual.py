"""Other people's manuals: fetched from their source distributions and built without touching a file.

In: an empty folder.  Out: a manual, and its editions with what each cost.
"""

import json
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOMENT = "1763856000"
NEEDS = "what-the-manual-needs"


@dataclass(frozen=True)
class Project:
    """A project whose source distribution has its manual.

    :param docs: the folder of the manual within the distribution.
    :param needs: packages that the settings of the manual name.
    :param needs_more: whether these are installed with what they need in turn, which must not be Sphinx.
    :param theme: of the site whose words are counted; some templates work with their own only.
    :param options: what is put on the command line of Sphinx, such as another language.
    """

    name: str
    version: str
    docs: str
    needs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    needs_more: bool = False
    theme: str = "basic"

    @property
    def title(self) -> str:
        """How tables call the project."""
        language = next((option[9:] for option in self.options if option.startswith("language=")), "")
        return f"{self.name} {self.version}" + (f" ({language})" if language else "")


SPHINX = Project("sphinx", "9.0.4", "doc")
PROJECTS = (
    SPHINX,
    Project(
        "flask",
        "3.1.3",
        "docs",
        (
            *(
                "pallets-sphinx-themes==2.5.0",
                "sphinx-notfound-page==1.1.0",
                "sphinx-tabs==3.5.0",
                "sphinxcontrib-log-cabinet==1.0.1",
            ),
            *("flask==3.1.3", "werkzeug==3.1.9", "click==8.5.1", "blinker==1.9.0", "itsdangerous==2.2.0"),
        ),
        theme="flask",
    ),
    # Its manual is written for MyST-Parser, whose own is not in its source distribution.
    Project(
        "attrs",
        "25.4.0",
        "docs",
        (
            *("attrs==25.4.0", "sphinx-notfound-page==1.1.0", "sphinxcontrib-towncrier==0.5.0a0"),
            *("towncrier==26.9.0", "click==8.5.1", "incremental==24.11.0"),
        ),
    ),
    Project(
        "aqtinstall",
        "3.3.0",
        "docs",
        ("aqtinstall==3.3.0",),
        ("-D", "language=ja", "-D", "default_role=literal"),
        needs_more=True,
    ),
)


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


def fetch_manual(folder: Path, project: Project = SPHINX) -> Path:
    """Fetch a source distribution, and what its manual needs; give the folder of the manual."""
    pip = [sys.executable, "-m", "pip"]
    command = [*pip, "download", "--quiet", "--no-deps", "--no-binary", project.name, "--dest", str(folder)]
    subprocess.run([*command, f"{project.name}=={project.version}"], check=True, capture_output=True)
    with tarfile.open(folder / f"{project.name}-{project.version}.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    source = folder / f"{project.name}-{project.version}"
    if project.needs:
        command = [*pip, "install", "--quiet", "--target", str(source / NEEDS)]
        command += [] if project.needs_more else ["--no-deps"]
        subprocess.run([*command, *project.needs], check=True, capture_output=True)
    return source / project.docs


def read_extensions(source: Path) -> list[str]:
    """Read which extensions a manual names, in a process that has what it needs."""
    script = "import runpy, sys, json; print(json.dumps(runpy.run_path(sys.argv[1]).get('extensions', [])))"
    environment = {**os.environ, "PYTHONPATH": str(source.parent / NEEDS)}
    command = [sys.executable, "-c", script, str(source / "conf.py")]
    done = subprocess.run(command, cwd=source, env=environment, check=True, capture_output=True, text=True)
    return list(json.loads(done.stdout.splitlines()[-1]))


def build_project(source: Path, builder: str, folder: Path, *options: str, press: bool = True) -> Run:
    """Build a project with one builder; the press is named on the command line, so that no file changes."""
    extensions = read_extensions(source)
    wanted = ",".join([*extensions, *(["build_tools.writers"] if press else [])])
    target = folder / builder
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", str(folder / f"doctrees-{press:d}")]
    command += ["-D", f"extensions={wanted}", *options, str(source), str(target)]
    paths = os.pathsep.join(map(str, (ROOT, source.parent / NEEDS)))
    environment = {**os.environ, "PYTHONPATH": paths, "SOURCE_DATE_EPOCH": MOMENT}
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
    files = [path for ending in ("*.rst", "*.md") for path in source.rglob(ending)]
    return sorted(path.relative_to(source).with_suffix("").as_posix() for path in files)
