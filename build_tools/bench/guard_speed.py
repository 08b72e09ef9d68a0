"""How fast the guard judges translations, in one process: each build asks it before Sphinx reads a word.

In: the PO files of every language.
Out: messages a second, beside what was promised.
"""

import time

from build_tools.bench.results import Target
from build_tools.config import load_registry
from build_tools.guard.po_files import find_entry_faults
from build_tools.messages import list_po_files, read_po
from build_tools.paths import Repository

PROMISE = 4000


def measure_guard(repository: Repository) -> Target:
    """Put every translation before the guard, and count how many it judges in a second."""
    entries = []
    for code, language in load_registry(repository).languages.items():
        folder = repository.po_folder(code)
        for path in list_po_files(folder):
            domain = path.relative_to(folder).with_suffix("").as_posix()
            entries += [(entry, language, domain) for entry in read_po(path, path.name).translated_entries()]
    start = time.perf_counter()
    for entry, language, domain in entries:
        for _fault in find_entry_faults(entry, language, domain=domain):
            pass
    speed = len(entries) / (time.perf_counter() - start) if entries else None
    return Target(f"The guard judges {PROMISE:,} messages a second", PROMISE, speed, "a second", at_least=True)
