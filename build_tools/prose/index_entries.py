"""The index: enough entries, and references that lead somewhere.

In: the manuscript.  Out: a problem for each entry that readers would stumble over.
"""

from collections.abc import Iterator

from build_tools.problems import Code, Problem
from build_tools.prose.document import Document, Entry
from build_tools.prose.manuscript import Manuscript

_REFERENCES = {"see", "seealso"}


def list_entries(manuscript: Manuscript, *kinds: str) -> Iterator[tuple[Document, Entry]]:
    """List the entries of some kinds with their documents."""
    for document in manuscript.documents:
        for entry in document.entries:
            if entry.kind in kinds:
                yield document, entry


def check_index_size(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem if the index has too few entries."""
    count = len({entry.parts for _, entry in list_entries(manuscript, "single")})
    least = manuscript.limits.index_entries
    if count < least:
        found = f"the index has {count} different entries; at least {least} are wanted"
        yield Problem.of(Code.INDEX_ENTRY, manuscript.book, found)


def check_index_form(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each line that is not of the form of an entry, or stands twice in a document."""
    for document in manuscript.documents:
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for entry in document.entries:
            if found := find_fault(entry):
                yield document.problem(Code.INDEX_ENTRY, entry.line, found)
            elif (entry.kind, entry.parts) in seen:
                found = f"'{entry.kind}: {entry.shown}' stands a second time in this document"
                yield document.problem(Code.INDEX_ENTRY, entry.line, found, "Once is enough; or add a subentry.")
            seen.add((entry.kind, entry.parts))


def find_fault(entry: Entry) -> str:
    """Say what is wrong with the form of an entry, or nothing."""
    if not entry.kind:
        return f"'{entry.shown}' does not begin with single:, pair:, see: or seealso:"
    most = 1 if entry.kind in _REFERENCES else 0
    if not all(entry.parts) or not most < len(entry.parts) < 4 or (most and len(entry.parts) != 2):
        return f"'{entry.kind}: {entry.shown}' has a wrong number of parts"
    return ""


def check_index_references(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each reference that leads to no entry, or should be another kind of reference."""
    mains = {entry.parts[0] for _, entry in list_entries(manuscript, "single")}
    for document, entry in list_entries(manuscript, *_REFERENCES):
        if len(entry.parts) != 2:
            continue
        source, target = entry.parts
        if target not in mains:
            found = f"'{entry.kind}: {entry.shown}' leads to no entry '{target}'"
            yield document.problem(Code.INDEX_ENTRY, entry.line, found, f"Add `single: {target}`, or lead elsewhere.")
        if entry.kind == "see" and source in mains:
            found = f"'{source}' has pages of its own, but is said to be elsewhere"
            yield document.problem(Code.INDEX_ENTRY, entry.line, found, f"Write `seealso: {entry.shown}`.")
        if entry.kind == "seealso" and source not in mains:
            found = f"'{source}' has no pages of its own to which others could be added"
            yield document.problem(Code.INDEX_ENTRY, entry.line, found, f"Write `see: {entry.shown}`.")


def check_index_variants(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each entry that another document spells a little differently."""
    first: dict[tuple[str, ...], tuple[str, ...]] = {}
    for document, entry in list_entries(manuscript, "single"):
        for length in range(1, len(entry.parts) + 1):
            parts = entry.parts[:length]
            usual = first.setdefault(tuple(map(simplify, parts)), parts)
            if usual[-1] != parts[-1]:
                found = f"'{'; '.join(parts)}' stands elsewhere as '{'; '.join(usual)}'"
                yield document.problem(Code.INDEX_ENTRY, entry.line, found, "Write both alike.")


def simplify(part: str) -> str:
    """Take away what distinguishes no entry: capital letters and the s of a plural.

    >>> simplify("Space Shuttles") == simplify("space shuttle")
    True
    """
    return " ".join(word.removesuffix("s") for word in part.casefold().split())
