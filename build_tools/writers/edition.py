"""The edition: the book read in one language, as every writer needs it.

In: the facts about the book and the language, or any Sphinx project's settings.
Out: a frozen `Edition`.
"""

import re
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sphinx.config import Config

from build_tools.collation import list_initials
from build_tools.config import Book, Face, Family, Language, load_book, load_registry
from build_tools.dates import read_edition_date, render_date
from build_tools.messages import Messages, load_messages, read_sphinx_messages
from build_tools.paths import Repository
from build_tools.writers.lines import split_evenly, split_title

# How wide a line of the subtitle may be, in letters.
_SUBTITLE = 42
# The book face of projects that have no registry of languages.
SOURCE_SERIF = Family(
    "source-serif",
    "Source Serif 4",
    "SIL Open Font License 1.1",
    "python:fontpkg_source_serif_4/LICENSE",
    (
        Face("python:fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf", "normal", "200 900"),
        Face("python:fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf", "italic", "200 900"),
    ),
)
# The face of code in such projects.
SOURCE_CODE = Family(
    "source-code",
    "Source Code Pro",
    "SIL Open Font License 1.1",
    "python:fontpkg_source_code_pro/LICENSE",
    (
        Face("python:fontpkg_source_code_pro/files/SourceCodePro[wght].ttf", "normal", "200 900"),
        Face("python:fontpkg_source_code_pro/files/SourceCodePro-Italic[wght].ttf", "italic", "200 900"),
    ),
)
_UNSET = frozenset({"", "unknown", "Author name not set", "Project name not set"})


@dataclass(frozen=True)
class Work:
    """The book without regard to language."""

    title: str
    identifier: str


@dataclass(frozen=True)
class Edition:
    """What is printed on the title page and written into the metadata, in the language of the edition.

    :param original: the language that the book is written in, where the edition is in another.
    :param thema: the codes of the subjects in Thema, in the same order, or none.
    :param sources: the documents that the book rests on.
    :param conformance: the standard of accessibility that the publisher stands for, or nothing.
    :param work: what the editions in all languages are together: the title in the first language, and an identifier.
    """

    language: Language
    title: str
    subtitle: str
    description: str
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    publisher: str
    slug: str
    identifier: str
    subjects: tuple[str, ...]
    licence: str
    licence_url: str
    date: datetime
    messages: Messages
    original: Language | None = None
    thema: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    conformance: str = ""
    work: Work | None = None

    @property
    def file_stem(self) -> str:
        """The name of the edition's files without ending."""
        return f"{self.slug}-{self.language.code}"

    def name_pdf(self, variant: str) -> str:
        """Name the file of a variant of the PDF, such as "print" or "print-letter"."""
        return f"{self.file_stem}-{variant}.pdf"

    @property
    def title_lines(self) -> list[str]:
        """The title in one line or two."""
        return split_title(self.title)

    @property
    def subtitle_lines(self) -> list[str]:
        """The subtitle in lines of even length, as the cover has it."""
        return split_evenly(self.subtitle, _SUBTITLE)

    @property
    def day(self) -> str:
        """The date as it is written in the language."""
        return render_date(self.date.strftime("%Y-%m-%d"), self.language)

    @property
    def language_name(self) -> str:
        """The language in its own words, written as within a sentence: "magyar"; the registry's name is for lists."""
        from babel import Locale, UnknownLocaleError

        try:
            found = Locale.parse(self.language.code, sep="-").get_display_name()
        except (UnknownLocaleError, ValueError):
            found = None
        return found or self.language.name

    def _(self, message: str) -> str:
        """Translate one of the press's own words."""
        return self.messages.gettext(message)

    def mark(self, text: str) -> dict[str, str]:
        """Give the attributes of an element that holds such a text: its language, where it has no translation."""
        if self.original is None or self.messages.is_translation(text):
            return {}
        return {"lang": self.original.code, "dir": self.original.direction}


