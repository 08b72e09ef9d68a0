"""The book beside other texts: whether sentences were taken over.

In: a folder of texts, and the book with its translations.
Out: a problem for each run of words that stands in both.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import polib

from build_tools.config import load_registry
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.prose.copies import Passage, Source, find_copies, render_run
from build_tools.prose.document import Document
from build_tools.prose.limits import Limits
from build_tools.prose.manuscript import load_manuscript

WORDS = 7
# Markup of a message: the names of roles, and where links and terms lead.
_MARKUP = re.compile(r"\{[\w:-]+\}|<[^<>]*>|\]\([^)]*\)|\[\^[^\]]*\]")


def compare_folder(repository: Repository, folder: Path, words: int = WORDS) -> list[Problem]:
    """Compare the book and its translations with every text of a folder."""
    texts = list(read_texts(folder))
    if not texts:
        found = f"'{folder}' holds no text"
        raise BuildToolsError([Problem.of(Code.FILE_UNKNOWN, "command line", found)], ExitCode.WRONG_COMMAND)
    manuscript = load_manuscript(repository, Limits())
    english = [passage for text in [*manuscript.documents, *manuscript.texts] for passage in split_blocks(text)]
    translated = {code: list(read_translations(repository, code)) for code in load_registry(repository).languages}
    problems: list[Problem] = []
    for path, text in texts:
        stem = path.stem if path.stem in translated else None
        chosen = [passage for code, found in translated.items() if stem in {None, code} for passage in found]
        problems += compare([*english, *chosen], text, words)
    return problems


def compare(passages: Iterable[Passage], text: Passage, words: int) -> Iterator[Problem]:
    """Yield a problem for each run that passages have in common with a text."""
    for passage, run in find_copies(passages, Source(text, words)):
        shown = render_run(run, syllables=passage.is_korean)
        unit = "syllables" if passage.is_korean else "words"
        found = f"{len(run.tokens)} {unit} stand also at {text.path}:{run.line}: {shown}"
        cure = "Build a sentence of your own, or mark it as a quotation and leave it."
        yield Problem.of(Code.COPIED_RUN, passage.path, found, line=run.tokens[0].line, cure=cure)


def read_texts(folder: Path) -> Iterator[tuple[Path, Passage]]:
    """Read every file of a folder that is text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                continue
            name = path.relative_to(folder).as_posix()
            yield path, Passage(name, tuple(enumerate(lines, 1)))


def split_blocks(document: Document) -> Iterator[Passage]:
    """Split a document into its paragraphs."""
    for _, lines in groupby(document.lines, key=lambda line: line.block):
        yield Passage(document.path, tuple((line.number, line.text) for line in lines))


def read_translations(repository: Repository, code: str) -> Iterator[Passage]:
    """Read the translated messages of a language."""
    for path in sorted(repository.po_folder(code).rglob("*.po")):
        for entry in polib.pofile(str(path)):
            if entry.msgstr and not entry.obsolete:
                plain = _MARKUP.sub(" ", entry.msgstr)
                yield Passage(repository.relative(path), ((entry.linenum or 0, plain),))
