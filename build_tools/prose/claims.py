"""Claims: each one of the ledger is told, or set aside with a reason.

In: the manuscript.  Out: a problem for each claim that is lost, unknown, or both told and set aside.
"""

from collections.abc import Iterator

from build_tools.problems import Code, Problem
from build_tools.prose.document import ClaimsLine, Document
from build_tools.prose.manuscript import SET_ASIDE, Manuscript

# Above these MyST keeps the line, and the marks have a paragraph to stand beside.
HOSTS = frozenset({"paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open"})


def list_claims(manuscript: Manuscript) -> Iterator[tuple[Document, ClaimsLine, str]]:
    """List the claims that the text names, with their places."""
    for document in manuscript.documents:
        for line in document.claims:
            for claim in line.claims:
                if claim.partition("-")[0] in manuscript.tellings:
                    yield document, line, claim


def check_claims_lost(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each line of claims that MyST drops."""
    for document, line, claim in list_claims(manuscript):
        if line.host not in HOSTS and claim == line.claims[0]:
            below = {"": "nothing", "heading_open": "a heading"}.get(line.host, "a directive or the like")
            found = f"the claims stand above {below}"
            yield document.problem(Code.CLAIM_LOST, line.line, found, "Put the line directly above a paragraph.")


def check_claims_told(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each claim of the ledger that is neither told nor set aside, and for those that are both."""
    told = {claim for _, line, claim in list_claims(manuscript) if line.host in HOSTS}
    aside = {row.claim: row for row in manuscript.set_aside}
    path = manuscript.path(SET_ASIDE)
    for claim in manuscript.ledger:
        if claim not in told and claim not in aside:
            cure = f"Tell it in a chapter, or list it in {path} with a reason."
            yield Problem.of(Code.CLAIM_UNTOLD, claim, "no paragraph rests on this claim", cure=cure)
    for claim in sorted(told & aside.keys()):
        cure = "Take the line out."
        yield Problem.of(Code.CLAIM_SET_ASIDE, path, f"{claim} is told, too", line=aside[claim].line, cure=cure)


def check_claims_known(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each claim that the ledger does not have."""
    known = frozenset(manuscript.ledger)
    for document, line, claim in list_claims(manuscript):
        if claim not in known:
            yield document.problem(Code.CLAIM_UNKNOWN, line.line, f"the ledger has no claim '{claim}'")


def check_set_aside(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each wrong line of the list of claims set aside, and if it is too long."""
    path = manuscript.path(SET_ASIDE)
    known, seen = frozenset(manuscript.ledger), set[str]()
    for row in manuscript.set_aside:
        faults = {
            f"the ledger has no claim '{row.claim}'": row.claim not in known,
            f"{row.claim} stands here a second time": row.claim in seen,
            f"{row.claim} has no reason": not row.reason,
        }
        yield from (
            Problem.of(Code.CLAIM_SET_ASIDE, path, found, line=row.line) for found, wrong in faults.items() if wrong
        )
        seen.add(row.claim)
    if len(seen) not in manuscript.limits.set_aside:
        found = f"{len(seen)} claims are set aside; at most {manuscript.limits.set_aside.most} may be"
        yield Problem.of(Code.CLAIM_SET_ASIDE, path, found, cure="Tell more of them.")
