"""Nothing is lost and nothing comes twice, whatever a document holds and however its pages end."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from build_tools.config import Language, load_registry
from build_tools.fonts import locate, render_font_face
from build_tools.paths import THEME, Repository
from build_tools.writers.edition import SOURCE_SERIF
from build_tools.writers.pdf.printer import open_press
from tests.writers.pdf.setting.documents import Document, write_document

pytestmark = pytest.mark.build
FACES = "".join(
    render_font_face(SOURCE_SERIF, face, locate(face.source).as_uri(), ranges=False) for face in SOURCE_SERIF.faces
)
VARIABLES = """:root {
  --text-face: "Source Serif 4"; --code-face: "Source Serif 4"; --line-height: 1.4; --hyphens: auto; --align: justify
}"""
SIZES = ("80mm 90mm", "100mm 75mm", "120mm 140mm")
SHEETS = {"screen": ("print-screen.css",), "large": ("print-paper.css", "print-large.css")}
# What lines and pages add to a text or take from it.
_IGNORED = re.compile(r"[\s\u2010\u2060\u00ad]")


@cache
def read_style(kind: str) -> str:
    """Read the style of a variant."""
    return "".join(Path(THEME, name).read_text(encoding="utf-8") for name in ("print.css", *SHEETS[kind]))


@cache
def english() -> Language:
    """English, as the registry has it."""
    return load_registry(Repository()).languages["en"]


@contextmanager
def laid_out(document: Document, size: str, kind: str) -> Iterator[list[Any]]:
    """Lay a document out as the press does; its boxes can be measured as long as the press is open."""
    page = f"@page {{ size: {size}; margin: 8mm 22mm 10mm 8mm }} @page bare {{ margin: 8mm 22mm 10mm 8mm }}"
    with open_press(FACES + VARIABLES + read_style(kind) + page, Path("/"), english()) as press:
        yield [each._page_box for each in press.lay_out(document.html).pages]


def walk_texts(box: Any, names: frozenset[str], owner: str = "") -> Iterator[tuple[str, Any]]:
    """Give all boxes of text with the id of the passage that they belong to; not what the style adds."""
    if box.element_tag and "::" in box.element_tag:
        return
    name = box.element.get("id", "") if box.element is not None else ""
    owner = name if name in names else owner
    if isinstance(box, boxes.TextBox):
        yield owner, box
    for child in getattr(box, "children", ()):
        yield from walk_texts(child, names, owner)


def plain(text: str) -> str:
    """Give a text without what lines add and take."""
    return _IGNORED.sub("", text)


def find_faults(document: Document, pages: list[Any]) -> list[str]:
    """Find what is lost, comes twice, stands in another order or beyond the edge of its page."""
    found: dict[str, list[str]] = {}
    beyond: dict[str, int] = {}
    names = frozenset(document.texts)
    for number, page in enumerate(pages, 1):
        for owner, box in walk_texts(page, names):
            found.setdefault(owner, []).append(box.text)
            right, bottom = box.position_x + box.width, box.position_y + box.height
            inside = box.position_x >= -1 and box.position_y >= -1
            if owner and not (inside and right <= page.margin_width() + 1 and bottom <= page.margin_height() + 1):
                beyond[owner] = number
    faults = [f"{name} is lost" for name in document.texts if name not in found]
    for name, pieces in found.items():
        if name:
            wanted, text = plain(document.texts[name]), plain("".join(pieces))
            if text != wanted and not (name in document.repeated and text in {wanted * n for n in range(2, 40)}):
                faults.append(f"{name} is {text!r}, not {wanted!r}")
    faults += [f"{name} passes the edge of page {page}" for name, page in beyond.items()]
    return faults + list(find_disorder(document, list(found)))


def find_disorder(document: Document, found: list[str]) -> Iterator[str]:
    """Find passages of one kind that stand in another order than in the source."""
    kinds = dict.fromkeys(document.notes, "note") | document.moving
    for kind in ("", "note", *sorted(set(document.moving.values()))):
        shown = [name for name in found if name and kinds.get(name, "") == kind]
        wanted = [name for name in document.texts if name in set(shown) and kinds.get(name, "") == kind]
        if shown != wanted:
            place = next(at for at, (one, other) in enumerate(zip(shown, wanted, strict=True)) if one != other)
            yield f"{kind or 'text'}: {shown[place : place + 3]} where {wanted[place : place + 3]} are expected"


@pytest.mark.parametrize("seed", range(40))
def test_each_passage_comes_once(seed: int) -> None:
    """Every passage and every note is there once, whole and in its order, within the page."""
    document = write_document(seed)
    with laid_out(document, SIZES[seed % len(SIZES)], "large" if seed % 5 == 0 else "screen") as pages:
        assert find_faults(document, pages) == []
