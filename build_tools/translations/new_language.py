"""`po new-language`: a table in the registry, PO files, a termbase to fill, and a list of what to do next.

In: a language code that CLDR knows and the registry does not.
Out: files in `locales/`; the registry keeps every other byte.  The language builds at once, in English.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.config import Language, Registry, load_registry
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.text_files import write_text
from build_tools.translations.language_facts import derive_language, find_locale
from build_tools.translations.templates import PRESS, SPHINX
from build_tools.translations.termbase import COLUMNS, load_termbase
from build_tools.translations.update import load_source, require_sound_files, update_language
from build_tools.translations.weblate import write_components

_GLOSSARY = re.compile(r"^(?P<fence>`{3,}|:{3,})\{glossary\}.*?\n(?P<body>.*?)^(?P=fence)", re.MULTILINE | re.DOTALL)
_LANGUAGE_TABLE = re.compile(r"^\[languages\.[^\]\n]+\]\r?\n(?:[^\[#\r\n][^\n]*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Added:
    """What was made: the language, how many concepts wait for a word, and letters without a font."""

    language: Language
    concepts: int
    missing: list[str]


def add_language(repository: Repository, code: str) -> tuple[str, list[Problem]]:
    """Add a language, and give what to do next and what keeps it from building."""
    registry = load_registry(repository)
    language, missing = plan_language(registry, code)
    require_sound_files(repository, registry)
    source = load_source(repository)  # nothing is written where the book has a fault
    text = repository.registry_file.read_bytes().decode()
    write_text(repository.registry_file, insert_table(text, render_table(language)))
    language = load_registry(repository).languages[code]
    for _line in update_language(repository, language, source):
        pass
    concepts = write_termbase(repository, registry, code)
    write_components(repository)
    added = Added(language, concepts, missing)
    return render_steps(added), list(check_fonts(added, repository.relative(repository.registry_file)))


def plan_language(registry: Registry, code: str) -> tuple[Language, list[str]]:
    """Derive what is known of a language; raise BuildToolsError if it is unknown, or known too well."""
    locale = find_locale(code)
    found = cure = ""
    if code in registry.languages:
        found = f"the registry has '{code}' already: {registry.languages[code].name}"
        cure = "Bring its PO files up to date with `nox -s po-update`."
    elif locale is None:
        found = f"no language '{code}' is known to Unicode's CLDR"
        cure = (
            "A code is two or three small letters, such as ja or fil, without script or region.\n"
            "A language that CLDR lacks can be added by hand: copy a table of locales/languages.toml."
        )
    if found:
        slug = Code.LANGUAGE_EXISTS if code in registry.languages else Code.LANGUAGE_UNKNOWN
        raise BuildToolsError([Problem.of(slug, "command line", found, cure=cure)], ExitCode.WRONG_COMMAND)
    return derive_language(code, locale, registry.source.families[0], registry.families.values())


def render_table(language: Language) -> str:
    """Render a language as a table of the registry, in the order of the others."""
    values = {
        "name": language.name,
        "direction": language.direction,
        "script": language.script,
        "fonts": [family.slug for family in language.families],
        "embed": [family.slug for family in language.embedded],
        "hyphenation": language.hyphenation,
        "whole_words": language.whole_words,
        "justify": language.justify,
        "line_height": language.line_height,
        "plurals": language.plurals,
        "date_format": language.date_format,
        "paper": language.paper,
        "pdf": list(language.pdf),
        "threshold": language.threshold,
        "translators": list(language.translators),
    }
    # What JSON writes for these values is TOML too.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()]
    return f"[languages.{language.code}]\n" + "".join(lines)


def insert_table(text: str, table: str) -> str:
    """Insert a table behind those of the other languages; every byte of the others stays."""
    newline = "\r\n" if "\r\n" in text else "\n"
    whole = text if text.endswith("\n") else text + newline
    fresh = newline + table.replace("\n", newline)
    expected = tomllib.loads(text)
    expected["languages"] |= tomllib.loads(table)["languages"]
    # A comment may stand within a table, so that its end is elsewhere; the end of the file is right in any case.
    ends = [found.end() for found in _LANGUAGE_TABLE.finditer(whole)][-1:]
    places = [whole[:end] + fresh + whole[end:] for end in [*ends, len(whole)]]
    return next(place for place in places if _means(place, expected))


def _means(text: str, expected: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == expected
    except tomllib.TOMLDecodeError:
        return False


def write_termbase(repository: Repository, registry: Registry, code: str) -> int:
    """Write a termbase without words, unless there is one, and give the number of its concepts."""
    path = repository.locales / code / "terms.tsv"
    concepts = list_concepts(repository, registry)
    if not path.exists():
        write_text(path, render_termbase(concepts))
    return len(concepts)


def list_concepts(repository: Repository, registry: Registry) -> list[str]:
    """List the concepts that need a word: those of the glossary, then those of the other languages' termbases.

    What a single language has decided for itself is left out, where there are several to compare.
    """
    glossary = [
        concept
        for path in sorted(repository.book.rglob("*.md"))
        for concept in read_glossary(path.read_text(encoding="utf-8"))
    ]
    termbases = [load_termbase(repository.locales / code / "terms.tsv") for code in registry.languages]
    concepts = [term.concept for termbase in termbases for term in termbase]
    shared = Counter(concept.casefold() for concept in concepts)
    wanted = min(2, sum(map(bool, termbases)))
    found: dict[str, str] = {}
    for concept in [*glossary, *(concept for concept in concepts if shared[concept.casefold()] >= wanted)]:
        found.setdefault(concept.casefold(), concept)
    return list(found.values())


def read_glossary(text: str) -> Iterator[str]:
    """Read the terms of the glossaries in a chapter."""
    for found in _GLOSSARY.finditer(text):
        for line in found["body"].splitlines():
            if line.strip() and not line[0].isspace() and line[0] != ":":
                yield line.strip()


def render_termbase(concepts: Iterable[str]) -> str:
    """Render a termbase in which every word is still to be found."""
    rows = [COLUMNS, *((concept, "", "", "") for concept in concepts)]
    return "".join("\t".join(row) + "\n" for row in rows)


def check_fonts(added: Added, place: str) -> Iterator[Problem]:
    """Say which kind of font a language needs, if none is registered."""
    if not added.missing:
        return
    from babel import Locale

    language = added.language
    script = Locale("en").scripts.get(language.script, language.script)
    shown = " ".join(added.missing[:12]) + (" …" if len(added.missing) > 12 else "")
    found = f"[languages.{language.code}] no registered font has {len(added.missing)} letters of the language: {shown}"
    cure = (
        f"Find a serif family for the script {script} under a free licence (the Noto fonts have one for almost every"
        " script), as a package of PyPI or npm.\n"
        "Name the package in pyproject.toml or requirements/npm/package.json and run `sh requirements/lock.sh`.\n"
        f"Register it in {place} as the other [fonts.…] tables are, and name it in fonts and embed of the language.\n"
        "Until then a page that shows such a letter fails with font-glyph."
    )
    yield Problem.of(Code.FONT_GLYPH, place, found, cure=cure)


def render_steps(added: Added) -> str:
    """Render what to do next."""
    language, folder = added.language, Path("locales") / added.language.code
    steps = [
        f"locales/languages.toml: look over [languages.{language.code}], and write yourself into translators.",
        f"{folder}/terms.tsv: {added.concepts} concepts wait for a word. Begin with those of the glossary.",
        f"{folder}/LC_MESSAGES/{PRESS} has the title and the labels, {SPHINX} what Sphinx and the theme lack.",
        f"{folder}/LC_MESSAGES/…: a PO file for each chapter, in any order. What is not translated appears in English.",
        f"`nox -s live -- {language.code}` shows your work, `nox -s po-check` checks it, `nox -s po-status` counts it.",
        "TRANSLATING.md has the rest.",
    ]
    if added.missing:
        steps.insert(0, "Fonts: see the problem below; without them the language may not build.")
    lines = [f"{language.name} ({language.code}) is there. What to do next:"]
    return "\n".join([*lines, *(f"  {number}. {step}" for number, step in enumerate(steps, 1))])
