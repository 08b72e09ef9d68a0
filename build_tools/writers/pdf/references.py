"""References to other chapters: in print they tell the page.

In: the assembled document.  Out: the same, with an element behind each such link that names the place.
A link to the glossary or to the sources tells no page: these stand where a reader looks for them anyway.
Nor does one within a chapter, whose figures stand near what speaks of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from build_tools.writers.fragments import tag, words
from build_tools.writers.pdf.page_numbers import name_places
from build_tools.writers.pdf.typography import WORD_JOINER

_SILENT = words("sigla page-note toctree-wrapper index")
# A title in quotes, which the number of its page follows.
_OPENING, _CLOSING = re.compile('[‘“„«「『"]\\Z'), re.compile('[’”“»」』"]')
_HEADINGS = frozenset(map(tag, words("h1 h2 h3 h4 h5 h6")))


@dataclass(frozen=True)
class Wording:
    """How a reference tells its page in the language of the edition.

    :param apart: behind words of the text, such as "(p. {page})".
    :param within: where the link stands in brackets already, such as "p. {page}".
    :param space: what stands before a bracket: nothing in Korean.
    """

    apart: str
    within: str
    space: str = " "


def mark_references(root: etree._Element, wording: Wording) -> None:
    """Put an element for the page behind each link to another chapter."""
    owners = {
        identifier: chapter
        for chapter in root.iterchildren("*")
        for element in chapter.iter("*")
        if (identifier := element.get("id"))
    }
    for chapter in root.iterchildren(tag("article")):
        for link in list(chapter.iter(tag("a"))):
            target = link.get("href", "")[1:]
            if "internal" in words(link.get("class") or "") and tells_page(link):
                owner = owners.get(target)
                if owner is not None and owner is not chapter:
                    _mark(link, target, wording)


def tells_page(link: etree._Element) -> bool:
    """Tell whether a link is one of the text's, and not one of a heading, a term or a mark in the margin."""
    inner = [name for child in link.iter("*") for name in (child.get("class") or "").split()]
    if "std-term" in inner or not "".join(link.itertext()).strip():
        return False
    around = list(link.iterancestors("*"))
    names = {name for element in around for name in (element.get("class") or "").split()}
    return not names & _SILENT and not any(element.tag in _HEADINGS for element in around)


def _mark(link: etree._Element, target: str, wording: Wording) -> None:
    reference = etree.Element(tag("span"), {"class": "page-reference"})
    within = is_within_brackets(link)
    before, behind = bind_page(wording.within if within else wording.apart)
    lead = ", " if within else wording.space or WORD_JOINER
    name_places(reference, [target], lead + before, behind)
    closing = find_closing_quote(link)
    reference.tail, link.tail = (link.tail or "")[len(closing) :], closing or None
    if not wording.space and reference.tail and reference.tail[0].isalnum():
        reference.tail = WORD_JOINER + reference.tail
    link.addnext(reference)


def find_closing_quote(link: etree._Element) -> str:
    """Find the quotation mark that closes behind a link what another opens right before it."""
    previous, parent = link.getprevious(), link.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    closing = _CLOSING.match(link.tail or "")
    return closing[0] if closing and _OPENING.search(before or "") else ""


def bind_page(pattern: str) -> tuple[str, str]:
    r"""Give what stands before and behind the number of a page; no line breaks between them.

    >>> bind_page("({page}. o.)")
    ('(', '.\xa0o.)')
    """
    before, _, behind = pattern.replace(" ", "\u00a0").partition("{page}")
    return before, WORD_JOINER + behind if behind[:1].isalnum() else behind


def is_within_brackets(link: etree._Element) -> bool:
    """Tell whether a bracket is open before a link."""
    text = "".join(_texts_before(link))
    return text.count("(") > text.count(")")


def _texts_before(link: etree._Element) -> Iterator[str]:
    block = next((parent for parent in link.iterancestors(*map(tag, words("p li dd td th")))), None)
    if block is None:
        return
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if element is link:
            return
        yield (element.text if event == "start" else element.tail) or ""
