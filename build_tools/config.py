"""The facts about the book and its languages, read and validated once.

In: `book/book.toml` and `locales/languages.toml`.
Out: frozen `Book`, `Language` and `Family` objects, or a `BuildToolsError` with every problem at once.
What is done with the facts is not this module's business.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.papers import HOME_PAPERS, split_variant
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.toml_files import Table, read_toml


@dataclass(frozen=True)
class Face:
    """One font file: `source` is `python:package/file` or `npm:package/file`."""

    source: str
    style: str
    weight: str


@dataclass(frozen=True)
class Family:
    """A font family with its licence."""

    slug: str
    name: str
    licence: str
    licence_source: str
    faces: tuple[Face, ...]


@dataclass(frozen=True)
class Language:
    """What the press knows about a language; the fields are explained in `locales/languages.toml`."""

    code: str
    name: str
    direction: str = "ltr"
    script: str = "Latn"
    families: tuple[Family, ...] = ()
    embedded: tuple[Family, ...] = ()
    hyphenation: str = ""
    whole_words: bool = False
    justify: bool = True
    line_height: float = 1.42
    plurals: str = "nplurals=2; plural=(n != 1);"
    date_format: str = "d MMMM y"
    paper: str = "a4"
    pdf: tuple[str, ...] = ("screen",)
    threshold: int = 90
    translators: tuple[str, ...] = ()

    @property
    def plural_count(self) -> int:
        """How many plural forms a message has."""
        found = re.search(r"nplurals\s*=\s*(\d+)", self.plurals)
        return int(found[1]) if found else 1

    @property
    def plural_rule(self) -> str:
        """The expression that chooses a plural form, in C and in JavaScript."""
        return self.plurals.partition("plural=")[2].rstrip("; ") or "0"


@dataclass(frozen=True)
class Telling:
    """One of the source documents: a prefix of claim ids, the letters in the margin and a name."""

    code: str
    siglum: str
    name: str


@dataclass(frozen=True)
class Book:
    """The facts about the book, in its source language."""

    title: str
    subtitle: str
    description: str
    authors: tuple[str, ...]
    publisher: str
    slug: str
    identifier: str
    subjects: tuple[str, ...]
    licence_name: str
    licence_short: str
    licence_url: str
    ledger: str
    claims_document: str
    events: str
    events_document: str
    tellings: tuple[Telling, ...]
    repository: str = ""
    thema: tuple[str, ...] = ()
    conformance: str = ""
    site: str = ""


@dataclass(frozen=True)
class Registry:
    """All languages by code, the source language first, and all font families, whether or not a language uses them."""

    languages: Mapping[str, Language]
    families: Mapping[str, Family] = field(default_factory=dict)

    @property
    def source(self) -> Language:
        """The language in which the book is written."""
        return next(iter(self.languages.values()))

    def choose(self, codes: list[str] | None) -> list[Language]:
        """Give the languages asked for, or all."""
        unknown = [code for code in codes or [] if code not in self.languages]
        if unknown:
            cure = "Known languages: " + ", ".join(self.languages) + "."
            raise BuildToolsError(
                [
                    Problem.of(Code.LANGUAGE_UNKNOWN, "command line", f"no language '{code}'", cure=cure)
                    for code in unknown
                ],
                ExitCode.WRONG_COMMAND,
            )
        return [self.languages[code] for code in codes] if codes else list(self.languages.values())


def load_book(repository: Repository) -> Book:
    """Load `book.toml`."""
    shown = repository.relative(repository.book_file)
    text, data = read_toml(repository.book_file, shown)
    problems: list[Problem] = []

    def table(name: str, values: Any) -> Table:
        return Table(shown, text, name, values, Code.CONFIG_BOOK, problems)

    book, licence, claims, events = (table(name, data.get(name)) for name in ("book", "licence", "claims", "events"))
    tellings = []
    for code, values in table("tellings", data.get("tellings")).values.items():
        telling = table("tellings", values)
        tellings.append(Telling(code, telling.take("siglum", str), telling.take("name", str)))
    result = Book(
        **{key: book.take(key, str) for key in ("title", "subtitle", "description", "publisher", "slug", "identifier")},
        authors=book.take_texts("authors"),
        subjects=book.take_texts("subjects"),
        licence_name=licence.take("name", str),
        licence_short=licence.take("short", str),
        licence_url=licence.take("url", str),
        ledger=claims.take("ledger", str),
        claims_document=claims.take("document", str),
        events=events.take("table", str),
        events_document=events.take("document", str),
        tellings=tuple(tellings),
        thema=_take_thema(book),
        conformance=book.take("conformance", str, default=""),
        repository=_take_address(table("project", data.get("project", {})), "repository"),
        site=_take_address(table("site", data.get("site", {})), "address"),
    )
    _raise_if_any(problems)
    return result


def _take_thema(book: Table) -> tuple[str, ...]:
    """Take the codes of the subjects, one for each, or none."""
    codes = book.take_texts("thema") if "thema" in book.values else ()
    if codes and len(codes) != len(book.values.get("subjects", ())):
        book.report("thema", f"thema has {len(codes)} codes; expected one for each subject")
    return codes


def _take_address(table: Table, key: str) -> str:
    """Take an address below which readers find files; it is not set before there is one."""
    table.refuse_unknown({key})
    address: str = table.take(key, str, default="")
    if address and not re.match(r"https://[\w.-]+(:\d+)?(/[\w.~%+@:-]+)*/?\Z", address, re.ASCII):
        table.report(key, f"{key} is {address!r}; expected an address such as https://example.org/press")
        return ""
    return address.rstrip("/")


def load_registry(repository: Repository) -> Registry:
    """Load `languages.toml`."""
    shown = repository.relative(repository.registry_file)
    text, data = read_toml(repository.registry_file, shown)
    problems: list[Problem] = []

    def table(name: str, values: Any) -> Table:
        return Table(shown, text, name, values, Code.CONFIG_LANGUAGE, problems)

    families = {
        slug: _build_family(slug, table(f"fonts.{slug}", values))
        for slug, values in table("fonts", data.get("fonts")).values.items()
    }
    languages = {
        code: _build_language(code, table(f"languages.{code}", values), families)
        for code, values in table("languages", data.get("languages")).values.items()
    }
    if not languages and not problems:
        problems.append(Problem.of(Code.CONFIG_LANGUAGE, shown, "no language is listed"))
    _raise_if_any(problems)
    return Registry(languages, families)


def _build_family(slug: str, table: Table) -> Family:
    faces = []
    for values in table.take("faces", list):
        face = Table(table.shown, table.text, table.name, values, table.code, table.problems)
        faces.append(Face(face.take("file", str), face.take("style", str), face.take("weight", str)))
        if not re.match(r"(python|npm):.", faces[-1].source):
            face.report("faces", f"file is {faces[-1].source!r}; expected 'python:…' or 'npm:…'")
    name, licence, licence_source = (table.take(key, str) for key in ("name", "licence", "licence_file"))
    return Family(slug, name, licence, licence_source, tuple(faces))


def _build_language(code: str, table: Table, families: Mapping[str, Family]) -> Language:
    def known(key: str) -> tuple[Family, ...]:
        slugs = table.take_texts(key)
        for slug in slugs:
            if slug not in families:
                table.report(key, f"{key} names {slug!r}, which has no [fonts.{slug}] table")
        return tuple(families[slug] for slug in slugs if slug in families)

    take: Callable[..., Any] = table.take
    table.refuse_unknown(
        {"name", "direction", "script", "fonts", "embed", "hyphenation", "whole_words", "justify"}
        | {"line_height", "plurals", "date_format", "paper", "pdf", "threshold", "translators"}
    )
    return Language(
        code=code,
        name=take("name", str),
        direction=take("direction", str, allowed=("ltr", "rtl")),
        script=take("script", str),
        families=known("fonts"),
        embedded=known("embed"),
        hyphenation=take("hyphenation", str),
        whole_words=take("whole_words", bool),
        justify=take("justify", bool),
        line_height=take("line_height", float),
        plurals=take("plurals", str),
        date_format=take("date_format", str),
        paper=take("paper", str, allowed=HOME_PAPERS),
        pdf=_take_variants(table),
        threshold=take("threshold", int),
        translators=table.take_texts("translators"),
    )


def _take_variants(table: Table) -> tuple[str, ...]:
    """Take the variants of the PDF; the first is the one that pages link to."""
    names = table.take_texts("pdf")
    if "pdf" in table.values and not names:
        table.report("pdf", "pdf is empty; expected at least one variant, such as 'screen'")
    for name in names:
        try:
            split_variant(name)
        except ValueError:
            table.report(
                "pdf", f"pdf names {name!r}; expected 'screen', 'print', 'large' or 'booklet', or 'print-letter'"
            )
    if len(set(names)) < len(names):
        table.report("pdf", "pdf names a variant twice")
    return names


def _raise_if_any(problems: list[Problem]) -> None:
    if problems:
        raise BuildToolsError(problems, ExitCode.WRONG_COMMAND)
