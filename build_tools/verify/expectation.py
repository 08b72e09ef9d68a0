"""What an artifact must say about itself, and what it may hold.

In: facts that the caller knows.  Out: a frozen `Expectation`.
Where the facts come from is not this module's business; verifiers never look at the sources of the book.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from build_tools.papers import Paper


@dataclass(frozen=True)
class Known:
    """What may stand in an artifact although it does not come from within.

    :param links: addresses on other hosts that readers may be led to.
    :param home: where the project's files are; readers may be led to each of them.
    :param scripts: the SHA-256 of scripts that may run, files as they are and others with single spaces.
    """

    links: frozenset[str] = frozenset()
    home: str = ""
    scripts: frozenset[str] = frozenset()

    def leads_to(self, address: str) -> bool:
        """Tell whether readers may be led to an address."""
        wanted = _normalise(address)
        home = _normalise(self.home).rstrip("/")
        below = bool(home) and wanted.startswith(f"{home}/") and ".." not in wanted
        return below or wanted in self._normalised

    @cached_property
    def _normalised(self) -> frozenset[str]:
        return frozenset(map(_normalise, self.links))


@dataclass(frozen=True)
class Expectation:
    """The facts against which an artifact is held.

    :param direction: "ltr" or "rtl".
    :param date: the day of the edition, as 2026-01-31.
    :param headings: the titles of all chapters in reading order.
    :param fonts: the families that the PDF may use.
    :param languages: all languages of the book, this one included.
    :param place: how the artifact is called in problems.
    :param kind: what it is among the files of its format, such as "print".
    :param paper: the size of its pages.
    :param chapter: the title of the chapter it belongs to, or nothing.
    :param link: the short link that a handout carries as a QR code, or nothing.
    :param texts: what must be read in it, in this order.
    :param hidden: what must not be read in it.
    """

    language: str
    direction: str
    title: str
    authors: tuple[str, ...]
    date: str
    identifier: str
    headings: tuple[str, ...]
    fonts: tuple[str, ...]
    languages: tuple[str, ...]
    place: str
    known: Known = field(default_factory=Known)
    kind: str = ""
    paper: Paper | None = None
    chapter: str = ""
    link: str = ""
    texts: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def _normalise(address: str) -> str:
    """Give an address as it is however it is written: with its letters instead of their numbers."""
    return unquote(re.sub(r"[\x00-\x20]+", "", address))
