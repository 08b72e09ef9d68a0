"""`verify`: every file on the shelf is opened as a reader would, and the validators are asked.

In: a shelf.  Out: problems.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.config import Book, Registry, load_book, load_registry
from build_tools.guard.po_files import guard_language
from build_tools.messages import load_messages
from build_tools.papers import PAPERS
from build_tools.paths import Repository
from build_tools.pipeline.known import load_known
from build_tools.pipeline.publish import read_shelf
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.shelf.manifest import Artifact, ShelvedEdition
from build_tools.shelf.sums import check_shelf
from build_tools.verify import FULL_VERIFIERS, JOINT_VERIFIERS, SLOW_VERIFIERS, VERIFIERS
from build_tools.verify.expectation import Expectation, Known
from build_tools.verify.printed_index import check_printed_index
from build_tools.writers.edition import derive_identifier


@dataclass(frozen=True)
class Visit:
    """One artifact to open."""

    path: Path
    format: str
    expected: Expectation


def inspect_shelf(
    repository: Repository,
    dist: Path,
    languages: list[str] | None,
    formats: tuple[str, ...],
    tell: Callable[[str], None],
) -> list[Problem]:
    """Open every artifact of the languages and formats asked for, and compare the shelf with its sums."""
    book, registry = load_book(repository), load_registry(repository)
    chosen = {language.code for language in registry.choose(languages)}
    manifest = read_shelf(dist)
    if manifest is None:
        cure = "Build it first: `python -m build_tools build`, or `nox`."
        problem = Problem.of(Code.SHELF_SUM, repository.relative(dist), "there is no shelf", cure=cure)
        raise BuildToolsError([problem], ExitCode.WRONG_COMMAND)
    known = load_known(repository, book)
    visits = [
        plan_visit(dist, artifact, wanted)
        for edition in manifest.editions
        if edition.language in chosen
        for wanted in [describe_edition(repository, book, registry, edition, known)]
        for artifact in edition.artifacts
        if artifact.format in formats
    ]
    problems = list(check_shelf(dist))
    with ThreadPoolExecutor(2) as pool:
        for visit, found in zip(visits, pool.map(open_artifact, visits), strict=True):
            tell(f"{visit.expected.place}: {'fine' if not found else f'{len(found)} problems'}")
            problems.extend(found)
    problems.extend(compare_artifacts(visits))
    return problems


def describe_edition(
    repository: Repository, book: Book, registry: Registry, edition: ShelvedEdition, known: Known
) -> Expectation:
    """Say what must be found in every artifact of an edition."""
    language = registry.languages[edition.language]
    guard_language(repository, language)
    translate = load_messages(repository.guarded_folder(language.code)).gettext
    return Expectation(
        language=language.code,
        direction=language.direction,
        title=edition.title,
        authors=tuple(map(translate, book.authors)),
        date=edition.date,
        identifier=derive_identifier(book.identifier, language.code),
        headings=edition.chapters,
        fonts=tuple(family.name for family in language.families),
        languages=tuple(registry.languages),
        place=f"{language.code}/",
        known=known,
    )


def plan_visit(dist: Path, artifact: Artifact, wanted: Expectation) -> Visit:
    """Say where an artifact of the shelf is, and what must be found in it."""
    path = dist / artifact.path
    is_site = artifact.format == "html"
    expected = replace(
        wanted,
        place=wanted.place if is_site else artifact.path.removeprefix("downloads/"),
        kind=artifact.kind,
        paper=PAPERS.get(artifact.paper),
        chapter=artifact.chapter,
    )
    return Visit(path.parent if is_site else path, artifact.format, expected)


def compare_artifacts(visits: Iterable[Visit]) -> Iterator[Problem]:
    """Compare the artifacts of one language with each other: those of a format, and the index in two formats."""
    groups: dict[tuple[str, str], list[tuple[Path, Expectation]]] = {}
    for visit in visits:
        groups.setdefault((visit.expected.language, visit.format), []).append((visit.path, visit.expected))
    for (language, name), group in groups.items():
        if name in JOINT_VERIFIERS:
            yield from JOINT_VERIFIERS[name](group)
        if name == "epub":
            printed = (place for place in groups.get((language, "pdf"), ()) if place[1].kind == "screen")
            for place in printed:
                yield from check_printed_index(group[0], place)


def open_artifact(visit: Visit) -> list[Problem]:
    """Open one artifact and ask its validator."""
    found = list(VERIFIERS[visit.format](visit.path, visit.expected))
    for verifiers in (FULL_VERIFIERS, SLOW_VERIFIERS):
        if visit.format in verifiers:
            found.extend(verifiers[visit.format](visit.path, visit.expected))
    return found
