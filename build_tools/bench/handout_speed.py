"""What the handouts of a language cost beside its book: they are made of the same text, and must cost less.

In: a copy of the sources, languages.
Out: for each language a promise, with the ratio of the processor's seconds that the two commands take.
Both are builds as people run them, in turns, from doctrees and fonts that are there already, with all checks.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from build_tools.bench.measure import measure
from build_tools.bench.presses import Command, make_environment
from build_tools.bench.results import Target, divide
from build_tools.config import Language
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, Problem

CHOICES: Mapping[str, tuple[str, ...]] = {
    "pdf": ("--format", "pdf", "--variant", "screen"),
    "handouts": ("--format", "handouts"),
}
ROUNDS = 2


def measure_handouts(
    repository: Repository, languages: Sequence[Language], tell: Callable[[str], None]
) -> Iterator[Target]:
    """Measure the handouts and the book of each language; the first time both are made is not counted."""
    for language in languages:
        seconds = dict.fromkeys(CHOICES, 0.0)
        for number in range(ROUNDS + 1):
            for name in CHOICES:
                cost = build_anew(repository, language.code, name)
                seconds[name] += cost if number else 0.0
        tell(f"{language.code}: " + ", ".join(f"{name} {total / ROUNDS:.1f} s" for name, total in seconds.items()))
        yield judge(language.code, seconds)


def judge(language: str, seconds: Mapping[str, float]) -> Target:
    """Compare what was promised of the handouts with what was measured."""
    promise = f"`{language}`: its handouts take less time than its book"
    return Target(promise, 1.0, divide(seconds["handouts"], seconds["pdf"]), "×", at_least=False)


def build_anew(repository: Repository, language: str, name: str) -> float:
    """Build one format although it is there already; give the processor's seconds."""
    # What is not on the shelf is made once more, from the doctrees of before.
    shutil.rmtree(repository.root / "dist", ignore_errors=True)
    words = (sys.executable, "-m", "build_tools", "build", "--language", language, *CHOICES[name])
    command = Command(f"press {name} ({language})", words, {})
    done = measure(command.words, repository.root, make_environment(command))
    if done.exit_code:
        tail = "\n".join(done.output.strip().splitlines()[-12:])
        raise BuildToolsError([Problem.of(Code.BUILD_FAILED, command.name, f"ended with {done.exit_code}", cure=tail)])
    return done.cpu
