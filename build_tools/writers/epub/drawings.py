"""Drawings of strangers: what a drawing program leaves in an SVG file and EPUB does not allow.

In: SVG as bytes, or an SVG element of a document.
Out: the same drawing without scripts, without the program's own notes and with ids that may be ids.
"""

import re

from lxml import etree

from build_tools.writers.fragments import XML, remove_element

SVG_SPACE = "http://www.w3.org/2000/svg"
LINK_SPACE = "http://www.w3.org/1999/xlink"
_SPACES = frozenset({SVG_SPACE, LINK_SPACE, XML, None})
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
# What is not drawn, or would run.
_SILENT = frozenset({"script", "foreignObject", "metadata"})
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z")


def clean_drawing(content: bytes) -> bytes:
    """Clean an SVG file; one that cannot be read stays as it is, and EPUBCheck will tell."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return content
    clean_svg(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def clean_svg(root: etree._Element) -> None:
    """Clean the tree of a drawing."""
    for node in list(root.iterdescendants()):
        drawn = isinstance(node.tag, str) and etree.QName(node).namespace == SVG_SPACE
        if not drawn or etree.QName(node).localname in _SILENT:
            remove_element(node)
    for element in root.iter("*"):
        for name in list(element.attrib):
            foreign = etree.QName(name).namespace not in _SPACES
            if foreign or name.lower().startswith("on") or name.startswith("data-"):
                del element.attrib[name]
    _rename_ids(root)
    etree.cleanup_namespaces(root)


def _rename_ids(root: etree._Element) -> None:
    names: dict[str, str] = {}
    for element in root.iter("*"):
        old = element.get("id")
        if old is None:
            continue
        if old in names:
            del element.attrib["id"]
            continue
        names[old] = old if _NAME.match(old) else f"id-{len(names)}-{re.sub(r'[^A-Za-z0-9_.-]', '-', old)}"
        element.set("id", names[old])
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            if name in {"href", f"{{{LINK_SPACE}}}href"} and value.startswith("#"):
                element.set(name, "#" + names.get(value[1:], value[1:]))
            elif "url(" in value:
                element.set(name, _REFERENCE.sub(lambda found: f"url(#{names.get(found[1], found[1])})", value))
