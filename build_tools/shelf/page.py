"""The shelf as a page: index.html, which needs nothing but itself and the covers.

In: the manifest.  Out: HTML.
How it looks is in `theme/shelf.html.jinja`, `shelf.css` and `shelf.js`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
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
_PAPERS = {"letter": "Letter", "tabloid": "Tabloid"}


@dataclass(frozen=True)
class ArtifactView:
    """An artifact in the words and numbers of its language.

    :param label: what it is called in a list.
    :param action: what a button for it says.
    :param note: what it is for.
    :param paper: the sheet it is printed on, or nothing.
    """

    format: str
    label: str
    action: str
    note: str
    path: str
    size: str
    pages: str
    paper: str
    sha256: str


@dataclass(frozen=True)
class ChapterView:
    """The handouts of one chapter."""

    title: str
    artifacts: tuple[ArtifactView, ...]


@dataclass(frozen=True)
class HandoutsView:
    """The handouts of an edition.

    :param common: those of no single chapter: all in one file, the poster, the cards.
    """

    common: tuple[ArtifactView, ...]
    chapters: tuple[ChapterView, ...]


@dataclass(frozen=True)
class EditionView:
    """An edition in the words and numbers of its language.

    :param artifacts: the site, the main PDF and the ebook.
    :param variants: other PDFs.
    """

    edition: ShelvedEdition
    words: Mapping[str, str]
    date: str
    share: str
    cover_text: str
    artifacts: tuple[ArtifactView, ...]
    variants: tuple[ArtifactView, ...]
    handouts: HandoutsView


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
    main = {artifact.format: artifact for artifact in reversed(edition.artifacts) if artifact.format in _FORMATS}
    others = [artifact for artifact in edition.artifacts if artifact.format == "pdf" and artifact != main["pdf"]]
    handouts = [artifact for artifact in edition.artifacts if artifact.format == "handouts"]
    share = fill(words["translated"], share=format_share(edition.share, edition.language))
    code = edition.language
    return EditionView(
        edition=edition,
        words=words,
        date=fill(words["edition_of"], date=edition.day),
        share=share if edition.share < 100 else "",
        cover_text=fill(words["cover_of"], title=edition.title),
        artifacts=tuple(_view_main(main[kind], words, code) for kind in _FORMATS if kind in main),
        variants=tuple(_view_kind(artifact, words, code) for artifact in others),
        handouts=_view_handouts(handouts, words, code),
    )


def _view_main(artifact: Artifact, words: Mapping[str, str], language: str) -> ArtifactView:
    action = "read_online" if artifact.format == "html" else artifact.format
    label = words.get(_LABELS[artifact.format], _LABELS[artifact.format])
    return _view(artifact, words, language, label=label, action=words[action], note=words[f"{action}_note"])


def _view_kind(artifact: Artifact, words: Mapping[str, str], language: str) -> ArtifactView:
    """Look at an artifact that is told from others by its kind; a kind without a word shows its own name."""
    kind, _, paper = artifact.kind.partition("-")
    note = fill(words.get(f"{kind}_note", ""), paper=name_paper(artifact.paper))
    # A variant's note tells its usual paper; of posters and cards the paper is what matters.
    told = name_paper(paper if artifact.format == "pdf" else "" if artifact.chapter else artifact.paper)
    label = ", ".join(filter(None, (words.get(kind, kind), told)))
    return _view(artifact, words, language, label=label, note=note)


def _view_handouts(artifacts: Iterable[Artifact], words: Mapping[str, str], language: str) -> HandoutsView:
    groups = [(title, list(group)) for title, group in groupby(artifacts, lambda artifact: artifact.chapter)]
    return HandoutsView(
        tuple(_view_kind(artifact, words, language) for title, group in groups if not title for artifact in group),
        tuple(
            ChapterView(title, tuple(_view_kind(artifact, words, language) for artifact in group))
            for title, group in groups
            if title
        ),
    )


def _view(
    artifact: Artifact, words: Mapping[str, str], language: str, *, label: str, note: str, action: str = ""
) -> ArtifactView:
    return ArtifactView(
        format=artifact.format,
        label=label,
        action=action,
        note=note,
        path=artifact.path,
        size=format_size(artifact.bytes, find_locale(language)),
        pages=count_pages(artifact, words, language),
        paper=name_paper(artifact.paper),
        sha256=artifact.sha256,
    )


def count_pages(artifact: Artifact, words: Mapping[str, str], language: str) -> str:
    """Count the pages of an artifact in words; of a booklet, the sheets that a printer needs."""
    if artifact.pages < 2:  # of a single page nobody need be told
        return ""
    if artifact.kind.partition("-")[0] == "booklet":
        return fill(words["sheets"], count=format_number(artifact.pages // 2, language))
    return fill(words["pages"], count=format_number(artifact.pages, language))


def name_paper(paper: str) -> str:
    """Name a paper as it is written on its package.

    >>> name_paper("a4-landscape"), name_paper("letter")
    ('A4', 'Letter')
    """
    name = paper.removesuffix("-landscape")
    return _PAPERS.get(name, name.upper())


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
