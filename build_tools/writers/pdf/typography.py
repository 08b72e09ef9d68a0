"""Typography that WeasyPrint cannot do by style alone.

In: text and XHTML trees.  Out: the same, ready for the printed page.
For the PDF only: these characters never go into the site or the ebook.
"""

import re
from collections.abc import Callable

from lxml import etree

from build_tools.config import Language
from build_tools.writers.fragments import tag
from build_tools.writers.pdf.spaces import bind_spaces

WORD_JOINER = "\u2060"
_PICTURE_TITLE = "{http://www.w3.org/2000/svg}title"
_INLINE = frozenset(map(tag, ("a", "em", "strong", "span", "cite", "code", "small", "sup", "i", "b")))
# Within a Korean word, and between a figure or Latin letter and the syllable written onto it, no line may break.
_INNER = re.compile(r"(?<=[가-힣])(?=[가-힣0-9A-Za-z(])|(?<=[0-9A-Za-z%)\]’”』」》])(?=[가-힣])")
# Dashes and hyphens beside figures: ranges of years, names such as R-7, suffixes written onto figures.
_FIGURES = re.compile(r"(?<=\w)([–~-])(?=\d)|(?<=\d)([–~-])(?=\w)")


def join_figures(text: str) -> str:
    """Keep figures on one line with what a dash or hyphen ties them to.

    >>> join_figures("1957–65, R-7").count(WORD_JOINER)
    4
    """
    return _FIGURES.sub(lambda found: f"{WORD_JOINER}{found[0]}{WORD_JOINER}", text)


def join_words(text: str) -> str:
    """Join the syllables of each Korean word so that lines break at spaces only.

    >>> join_words("1957년 우주").split(WORD_JOINER)
    ['1957', '년 우', '주']
    """
    return _INNER.sub(WORD_JOINER, text)


def join_all(root: etree._Element, join: Callable[[str], str]) -> None:
    """Join what belongs together in all texts of a tree, also across the borders of inline elements."""
    for element in root.iter("*"):
        if element.tag == _PICTURE_TITLE:  # is spoken, not printed
            continue
        before, inside, after = _text_before(element), "".join(element.itertext()), element.tail or ""
        if element.text:
            element.text = join(element.text)
        if element.tail:
            element.tail = join(element.tail)
        if element.tag in _INLINE and inside:
            if after and WORD_JOINER in join(inside[-1] + after[0]):
                element.tail = WORD_JOINER + (element.tail or "")
            if before and element.text and WORD_JOINER in join(before[-1] + inside[0]):
                element.text = WORD_JOINER + element.text


def _text_before(element: etree._Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or ""
    return (parent.text or "") if parent is not None else ""


def choose_joiner(language: Language) -> Callable[[str], str]:
    """Choose what is joined in a language."""

    def join(text: str) -> str:
        bound = bind_spaces(text, language.code)
        return join_figures(join_words(bound) if language.whole_words else bound)

    return join
