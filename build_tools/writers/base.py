"""What the pdf and ebook builders share: documents become XHTML trees, one each, in reading order.

In: Sphinx's environment.
Out: `Chapter` objects whose bodies are XHTML trees.
What is made of the trees is the subclasses' business.
"""

import copy
from abc import abstractmethod
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import quote

from docutils import nodes
from lxml import etree
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.locale import _ as translate_sphinx
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from build_tools.fonts import find_missing_letters, require_fonts
from build_tools.problems import Code
from build_tools.writers.edition import Edition, read_edition
from build_tools.writers.formulas import render_mathml, replace_formulas
from build_tools.writers.fragments import iter_with_class, parse_fragment, remove_element, tag
from build_tools.writers.index import DomainContent, render_domain_index, render_index
from build_tools.writers.outline import INDEX, Entry, append_entries, list_spine, read_outline, show_title
from build_tools.writers.page_list import number_blocks
from build_tools.writers.pictures import RefuseRemotePictures, place_pictures
from build_tools.writers.soup import clean_soup
from build_tools.writers.term_uses import name_uses

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chapter:
    """One document of the book: its name, its title and its body as an XHTML tree."""

    docname: str
    title: str
    body: etree._Element


@dataclass(frozen=True)
class DomainPage:
    """The index of a domain, such as that of Python modules."""

    title: str
    content: DomainContent


