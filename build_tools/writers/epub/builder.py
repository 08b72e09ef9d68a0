"""The Sphinx builder `ebook`: `sphinx-build -b ebook`.

In: Sphinx's environment.  Out: one EPUB 3.3 file in the output folder, its cover and its record.
Sphinx's own `epub` builder is not touched.
"""

import mimetypes
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.osutil import relative_uri

from build_tools.fonts import load_subset, locate, render_font_face
from build_tools.paths import THEME
from build_tools.problems import Code
from build_tools.writers.base import Chapter, PublicationBuilder
from build_tools.writers.cover import render_cover
from build_tools.writers.edition import collect_letters
from build_tools.writers.epub.drawings import clean_drawing
from build_tools.writers.epub.features import has_pictures, is_described, list_features
from build_tools.writers.epub.manuscript import Manuscript, prepare_manuscript
from build_tools.writers.epub.navigation import render_navigation
from build_tools.writers.epub.ncx import render_ncx
from build_tools.writers.epub.own_pages import make_cover_body, make_imprint_body, make_licence_body, make_title_body
from build_tools.writers.epub.package import write_package
from build_tools.writers.epub.publication import Item, Publication
from build_tools.writers.epub.xhtml import (
    check_target,
    drop_links,
    list_ids,
    list_pictures,
    list_properties,
    render_page,
)
from build_tools.writers.outline import INDEX, Entry, list_titles, matches
from build_tools.writers.page_list import PageList, read_page_list
from build_tools.writers.pdf.document import find_parts, number_chapters
from build_tools.writers.pictures import stands_in
from build_tools.writers.record import Record, WrittenFile, write_record

