"""A long part of the book in portions that are laid out one after another.

In: a part of the assembled book.  Out: trees of some chapters each, and how many notes are in one.  Pure.
Each chapter begins a page, so the pages are the same; that they are numbered on is the business of `book`.
"""

import copy
from collections.abc import Iterator

from lxml import etree

from build_tools.writers.fragments import iter_with_class
from build_tools.writers.pdf.assembly import NOTE
from build_tools.writers.pdf.document import make_main
from build_tools.writers.pdf.structure import CONTINUED

# So many elements are laid out at once; the text of a book of 25,000 words has fewer.
PORTION = 8_000


def divide_part(part: etree._Element, size: int = PORTION) -> Iterator[etree._Element]:
    """Divide a part into portions that begin with a page of their own, if it is long; else it is the only portion.

    :param size: how many elements a portion has at least, but for the last one.
    """
    portions: list[list[etree._Element]] = [[]]
    weight = 0
    for element in part:
        if weight >= size:
            portions.append([])
            weight = 0
        portions[-1].append(element)
        weight += sum(1 for _ in element.iter("*"))
    if len(portions) == 1:
        yield part
        return
    for elements in portions:
        portion = make_main()
        if elements is not portions[0]:
            portion.set(CONTINUED, "")
        portion.extend(copy.deepcopy(element) for element in elements)
        yield portion


def count_notes(portion: etree._Element) -> int:
    """Count the notes that are numbered in a portion."""
    return sum(1 for _ in iter_with_class(portion, NOTE))
