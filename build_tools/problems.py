"""What can be wrong, and how it is told.

In: a place, a code, what was found, the cure.  Out: lines for people.
Finding problems, and deciding what to do about them, is not this module's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum


class ExitCode(IntEnum):
    """What the command line returns."""

    FINE = 0
    PROBLEMS = 1
    WRONG_COMMAND = 2
    TOOL_MISSING = 3
    INTERRUPTED = 130


class Code(Enum):
    """Each kind of problem, with a sentence on what it means."""

    ARTIFACT_UNREADABLE = "artifact-unreadable", "An artifact is missing, cut short or not of its format."
    BOOK_WARNING = "book-warning", "Sphinx warned about the text; a clean build has no warnings."
    BUILD_FAILED = "build-failed", "Sphinx or a writer could not finish an edition."
    CHAPTER_SHAPE = "chapter-shape", "A chapter is too long or too short, or lacks a part that every chapter has."
    CLAIM_LOST = "claim-lost", "A line of claims stands where MyST drops it."
    CLAIM_SET_ASIDE = "claim-set-aside", "The list of claims that are set aside has a wrong line, or is too long."
    CLAIM_UNKNOWN = "claim-unknown", "A paragraph names a claim that the ledger does not have."
    CLAIM_UNTOLD = "claim-untold", "A claim of the ledger is neither told nor set aside."
    CONFIG_BOOK = "config-book", "book.toml lacks a value or has a wrong one."
    CONFIG_LANGUAGE = "config-language", "languages.toml lacks a value or has a wrong one."
    CONFIG_SYNTAX = "config-syntax", "A TOML file cannot be read."
    COPIED_RUN = "copied-run", "Words of another text stand in the book in the same order."
    DATA_TABLE = "data-table", "A table of book/data is missing or has a wrong cell."
    DRAWING_BROKEN = "drawing-broken", "A drawing is missing, is not SVG or holds what a drawing may not hold."
    DRAWING_INCOMPLETE = "drawing-incomplete", "A drawing lacks its words, its name or its table, or is not shown."
    EDITION_DATE = "edition-date", "The date of the edition cannot be told."
    EPUB_ADDRESS = "epub-address", "An ebook leads to an address that the book does not have."
    EPUB_CHECK = "epub-check", "EPUBCheck found fault with an ebook."
    EPUB_CONTENT = "epub-content", "A document of an ebook is not what a reader needs."
    EPUB_EXTERNAL = "epub-external", "An ebook runs a script or asks a host for something."
    EPUB_LANGUAGE = "epub-language", "An ebook or one of its documents declares no or a wrong language."
    EPUB_LINK = "epub-link", "A link within an ebook leads nowhere."
    EPUB_NAVIGATION = "epub-navigation", "The navigation of an ebook is incomplete or leads nowhere."
    EPUB_PACKAGE = "epub-package", "The container or package document of an ebook is wrong."
    EPUB_STRANGE = "epub-strange", "An ebook holds an element or a file that the press does not make."
    EVENT_UNKNOWN = "event-unknown", "A chapter names an event that the table of events does not have."
    EVENT_UNTOLD = "event-untold", "No chapter names an event of the table."
    EXCHANGE_FILE = "exchange-file", "A file to be imported is no XLIFF, is of another language or is not safe to read."
    EXCHANGE_UNIT = "exchange-unit", "A unit of an XLIFF file has no message in the PO files."
    FIGURE_STALE = "figure-stale", "A chart differs from what its data give."
    FILE_UNKNOWN = "file-unknown", "A file was asked for that is no text of the book."
    FONT_GLYPH = "font-glyph", "No font of the language has a letter that the text uses."
    FONT_MISSING = "font-missing", "A font named in languages.toml is not installed."
    FORMULA = "formula", "A formula cannot be set and is shown as TeX."
    HOUSE_WORD = "house-word", "The text has a word that the house does not use."
    HTML_ADDRESS = "html-address", "A page leads to an address that the book does not have."
    HANDOUT = "handout", "A handout is not what teachers and pupils need on paper."
    HANDOUT_FULL = (
        "handout-full",
        "A handout has no room for all questions of its chapter, and holds the first of them.",
    )
    HTML_CHECK = "html-check", "The Nu checker found fault with a page."
    HTML_CONTENT = "html-content", "A page or a site lacks something that a reader needs."
    HTML_EXTERNAL = "html-external", "A page asks another host for something."
    HTML_LANGUAGE = "html-language", "A page declares a wrong language, direction or alternate."
    HTML_LINK = "html-link", "A link within the site leads nowhere."
    HTML_SCRIPT = "html-script", "A page carries a script that is none of the press's."
    HTML_STRANGE = "html-strange", "A site holds an element or a file that the press does not make."
    INDEX_ENTRY = "index-entry", "An entry of the index is badly formed, leads nowhere or has a twin."
    LANGUAGE_EXISTS = "language-exists", "A language was to be added that the registry has already."
    LANGUAGE_UNKNOWN = "language-unknown", "A language was asked for that the registry or CLDR does not know."
    LINK = "link", "A link of the text leads nowhere or is badly formed."
    NUMBER_STYLE = "number-style", "A date, a share or a measure is not written as the house does."
    PASSAGE = "passage", "A summary, a list of questions or another passage of fixed form is not of that form."
    PDF_ACTION = "pdf-action", "A PDF runs a script, starts a program or asks for another file."
    PDF_ADDRESS = "pdf-address", "A PDF leads to an address that the book does not have."
    PDF_CONTENT = "pdf-content", "A PDF lacks pages, text, bookmarks or contents."
    PDF_FONT = "pdf-font", "A font of a PDF is not embedded and subset, or lacks a glyph."
    PDF_INDEX = "pdf-index", "The number of a page in a PDF leads elsewhere, or its index names the wrong pages."
    PDF_LINK = "pdf-link", "A link or bookmark of a PDF leads nowhere."
    PDF_METADATA = "pdf-metadata", "The metadata of a PDF are incomplete."
    PDF_SIZE = "pdf-size", "A PDF is too large to be sent and kept."
    PDF_TAGS = "pdf-tags", "A PDF is not tagged, or wrongly."
    PDF_VALIDATOR = "pdf-validator", "veraPDF found that a PDF breaks a rule of PDF/UA-1 or PDF/A-3a."
    PDF_VARIANT = (
        "pdf-variant",
        "A PDF is not what its variant promises: on screen, on paper, in large print, as a booklet.",
    )
    PICTURE = "picture", "A picture that a document names is not there."
    PO_ATTRIBUTE = "po-attribute", "A translation gives an attribute that its original does not have."
    PO_AVOID = "po-avoid", "A translation has a word that the termbase says to avoid."
    PO_BLOCK = "po-block", "A translation is a heading, a list or several paragraphs where its original is one."
    PO_CODE = "po-code", "A translation has code, a formula or other markup that its original does not have."
    PO_COPY = "po-copy", "A message, or part of one, was copied instead of translated."
    PO_DUPLICATE = "po-duplicate", "A PO file has the same message twice."
    PO_EMPHASIS = "po-emphasis", "A translation has more or less emphasis than its original."
    PO_FOREIGN = "po-foreign", "A word is in a script that the language does not use."
    PO_HEADER = "po-header", "The header of a PO file is missing or wrong."
    PO_HTML = "po-html", "A translation has raw HTML that its original does not have."
    PO_IMAGE = "po-image", "A translation has an image that its original does not have."
    PO_INCONSISTENT = "po-inconsistent", "The same message is translated in two ways in one language."
    PO_LENGTH = "po-length", "A translation is much longer or shorter than its original."
    PO_LETTER = "po-letter", "A translation has a hidden character, or one that turns text around."
    PO_LINK = "po-link", "A translation leads to another place than its original."
    PO_LONG = "po-long", "A translation is many times as long as its original."
    PO_LOST = "po-lost", "A link, a note, a role or a tag of the original is missing in the translation."
    PO_MARKUP = "po-markup", "A sign of markup is shown to readers, because MyST does not take it for markup."
    PO_NORMAL_FORM = "po-normal-form", "A letter is typed in pieces that Unicode has as one (NFC)."
    PO_NOTE = "po-note", "A translation refers to a footnote that its original does not have."
    PO_NUMBER = "po-number", "A number of the original is missing in the translation."
    PO_PARTICLE = "po-particle", "A Korean particle does not fit the word before it."
    PO_PLACEHOLDER = "po-placeholder", "A placeholder such as %s is missing in a translation, or added."
    PO_PLURAL = "po-plural", "A message has more or fewer plural forms than its language."
    PO_PUNCTUATION = "po-punctuation", "A translation ends with another sign than its original."
    PO_QUANTITY = "po-quantity", "A translation seems to tell a number of the original otherwise."
    PO_ROLE = "po-role", "A translation has a role, or a target of one, that its original does not have."
    PO_SCRIPT = "po-script", "A word has letters of another script."
    PO_SPACE = "po-space", "A translation does not begin or end with a space as its original does."
    PO_SPELLING = "po-spelling", "A word is neither in the dictionary nor in the language's own list."
    PO_SYNTAX = "po-syntax", "A PO file cannot be read."
    PO_TERM = "po-term", "A translation does not use the word of the termbase."
    PO_TERMBASE = "po-termbase", "The termbase of a language has a wrong line."
    PO_TYPOGRAPHY = "po-typography", "A sign is not set as the language sets it."
    REPEATED_WORD = "repeated-word", "A word stands twice in a row."
    SHELF_MANIFEST = "shelf-manifest", "The manifest of the shelf cannot be read."
    SHORT_LINK = "short-link", "Two chapters have one short link, or one has that of a folder."
    SHELF_SUM = "shelf-sum", "A file on the shelf differs from the manifest."
    SPELLING = "spelling", "A word is neither in the dictionary nor in the book's own list."
    SPELLING_LIST = "spelling-list", "The book's list of words is out of order or has a word that the book does not."
    TABLE_BROKEN = "table-broken", "A table of figures is missing, is not CSV or holds a wrong cell."
    TERM_LINK = "term-link", "A term of the glossary is linked never, or twice in a chapter, or is not there."
    TOOL_FAILED = "tool-failed", "A program that the press needs stopped with an error."
    TOOL_MISSING = "tool-missing", "A program or library that the press needs is not installed."
    TYPOGRAPHY = "typography", "A sign is typed instead of set."

    def __init__(self, slug: str, meaning: str) -> None:
        self.slug = slug
        self.meaning = meaning


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    :param place: a path as typed from the root of the repository, an artifact or a tool.
    :param line: counted from 1; 0 where there is no line.
    :param found: what was found and what was expected, without a full stop.
    :param cure: what to do, as one or more sentences; shown indented below.
    """

    place: str
    line: int
    found: str
    code: str
    cure: str = ""

    @classmethod
    def of(cls, code: Code, place: object, found: str, *, line: int = 0, cure: str = "") -> "Problem":
        """Make a problem from a code of the list above."""
        return cls(str(place), line, found, code.slug, cure)

    def render(self) -> str:
        """Give the line to show, and the cure below it."""
        where = f"{self.place}:{self.line}" if self.line else self.place
        cure = "".join(f"\n    {part}" for part in self.cure.splitlines())
        return f"{where}: {self.found} ({self.code}){cure}"


class BuildToolsError(Exception):
    """We cannot go on; shown to the user without a traceback."""

    def __init__(self, problems: Iterable[Problem], exit_code: ExitCode = ExitCode.PROBLEMS) -> None:
        self.problems = sorted(problems)
        self.exit_code = exit_code
        super().__init__("\n".join(problem.render() for problem in self.problems))


def render_report(problems: Iterable[Problem]) -> str:
    """Render all problems, sorted and once each, and a line that counts them."""
    ordered = sorted(set(problems))
    if not ordered:
        return ""
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n".join([*(problem.render() for problem in ordered), count])
