"""Terms: what the glossary explains, and the links to it.

In: the manuscript.  Out: a problem for each term that no text links, and for each link that is wrong.
"""

from collections.abc import Iterator

from build_tools.problems import Code, Problem
from build_tools.prose.manuscript import Manuscript


def check_term_targets(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each link to a term that the glossary does not have."""
    for document in manuscript.documents:
        for term in document.terms:
            if term.name.casefold() not in manuscript.glossary:
                found = f"the glossary does not have '{term.name}'"
                yield document.problem(Code.TERM_LINK, term.line, found, "Add the term, or name another.")


def check_terms_once(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each second link of a chapter to the same term."""
    for chapter in manuscript.chapters:
        seen: set[str] = set()
        for term in sorted(chapter.terms, key=lambda term: term.line):
            if term.name.casefold() in seen:
                found = f"'{term.name}' is linked a second time"
                yield chapter.problem(Code.TERM_LINK, term.line, found, "Link a term at its first use only.")
            seen.add(term.name.casefold())


def check_terms_used(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each term that no text outside the glossary links."""
    linked = {
        term.name.casefold() for document in manuscript.documents if not document.glossary for term in document.terms
    }
    for name, (document, term) in manuscript.glossary.items():
        if name not in linked:
            cure = "Link it where it is first used in a chapter, or take it out."
            yield document.problem(Code.TERM_LINK, term.line, f"no text links '{term.name}'", cure)
