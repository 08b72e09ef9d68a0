"""Small texts for the prose lint: a document from a few lines, a manuscript from documents, a whole book on disk."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

from build_tools.events import Event
from build_tools.paths import Repository
from build_tools.problems import Problem
from build_tools.prose.document import Document
from build_tools.prose.limits import Limits, Span
from build_tools.prose.manuscript import Manuscript
from build_tools.prose.reading import read_document

SMALL = Limits(words=Span(10, 60), key_dates=Span(1, 2), questions=Span(4, 4), index_entries=2, set_aside=Span(0, 1))
EVENTS = {"sputnik-1": Event("sputnik-1", "1957-10-04", "soviet", "Sputnik 1 goes into orbit.", "", 2)}
CHAPTER = """\
    # The first chapter

    :::{summary}
    A rocket flew.
    It was the *first*.
    :::

    :::{key-dates}
    sputnik-1
    :::

    ```{index}
    single: rocket; of two stages
    single: Sputnik 1
    see: launcher; rocket
    ```

    {.ko-001 .hu-001}
    A {term}`rocket` carried Sputnik 1 into the sky on 4 October 1957.[^note]
    See [the list](../backmatter/lists.md) for 20 per cent of it.

    :::{drawing} /figures/dots.svg
    :name: dots
    :alt: A large dot beside a small one.
    :data: /data/dots.csv

    Two dots, to scale.
    :::

    :::{questions}
    recall: Who planned the rocket?
    answer: It was planned by two people.
    explain: Why did it fly?
    answer: It was light.
    compare: Which was larger?
    answer: The first one was.
    argue: Was it the first?
    answer: It was, if height counts. It was not, if range does.
    :::

    [^note]: It was evening.
    """
LISTS = """\
    # Lists

    ```{glossary}
    rocket
      A machine that is pushed by the gas it throws out.
    ```

    ```{data-table} /data/dots.csv
    ```
    """
FILES = {
    "book/index.md": "# A small book\n\n```{toctree}\npart/first\nbackmatter/lists\n```\n",
    "book/part/first.md": dedent(CHAPTER),
    "book/backmatter/lists.md": dedent(LISTS),
    "book/figures/dots.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>Dots</text></svg>\n',
    "book/data/dots.csv": "Dot,Size\nLarge,9\n",
    "book/data/events.csv": "id,date,side,event,first\nsputnik-1,1957-10-04,soviet,Sputnik 1 goes into orbit.,\n",
    "book/data/claims.tsv": "id\tclaim\nko-001\tA.\nhu-001\tB.\nhu-002\tC.\n",
    "book/data/set-aside.tsv": "id\treason\nhu-002\tIt says the same as hu-001.\n",
    "book/spelling.txt": "# Names\n",
}


class Words:
    """A dictionary of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.asked: list[str] = []

    def lookup(self, word: str) -> bool:
        """Tell whether the word is one of the few."""
        self.asked.append(word)
        return word in self.words

    def suggest(self, word: str) -> Iterator[str]:
        """Suggest the words with the same first letter."""
        return (known for known in self.words if known[0] == word[0])


def read(text: str, name: str = "part/chapter") -> Document:
    """Read a document."""
    return read_document(dedent(text), f"book/{name}.md", name)


def write_up(*documents: Document, **facts: object) -> Manuscript:
    """Make a manuscript with small limits and three claims."""
    manuscript = Manuscript(documents, tellings=("ko", "hu"), ledger=("ko-001", "hu-001", "hu-002"), limits=SMALL)
    return replace(manuscript, **facts)  # type: ignore[arg-type]


def tell(problems: Iterable[Problem]) -> list[tuple[int, str]]:
    """Tell problems by line and by what was found."""
    return [(problem.line, problem.found) for problem in problems]


def write_book(root: Path, tiny: Repository) -> Repository:
    """Write a small book in which nothing is wrong, with the settings of the tiny one."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "book" / "book.toml").write_text(tiny.book_file.read_text(encoding="utf-8"), encoding="utf-8")
    return Repository(root)
