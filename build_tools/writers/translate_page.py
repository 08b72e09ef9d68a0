"""The page "Translate this book" of a site, and what the foot of each page says of its translation.

In: the messages of each document that Sphinx has read, and the PO files of all languages.
Out: the context of the templates `translate.html` and `page.html`.
The page is for the web only: no PDF and no ebook has it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from sphinx.application import Sphinx

from build_tools.config import Book, Language, Registry
from build_tools.messages import fill
from build_tools.numbers import format_number, format_share
from build_tools.paths import Repository
from build_tools.status import (
    Count,
    LanguageStatus,
    count_shown,
    env_messages,
    list_translations,
    read_status,
)
from build_tools.writers.edition import Edition
from build_tools.writers.outline import list_spine, read_outline

PAGE = "translate"
GUIDE = "TRANSLATING.md"


@dataclass(frozen=True)
class FileView:
    """A PO file in the words and numbers of the edition.

    :param docname: the document it translates, or nothing.
    :param path: where it is; nothing where nobody has begun it.
    :param url: where readers find it, or nothing.
    :param cells: how many messages are translated, fuzzy, untranslated and as in English, and the words that are left.
    """

    anchor: str
    title: str
    docname: str
    path: str
    url: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class LanguageView:
    """A language in the words and numbers of the edition."""

    language: Language
    share: int
    shown_share: str
    left: str
    translators: tuple[str, ...]
    is_open: bool
    in_the_making: bool
    total: tuple[str, ...]
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class PageView:
    """What the foot of a page says: how much of it is translated, and where its PO file is."""

    share: str
    path: str
    url: str
    anchor: str


@dataclass(frozen=True)
class Translations:
    """What the pages of one edition's site need to speak of translations."""

    edition: Edition
    book: Book
    registry: Registry
    repository: Repository

    def collect_page(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Give Sphinx the page with its context and its template."""
        messages = env_messages(app.env)
        spine = list_spine(read_outline(app.env, app.config.root_doc))
        today = {name: messages[name] for name in spine if messages.get(name)}
        titles = {name: app.env.titles[name].astext() for name in today}
        titles[app.config.root_doc] = self.edition.title
        own = self.edition.language
        languages = sorted(list_translations(self.registry), key=lambda language: language.code != own.code)
        statuses = (read_status(self.repository, language, today, lenient=True) for language in languages)
        context = {
            "title": self.edition._("Translate this book"),
            "languages": [self.view_language(status, titles) for status in statuses],
            "marks": self.edition.mark(self.edition._("How to start")),
            "guide": GUIDE,
            "guide_url": self.link(GUIDE),
        }
        yield PAGE, context, f"{PAGE}.html"

    def view_language(self, status: LanguageStatus, titles: Mapping[str, str]) -> LanguageView:
        """Put a language into the words and numbers of the edition."""
        language, today = status.language, status.today
        is_own = language.code == self.edition.language.code
        left = fill(self.edition._("{count} words left"), count=self.format(today.words_left))
        share = fill(self.edition._("{share} translated"), share=format_share(today.share, self.edition.language.code))
        return LanguageView(
            language=language,
            share=today.share,
            shown_share=share,
            left=left if today.words_left else "",
            translators=language.translators,
            is_open=is_own,
            in_the_making=today.share < language.threshold,
            total=self.list_cells(today),
            files=tuple(self.view_files(status, titles, is_own=is_own)),
        )

    def view_files(self, status: LanguageStatus, titles: Mapping[str, str], *, is_own: bool) -> Iterator[FileView]:
        """Put the PO files of a language into words; files of documents that are no more are left out."""
        names = {
            **titles,
            "press": self.edition._("Words of the site, the covers and the shelf"),
            "sphinx": self.edition._("Words of the search and the navigation"),
        }
        for file in status.files:
            if file.domain in names and file.today.messages:
                path = status.path_of(file) if file.checked_in.messages else ""
                yield FileView(
                    anchor=name_anchor(file.domain) if is_own else "",
                    title=names[file.domain],
                    docname=file.domain if file.is_book else "",
                    path=path,
                    url=self.link(path),
                    cells=self.list_cells(file.today),
                )

    def view_page(self, app: Sphinx, docname: str) -> PageView | None:
        """Say how much of a page is translated; nothing of pages of the original, or that hold no messages."""
        code = self.edition.language.code
        messages = env_messages(app.env).get(docname)
        if not messages or code == self.registry.source.code:
            return None
        share = count_shown(self.repository, code, {docname: messages}).share
        pattern = self.edition._("{share} of this page is translated")
        file = self.repository.po_folder(code) / f"{docname}.po"
        path = self.repository.relative(file) if file.is_file() else ""
        return PageView(fill(pattern, share=format_share(share, code)), path, self.link(path), name_anchor(docname))

    def list_cells(self, count: Count) -> tuple[str, ...]:
        """List the numbers of a row."""
        numbers = (count.translated, count.fuzzy, count.untranslated, count.identical, count.words_left)
        return tuple(map(self.format, numbers))

    def format(self, number: int) -> str:
        """Format a number as the language of the edition writes it."""
        return format_number(number, self.edition.language.code)

    def link(self, path: str) -> str:
        """Give the address of a file, where the project has one."""
        return f"{self.book.repository}/{quote(path)}" if self.book.repository and path else ""


def name_anchor(domain: str) -> str:
    """Name the place of a PO file on the page.

    >>> name_anchor("the-moon/apollo")
    'file-the-moon-apollo'
    """
    return f"file-{domain.replace('/', '-')}"
