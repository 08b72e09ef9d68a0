"""The chapters in figures: how long they are, how easy to read, and what they carry.

In: the manuscript.  Out: a table for people.
Whether the figures are good is not this module's business.
"""

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from statistics import mean

from build_tools.paths import Repository
from build_tools.prose.document import Document, count_words, split_sentences
from build_tools.prose.limits import Limits
from build_tools.prose.manuscript import Manuscript, load_manuscript

HEADS = ("chapter", "words", "sentences", "ease", "index lines", "terms", "questions", "pictures")
# textstat would take the stop of 83.6 or of Dwight D. for the end of a sentence.
_INNER_STOP = re.compile(r"[.!?](?=.)")


@dataclass(frozen=True)
class Counts:
    """What is counted of a chapter.

    :param ease: Flesch reading ease; from about 60 on a text is plain.
    """

    name: str
    words: float
    sentences: float
    ease: float
    entries: float
    terms: float
    questions: float
    pictures: float


def count_chapter(chapter: Document) -> Counts:
    """Count what a chapter has."""
    sentences = [sentence for line in chapter.running for sentence in split_sentences(line.text)]
    lines = (line for directive in chapter.named("questions") for line in directive.body)
    questions = sum(bool(line.strip()) and not line.startswith("answer:") for line in lines)
    return Counts(
        chapter.name,
        sum(map(count_words, sentences)),
        len(sentences),
        measure_ease(sentences),
        len({entry.line for entry in chapter.entries}),
        len(chapter.terms),
        questions,
        len(chapter.named("drawing")),
    )


def measure_ease(sentences: Iterable[str]) -> float:
    """Measure how easy sentences are to read."""
    import textstat

    text = "\n".join(_INNER_STOP.sub("", sentence).rstrip(".!?’”)") + "." for sentence in sentences)
    return float(textstat.flesch_reading_ease(text))


def render_chapters(repository: Repository) -> str:
    """Render the table of the book in a repository."""
    return render_table(load_manuscript(repository, Limits()))


def render_table(manuscript: Manuscript) -> str:
    """Render a row for each chapter, their total and their mean."""
    rows = [count_chapter(chapter) for chapter in manuscript.chapters]
    if not rows:
        return ""
    columns = list(zip(*(astuple(row)[1:] for row in rows), strict=True))
    total = ["total", *(f"{sum(column):.0f}" for column in columns)]
    total[HEADS.index("ease")] = ""  # a sum of it would mean nothing
    cells = [list(HEADS), *(_render_row(row) for row in rows), total]
    return _align([*cells, ["mean", *(f"{mean(column):.1f}" for column in columns)]])


def _render_row(row: Counts) -> list[str]:
    name, *numbers = astuple(row)
    cells = [f"{number:.0f}" for number in numbers]
    cells[HEADS.index("ease") - 1] = f"{row.ease:.1f}"
    return [name, *cells]


def _align(cells: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in cells
    )
    return "\n".join("  ".join(line).rstrip() for line in lines)
