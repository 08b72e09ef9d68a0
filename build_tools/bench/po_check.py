"""The check of PO files on 20,000 messages: the real ones, as often as it takes.

In: a copy of the sources, which is changed.
Out: what `po check` costs, and whether it keeps its promise.
What the check finds is not this module's business.
"""

import os
import shutil
import sys

from build_tools.bench.measure import Measurement, measure
from build_tools.bench.results import Target
from build_tools.messages import list_po_files, read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

MESSAGES = 20_000
SECONDS = 10.0


def repeat_messages(repository: Repository, wanted: int = MESSAGES) -> int:
    """Copy the PO files of every language beside themselves until there are enough translations; give their number."""
    folders = sorted(repository.locales.glob("*/LC_MESSAGES"))
    files = [(folder, path) for folder in folders for path in list_po_files(folder)]
    counts = {path: len(read_po(path, path.name).translated_entries()) for _, path in files}
    total, turn = sum(counts.values()), 0
    if not total:
        found = "no message is translated, so none can be checked"
        raise BuildToolsError([Problem.of(Code.PO_SYNTAX, "bench", found)])
    while total < wanted:
        turn += 1
        for folder, path in files:
            if total < wanted:
                target = folder / f"again-{turn}" / path.relative_to(folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
                total += counts[path]
    return total


def measure_check(repository: Repository) -> Measurement:
    """Measure `po check` in a copy of the sources."""
    words = (sys.executable, "-m", "build_tools", "po", "check")
    done = measure(words, repository.root, dict(os.environ))
    if done.exit_code not in {ExitCode.FINE, ExitCode.PROBLEMS}:
        tail = "\n".join(done.output.strip().splitlines()[-12:])
        found = f"po check ended with {done.exit_code}"
        raise BuildToolsError([Problem.of(Code.BUILD_FAILED, "bench", found, cure=tail)])
    return done


def make_target(measurement: Measurement, messages: int) -> Target:
    """Compare what was promised with what was measured."""
    promise = f"`po check` checks {messages:,} messages in less than {SECONDS:.0f} s"
    return Target(promise, SECONDS, measurement.wall, "s", at_least=False)
