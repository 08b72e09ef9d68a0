"""The site: Sphinx's own html builder and the furo theme, dressed as a book.

In: the edition, and the context of each page.
Out: what the templates in `theme/site` need: the same page in other languages, downloads, the book's own faces.
The pages themselves are written by Sphinx.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform

from build_tools.config import Book, Family, Language, Registry, load_book, load_registry
from build_tools.fonts import load_subset, render_font_face
from build_tools.papers import HOME_PAPERS
from build_tools.paths import THEME, Repository
from build_tools.writers.edition import Edition, collect_letters, read_edition
from build_tools.writers.index import collate_groups
from build_tools.writers.redirects import has_handouts, write_redirects
from build_tools.writers.script_messages import write_script_messages
from build_tools.writers.short_links import name_slug
from build_tools.writers.translate_page import PAGE, Translations

# Letters every edition may need for names and terms: Latin with all accents, punctuation, arrows, the peso sign.
LATIN = "".join(
    map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1E00, 0x1F00), *range(0x2010, 0x2060), 0x20B1])
)
# The family in which the switcher shows names in scripts that the edition's own faces lack.
NAMES = Family("names", "Language Names", "", "", ())
_SHORT_NAME = 3  # A4, but Letter
SIDEBARS = ["brand", "search", "scroll-start", "navigation", "scroll-end"]
LIGHT = {
    "color-background-primary": "#fdfbf6",
    "color-background-secondary": "#f6f2e8",
    "color-background-hover": "#eee8da",
    "color-background-border": "#e3dccb",
    "color-foreground-primary": "#22252b",
    "color-foreground-secondary": "#565a63",
    "color-foreground-muted": "#62656d",
    "color-brand-primary": "#9c3a1a",
    "color-brand-content": "#9c3a1a",
    "color-brand-visited": "#7a3b55",
}
DARK = {
    "color-background-primary": "#12182a",
    "color-background-secondary": "#0e1322",
    "color-background-hover": "#1c2439",
    "color-background-border": "#2a3350",
    "color-foreground-primary": "#e9e4d8",
    "color-foreground-secondary": "#b4b3b0",
    "color-foreground-muted": "#a09f9f",
    "color-brand-primary": "#f0a07c",
    "color-brand-content": "#f0a07c",
    "color-brand-visited": "#d9a5bd",
}


class TableIds(SphinxPostTransform):
    """Leave a table's ids to the table; furo gives them to the frame around it as well."""

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Take the ids from the frames."""
        for frame in self.document.findall(nodes.container):
            if "table-wrapper" in frame["classes"]:
                frame["ids"] = []


@dataclass(frozen=True)
class Site:
    """What all pages of an edition's site have in common, read once for a build."""

    edition: Edition
    book: Book
    registry: Registry
    translations: Translations


def dress_book(app: Sphinx, config: Config) -> None:
    """Read the facts of our own book and put them at the service of its pages; other projects keep their own."""
    if not config.press_repository:
        return
    repository = Repository(Path(config.press_repository))
    facts = read_edition(config, Path(app.srcdir)), load_book(repository), load_registry(repository)
    site = Site(*facts, Translations(*facts, repository))
    name_sources(config, site)
    dress_site(config, site.edition)
    write_script_messages(site.edition.language, repository.guarded_folder(site.edition.language.code))
    # After furo has made its contents.
    app.connect("html-page-context", partial(dress_page, site), priority=900)
    app.connect("html-collect-pages", site.translations.collect_page)
    app.connect("build-finished", partial(write_faces, site))
    app.connect("build-finished", partial(write_short_links, site))


def name_sources(config: Config, site: Site) -> None:
    """Give the marks in the margin their names in the language of the edition."""
    config.sigla_label = site.edition._("Sources")
    config.sigla_names = {telling.code: site.edition._(telling.name) for telling in site.book.tellings}


def dress_site(config: Config, edition: Edition) -> None:
    """Set the theme of the site."""
    stack = ", ".join(f'"{family.name}"' for family in edition.language.families)
    faces = {"font-stack": f'{stack}, "Language Names", Georgia, serif', "font-stack--headings": "var(--font-stack)"}
    config.project = edition.title
    config.author = ", ".join(edition.authors)
    config.copyright = edition.licence
    config.html_title = str(escape(edition.title))  # the theme writes it as it is
    config.html_short_title = edition.title
    config.html_theme_options = {
        "light_css_variables": {**LIGHT, **faces},
        "dark_css_variables": DARK,
        "top_of_page_buttons": [],
    }
    config.html_sidebars = {"**": [*(f"sidebar/{name}.html" for name in SIDEBARS), "languages.html"]}
    config.html_show_sphinx = False
    config.html_show_sourcelink = False
    config.html_copy_source = False
    config.html_last_updated_fmt = None
    config.templates_path = [str(THEME / "site")]
    config.html_static_path = [str(THEME / "site" / "static")]
    config.html_css_files = ["book.css", "faces.css"]
    config.html_js_files = ["offline.js"]


