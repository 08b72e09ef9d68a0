"""What a command costs: seconds on the clock, seconds of all processors, bytes of memory at the highest point.

In: a command line.
Out: a `Measurement` of the command and of every process that it started, also of those that outlive it.
What the command does is not this module's business. Linux only: it reads /proc.
"""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

INTERVAL = 0.05
LIMIT = 3600.0  # no command of ours takes an hour; one that does is broken
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Measurement:
    """What one command has cost.

    :param cpu: seconds of user and system time of all its processes.
    :param memory: the highest sum of the proportional set sizes of its processes, in bytes.
    :param ready: seconds until what the caller waited for was there; the wall time if it never came.
    """

    wall: float
    cpu: float
    memory: int
    ready: float
    exit_code: int
    output: str


def adopt_orphans() -> None:
    """Have this process inherit what its children leave behind, so that the cost of those is counted too."""
    # Our workers are children of a fork server that outlives the command by a moment.
    done = sys.platform == "linux" and ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    if not done:
        problem = Problem.of(Code.TOOL_MISSING, "bench", "only Linux tells the cost of a whole tree of processes")
        raise BuildToolsError([problem], ExitCode.TOOL_MISSING)


def measure(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], is_ready: Callable[[], bool] = lambda: False
) -> Measurement:
    """Run a command to its end, with everything that it starts, and tell what it has cost."""
    with tempfile.TemporaryFile() as log:
        before, start = _spent(), time.perf_counter()
        with subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT) as process:
            watch = _Watch(start, is_ready)
            try:
                exit_code = process.wait(LIMIT)
                wall = time.perf_counter() - start
            finally:
                watch.stop()
                end_descendants(0.0 if process.poll() is None else 10.0)
        log.seek(0)
        output = log.read().decode(errors="replace")
    ready = wall if watch.ready is None else min(watch.ready, wall)
    return Measurement(wall, _spent() - before, watch.highest, ready, exit_code, output)


class _Watch:
    """A thread that looks at the processes, and for what is awaited, twenty times a second."""

    def __init__(self, start: float, is_ready: Callable[[], bool]) -> None:
        self.highest = 0
        self.ready: float | None = None
        self._start, self._is_ready = start, is_ready
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        last = False
        while not last:
            last = self._end.wait(INTERVAL)
            self.highest = max(self.highest, sum(map(read_memory, list_descendants(os.getpid()))))
            if self.ready is None and self._is_ready():
                self.ready = time.perf_counter() - self._start

    def stop(self) -> None:
        self._end.set()
        self._thread.join()


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def list_descendants(process: int) -> Iterator[int]:
    """List the children of a process, and theirs."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
    except OSError:
        return
    for task in tasks:
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue  # it has just ended
        for child in map(int, children):
            yield child
            yield from list_descendants(child)


def read_memory(process: int) -> int:
    """Read the proportional set size of a process: what it shares with others is counted once in their sum."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def end_descendants(patience: float) -> None:
    """Wait for what the command left behind, end what does not end by itself, and take account of all."""
    deadline = time.perf_counter() + patience
    while True:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if found:
            continue
        if time.perf_counter() > deadline:
            for child in list(list_descendants(os.getpid())):
                os.kill(child, signal.SIGKILL)
        time.sleep(0.01)
