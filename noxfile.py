"""Sessions of the project: `nox -l` lists them, `nox` alone builds every edition.

Without nox, `python3 noxfile.py` takes the same arguments. Both set up what they need in `.nox` first.
"""

import sys

if sys.version_info < (3, 11):  # before anything that an older Python cannot read
    found = "setup: Python 3.11 or newer is needed, this is {}.{} (tool-missing)".format(*sys.version_info)
    print(found + "\n    Install a newer Python and run this file with it.", file=sys.stderr)
    sys.exit(3)

import os
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # nox does not do it

from build_tools import environment
from build_tools.problems import BuildToolsError, ExitCode


def prepare(level: str, *later: str) -> Path:
    """Give the Python of a level; leave without a traceback where it cannot be made."""
    try:
        return environment.prepare(level, *later)
    except BuildToolsError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    python = str(prepare("nox", *environment.levels_of(sys.argv[1:])))
    os.execv(python, [python, "-m", "nox", "--noxfile", __file__, *sys.argv[1:]])

import nox

FORMATS = {"html": "web site", "pdf": "PDF", "epub": "ebook", "handouts": "handouts"}
nox.options.sessions = ["editions"]
nox.options.default_venv_backend = "none"  # build_tools/environment.py makes one for every session


def run(session: nox.Session, level: str, *commands: tuple[str, ...]) -> None:
    """Run programs of the environment of a level, all of them, and fail with the worst."""
    programs = prepare(level).parent
    worst = 0
    for name, *arguments in commands:
        session.log(" ".join([name, *arguments]))
        done = subprocess.run([programs / name, *arguments], cwd=ROOT, check=False)
        worst = max(worst, done.returncode, key=abs)
    if worst == ExitCode.PROBLEMS:
        session.error("see above")
    if worst:
        sys.exit(worst)  # nox would make a 1 of it; 2, 3 and 130 mean that we cannot go on


def languages() -> dict[str, str]:
    """Read codes and names of the languages; what is wrong there, the press itself says better."""
    try:
        registry = tomllib.loads((ROOT / "locales" / "languages.toml").read_text(encoding="utf-8"))
        return {code: table["name"] for code, table in registry["languages"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def register(name: str, sentence: str, *words: str) -> None:
    """Register a session that runs a command of the press."""

    def command(session: nox.Session) -> None:
        run(session, "press", ("python", "-m", "build_tools", *words, *session.posargs))

    command.__doc__ = sentence
    nox.session(name=name)(command)


_sentence = "Build every edition, ask the validators, and lay all that passes into dist/."
register("editions", _sentence, "build", "--check", "full")
for _format, _noun in FORMATS.items():
    register(_format, f"Build the {_noun} in every language.", "build", "--format", _format)
    for _code, _name in languages().items():
        _options = ("--language", _code, "--format", _format)
        register(f"{_format}({_code})", f"Build the {_noun} in {_name}.", "build", *_options)
register("live", "Show the web site of one language and build it anew at every change: nox -s live -- ko.", "live")
for _session, _word, _sentence in (
    ("po-update", "update", "Bring the PO files up to date with the English text."),
    ("po-status", "status", "Count what is translated, by language and chapter: nox -s po-status -- ko."),
    ("po-export", "export", "Write a language's PO files as XLIFF for CAT tools: nox -s po-export -- ko."),
    ("po-import", "import", "Bring XLIFF files into a language's PO files: nox -s po-import -- ko FILES."),
    ("new-language", "new-language", "Add a language, with all its PO files: nox -s new-language -- ja."),
):
    register(_session, _sentence, "po", _word)


@nox.session(name="po-check")
def po_check(session: nox.Session) -> None:
    """Check PO files, also their spelling if asked: nox -s po-check -- FILES --spelling."""
    level = "lint" if "--spelling" in session.posargs else "press"
    run(session, level, ("python", "-m", "build_tools", "po", "check", *session.posargs))


@nox.session
def verify(session: nox.Session) -> None:
    """Open each built edition as its reader would and report every problem."""
    run(session, "verify", ("python", "-m", "build_tools", "verify", *session.posargs))


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests."""
    run(session, "tests", ("pytest", "-n", "2", "-m", "not full and not foreign", *session.posargs))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, the direction of imports, and the words of the book."""
    run(
        session,
        "lint",
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy", "build_tools"),
        ("lint-imports",),
        ("python", "-m", "build_tools", "prose"),
    )


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the press against Sphinx's own builders and other tools."""
    stock = str(prepare("bench"))
    run(session, "press", ("python", "-m", "build_tools.bench", "--stock-python", stock, *session.posargs))
