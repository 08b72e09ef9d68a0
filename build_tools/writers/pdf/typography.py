"""Typography that WeasyPrint cannot do by style alone.

In: text and XHTML trees.  Out: the same, ready for the printed page.
For the PDF only: these characters never go into the site or the ebook.
"""

import re

from lxml import etree

WORD_JOINER = "\u2060"
# Within a Korean word, and between a figure or Latin letter and the syllable written onto it, no line may break.
_INNER = re.compile(r"(?<=[가-힣])(?=[가-힣0-9A-Za-z(])|(?<=[0-9A-Za-z%)\]’”』」])(?=[가-힣])")


def join_words(text: str) -> str:
    """Join the syllables of each Korean word so that lines break at spaces only.

    >>> join_words("1957년 우주").split(WORD_JOINER)
    ['1957', '년 우', '주']
    """
    return _INNER.sub(WORD_JOINER, text)


def join_all_words(root: etree._Element) -> None:
    """Join the syllables of Korean words in a whole tree."""
    for element in root.iter("*"):
        if element.text:
            element.text = join_words(element.text)
        if element.tail:
            element.tail = join_words(element.tail)
