"""Everything that the prose lint looks at, loaded once.

In: the files of `book/`.
Out: a frozen `Manuscript`, with what could not be read as problems.
What is wrong with the words is not this module's business.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from build_tools.config import Book, load_book
from build_tools.events import Event, load_events
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Problem
from build_tools.prose.document import Directive, Document, Kind, Term
from build_tools.prose.limits import Limits
from build_tools.prose.reading import read_document
from build_tools.prose.texts import list_cells, list_events, list_labels, make_text

SET_ASIDE = "data/set-aside.tsv"
SPELLING = "spelling.txt"


@dataclass(frozen=True)
class SetAside:
    """A claim that the book leaves out, and why."""

    claim: str
    reason: str
    line: int


@dataclass(frozen=True)
class Manuscript:
    """The book before it is printed.

    :param documents: the Markdown.
    :param texts: what else readers see: events, tables, words in drawings.
    :param files: paths of drawings and tables, from the folder of the book.
    :param book: where the book is, as typed from the root of the repository.
    :param spelling: the lines of the list of words that no dictionary has.
    """

    documents: tuple[Document, ...] = ()
    texts: tuple[Document, ...] = ()
    files: frozenset[str] = frozenset()
    book: str = "book"
    events_table: str = "data/events.csv"
    events: Mapping[str, Event] = field(default_factory=dict)
    ledger: tuple[str, ...] = ()
    tellings: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    spelling: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    problems: tuple[Problem, ...] = ()

    @property
    def chapters(self) -> tuple[Document, ...]:
        """The documents between the front and the back."""
        return tuple(document for document in self.documents if document.is_chapter)

    @cached_property
    def glossary(self) -> dict[str, tuple[Document, Term]]:
        """The terms by their name in small letters."""
        return {term.name.casefold(): (document, term) for document in self.documents for term in document.glossary}

    @property
    def shown(self) -> tuple[Document, ...]:
        """All texts but tables of data that no document shows; those hold what charts are drawn from."""
        tables = {directive.argument.lstrip("/") for _, directive in self.named("data-table")}
        hidden = {file for file in self.files - tables if file != self.events_table and file.endswith(".csv")}
        return tuple(text for text in [*self.documents, *self.texts] if text.name not in hidden)

    def path(self, file: str) -> str:
        """Show the path of a file of the book."""
        return f"{self.book}/{file}"

    def named(self, *names: str) -> Iterator[tuple[Document, Directive]]:
        """Yield all directives of these names, with their documents."""
        for document in self.documents:
            for directive in document.directives:
                if directive.name in names:
                    yield document, directive


def load_manuscript(repository: Repository, limits: Limits) -> Manuscript:
    """Load the manuscript; a table of events that cannot be read is told and taken as empty."""
    facts = load_book(repository)
    events, problems = _load_events(repository, facts)
    folder = repository.book
    found = (path.relative_to(folder).as_posix() for kind in ("*.svg", "*.csv") for path in folder.rglob(kind))
    files = frozenset(found)
    return Manuscript(
        documents=tuple(_read_documents(repository)),
        texts=tuple(_read_texts(repository, sorted(files - {facts.events}), events, facts)),
        files=files,
        book=repository.relative(folder),
        events_table=facts.events,
        events=events,
        ledger=tuple(_load_ledger(folder / facts.ledger)),
        tellings=tuple(telling.code for telling in facts.tellings),
        set_aside=tuple(_load_set_aside(folder / SET_ASIDE)),
        spelling=tuple(_load_lines(folder / SPELLING)),
        limits=limits,
        problems=tuple(problems),
    )


def _load_events(repository: Repository, facts: Book) -> tuple[dict[str, Event], list[Problem]]:
    path = repository.book / facts.events
    try:
        return load_events(path, repository.relative(path)), []
    except BuildToolsError as error:
        return {}, error.problems


def _read_documents(repository: Repository) -> Iterator[Document]:
    for path in sorted(repository.book.rglob("*.md")):
        name = path.relative_to(repository.book).with_suffix("").as_posix()
        yield read_document(path.read_text(encoding="utf-8"), repository.relative(path), name)


def _read_texts(
    repository: Repository, files: list[str], events: Mapping[str, Event], facts: Book
) -> Iterator[Document]:
    yield make_text(
        f"{repository.relative(repository.book)}/{facts.events}", facts.events, list_events(events.values())
    )
    readers: dict[str, Callable[[Path], Iterator[tuple[int, str, Kind]]]] = {
        ".csv": lambda path: list_cells(path.read_text(encoding="utf-8")),
        ".svg": lambda path: list_labels(path.read_bytes()),
    }
    for file in files:
        path = repository.book / file
        yield make_text(repository.relative(path), file, readers[path.suffix](path))


def _load_ledger(path: Path) -> Iterator[str]:
    for row in _load_table(path):
        yield row["id"]


def _load_set_aside(path: Path) -> Iterator[SetAside]:
    for number, row in enumerate(_load_table(path) if path.is_file() else (), 2):
        yield SetAside((row.get("id") or "").strip(), (row.get("reason") or "").strip(), number)


def _load_table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _load_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
