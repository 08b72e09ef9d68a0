"""XHTML trees: parsing what Sphinx renders, and the small repairs that every format needs.

In: HTML fragments as Sphinx's translator writes them, raw HTML of strangers included.
Out: lxml trees in the XHTML namespace with unique ids and without empty attributes.
What a format adds to its trees is the writers' business.
"""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
EPUB = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
_WRAPPER = f'<body xmlns="{XHTML}">{{}}</body>'
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME = re.compile(r"[A-Za-z_][-\w.]*\Z")


def tag(name: str) -> str:
    """Give the name of an XHTML element as lxml writes it."""
    return f"{{{XHTML}}}{name}"


def words(text: str) -> frozenset[str]:
    """Give the words of a text, such as a list of names."""
    return frozenset(text.split())


def tags(names: str) -> frozenset[str]:
    """Give the names of XHTML elements as lxml writes them."""
    return frozenset(map(tag, names.split()))


def is_xhtml(element: etree._Element) -> bool:
    """Tell whether an element is one of XHTML, not of a drawing or a formula."""
    return str(element.tag).startswith(f"{{{XHTML}}}")


def parse_fragment(html: str) -> etree._Element:
    """Parse a fragment into a `body` element; as XML where it is well formed, else as a browser would."""
    text = _CONTROL.sub("", html)
    if not _ENTITY.search(text):
        try:
            return etree.fromstring(_WRAPPER.format(text), etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError:
            pass
    return _parse_like_browser(text)


def _is_name(name: str) -> bool:
    return bool(_NAME.match(name.rpartition("}")[2])) and not name.startswith("{http://www.w3.org/2000/xmlns/}")


def _parse_like_browser(text: str) -> etree._Element:
    import tinyhtml5

    document = tinyhtml5.parse(f"<!doctype html><body>{text}</body>", namespace_html_elements=True)
    source = document.find(tag("body"))
    if source is None:
        raise ValueError("a parsed document without body")
    body = etree.Element(tag("body"), nsmap={None: XHTML})
    pairs = [(source, body)]
    for old, new in pairs:  # grows as it goes
        new.text = _CONTROL.sub("", old.text or "")
        for child in old:
            copied = _copy_element(child, new)
            if copied is not None:
                pairs.append((child, copied))
    return body


def _copy_element(source: Any, parent: etree._Element) -> etree._Element | None:
    """Copy an element without its content; of a comment only the text behind it is kept."""
    tail = _CONTROL.sub("", source.tail or "")
    if not isinstance(source.tag, str):
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        return None
    name = source.tag if _is_name(source.tag) else tag("span")
    # Readers look for drawings and formulas under names without prefix.
    copied = etree.SubElement(parent, name, nsmap={None: etree.QName(name).namespace or XHTML})
    for key, value in source.attrib.items():
        if _is_name(str(key)):
            copied.set(key, _CONTROL.sub("", value))
    copied.tail = tail
    return copied


def make_ids_unique(body: etree._Element) -> None:
    """Take away ids that stand a second time in a tree; a section, to which contents lead, or the first keeps it."""
    owners = {element.get("id"): element for element in [*reversed(list(body.iter("*"))), *_iter_sections(body)]}
    for element in body.iter("*"):
        identifier = element.get("id")
        if identifier is None:
            continue
        if owners[identifier] is not element or not identifier or re.search(r"\s", identifier):
            del element.attrib["id"]


def _iter_sections(body: etree._Element) -> Iterator[etree._Element]:
    yield from (section for section in reversed(list(body.iter(tag("section")))) if section.get("id"))


def rewrite_links(body: etree._Element, rewrite: Callable[[str], str]) -> None:
    """Rewrite each `href` of a link."""
    for link in body.iter(tag("a")):
        if "href" in link.attrib:
            link.set("href", rewrite(link.get("href", "")))


def iter_with_class(body: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the elements that have a class."""
    for element in body.iter("*"):
        if name in (element.get("class") or "").split():
            yield element


def replace_element(old: etree._Element, new: etree._Element) -> None:
    """Put an element into another's place, with the text behind it."""
    parent = old.getparent()
    if parent is not None:
        new.tail = old.tail
        parent.replace(old, new)


def remove_element(element: etree._Element) -> None:
    """Take an element away, but keep the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if element.tail:
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def unwrap_element(element: etree._Element) -> None:
    """Put an element's content into its place."""
    parent = element.getparent()
    if parent is None:
        return
    position = parent.index(element)
    if element.text:
        if position:
            parent[position - 1].tail = (parent[position - 1].tail or "") + element.text
        else:
            parent.text = (parent.text or "") + element.text
    for child in list(element):
        parent.insert(position, child)
        position += 1
    if element.tail:
        if position:
            parent[position - 1].tail = (parent[position - 1].tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def render_html(element: etree._Element) -> str:
    """Render a tree as HTML."""
    plain = copy.deepcopy(element)
    for child in plain.iter("*"):
        if is_xhtml(child):
            child.tag = etree.QName(child).localname
    etree.cleanup_namespaces(plain)
    return etree.tostring(plain, encoding="unicode", method="html", with_tail=False)
