"""The contents for readers that do not know EPUB 3: an NCX.

In: an edition and its navigation.
Out: the bytes of the file.

NCX: https://idpf.org/epub/20/spec/OPF_2.0_final_spec.html#Section2.4.1
"""

from collections.abc import Iterable
from itertools import count

from lxml import etree
from lxml.builder import ElementMaker

from build_tools.writers.edition import Edition
from build_tools.writers.epub.navigation import Navigation, Place
from build_tools.writers.fragments import XML

SPACE = "http://www.daisy.org/z3986/2005/ncx/"
E = ElementMaker(namespace=SPACE, nsmap={None: SPACE})


def render_ncx(edition: Edition, navigation: Navigation) -> bytes:
    """Render contents and pages."""
    numbers = count(1)
    points = [_make_point(place, numbers) for place in navigation.contents]
    arabic = [int(page.title) for page in navigation.pages if page.title.isdecimal()]
    facts = {
        "dtb:uid": edition.identifier,
        "dtb:depth": measure_depth(navigation.contents),
        "dtb:totalPageCount": len(navigation.pages),
        "dtb:maxPageNumber": max(arabic, default=0),
    }
    root = E.ncx({"version": "2005-1", f"{{{XML}}}lang": edition.language.code, "dir": edition.language.direction})
    root.append(E.head(*(E.meta(name=name, content=str(value)) for name, value in facts.items())))
    root.append(E.docTitle(E.text(edition.title)))
    root.append(E.navMap(*points))
    if navigation.pages:
        root.append(E.pageList(*(_make_target(page, numbers) for page in navigation.pages)))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def measure_depth(places: Iterable[Place]) -> int:
    """Measure how many levels a list of contents has.

    >>> measure_depth([Place("A", "a", (Place("B", "b"),)), Place("C", "c")])
    2
    """
    return max((1 + measure_depth(place.below) for place in places), default=0)


def _make_point(place: Place, numbers: "count[int]") -> etree._Element:
    point = E.navPoint({"id": f"point-{next(numbers)}"}, *_make_label(place))
    point.extend([_make_point(inner, numbers) for inner in place.below])
    return point


def _make_target(page: Place, numbers: "count[int]") -> etree._Element:
    kind = "normal" if page.title.isdecimal() else "front"
    target = E.pageTarget({"id": f"point-{next(numbers)}", "type": kind}, *_make_label(page))
    if kind == "normal":
        target.set("value", str(int(page.title)))
    return target


def _make_label(place: Place) -> list[etree._Element]:
    return [E.navLabel(E.text(place.title)), E.content(src=place.first_target)]
