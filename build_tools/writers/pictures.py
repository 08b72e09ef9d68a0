"""Pictures of a document: each is a file of the output folder, or its description takes its place.

In: trees whose pictures are named as a web page would name them.
Out: the same trees, with pictures that are there; nothing is fetched.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from sphinx.util import logging

from build_tools.problems import Code
from build_tools.writers.fragments import replace_element, tag
from build_tools.writers.soup import is_address

logger = logging.getLogger(__name__)
_SHOWN = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})


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
        if target.is_file():
            return path
        for prefix, folder in roots:
            origin = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and origin.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(origin, target)
                return path
    return ""


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
