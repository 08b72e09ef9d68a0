"""The Sphinx builder `ebook`: `sphinx-build -b ebook`.

In: Sphinx's environment.  Out: one EPUB 3.3 file in the output folder, its cover and its record.
Sphinx's own `epub` builder is not touched.
"""

import mimetypes
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker
from sphinx.util.osutil import relative_uri

from build_tools.fonts import load_subset, locate, render_font_face
from build_tools.paths import THEME
from build_tools.writers.base import Chapter, PublicationBuilder
from build_tools.writers.cover import render_cover
from build_tools.writers.edition import collect_letters
from build_tools.writers.epub.drawings import clean_drawing
from build_tools.writers.epub.navigation import make_ncx_links, render_navigation
from build_tools.writers.epub.package import Item, Publication, write_package
from build_tools.writers.epub.xhtml import (
    TYPE,
    check_target,
    drop_links,
    list_ids,
    list_pictures,
    list_properties,
    prepare_chapter,
    render_page,
    tell_language,
)
from build_tools.writers.fragments import EPUB, XHTML, tag
from build_tools.writers.outline import INDEX, Entry, list_titles, matches
from build_tools.writers.pictures import stands_in
from build_tools.writers.record import Record, WrittenFile, write_record

E = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": EPUB})
STYLE, NAV, COVER, TITLE = "style.css", "nav.xhtml", "cover.xhtml", "titlepage.xhtml"
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
        for chapter in chapters:
            prepare_chapter(chapter, self.tell_matter(chapter.docname))
        files = {chapter.docname: self.get_target_uri(chapter.docname) for chapter in chapters}
        cover = render_cover(self.edition)
        pages = list(self.make_pages(chapters, files))
        navigation = render_navigation(self.edition, outline, files, self.list_landmarks(chapters, files))
        pages.insert(2, self.make_page("nav", NAV, self.edition._("Contents"), navigation, ("nav",)))
        publication = Publication(
            edition=self.edition,
            items=(*pages, *self.list_assets(chapters, cover)),
            spine=tuple(page.uid for page in pages),
            ncx_links=tuple(make_ncx_links(outline.children, files, self.edition.title)),
            features=tuple(self.list_features(chapters)),
            has_pictures=True,
        )
        folder = Path(self.outdir)
        target = folder / f"{self.edition.file_stem}.epub"
        write_package(publication, target)
        (folder / "cover.jpg").write_bytes(cover)
        write_record(folder, Record("epub", (WrittenFile(target.name),), tuple(list_titles(outline))))

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

    def make_pages(self, chapters: list[Chapter], files: dict[str, str]) -> Iterator[Item]:
        """Make the content documents in reading order, without the navigation."""
        yield self.make_page("cover", COVER, self.edition._("Cover"), self.make_cover_body())
        yield self.make_page("titlepage", TITLE, self.edition.title, self.make_title_body())
        ids = {files[chapter.docname]: list_ids(chapter.body) for chapter in chapters}
        for number, chapter in enumerate(chapters, 1):
            file = files[chapter.docname]
            drop_links(chapter.body, lambda href, file=file: check_target(href, file, ids))  # type: ignore[misc]
            yield self.make_page(f"text-{number}", file, chapter.title, chapter.body)

    def make_cover_body(self) -> etree._Element:
        """Make the page that shows the cover."""
        picture = E.img({"src": "cover.jpg", "alt": f"{self.edition._('Cover')}: {self.edition.title}"})
        return E.body({TYPE: "cover", "class": "cover"}, E.section({TYPE: "cover"}, picture))

    def make_title_body(self) -> etree._Element:
        """Make the title page."""
        edition = self.edition
        section = E.section({TYPE: "titlepage", "class": "titlepage"}, E.h1(edition.mark(edition.title), edition.title))
        if edition.subtitle:
            section.append(E.p({"class": "subtitle", **edition.mark(edition.subtitle)}, edition.subtitle))
        for name, text in (("by", ", ".join(edition.authors)), ("publisher", edition.publisher)):
            section.extend([E.p({"class": name}, text)] if text else [])
        for element in section:
            tell_language(element)
        return E.body({TYPE: "frontmatter"}, section)

    def list_landmarks(self, chapters: list[Chapter], files: dict[str, str]) -> dict[str, tuple[str, str]]:
        """List the places that readers offer beside the contents."""
        edition = self.edition
        marks = {
            "cover": (COVER, edition._("Cover")),
            "titlepage": (TITLE, edition.title),
            "toc": (f"{NAV}#toc", edition._("Contents")),
        }
        body = (chapter for chapter in chapters if self.tell_matter(chapter.docname) == "bodymatter")
        first = next(body, chapters[0])
        marks["bodymatter"] = (files[first.docname], edition._("Start of the text"))
        for chapter in chapters:
            section = next(chapter.body.iterchildren(tag("section")), None)
            kind = section.get(TYPE, "") if section is not None else ""
            if kind in {"glossary", "index"}:
                marks.setdefault(kind, (files[chapter.docname], chapter.title))
        return marks

    def list_features(self, chapters: list[Chapter]) -> Iterator[str]:
        """List the accessibility features that the ebook really has."""
        yield from ("alternativeText", "displayTransformability", "readingOrder", "structuralNavigation")
        yield from ("tableOfContents", "unlocked")
        if any("mathml" in list_properties(chapter.body) for chapter in chapters):
            yield "MathML"
        if any(self.tell_matter(chapter.docname) == "index" for chapter in chapters):
            yield "index"

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
        style = Path(THEME, "epub.css").read_text(encoding="utf-8")
        yield Item("style", STYLE, "text/css", ("".join(rule for _item, rule in fonts) + style).encode())

    def list_fonts(self) -> Iterator[tuple[Item, str]]:
        """Cut the fonts that readers lack down to the letters of the edition; give each with its rule."""
        for family in self.edition.language.embedded:
            licence = f"fonts/{family.slug}-licence.txt"
            yield Item(f"{family.slug}-licence", licence, "text/plain", locate(family.licence_source).read_bytes()), ""
            for number, face in enumerate(family.faces, 1):
                file = f"fonts/{family.slug}-{number}.woff2"
                item = Item(
                    f"{family.slug}-{number}",
                    file,
                    "font/woff2",
                    load_subset(face, collect_letters(self.config), Path(self.config.press_font_cache)),
                )
                yield item, render_font_face(family, face, file)