logger = logging.getLogger(__name__)
STYLE = "style.css"
PAGE_TYPE = "application/xhtml+xml"
_EXTRA_TYPES = {".webp": "image/webp", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


class EbookBuilder(PublicationBuilder):
    """Write the whole book as one EPUB."""

    name = "ebook"
    epilog = "The ebook is in %(outdir)s."
    out_suffix = ".xhtml"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Name a document's file within the ebook."""
        return f"{docname}{self.out_suffix}"

    def write_publication(self, outline: Entry, chapters: list[Chapter]) -> None:
        """Pack the ebook and write its cover and its record."""
        files = {chapter.docname: self.get_target_uri(chapter.docname) for chapter in chapters}
        parts = find_parts(outline, [*self.config.press_frontmatter, *self.config.press_backmatter])
        pages = self.read_pages()
        manuscript = prepare_manuscript(
            self.edition,
            outline,
            chapters,
            files,
            {docname: part for docname, part in parts.items() if docname in files},
            # Another project's chapters have no numbers, or such as Sphinx gives them.
            number_chapters(parts.values()) if self.config.press_repository else {},
            pages,
            self.tell_matter,
        )
        for start in manuscript.lost:
            place = f"{start.docname}: block {start.block}"
            logger.warning(
                "page %s begins nowhere in the text",
                start.label,
                type="book",
                subtype=Code.EPUB_NAVIGATION.slug,
                location=place,
            )
        cover = render_cover(self.edition)
        items = list(self.make_pages(manuscript))
        publication = Publication(
            edition=self.edition,
            items=(*items, *self.list_assets(chapters, cover)),
            spine=tuple(item.uid for item in items),
            ncx=render_ncx(self.edition, manuscript.navigation),
            features=tuple(list_features(chapters, has_pages=bool(manuscript.navigation.pages))),
            has_pictures=has_pictures(chapters),
            is_described=is_described(chapters),
            page_source=pages.source if manuscript.navigation.pages else "",
        )
        folder = Path(self.outdir)
        target = folder / f"{self.edition.file_stem}.epub"
        write_package(publication, target)
        (folder / "cover.jpg").write_bytes(cover)
        write_record(folder, Record("epub", (WrittenFile(target.name),), tuple(list_titles(outline))))

    def read_pages(self) -> PageList:
        """Read where the printed pages begin; an ebook without a printed book has none."""
        path = self.config.press_pages
        return read_page_list(Path(self.confdir, path)) if path else PageList("", ())

    def tell_matter(self, docname: str) -> str:
        """Tell whether a document is front matter, body or back matter."""
        if docname == INDEX:
            return "index"
        if matches(docname, self.config.press_frontmatter):
            return "frontmatter"
        return "backmatter" if matches(docname, self.config.press_backmatter) else "bodymatter"

    def make_page(
        self, uid: str, file: str, title: str, body: etree._Element, properties: tuple[str, ...] = ()
    ) -> Item:
        """Make a content document."""
        content = render_page(self.edition, title, body, relative_uri(file, STYLE))
        return Item(uid, file, PAGE_TYPE, content, (*properties, *list_properties(body)))

    def make_pages(self, manuscript: Manuscript) -> Iterator[Item]:
        """Make the content documents in reading order."""
        edition, own, files = self.edition, manuscript.own, manuscript.files
        navigation = render_navigation(edition, manuscript.navigation)
        yield self.make_page("cover", own.cover, edition._("Cover"), make_cover_body(edition))
        yield self.make_page("titlepage", own.title, edition.title, make_title_body(edition))
        yield self.make_page("imprint", own.imprint, edition._("Imprint"), make_imprint_body(edition))
        yield self.make_page("nav", own.navigation, edition._("Contents"), navigation, ("nav",))
        ids = {files[chapter.docname]: list_ids(chapter.body) for chapter in manuscript.chapters}
        for number, chapter in enumerate(manuscript.chapters, 1):
            opening = manuscript.openings.get(chapter.docname)
            if opening:
                yield self.make_page(f"part-{number}", opening.file, opening.part.title, opening.body)
            file = files[chapter.docname]
            drop_links(chapter.body, lambda href, file=file: check_target(href, file, ids))  # type: ignore[misc]
            yield self.make_page(f"text-{number}", file, chapter.title, chapter.body)
        for family in edition.language.embedded:
            text = locate(family.licence_source).read_text(encoding="utf-8")
            file = f"fonts/{family.slug}-licence.xhtml"
            yield self.make_page(f"{family.slug}-licence", file, family.licence, make_licence_body(family, text))

    def list_assets(self, chapters: list[Chapter], cover: bytes) -> Iterator[Item]:
        """List the cover, the pictures, the fonts and the style sheet."""
        yield Item("cover-image", "cover.jpg", "image/jpeg", cover, ("cover-image",))
        for number, name in enumerate(list_pictures(chapters), 1):
            path = Path(self.outdir, name)
            if not stands_in(path, Path(self.outdir)):
                continue  # the document's picture is missing, and the verifier tells
            kind = _EXTRA_TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
            content = path.read_bytes()
            yield Item(f"image-{number}", name, kind, clean_drawing(content) if path.suffix == ".svg" else content)
        fonts = list(self.list_fonts())
        yield from (item for item, _rule in fonts)
        style = "".join(rule for _item, rule in fonts) + Path(THEME, "epub.css").read_text(encoding="utf-8")
        if fonts:
            stack = ", ".join(f'"{family.name}"' for family in self.edition.language.embedded)
            style += f"body {{ font-family: {stack}, serif; }}\n"
        yield Item("style", STYLE, "text/css", style.encode())

    def list_fonts(self) -> Iterator[tuple[Item, str]]:
        """Cut the fonts that readers lack down to the letters of the edition; give each with its rule."""
        for family in self.edition.language.embedded:
            for number, face in enumerate(family.faces, 1):
                file = f"fonts/{family.slug}-{number}.woff2"
                item = Item(
                    f"{family.slug}-{number}",
                    file,
                    "font/woff2",
                    load_subset(face, collect_letters(self.config), Path(self.config.press_font_cache)),
                )
                yield item, render_font_face(family, face, file)


def setup_ebook(app: Sphinx) -> None:
    """Register the builder and its setting."""
    app.add_builder(EbookBuilder)
    app.add_config_value("press_pages", "", "", types=frozenset({str}))
