"""The two presses that are measured: what to type, and where they put what they make.

In: a copy of the sources.
Out: for each piece of work, a `Run` with the costs of its commands and the problems found in what they made.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.bench.measure import Measurement, measure
from build_tools.bench.outputs import Output, check_output, read_output
from build_tools.bench.workspace import Sources, weigh_sources
from build_tools.dates import VARIABLE
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, Problem

FORMATS = ("html", "pdf", "epub")
MOMENT = "1750000000"  # the same date in every artifact of every run
_STEP = re.compile(r"(\w+) (\d+\.\d) s\b")


@dataclass(frozen=True)
class Command:
    """One command line, and the artifacts that it makes: language and format, to path."""

    name: str
    words: tuple[str, ...]
    artifacts: Mapping[tuple[str, str], Path]


@dataclass(frozen=True)
class Run:
    """What became of one or more commands, one after the other."""

    measurements: Mapping[str, Measurement]
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Press:
    """Our press in a copy of the repository."""

    repository: Repository
    slug: str

    def plan(self, languages: Sequence[str]) -> list[Command]:
        """Plan the one command that builds every format of some languages."""
        dist = self.repository.root / "dist"
        artifacts = {}
        for code in languages:
            artifacts[code, "html"] = dist / code
            artifacts[code, "pdf"] = dist / "downloads" / f"{self.slug}-{code}-screen.pdf"
            artifacts[code, "epub"] = dist / "downloads" / f"{self.slug}-{code}.epub"
        # No more than what the others make: three formats, and of the PDF one variant.
        choice = ("--language", *languages, "--format", *FORMATS, "--variant", "screen")
        words = (sys.executable, "-m", "build_tools", "build", *choice)
        return [Command("press " + " ".join(languages), words, artifacts)]


@dataclass(frozen=True)
class Stock:
    """Sphinx's own builders in a copy of the repository, as people run them."""

    repository: Repository
    settings: Path
    python: Path

    def plan(self, languages: Sequence[str]) -> list[Command]:
        """Plan a command for each language and format, each with doctrees of its own."""
        return [
            self._plan_one(code, kind, builder)
            for code in languages
            for kind, builder in zip(FORMATS, ("html", "simplepdf", "epub"), strict=True)
        ]

    def _plan_one(self, code: str, kind: str, builder: str) -> Command:
        target = self.repository.build / code / builder
        options = ("-b", builder, "-t", builder, "-D", f"language={code}", "-c", str(self.settings))
        words = (str(self.python), "-m", "sphinx", *options, str(self.repository.book), str(target))
        return Command(f"sphinx-build -b {builder} ({code})", words, {(code, kind): target})


def work(commands: Sequence[Command], repository: Repository, word: str = "") -> Run:
    """Run commands one after the other, and check what they have made.

    :param word: has been added to the sources, and must be in every artifact.
    """
    sources = weigh_sources(repository)
    measurements, outputs, problems = {}, [], []
    for command in commands:
        done = measure(command.words, repository.root, make_environment(command), watch_artifacts(command))
        measurements[command.name] = done
        if done.exit_code:
            tail = "\n".join(done.output.strip().splitlines()[-12:])
            found = f"ended with {done.exit_code}"
            problems.append(Problem.of(Code.BUILD_FAILED, command.name, found, cure=tail))
            continue
        read, wrong = check_command(command, sources, word)
        outputs.extend(read)
        problems.extend(wrong)
    return Run(measurements, tuple(outputs), tuple(problems))


def make_environment(command: Command) -> dict[str, str]:
    """Make the environment of a command; the programs of its own Python come first on the path."""
    # sphinx-simplepdf runs the `weasyprint` that it finds on the path.
    programs = str(Path(command.words[0]).parent)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PATH": os.pathsep.join([programs, os.environ.get("PATH", "")]), VARIABLE: MOMENT}


def watch_artifacts(command: Command) -> Callable[[], bool]:
    """Make a function that tells whether every artifact of a command is another than now."""
    files = [path / "index.html" if kind == "html" else path for (_, kind), path in command.artifacts.items()]
    before = [_sign(path) for path in files]

    def is_ready() -> bool:
        now = [_sign(path) for path in files]
        return all(new and new != old for new, old in zip(now, before, strict=True))

    return is_ready


def _sign(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def check_command(command: Command, sources: Sources, word: str) -> tuple[list[Output], list[Problem]]:
    """Read and check what a command has made."""
    outputs: list[Output] = []
    problems: list[Problem] = []
    for (code, kind), path in command.artifacts.items():
        place = f"{command.name}, {kind} of {code}"
        try:
            output = read_output(place, kind, find_file(path, kind))
        except BuildToolsError as error:
            problems.extend(error.problems)
            continue
        outputs.append(output)
        problems.extend(check_output(output, sources.documents, sources.letters, word))
    return outputs, problems


def find_file(path: Path, kind: str) -> Path:
    """Find the file of a format in the folder where a builder puts it."""
    if kind == "html" or not path.is_dir():
        return path
    return next(iter(sorted(path.glob(f"*.{kind}"))), path / f"*.{kind}")


def read_steps(output: str) -> Iterator[tuple[str, float]]:
    """Read from what our press says how many seconds each step of each language took."""
    for name, seconds in _STEP.findall(output):
        yield name, float(seconds)
