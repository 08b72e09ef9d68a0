"""All checks of the prose, one after the other.

In: a repository.  Out: problems.
What a check looks for is its own business.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.prose import chapters, claims, drawings, index_entries, links, measures, spelling, terms
from build_tools.prose.dictionary import Speller
from build_tools.prose.document import Document
from build_tools.prose.limits import Limits
from build_tools.prose.manuscript import SET_ASIDE, SPELLING, Manuscript, load_manuscript
from build_tools.prose.typography import check_typography
from build_tools.prose.words import check_house_words, check_repeated_words

LINE_CHECKS: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    check_typography,
    check_repeated_words,
    check_house_words,
    measures.check_measures,
)
BOOK_CHECKS: tuple[Callable[[Manuscript], Iterator[Problem]], ...] = (
    links.check_links,
    drawings.check_drawings,
    drawings.check_picture_names,
    drawings.check_drawings_shown,
    drawings.check_data_shown,
    drawings.check_data_tables,
    terms.check_term_targets,
    terms.check_terms_once,
    terms.check_terms_used,
    *chapters.CHAPTER_CHECKS,
    claims.check_claims_known,
    claims.check_claims_lost,
    claims.check_claims_told,
    claims.check_set_aside,
    index_entries.check_index_size,
    index_entries.check_index_form,
    index_entries.check_index_references,
    index_entries.check_index_variants,
    spelling.check_word_list,
)


def lint_prose(repository: Repository, files: Iterable[Path] = (), limits: Limits | None = None) -> list[Problem]:
    """Check the prose of the book, and give the problems of these files, or of all."""
    manuscript = load_manuscript(repository, limits or Limits())
    problems = list(check_manuscript(manuscript, spelling.load_speller()))
    wanted = choose(repository, manuscript, files)
    return [problem for problem in problems if not wanted or problem.place in wanted]


def check_manuscript(manuscript: Manuscript, speller: Speller) -> Iterator[Problem]:
    """Yield every problem of the manuscript."""
    yield from manuscript.problems
    for document in manuscript.shown:
        for check_document in LINE_CHECKS:
            yield from check_document(document)
    for check_book in BOOK_CHECKS:
        yield from check_book(manuscript)
    yield from spelling.check_spelling(manuscript, speller)


def choose(repository: Repository, manuscript: Manuscript, files: Iterable[Path]) -> set[str]:
    """Give the paths of the files asked for; one that is no file of the book stops us."""
    known = {document.path for document in [*manuscript.documents, *manuscript.texts]}
    known |= {manuscript.path(name) for name in (SPELLING, SET_ASIDE)}
    wanted = {repository.relative(path) for path in files}
    unknown = sorted(wanted - known)
    if unknown:
        cure = f"Name files in {manuscript.book}/."
        problems = [
            Problem.of(Code.FILE_UNKNOWN, "command line", f"'{path}' is no text of the book", cure=cure)
            for path in unknown
        ]
        raise BuildToolsError(problems, ExitCode.WRONG_COMMAND)
    return wanted
