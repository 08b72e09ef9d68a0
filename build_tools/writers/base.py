"""What the pdf and ebook builders share: documents become XHTML trees, one each, in reading order.

In: Sphinx's environment.
Out: `Chapter` objects whose bodies are XHTML trees.
What is made of the trees is the subclasses' business.
"""

import copy
from abc import abstractmethod
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from lxml import etree
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.osutil import relative_uri

from build_tools.fonts import find_missing_letters, require_fonts
from build_tools.problems import Code
from build_tools.writers.edition import Edition, read_edition
from build_tools.writers.fragments import iter_with_class, parse_fragment, remove_element, tag
from build_tools.writers.index import render_index
from build_tools.writers.outline import INDEX, Entry, list_spine, read_outline

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chapter:
    """One document of the book: its name, its title and its body as an XHTML tree."""

    docname: str
    title: str
    body: etree._Element


class PublicationBuilder(StandaloneHTMLBuilder):
    """Build one file out of all documents, in reading order."""

    search = False
    copysource = False
    download_support = False
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
        self.theme = None  # type: ignore[assignment] - no web theme; the highlighter asks for one
        self.init_highlighter()
        self.edition: Edition = read_edition(self.config, Path(self.srcdir))
        require_fonts(self.edition.language.families)

    def get_outdated_docs(self) -> str:  # type: ignore[override]
        """Say that the file is always written."""
        return "all documents"

    def write_documents(self, docnames: Set[str]) -> None:
        """Render every document, then write the publication."""
        outline = read_outline(self.env, self.config.root_doc)
        chapters = [self.render_chapter(docname) for docname in list_spine(outline)]
        self.copy_image_files()
        self.write_publication(outline, [chapter for chapter in chapters if not self.is_bare(chapter)])

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
        doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
        self.check_letters(doctree)
        self.current_docname = docname
        self.imgpath = self.image_path(docname)
        self.secnumbers = self.env.toc_secnumbers.get(docname, {})
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        self.post_process_images(doctree)
        doctree.settings = self.docsettings
        visitor = self.create_translator(doctree, self)
        doctree.walkabout(visitor)
        return Chapter(docname, self.env.titles[docname].astext(), parse_fragment("".join(visitor.fragment)))

    def image_path(self, docname: str) -> str:
        """Name the folder of images as a document sees it."""
        return relative_uri(self.get_target_uri(docname), self.imagedir)

    def index_title(self) -> str:
        """Give the title of the index in the language of the edition."""
        return _("Index")

    def check_letters(self, doctree: nodes.document) -> None:
        """Warn about letters that no font of the language has, at the place where they stand."""
        families = self.edition.language.families
        for node in doctree.findall(lambda node: isinstance(node, nodes.Text) or not node.children):
            missing = find_missing_letters(node.astext(), families)
            if missing and not isinstance(node.parent, nodes.raw):
                shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
                message = "no font of the language has %s"
                place = node.parent if isinstance(node, nodes.Text) else node
                logger.warning(message, shown, type="book", subtype=Code.FONT_GLYPH.slug, location=place)


def setup_edition(app: Sphinx) -> None:
    """Register the settings that describe an edition."""
    app.add_config_value("press_repository", "", "", types=frozenset({str}))
    app.add_config_value("press_font_cache", str(Path(app.doctreedir).parent / "fonts"), "", types=frozenset({str}))
    app.add_config_value("press_frontmatter", ["frontmatter/*"], "", types=frozenset({list}))
    app.add_config_value("press_backmatter", ["backmatter/*"], "", types=frozenset({list}))
