"""What is known of a language before anyone has translated a word: from Unicode's CLDR and the gettext world.

In: a language code, and the fonts of the registry.
Out: a `Language` as the registry would have it, and the letters for which no font is registered.
Writing it down is not this module's business.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from build_tools.config import Family, Language
from build_tools.fonts import find_missing_letters, locate

# Sphinx cannot read PO files of a language whose code has a hyphen, and pages may not have one with a low line.
CODE = re.compile(r"[a-z]{2,3}")
# Where paper is not A4, as CLDR has it (paperSize).
_LETTER_PAPER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())  # noqa: SIM905 - a list of codes
# Scripts whose letters are low and even; the others need more room between the lines.
_LOW_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek"})
# Scripts in which a line may break almost anywhere, so that it can be straight without hyphens.
_EVEN_SCRIPTS = frozenset({"Jpan", "Hans", "Hant"})


def find_locale(code: str) -> Any:
    """Find a language in CLDR; None where it is not there or the code is no code."""
    from babel import Locale, UnknownLocaleError

    if not CODE.fullmatch(code):
        return None
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def derive_language(code: str, locale: Any, base: Family, families: Iterable[Family]) -> tuple[Language, list[str]]:
    """Derive what the registry says about a language, and the letters that no registered font has.

    :param base: the family that every language is set in, as far as it goes.
    """
    script, territory = find_script(locale)
    added, missing = choose_families(collect_sample(locale), base, families)
    hyphenation = code if has_hyphenation(code) else ""
    language = Language(
        code=code,
        name=locale.display_name[:1].upper() + locale.display_name[1:],
        direction=locale.text_direction,
        script=script,
        families=(base, *added),
        embedded=added,
        hyphenation=hyphenation,
        justify=bool(hyphenation) or script in _EVEN_SCRIPTS,
        line_height=1.42 if script in _LOW_SCRIPTS else 1.7,
        plurals=find_plurals(code),
        date_format=str(locale.date_formats["long"].pattern),
        paper="letter" if territory in _LETTER_PAPER else "a4",
    )
    return language, missing


def find_script(locale: Any) -> tuple[str, str]:
    """Find the script and the territory in which a language is most likely written."""
    from babel.core import get_global

    likely: Mapping[str, str] = get_global("likely_subtags")
    _language, script, territory = [*likely.get(locale.language, "").split("_"), "", ""][:3]
    return script or "Latn", territory


def find_plurals(code: str) -> str:
    """Find the rule that PO editors and Weblate expect; it has fewer forms than CLDR's, which knows fractions."""
    from babel.messages.plurals import get_plural
    from translate.lang.data import languages

    if code not in languages:
        return str(get_plural(code))
    _name, count, rule = languages[code]
    return f"nplurals={count}; plural={rule};"


def has_hyphenation(code: str) -> bool:
    """Tell whether the PDF can hyphenate a language."""
    from pyphen import language_fallback

    return bool(language_fallback(code))


def collect_sample(locale: Any) -> str:
    """Collect the letters that a language is written with: CLDR's names for months, days, languages and countries."""
    names = [
        locale.display_name,
        *locale.months["format"]["wide"].values(),
        *locale.days["format"]["wide"].values(),
        *locale.languages.values(),
        *locale.territories.values(),
        str(locale.date_formats["long"].pattern),
    ]
    return "".join(sorted(set("".join(names))))


def choose_families(letters: str, base: Family, families: Iterable[Family]) -> tuple[tuple[Family, ...], list[str]]:
    """Choose the family that adds all letters which the first one lacks, or give these letters."""
    missing = find_missing_letters(letters, [base])
    if not missing:
        return (), []
    for family in families:
        installed = all(locate(face.source).is_file() for face in family.faces)
        if installed and not find_missing_letters("".join(missing), [family]):
            return (family,), []
    return (), missing
