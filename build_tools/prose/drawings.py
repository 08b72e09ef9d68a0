"""Drawings: each has words for those who cannot see it, a name, a caption and a file, and each file is shown.

In: the manuscript.  Out: a problem for each thing that is missing or too many.
What an SVG file may hold is checked when it is read by the press.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterator

from build_tools.problems import Code, Problem
from build_tools.prose.document import Directive, Document
from build_tools.prose.limits import Limits
from build_tools.prose.manuscript import Manuscript


def resolve(path: str, document: Document) -> str:
    """Give the path of a file from the folder of the book."""
    beside = path if path.startswith("/") else posixpath.join("/", posixpath.dirname(document.name), path)
    return posixpath.normpath(beside).lstrip("/")


def check_drawings(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each drawing that lacks something."""
    for document, directive in manuscript.named("drawing"):
        file = resolve(directive.argument, document)
        for found in list_faults(directive, manuscript.limits):
            yield document.problem(Code.DRAWING_INCOMPLETE, directive.line, f"{file} {found}")
        if file not in manuscript.files:
            yield document.problem(Code.DRAWING_INCOMPLETE, directive.line, f"{file} does not exist")


def list_faults(directive: Directive, limits: Limits) -> Iterator[str]:
    """List what a drawing lacks."""
    alternative = " ".join(directive.option("alt").split())
    caption = " ".join(" ".join(directive.body).split())
    if not alternative:
        yield "has no ':alt:'"
    elif len(alternative) not in limits.alternative:
        yield f"has an ':alt:' of {len(alternative)} letters; {limits.alternative} are wanted"
    elif alternative == caption:
        yield "has an ':alt:' that only repeats the caption"
    if not caption:
        yield "has no caption"
    if not directive.option("name"):
        yield "has no ':name:'"


def check_picture_names(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each name that is given to a second picture or table."""
    seen: dict[str, str] = {}
    for document, directive in manuscript.named("drawing", "figure", "table"):
        name = directive.option("name")
        if name and name in seen:
            found = f"the name '{name}' stands also at {seen[name]}"
            yield document.problem(Code.DRAWING_INCOMPLETE, directive.line, found, "Give each picture its own name.")
        seen.setdefault(name, f"{document.path}:{directive.line}")


def check_drawings_shown(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each file of a drawing that no document shows."""
    shown = {resolve(directive.argument, document) for document, directive in manuscript.named("drawing", "figure")}
    for file in sorted(manuscript.files):
        if file.startswith("figures/") and file.endswith(".svg") and file not in shown:
            path = manuscript.path(file)
            yield Problem.of(Code.DRAWING_INCOMPLETE, path, "no document shows this drawing")


def check_data_shown(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each drawing whose data no document shows as a table."""
    shown = _places(manuscript, "data-table")
    for file, places in _places(manuscript, "drawing").items():
        if file not in shown:
            for document, directive in places:
                found = f"no document shows the data {file} as a table"
                cure = f"Add `{{data-table}} /{file}` to the page of data."
                yield document.problem(Code.DRAWING_INCOMPLETE, directive.line, found, cure)


def check_data_tables(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each table that does not exist, stands twice or belongs to no drawing."""
    drawn = _places(manuscript, "drawing")
    for file, places in _places(manuscript, "data-table").items():
        for count, (document, directive) in enumerate(places):
            faults = {
                f"{file} does not exist": file not in manuscript.files,
                f"no drawing has the data {file}": file not in drawn,
                f"the table {file} stands a second time": count > 0,
            }
            for found, wrong in faults.items():
                if wrong:
                    yield document.problem(Code.DRAWING_INCOMPLETE, directive.line, found)


def _places(manuscript: Manuscript, name: str) -> dict[str, list[tuple[Document, Directive]]]:
    """Give the tables that directives of a name speak of, each with its places."""
    places: dict[str, list[tuple[Document, Directive]]] = defaultdict(list)
    for document, directive in manuscript.named(name):
        path = directive.option("data") if name == "drawing" else directive.argument
        if path:
            places[resolve(path, document)].append((document, directive))
    return places
