"""The numbered figures and tables of a book, for the lists in its first pages and in an ebook's navigation.

In: chapters, before a writer changes them.
Out: `Illustration` objects in reading order, figures before tables.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from build_tools.writers.base import Chapter
from build_tools.writers.fragments import iter_with_class, tag

# Where a caption may be cut: behind a sentence, or where it goes on to explain itself.
_STOP = re.compile(r"(?<=[\w)’”»])[.!?…:;]['’”\"»)]*(?=\s)")
# What looks like the end of a sentence and is none: an initial, or an abbreviation of one letter.
# A syllable of Korean may be a word.
_INITIAL = re.compile(r"(?:\A|[\s.])(?![가-힣])[^\W\d_]\Z")


@dataclass(frozen=True)
class Illustration:
    """A figure or a table.

    :param kind: "figure" or "table".
    :param number: as it is printed, with its word, such as "Fig. 7".
    :param title: the first sentence of its caption, without a full stop.
    :param anchor: its id in its document.
    """

    kind: str
    number: str
    title: str
    docname: str
    anchor: str


def list_illustrations(chapters: Iterable[Chapter]) -> list[Illustration]:
    """List the numbered figures, then the numbered tables."""
    found = [illustration for chapter in chapters for illustration in _read_chapter(chapter)]
    return sorted(found, key=lambda illustration: illustration.kind != "figure")


def _read_chapter(chapter: Chapter) -> Iterator[Illustration]:
    for element in chapter.body.iter(tag("figure"), tag("table")):
        kind = "figure" if element.tag == tag("figure") else "table"
        number = next(iter_with_class(element, "caption-number"), None)
        text = next(iter_with_class(element, "caption-text"), None)
        anchor = element.get("id") or _find_anchor(element)
        if number is not None and text is not None and anchor:
            title = shorten_caption(_read_words(text))
            yield Illustration(kind, _read_words(number), title, chapter.docname, anchor)


def _find_anchor(element: etree._Element) -> str:
    """Find the id of what a caption stands in, where Sphinx has put it around or within."""
    parent = element.getparent()
    around = parent.get("id") if parent is not None and parent.tag == tag("div") else None
    return around or next((inner.get("id", "") for inner in element.iter("*") if inner.get("id")), "")


def _read_words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def shorten_caption(text: str) -> str:
    """Give the first sentence of a caption, as far as a colon, without a full stop.

    >>> shorten_caption("Six early satellites, from Sputnik 1 to 3. Explorer 1 is given with its motor.")
    'Six early satellites, from Sputnik 1 to 3'
    >>> shorten_caption("해마다의 ‘최초’. 점 하나"), shorten_caption("Ki mit épített (válogatás). Az OKB orosz")
    ('해마다의 ‘최초’', 'Ki mit épített (válogatás)')
    >>> shorten_caption("로켓 네 기. V-2와 셋")
    '로켓 네 기'
    >>> shorten_caption("1957. október 4. után: a pálya"), shorten_caption("Who flew?")
    ('1957. október 4. után', 'Who flew?')
    """
    cut = text
    for found in _STOP.finditer(text):
        before, behind = text[: found.start()], text[found.end() :].lstrip()
        if found[0][0] in ":;" or not (behind[:1].islower() or _INITIAL.search(before)):
            cut = text[: found.end()]
            break
    return re.sub(r"(?<![.…])[.:;]\Z", "", cut)
