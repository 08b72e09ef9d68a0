"""Which attributes an element of an ebook may have.

In: an element as authors and extensions write it.
Out: the same element without what EPUB does not know.
"""

import re

from lxml import etree

from build_tools.writers.fragments import EPUB, XML, tag, words

_EVERYWHERE = words("id class title lang dir role style hidden tabindex")
_NAMESPACED = (f"{{{EPUB}}}", f"{{{XML}}}", "aria-")
_DEPRECATED = frozenset({"doc-biblioentry", "doc-endnote"})
_NUMBER = re.compile(r"-?\d+\Z")
_LENGTH = re.compile(r"\d+(px)?\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_OWN = {
    tag("a"): frozenset({"href", "hreflang", "rel", "type"}),
    tag("img"): frozenset({"src", "alt", "width", "height"}),
    tag("td"): frozenset({"colspan", "rowspan", "headers"}),
    tag("th"): frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    tag("col"): frozenset({"span"}),
    tag("colgroup"): frozenset({"span"}),
    tag("ol"): frozenset({"start", "reversed", "type"}),
    tag("li"): frozenset({"value"}),
    tag("time"): frozenset({"datetime"}),
    tag("del"): frozenset({"datetime"}),
    tag("ins"): frozenset({"datetime"}),
    tag("data"): frozenset({"value"}),
}
_RIGHT = {
    "start": _NUMBER,
    "value": _NUMBER,
    "colspan": re.compile(r"[1-9]\d*\Z"),
    "rowspan": re.compile(r"\d+\Z"),
    "span": re.compile(r"[1-9]\d*\Z"),
    "width": _LENGTH,
    "height": _LENGTH,
    "lang": _LANGUAGE,
    "dir": re.compile(r"(ltr|rtl|auto)\Z"),
    "scope": re.compile(r"(row|col|rowgroup|colgroup)\Z"),
    "tabindex": _NUMBER,
    "type": re.compile(r"[1AaIi]\Z|[\w.+-]+/[\w.+-]+\Z"),
}


def clean_attributes(element: etree._Element) -> None:
    """Take away attributes that an element may not have, or whose values mean nothing."""
    known = _EVERYWHERE | _OWN.get(str(element.tag), frozenset())
    for name in list(element.attrib):
        value = (element.get(name) or "").strip()
        right = _RIGHT.get(name)
        if not (name in known or name.startswith(_NAMESPACED)) or (right and not right.match(value)):
            del element.attrib[name]
    if element.get("style", "").strip().startswith("width") and element.tag == tag("col"):
        del element.attrib["style"]
    if element.get("role", "").strip() in _DEPRECATED:
        del element.attrib["role"]
    for name in ("class", "role"):
        if name in element.attrib and not element.get(name, "").strip():
            del element.attrib[name]
    if element.tag == tag("img"):
        _clean_picture(element)


def _clean_picture(element: etree._Element) -> None:
    element.set("alt", element.get("alt", ""))
    for name in ("width", "height"):
        if name in element.attrib:
            element.set(name, (element.get(name) or "").removesuffix("px"))
