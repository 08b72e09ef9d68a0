"""The shelf as a page: index.html, which needs nothing but itself and the covers.

In: the manifest.  Out: HTML.
How it looks is in `theme/shelf.html.jinja`, `shelf.css` and `shelf.js`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.paths import THEME
from build_tools.shelf.manifest import Artifact, Manifest, ShelvedEdition
from build_tools.shelf.words import WORDS
from build_tools.templates import load_template

if TYPE_CHECKING:
    from babel import Locale

_FORMATS = ("html", "pdf", "epub")
_LABELS = {"html": "web", "pdf": "PDF", "epub": "EPUB"}


@dataclass(frozen=True)
class ArtifactView:
    """An artifact in the words and numbers of its language."""

    format: str
    label: str
    action: str
    note: str
    path: str
    size: str
    pages: str
    sha256: str


@dataclass(frozen=True)
class EditionView:
    """An edition in the words and numbers of its language."""

    edition: ShelvedEdition
    words: Mapping[str, str]
    date: str
    share: str
    cover_text: str
    artifacts: tuple[ArtifactView, ...]


def render_page(manifest: Manifest) -> str:
    """Render the page of the shelf; the first edition is shown first where no script chooses another."""
    from markupsafe import Markup

    views = [view_edition(edition) for edition in manifest.editions]
    files = {name: (THEME / f"shelf.{name}").read_text(encoding="utf-8") for name in ("css", "js")}
    return load_template("shelf.html.jinja").render(
        manifest=manifest,
        views=views,
        css=Markup(files["css"]),  # noqa: S704 - our own file
        js=Markup(files["js"]),  # noqa: S704 - our own file
    )


def view_edition(edition: ShelvedEdition) -> EditionView:
    """Put an edition into the words and numbers of its language; words that it lacks stay English."""
    locale = find_locale(edition.language)
    words = {**WORDS, **edition.words}
    by_format = {artifact.format: artifact for artifact in edition.artifacts}
    return EditionView(
        edition=edition,
        words=words,
        date=fill(words["edition_of"], date=edition.day),
        share=fill(words["translated"], share=_format_share(edition.share, locale)) if edition.share < 100 else "",
        cover_text=fill(words["cover_of"], title=edition.title),
        artifacts=tuple(_view_artifact(by_format[kind], words, locale) for kind in _FORMATS if kind in by_format),
    )


def _view_artifact(artifact: Artifact, words: Mapping[str, str], locale: "Locale") -> ArtifactView:
    from babel.numbers import format_decimal

    action = "read_online" if artifact.format == "html" else artifact.format
    return ArtifactView(
        format=artifact.format,
        label=words.get(_LABELS[artifact.format], _LABELS[artifact.format]),
        action=words[action],
        note=words[f"{action}_note"],
        path=artifact.path,
        size=format_size(artifact.bytes, locale),
        pages=fill(words["pages"], count=format_decimal(artifact.pages, locale=locale)) if artifact.pages else "",
        sha256=artifact.sha256,
    )


def fill(pattern: str, **values: str) -> str:
    """Fill in what stands in braces; unlike str.format, a strange pattern stays as it is.

    >>> fill("{count} pages {", count="12")
    '12 pages {'
    """
    for name, value in values.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern


def find_locale(language: str) -> "Locale":
    """Find the rules of a language, or those of English where nobody wrote them down."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def format_size(size: int, locale: "Locale") -> str:
    """Format a size in the unit in which it has one to three digits before the decimal sign.

    The symbols are the same in every language; CLDR has others for some, beside them.
    """
    from babel.numbers import format_decimal

    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= factor:
            value = round(size / factor, 1 if size < 100 * factor else 0)
            return f"{format_decimal(value, locale=locale)}\u00a0{unit}"
    return f"{format_decimal(size, locale=locale)}\u00a0B"


def _format_share(share: int, locale: "Locale") -> str:
    from babel.numbers import format_percent

    return format_percent(share / 100, locale=locale)
