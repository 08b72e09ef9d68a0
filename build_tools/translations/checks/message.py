"""A message as the checks see it.

In: an entry of a PO file, and what is known about its language.
Out: frozen `Message` objects, one for each plural form that is translated.
Untranslated, fuzzy and obsolete entries are nobody's fault: they give none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import polib

from build_tools.config import Language
from build_tools.guard.po_files import PLAIN, is_used, list_forms
from build_tools.guard.shape import Shape, read_shape
from build_tools.translations.checks.markup_free import strip_markup
from build_tools.translations.termbase import Term, Termbase

# A word, with the hyphens and apostrophes in it.
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True)
class Knowledge:
    """What is known about a language.

    :param words: names and words of its own list, as its people write them.
    """

    language: Language
    termbase: Termbase = field(default_factory=Termbase)
    words: frozenset[str] = frozenset()

    @cached_property
    def term_words(self) -> frozenset[str]:
        """The single words of the termbase, without capital letters."""
        phrases = (word for term in self.termbase.terms for word in term.words)
        return frozenset(word.casefold() for phrase in phrases for word in WORD.findall(phrase))


@dataclass(frozen=True)
class Message:
    """One original with its translation.

    :param entry: the entry of the PO file, which may have more plural forms.
    :param domain: the file's path without ending, such as `moon/apollo`.
    :param form: which plural form it is, counted from 0.
    """

    original: str
    translation: str
    known: Knowledge
    entry: polib.POEntry = field(default_factory=polib.POEntry, compare=False, repr=False)
    domain: str = ""
    form: int = 0

    @property
    def language(self) -> Language:
        """The language of the translation."""
        return self.known.language

    @property
    def plain(self) -> bool:
        """Whether it is plain words, which hold placeholders but no Markdown."""
        return self.domain in PLAIN

    @property
    def line(self) -> int:
        """Where its entry begins."""
        return self.entry.linenum or 0

    @property
    def comment(self) -> str:
        """What the translator has noted above it."""
        return str(self.entry.tcomment)

    @cached_property
    def original_shape(self) -> Shape:
        """The shape of the original."""
        return read_shape(self.original)

    @cached_property
    def shape(self) -> Shape:
        """The shape of the translation."""
        return read_shape(self.translation)

    @cached_property
    def original_words(self) -> str:
        """What readers see of the original."""
        return strip_markup(self.original, plain=self.plain)

    @cached_property
    def words(self) -> str:
        """What readers see of the translation."""
        return strip_markup(self.translation, plain=self.plain)

    @cached_property
    def concepts(self) -> list[Term]:
        """The concepts of the termbase that the original mentions, the longest first; software has its own words."""
        return [] if self.domain == "sphinx" else self.known.termbase.find(self.original_words)


def list_messages(po: polib.POFile, domain: str, known: Knowledge) -> Iterator[Message]:
    """List the messages of a PO file that are translated."""
    for entry in filter(is_used, po):
        for form, (original, translation) in enumerate(list_forms(entry)):
            yield Message(original, translation, known, entry, domain, form)