class PublicationBuilder(StandaloneHTMLBuilder):
    """Build one file out of all documents, in reading order."""

    search = False
    copysource = False
    download_support = False
    supported_remote_images = False  # Sphinx fetches what a stranger's project names, or warns
    add_permalinks = False
    allow_parallel = False
    embedded = True

    def init(self) -> None:
        """Prepare what rendering needs, but no web theme."""
        self.build_info = self.create_build_info()
        self.imagedir = "_images"
        self.imgpath = "_images"
        self.secnumbers: dict[str, tuple[int, ...]] = {}
        self.current_docname = ""
        self.use_index = True
        self.theme = None  # type: ignore[assignment]  # no web theme; the highlighter asks for one
        self.init_highlighter()
        self.edition: Edition = read_edition(self.config, Path(self.srcdir))
        require_fonts(self.edition.language.families)

    def get_outdated_docs(self) -> str:  # type: ignore[override]
        """Say that the file is always written."""
        return "all documents"

    @property
    def math_renderer_name(self) -> str:
        """Name a renderer that is always registered; formulas are done before a renderer sees them."""
        return "mathjax"

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Render every document, then write the publication."""
        outline = self.read_outline()
        chapters = [self.render_chapter(docname) for docname in list_spine(outline)]
        self.copy_image_files()
        for chapter in chapters:
            self.place_pictures(chapter)
            number_blocks(chapter.body)
            name_uses(chapter.body)
        printed = [chapter for chapter in chapters if not self.is_bare(chapter)]
        self.write_publication(outline, printed or chapters)

    def read_outline(self) -> Entry:
        """Read the outline; a foreign project's book ends with what its site has beside the contents."""
        outline = read_outline(self.env, self.config.root_doc, tags=self.tags)
        if self.config.press_repository:
            return outline
        known = set(list_spine(outline))
        others = [name for name in sorted(self.env.found_docs) if name not in known]
        entries = [entry for name in others for entry in [read_outline(self.env, name, tags=self.tags)]]
        entries += [Entry(index.title, name) for name, index in self.domain_pages.items()]
        if self.config.html_use_index and IndexEntries(self.env).create_index(self):
            entries.append(Entry(self.index_title(), INDEX))
        return append_entries(outline, entries)

    @cached_property
    def domain_pages(self) -> dict[str, DomainPage]:
        """The indices of domains that the project wants, by the name of the page each has in a site."""
        wanted = self.config.html_domain_indices
        pages = {
            f"{domain.name}-{index.name}": DomainPage(str(index.localname), index(domain).generate()[0])
            for domain in self.env.domains.sorted()
            for index in domain.indices
            if wanted is True or (wanted and f"{domain.name}-{index.name}" in wanted)
        }
        return {name: page for name, page in pages.items() if page.content}

    def place_pictures(self, chapter: Chapter) -> None:
        """Make the pictures of a chapter files of the output folder, named as the chapter sees them."""
        confdir = Path(self.confdir)
        roots = [("_static/", confdir / entry) for entry in self.config.html_static_path]
        roots += [("", confdir / entry) for entry in self.config.html_extra_path]
        place_pictures(chapter.body, chapter.docname, Path(self.outdir), roots)
        for picture in chapter.body.iter(tag("img")):
            source = picture.get("src") or ""
            if not source.startswith("data:"):
                picture.set("src", self.show_path(chapter.docname, quote(source)))

    def is_bare(self, chapter: Chapter) -> bool:
        """Tell whether the root document is no more than a title and lists of other documents."""
        if chapter.docname != self.config.root_doc:
            return False
        body = copy.deepcopy(chapter.body)
        for element in [*body.iter(tag("h1")), *iter_with_class(body, "toctree-wrapper")]:
            remove_element(element)
        return not "".join(body.itertext()).strip() and not any(body.iter(tag("img"), "{*}svg"))

    @abstractmethod
    def write_publication(self, outline: Entry, chapters: list[Chapter]) -> None:
        """Write the file."""

    def copy_assets(self) -> None:
        """Leave out the static files of a web site."""

    def finish(self) -> None:
        """Leave out the extra pages of a web site."""

    def render_chapter(self, docname: str) -> Chapter:
        """Render one document as an XHTML tree."""
        if docname == INDEX:
            return Chapter(INDEX, self.index_title(), render_index(self.env, self, self.index_title()))
        if docname in self.domain_pages:
            title, content = self.domain_pages[docname].title, self.domain_pages[docname].content
            return Chapter(docname, title, render_domain_index(self.get_target_uri, title, content))
        doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
        self.check_letters(docname, doctree)
        self.current_docname = docname
        self.imgpath = self.image_path(docname)
        self.secnumbers = self.env.toc_secnumbers.get(docname, {})
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        self.post_process_images(doctree)
        doctree.settings = self.docsettings
        visitor = cast("HTML5Translator", self.create_translator(doctree, self))
        replace_formulas(doctree, self.render_formula, lambda node: get_node_equation_number(visitor, node))
        doctree.walkabout(visitor)
        body = parse_fragment("".join(visitor.fragment))
        clean_soup(body)
        return Chapter(docname, show_title(self.env.titles[docname].astext(), docname), body)

    @staticmethod
    def render_formula(tex: str, block: bool) -> str:  # noqa: FBT001 - the one thing a formula can be
        """Render a formula in the way the format knows best."""
        return render_mathml(tex, block)

    def image_path(self, docname: str) -> str:
        """Name the folder of images as a document sees it."""
        return self.show_path(docname, self.imagedir)

    def show_path(self, docname: str, path: str) -> str:
        """Show a path within the output folder as a document sees it."""
        return relative_uri(self.get_target_uri(docname), path)

    def index_title(self) -> str:
        """Give the title of the index in the language of the edition."""
        return translate_sphinx("Index")

    def check_letters(self, docname: str, doctree: nodes.document) -> None:
        """Warn about letters that no font of the language has, at the place where they stand."""
        families = self.edition.language.families
        if not self.config.press_repository:
            # A stranger's book is not held to our letters; one line a document says what is amiss.
            self.warn_of_letters(find_missing_letters(doctree.astext(), families), docname)
            return
        for node in doctree.findall(lambda node: isinstance(node, nodes.Text) or not node.children):
            missing = find_missing_letters(node.astext(), families)
            if not isinstance(node.parent, nodes.raw):
                self.warn_of_letters(missing, node.parent if isinstance(node, nodes.Text) else node)

    @staticmethod
    def warn_of_letters(missing: list[str], place: nodes.Node | str) -> None:
        """Warn about letters, if there are any."""
        if missing:
            shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
            message = "no font of the language has %s"
            logger.warning(message, shown, type="book", subtype=Code.FONT_GLYPH.slug, location=place)


def setup_edition(app: Sphinx) -> None:
    """Register the settings that describe an edition."""
    app.add_post_transform(RefuseRemotePictures)
    app.add_config_value("press_repository", "", "", types=frozenset({str}))
    app.add_config_value("press_font_cache", str(Path(app.doctreedir).parent / "fonts"), "", types=frozenset({str}))
    app.add_config_value("press_frontmatter", ["frontmatter/*"], "", types=frozenset({list}))
    app.add_config_value("press_pdf_variants", ["screen"], "", types=frozenset({list, tuple}))
    app.add_config_value("press_backmatter", ["backmatter/*"], "", types=frozenset({list}))
