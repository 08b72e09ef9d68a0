"""A program of its own: `python -m build_tools.bench.long_book LANGUAGE TIMES FOLDER` sets a book of so many books.

In: the sources in the current folder, a language, how often each chapter shall come, a folder to work in.
Out: one line of JSON: pages, and the processor's seconds for each step of the PDF writer.
What the numbers mean is `pdf_speed`'s business. The copies are chapters like all others, with names of their own, so
that ids are unique, links stay within a copy, and the builder makes one document of them as it does of the book.
"""

import copy
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sphinx.application import Sphinx

from build_tools.paths import Repository
from build_tools.writers.base import Chapter
from build_tools.writers.fragments import rewrite_links
from build_tools.writers.outline import Entry
from build_tools.writers.pdf import printer
from build_tools.writers.pdf.assembly import DOCUMENT
from build_tools.writers.pdf.builder import PdfBuilder


def name_copy(docname: str, number: int) -> str:
    """Name a copy of a document; the first is the document itself.

    >>> name_copy("moon/apollo", 2)
    'moon/apollo--2'
    """
    return f"{docname}--{number}" if docname and number > 1 else docname


def repeat_entry(entry: Entry, number: int) -> Entry:
    """Give an entry of the outline and all below it the names of a copy."""
    children = tuple(repeat_entry(child, number) for child in entry.children)
    return replace(entry, docname=name_copy(entry.docname, number), children=children)


def repeat_chapter(chapter: Chapter, number: int) -> Chapter:
    """Copy a chapter, with links to the other chapters of the same copy."""
    body = copy.deepcopy(chapter.body)

    def rewrite(href: str) -> str:
        docname, mark, anchor = href.removeprefix(DOCUMENT).partition("#")
        return f"{DOCUMENT}{name_copy(docname, number)}{mark}{anchor}" if href.startswith(DOCUMENT) else href

    rewrite_links(body, rewrite)
    return replace(chapter, docname=name_copy(chapter.docname, number), body=body)


def repeat_book(outline: Entry, chapters: list[Chapter], times: int) -> tuple[Entry, list[Chapter]]:
    """Give a book in which each part and chapter comes so many times; copies of a part follow each other.

    So what comes before and behind the text still does.
    """
    copies = range(1, times + 1)
    children = tuple(repeat_entry(child, number) for child in outline.children for number in copies)
    places = {entry.docname: place for place, child in enumerate(outline.children) for entry in child.walk()}
    groups = [list(group) for _, group in groupby(chapters, lambda chapter: places.get(chapter.docname))]
    bodies = [repeat_chapter(chapter, number) for group in groups for number in copies for chapter in group]
    return replace(outline, children=children), bodies


@contextmanager
def timed_steps() -> Iterator[Counter[str]]:
    """Count what each step of the writer takes, by the processor's seconds, and the pages."""
    import weasyprint
    from weasyprint.document import Document

    seconds: Counter[str] = Counter()

    def timed(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            start = time.process_time()
            result = original(*arguments, **options)
            seconds[name] += time.process_time() - start  # type: ignore[assignment]
            if name == "layout":
                seconds["pages"] += len(result.pages)
            return result

        return run

    with ExitStack() as stack:
        for owner, method, name in (
            (weasyprint.HTML, "render", "layout"),
            (Document, "write_pdf", "write"),
            (printer, "finish_pdf", "finish"),
        ):
            stack.enter_context(patch.object(owner, method, timed(name, getattr(owner, method))))
        yield seconds


def set_book(repository: Repository, language: str, times: int, folder: Path) -> dict[str, float]:
    """Set a book of so many books; give the processor's seconds for each step, and the pages."""
    write = PdfBuilder.write_publication

    def write_long(builder: PdfBuilder, outline: Entry, chapters: list[Chapter]) -> None:
        start = time.process_time()
        write(builder, *repeat_book(outline, chapters, times))
        seconds["all"] += time.process_time() - start  # type: ignore[assignment]

    with timed_steps() as seconds, patch.object(PdfBuilder, "write_publication", write_long):
        app = Sphinx(
            srcdir=repository.book,
            confdir=repository.book,
            outdir=folder / f"{language}-{times}",
            doctreedir=folder / f"{language}-doctrees",
            buildername="pdf",
            confoverrides={"language": language},
            status=None,
            warning=None,
        )
        app.build()
    return dict(seconds)


def main(language: str, times: str, folder: str) -> None:
    """Set the book and write what it has cost."""
    sys.stdout.write(f"{json.dumps(set_book(Repository(Path.cwd()), language, int(times), Path(folder)))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
