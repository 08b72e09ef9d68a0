"""The shelf as a page: index.html, which needs nothing but itself and the covers.

In: the manifest.  Out: HTML.
How it looks is in `theme/shelf.html.jinja`, `shelf.css` and `shelf.js`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.messages import fill
from build_tools.numbers import find_locale, format_number, format_share
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
    """Render the page of the shelf; the first edition is shown first where no script chooses another.

    Editions of which too little is translated stand apart, below all others.
    """
    from markupsafe import Markup

    views = [view_edition(edition) for edition in manifest.editions if edition.listed]
    unlisted = [view_edition(edition) for edition in manifest.editions if not edition.listed]
    files = {name: (THEME / f"shelf.{name}").read_text(encoding="utf-8") for name in ("css", "js")}
    return load_template("shelf.html.jinja").render(
        manifest=manifest,
        views=views,
        unlisted=unlisted,
        css=Markup(files["css"]),  # noqa: S704 - our own file
        js=Markup(files["js"]),  # noqa: S704 - our own file
    )


def view_edition(edition: ShelvedEdition) -> EditionView:
    """Put an edition into the words and numbers of its language; words that it lacks stay English."""
    words = {**WORDS, **edition.words}
    by_format = {artifact.format: artifact for artifact in edition.artifacts}
    share = fill(words["translated"], share=format_share(edition.share, edition.language))
    return EditionView(
        edition=edition,
        words=words,
        date=fill(words["edition_of"], date=edition.day),
        share=share if edition.share < 100 else "",
        cover_text=fill(words["cover_of"], title=edition.title),
        artifacts=tuple(
            _view_artifact(by_format[kind], words, edition.language) for kind in _FORMATS if kind in by_format
        ),
    )


def _view_artifact(artifact: Artifact, words: Mapping[str, str], language: str) -> ArtifactView:
    action = "read_online" if artifact.format == "html" else artifact.format
    return ArtifactView(
        format=artifact.format,
        label=words.get(_LABELS[artifact.format], _LABELS[artifact.format]),
        action=words[action],
        note=words[f"{action}_note"],
        path=artifact.path,
        size=format_size(artifact.bytes, find_locale(language)),
        pages=fill(words["pages"], count=format_number(artifact.pages, language)) if artifact.pages else "",
        sha256=artifact.sha256,
    )


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
