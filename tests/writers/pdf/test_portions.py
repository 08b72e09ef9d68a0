"""How a long part is divided."""

from lxml import etree

from build_tools.writers.fragments import tag
from build_tools.writers.pdf.document import make_main
from build_tools.writers.pdf.portions import count_notes, divide_part
from build_tools.writers.pdf.structure import CONTINUED


def make_part(*sizes: int) -> etree._Element:
    """Make a part of chapters with so many elements each; the first of each is a note."""
    part = make_main()
    for number, size in enumerate(sizes):
        chapter = etree.SubElement(part, tag("article"), {"id": f"chapter-{number}"})
        for place in range(size - 1):
            etree.SubElement(chapter, tag("span"), {} if place else {"class": "page-note here"})
    return part


def test_short_part_is_one_portion() -> None:
    """A part that is not long stays as it is, and is not copied."""
    part = make_part(3, 3)
    assert list(divide_part(part, 6)) == [part]


def test_portions_are_whole_chapters() -> None:
    """A portion ends with the chapter that makes it large enough; together they have all chapters in their order."""
    portions = list(divide_part(make_part(4, 4, 9, 2), 8))
    names = [[chapter.get("id") for chapter in portion] for portion in portions]

    assert names == [["chapter-0", "chapter-1"], ["chapter-2"], ["chapter-3"]]
    assert [CONTINUED in portion.attrib for portion in portions] == [False, True, True]
    assert [count_notes(portion) for portion in portions] == [2, 1, 1]


def test_part_is_left_as_it_is() -> None:
    """The part can be divided again for the next variant."""
    part = make_part(4, 4)
    before = etree.tostring(part)
    assert len(list(divide_part(part, 1))) == 2
    assert etree.tostring(part) == before
