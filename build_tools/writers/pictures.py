"""Pictures of a document: each is a file of the output folder, or its description takes its place.

In: trees whose pictures are named as a web page would name them.
Out: the same trees, with pictures that are there; nothing is fetched.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from docutils import nodes
from lxml import etree
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from build_tools.problems import Code
from build_tools.writers.fragments import replace_element, tag
from build_tools.writers.soup import is_address

logger = logging.getLogger(__name__)
_SHOWN = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})


class RefuseRemotePictures(SphinxPostTransform):
    """Leave pictures of other hosts out of our own book, before Sphinx fetches them; other projects may have them."""

    default_priority = 90  # before Sphinx's own, at 100

    def run(self, **kwargs: Any) -> None:
        """Put its description in the place of each such picture."""
        if not self.config.press_repository:
            return
        for picture in list(self.document.findall(nodes.image)):
            if "://" in picture["uri"] or picture["uri"].startswith("//"):
                message, code = "the picture %r is on another host", Code.PICTURE.slug
                logger.warning(message, picture["uri"], type="book", subtype=code, location=picture)
                picture.replace_self(nodes.Text(picture.get("alt", "")))


def place_pictures(body: etree._Element, docname: str, outdir: Path, roots: Iterable[tuple[str, Path]]) -> None:
    """Give each picture of a document its path within the output folder; copy there what a site would have.

    :param roots: folders a site is made of, each with the path it has in the site.
    """
    for picture in list(body.iter(tag("img"))):
        source = picture.get("src") or ""
        if source.startswith("data:image/"):
            continue
        path = find_picture(source, docname, outdir, list(roots))
        if path:
            picture.set("src", path)
        else:
            logger.warning("no picture %r", source, type="book", subtype=Code.PICTURE.slug, location=docname)
            replace_element(picture, describe_picture(picture, source))


def find_picture(source: str, docname: str, outdir: Path, roots: list[tuple[str, Path]]) -> str:
    """Find a picture, copy it into the output folder if it is not there, and give its path in it; else nothing."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    for path in dict.fromkeys([*iter_paths(unquote(parts.path), docname)]):
        if Path(path).suffix.lower() not in _SHOWN:
            continue
        target = outdir / path
        if stands_in(target, outdir):
            return path
        for prefix, folder in roots:
            origin = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and stands_in(origin, folder):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(origin, target)
                return path
    return ""


def stands_in(path: Path, folder: Path) -> bool:
    """Tell whether a file stands in a folder, also after all links have been followed."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def iter_paths(path: str, docname: str) -> Iterator[str]:
    """Give what a path can mean: as seen from the document, or from the root of the site."""
    for start in (docname.split("/")[:-1], []):
        steps = list(start)
        for step in path.split("/"):
            if step == "..":
                del steps[-1:]
            elif step not in {"", "."}:
                steps.append(step)
        yield "/".join(steps)


def describe_picture(picture: etree._Element, source: str) -> etree._Element:
    """Give what stands in the place of a picture that is not there."""
    text = (picture.get("alt") or "").strip() or source
    if is_address(source):
        link = etree.Element(tag("a"), {"href": source})
        link.text = text
        return link
    span = etree.Element(tag("span"), {"class": "missing-picture"})
    span.text = f"[{text}]" if text else ""
    return span
