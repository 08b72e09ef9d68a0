"""A site, parsed.

In: the folder of one language.  Out: a `Site` with its pages and the problems met on the way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree, html

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import resolve, select
from build_tools.verify.expectation import Expectation


@dataclass(frozen=True)
class Page:
    """A page; its path is counted from the folder in which all languages are published."""

    path: str
    tree: etree._Element

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The places that a link can lead to."""
        return frozenset(select(self.tree, "//@id | //a/@name"))


@dataclass(frozen=True)
class Site:
    """All pages of one language, and what they must say.

    :param folder: where the pages are; it is published under the code of the language.
    """

    folder: Path
    pages: Mapping[str, Page]
    expectation: Expectation
    problems: tuple[Problem, ...] = field(default=())

    @property
    def place(self) -> str:
        """How the site is called in problems."""
        return self.expectation.place

    def place_of(self, path: str) -> str:
        """How a file is called in problems."""
        return f"{self.place.rstrip('/')}/{path.partition('/')[2]}"

    @property
    def name(self) -> str:
        """The folder under which the site is published."""
        return self.expectation.language

    def file_of(self, path: str) -> Path:
        """Where a published path is on disk."""
        top, _, below = path.partition("/")
        return self.folder / below if top == self.name else self.folder.parent / path

    def list_files(self, ending: str) -> Iterator[str]:
        """List the files of the site with an ending."""
        for file in sorted(self.folder.rglob(f"*{ending}")):
            yield f"{self.name}/{file.relative_to(self.folder).as_posix()}"

    def find_fault(self, path: str, url: str) -> str:
        """Say why a local address leads nowhere, or nothing.

        What lies outside the site is asked for only where its folder lies beside: other languages and
        downloads are built at other times.
        """
        target, fragment = resolve(path, url)
        top, _, below = target.partition("/")
        if top == "..":
            return f"{target} lies outside what is published"
        if top != self.name and not (below and (self.folder.parent / top).is_dir()):
            return ""
        file = self.file_of(target)
        if not file.is_file() and not (file / "index.html").is_file():
            return f"{target} is missing"
        page = self.pages.get(target)
        # Browsers read what follows ":~:" as a text to look for.
        anchor = fragment.partition(":~:")[0]
        if page and anchor not in {"", "top"} and anchor not in page.anchors:
            return f"{target} has no '{anchor}'"
        return ""


def open_site(folder: Path, expectation: Expectation) -> Site:
    """Open a site and parse its pages."""
    folder = folder.resolve()
    pages: dict[str, Page] = {}
    problems = []
    for file in sorted(folder.rglob("*.html")):
        path = f"{expectation.language}/{file.relative_to(folder).as_posix()}"
        try:
            tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        except (OSError, etree.LxmlError, ValueError) as error:
            place = f"{expectation.place.rstrip('/')}/{file.relative_to(folder).as_posix()}"
            found = f"the page cannot be parsed: {error}"
            problems.append(Problem.of(Code.ARTIFACT_UNREADABLE, place, found))
        else:
            pages[path] = Page(path, tree)
    return Site(folder, pages, expectation, tuple(problems))