def derive_identifier(root: str, *names: str) -> str:
    """Derive a stable `urn:uuid:` from the book's identifier and names such as a language code."""
    base = uuid.UUID(root) if root.startswith("urn:uuid:") else uuid.uuid5(uuid.NAMESPACE_URL, root)
    return uuid.uuid5(base, "/".join(names)).urn


def make_edition(
    book: Book, language: Language, messages: Messages, date: datetime, original: Language | None = None
) -> Edition:
    """Make the edition of a book in a language.

    :param original: the language that the book is written in, where texts without a translation shall be marked.
    """
    translate = messages.gettext
    return Edition(
        language=language,
        title=translate(book.title),
        subtitle=translate(book.subtitle),
        description=translate(book.description),
        authors=tuple(map(translate, book.authors)),
        translators=tuple(map(translate, language.translators)),
        publisher=translate(book.publisher),
        slug=book.slug,
        identifier=derive_identifier(book.identifier, language.code),
        subjects=tuple(map(translate, book.subjects)),
        licence=translate(book.licence_name),
        licence_url=book.licence_url,
        date=date,
        messages=messages,
        original=original if original and original.code != language.code else None,
        thema=book.thema,
        sources=tuple(f"{telling.siglum} – {translate(telling.name)}" for telling in book.tellings),
        conformance=book.conformance,
        work=Work(book.title, book.identifier),
    )


def make_foreign_language(config: Config) -> Language:
    """Make what the press must know about the language of a project that has no registry of them."""
    code = (config.language or "en").partition("@")[0].replace("_", "-")
    primary = code.partition("-")[0]
    return Language(
        code,
        code,
        "rtl" if primary in {"ar", "fa", "he", "ur"} else "ltr",
        families=(SOURCE_SERIF, SOURCE_CODE),
        hyphenation=code if primary in {"en", "hu"} else "",
        whole_words=primary == "ko",
        justify=False,  # code within sentences leaves holes in lines that must be full
    )


def make_foreign_edition(config: Config, date: datetime) -> Edition:
    """Make the edition of a Sphinx project that knows nothing of this press."""
    language = make_foreign_language(config)
    rights = config.copyright if isinstance(config.copyright, str) else ", ".join(config.copyright)
    return Edition(
        language=language,
        title=config.project,
        subtitle=config.release,
        description=_known(config.epub_description),
        authors=tuple(filter(None, [_known(config.epub_author)])),
        translators=(),
        publisher=_known(config.epub_publisher),
        slug=re.sub(r"[^\w.]+", "-", config.project.lower()).strip("-.") or "book",
        identifier=derive_identifier(_known(config.epub_identifier) or config.project, language.code),
        subjects=(),
        licence=rights,
        licence_url="",
        date=date,
        messages=Messages(),
    )


def _known(value: str) -> str:
    """Give a setting, or nothing where it has the value that Sphinx gives it."""
    return "" if str(value).strip() in _UNSET else str(value)


def collect_letters(config: Config) -> str:
    """Collect the letters that an edition may show, sorted: those of its PO files, its index and Sphinx's own strings.

    Site and ebook ask for the same letters, so that a face is cut once for both.
    """
    folder = Repository(Path(config.press_repository)).guarded_folder(config.language)
    letters = {letter for path in folder.rglob("*.po") for letter in path.read_text(encoding="utf-8")}
    letters.update("".join(list_initials(config.language)))
    for translation in read_sphinx_messages(config.language).values():
        letters.update("".join(translation))
    return "".join(sorted(letters))


def read_edition(config: Config, srcdir: Path) -> Edition:
    """Read the edition that a Sphinx project's settings describe."""
    if not config.press_repository:
        return make_foreign_edition(config, read_edition_date(srcdir))
    repository = Repository(Path(config.press_repository))
    registry = load_registry(repository)
    language = registry.choose([config.language])[0]
    messages = load_messages(repository.guarded_folder(language.code))
    date = read_edition_date(repository.root)
    return make_edition(load_book(repository), language, messages, date, registry.source)