def dress_page(
    site: Site, app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page's template the other languages, the downloads and the press's words."""
    if app.builder.name != "html":
        return
    edition = site.edition
    up = "../" * (pagename.count("/") + 1)
    context["edition"] = edition
    context["press"] = lambda message: escape(edition._(message))  # Sphinx's templates escape nothing by themselves
    context["editions"] = list(list_languages(site.registry.languages.values(), up, pagename))
    main_pdf = edition.name_pdf(edition.language.pdf[0])
    context["downloads"] = {"pdf": f"{up}downloads/{main_pdf}", "epub": f"{up}downloads/{edition.file_stem}.epub"}
    context["cover"] = f"{up}covers/{edition.language.code}.jpg"
    context["shelf"] = f"{up}index.html"
    handouts = f"{up}downloads/handouts/{edition.language.code}/{name_slug(pagename)}"
    context["handouts"] = list_handouts(edition.language, handouts) if doctree and has_handouts(doctree) else []
    context["translate"] = PAGE
    context["translation"] = site.translations.view_page(app, pagename)
    context["licence_url"] = site.book.licence_url
    # furo's base template has no place for a direction; the attribute goes in behind the language.
    context["language"] = Markup('{}" dir="{}').format(edition.language.code, edition.language.direction)
    if "furo_navigation_tree" in context:
        context["furo_navigation_tree"] = give_levels(context["furo_navigation_tree"])
    context["give_levels"] = give_levels
    if "genindexentries" in context:
        groups = collate_groups(context["genindexentries"], edition.language.code)
        context["genindexentries"] = [(escape(heading), rows) for heading, rows in groups]
        context["genindexcounts"] = [sum(1 + len(row[1][1]) for row in rows) for _heading, rows in groups]


def list_handouts(language: Language, stem: str) -> list[dict[str, str]]:
    """List a chapter's handouts on the papers that people have, the language's usual one first.

    :param stem: where they are, without their endings.
    """
    names = sorted(HOME_PAPERS, key=lambda name: name != language.paper)
    papers = {name: name.upper() if len(name) < _SHORT_NAME else name.title() for name in names}
    return [
        {"paper": shown, "sheet": f"{stem}-{name}.pdf", "answers": f"{stem}-answers-{name}.pdf"}
        for name, shown in papers.items()
    ]


def give_levels(html: str) -> str:
    """Give the captions of Sphinx's contents the level that their role as headings asks for."""
    return html.replace('role="heading"', 'role="heading" aria-level="2"')


def list_languages(languages: Any, up: str, pagename: str) -> Iterator[dict[str, str]]:
    """List the same page in every language."""
    for language in languages:
        yield {
            "code": language.code,
            "name": language.name,
            "direction": language.direction,
            "href": f"{up}{language.code}/{pagename}.html",
        }


def write_faces(site: Site, app: Sphinx, error: Exception | None) -> None:
    """Write the book's faces, cut down to the letters they are needed for, and their style sheet."""
    if error or app.builder.name != "html":
        return
    language = site.edition.language
    folder = Path(app.outdir, "_static", "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    cache = Path(app.config.press_font_cache)
    rules = [*list_faces(language, collect_letters(app.config), cache, folder)]
    rules += list_name_faces(language, site.registry.languages.values(), cache, folder)
    (folder.parent / "faces.css").write_text("".join(rules), encoding="utf-8")


def write_short_links(site: Site, app: Sphinx, error: Exception | None) -> None:
    """Write the pages behind the short links of handouts."""
    if not error and app.builder.name == "html":
        write_redirects(app, site.edition.language, site.registry.languages.values())


def list_faces(language: Language, letters: str, cache: Path, folder: Path) -> Iterator[str]:
    """Write each font file and give its rule."""
    for family in language.families:
        wanted = letters if family in language.embedded else LATIN
        for number, face in enumerate(family.faces, 1):
            name = f"{family.slug}-{number}.woff2"
            (folder / name).write_bytes(load_subset(face, wanted, cache))
            yield render_font_face(family, face, f"fonts/{name}").replace(" }", " font-display: swap; }")


def list_name_faces(language: Language, languages: Iterable[Language], cache: Path, folder: Path) -> Iterator[str]:
    """Write the faces that the names of the other languages need, with no more letters than those."""
    for other in languages:
        for family in other.embedded:
            if family not in language.families:
                name = f"{family.slug}-name.woff2"
                (folder / name).write_bytes(load_subset(family.faces[0], other.name, cache))
                yield render_font_face(NAMES, family.faces[0], f"fonts/{name}")


def setup_site(app: Sphinx) -> None:
    """Register what dresses the site."""
    app.connect("config-inited", dress_book)
    app.add_post_transform(TableIds)
