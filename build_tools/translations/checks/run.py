"""`po check`: PO files and termbases are read and checked, several at a time.

In: the repository, and files or folders; without any, those of every language.
Out: every problem, errors and warnings alike.
How problems are shown is the business of `report.py`; how grave they are, of `severity.py`.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from build_tools.config import Language, load_registry
from build_tools.messages import list_po_files, read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Problem
from build_tools.translations.checks.choice import choose_files
from build_tools.translations.checks.consistency import Saying, check_consistency
from build_tools.translations.checks.files import check_file
from build_tools.translations.checks.message import Knowledge, Message, list_messages
from build_tools.translations.checks.register import check_message
from build_tools.translations.checks.spelling import Words, check_spelling, list_spelt, load_speller
from build_tools.translations.termbase import Termbase, check_termbase, load_termbase, read_lines
from build_tools.word_lists import list_words

# Below this many bytes of PO files a second process would take longer than it saves.
_WORTH_WHILE = 400_000


@dataclass(frozen=True)
class Result:
    """What was found in a file, and what must be compared with other files."""

    messages: int = 0
    problems: tuple[Problem, ...] = ()
    sayings: tuple[Saying, ...] = ()
    words: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """All problems, and in how many files and messages they were looked for."""

    problems: tuple[Problem, ...]
    files: int
    messages: int


def check_translations(repository: Repository, files: Sequence[Path] = (), *, spelling: bool = False) -> Outcome:
    """Check PO files and termbases.

    :param files: files and folders; all languages where there is none.
    :param spelling: whether to look words up in dictionaries as well.
    """
    registry = load_registry(repository)
    choice = choose_files(repository, registry, files)
    problems = list(choice.problems)
    for path in choice.termbases:
        problems += check_termbase(read_lines(path), repository.relative(path))
    known = {language: load_knowledge(repository, language) for language in choice.po_files}
    work = [(known[language], paths) for language, paths in choice.po_files.items()]
    found = check_files(partial(check_batch, repository, spelling=spelling), work)
    for (language, paths), results in zip(choice.po_files.items(), found, strict=True):
        problems += [problem for result in results for problem in result.problems]
        others = list_others(repository, language, paths)
        sayings = [saying for result in (*others, *results) for saying in result.sayings]
        checked = {repository.relative(path) for path in paths}
        problems += [problem for problem in check_consistency(sayings) if problem.place in checked]
        if spelling:
            problems += check_words(known[language], results)
    messages = sum(result.messages for results in found for result in results)
    return Outcome(tuple(sorted(set(problems))), choice.count, messages)


def load_knowledge(repository: Repository, language: Language) -> Knowledge:
    """Load what is known about a language: its termbase and its list of words."""
    folder = repository.locales / language.code
    words = frozenset(word for _, word in list_words(read_lines(folder / "words.txt")))
    return Knowledge(language, Termbase(load_termbase(folder / "terms.tsv")), words)


def check_files(
    check: Callable[[Knowledge, Sequence[Path]], list[Result]], work: Sequence[tuple[Knowledge, Sequence[Path]]]
) -> list[list[Result]]:
    """Check the files of some languages, side by side where that is worth while; give the results of each language."""
    jobs = os.cpu_count() or 1
    if jobs == 1 or sum(path.stat().st_size for _, paths in work for path in paths) < _WORTH_WHILE:
        return [check(known, paths) for known, paths in work]
    with ProcessPoolExecutor(jobs) as pool:
        running = [[pool.submit(check, known, paths[number::jobs]) for number in range(jobs)] for known, paths in work]
        return [[result for batch in batches for result in batch.result()] for batches in running]


def check_batch(
    repository: Repository, known: Knowledge, paths: Iterable[Path], *, spelling: bool = False
) -> list[Result]:
    """Check some files of a language."""
    return [check_path(repository, known, path, spelling=spelling) for path in paths]


def check_path(repository: Repository, known: Knowledge, path: Path, *, spelling: bool = False) -> Result:
    """Check one file; one that cannot be read has no more problems than that.

    :param spelling: whether to gather the words whose spelling is to be looked up.
    """
    place = repository.relative(path)
    try:
        po = read_po(path, place)
    except BuildToolsError as error:
        return Result(problems=tuple(error.problems))
    messages = list(list_messages(po, name_domain(repository, known.language, path), known))
    problems = [*check_file(po, known.language, place), *check_messages(messages, place)]
    words = list_spelt(messages, place) if spelling else {}
    return Result(len(messages), tuple(problems), tuple(list_sayings(messages, place)), words)


def check_messages(messages: Iterable[Message], place: str) -> Iterator[Problem]:
    """Check messages, and give each fault its place."""
    for message in messages:
        for fault in check_message(message):
            yield Problem.of(fault.code, place, fault.found, line=message.line, cure=fault.cure)


def list_sayings(messages: Iterable[Message], place: str) -> Iterator[Saying]:
    """List what must be the same in all files; plural forms differ on purpose."""
    for message in messages:
        if not message.entry.msgid_plural:
            yield Saying(message.original, message.translation, place, message.line)


def list_others(repository: Repository, language: Language, paths: Iterable[Path]) -> Iterator[Result]:
    """List what the files of a language say that were not asked for; what is wrong there is not told."""
    chosen = {path.resolve() for path in paths}
    for path in list_po_files(repository.po_folder(language.code)):
        if path.resolve() not in chosen:
            place = repository.relative(path)
            try:
                messages = list_messages(read_po(path, place), "", Knowledge(language))
            except BuildToolsError:
                continue
            yield Result(sayings=tuple(list_sayings(messages, place)))


def name_domain(repository: Repository, language: Language, path: Path) -> str:
    """Name the domain of a file: its path below the language's folder, without ending."""
    folder = repository.po_folder(language.code).resolve()
    full = path.resolve().with_suffix("")
    return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else full.name


def check_words(known: Knowledge, results: Iterable[Result]) -> Iterator[Problem]:
    """Check the spelling of a language, where there is a dictionary."""
    speller = load_speller(known.language.code)
    if speller:
        words: Words = {}
        for result in results:
            for word, places in result.words.items():
                words.setdefault(word, []).extend(places)
        yield from check_spelling(words, known, speller)
