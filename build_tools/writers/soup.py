"""Raw HTML of strangers: what runs, asks or loads is taken out of it, and what it says stays.

In: the XHTML tree of a document.
Out: the same tree with elements of a book only; a film becomes a link to it, a form its words.
Which elements may stand in which is the ebook's business.
"""

import re
from urllib.parse import urlsplit

from lxml import etree

from build_tools.writers.fragments import (
    is_xhtml,
    iter_with_class,
    remove_element,
    replace_element,
    tag,
    unwrap_element,
    words,
)

SCHEMES = words("http https mailto ftp irc ircs tel")
_REMOVED = words("script style link meta base title template input select textarea datalist area track source param")
_UNWRAPPED = words(
    "html head body form fieldset button label legend output noscript picture map canvas slot progress meter"
)
_LINKED = words("iframe embed video audio object applet")
_RENAMED = {
    **dict.fromkeys(words("center details summary dialog marquee dir search optgroup option"), "div"),
    "tt": "code",
    "big": "span",
    "font": "span",
    "strike": "del",
    "acronym": "abbr",
}
_KNOWN = words(
    "a abbr address article aside b bdi bdo blockquote body br caption cite code col colgroup data dd del dfn div dl dt"
    " em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p pre q rp"
    " rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr"
)
_HOST = re.compile(r"[\w.~%:\[\]-]+\Z")
_HARMFUL_STYLE = re.compile(r"url\s*\(|image\s*\(|expression|@|[\\{}]", re.IGNORECASE)


def clean_soup(body: etree._Element) -> None:
    """Take out of a tree what has no place in a book, and keep its words."""
    for node in list(body.iter(etree.Comment, etree.ProcessingInstruction, etree.Entity)):
        remove_element(node)
    for link in list(iter_with_class(body, "viewcode-link")):
        parent = link.getparent()
        remove_element(link if parent is None or parent.tag != tag("a") else parent)
    for element in list(body.iterdescendants("*")):
        _clean_attributes(element)
        if is_xhtml(element):
            _clean_element(element, etree.QName(element).localname.lower())
        elif etree.QName(element).localname in {"script", "foreignObject"}:
            remove_element(element)


def _clean_element(element: etree._Element, name: str) -> None:
    if name in _REMOVED:
        remove_element(element)
    elif name in _LINKED:
        _show_link(element)
    elif name in _UNWRAPPED:
        unwrap_element(element)
    elif name in _RENAMED:
        element.tag = tag(_RENAMED[name])
    else:
        element.tag = tag(name if name in _KNOWN else "span")


def _show_link(element: etree._Element) -> None:
    source = next((element.get(name) for name in ("src", "data") if element.get(name)), "")
    inner = next((child.get("src") for child in element.iter(tag("source")) if child.get("src")), "")
    address = source or inner or ""
    kind = element.get("type", "")
    if element.tag == tag("object") and (kind.startswith("image/") or address.endswith((".svg", ".png"))):
        picture = etree.Element(tag("img"), {"src": address, "alt": " ".join("".join(element.itertext()).split())})
        replace_element(element, picture)
    elif is_address(address):
        link = etree.Element(tag("a"), {"href": address})
        link.text = element.get("title") or address
        replace_element(element, link)
    else:
        unwrap_element(element)


def _clean_attributes(element: etree._Element) -> None:
    for name in list(element.attrib):
        value = element.get(name, "")
        if name.lower().startswith("on") or name in {"usemap", "ismap", "srcset", "sizes", "background"}:
            del element.attrib[name]
        elif name == "style" and _HARMFUL_STYLE.search(value):
            element.set(name, clean_style(value))
    if not element.get("style", "x").strip():
        del element.attrib["style"]


def clean_style(style: str) -> str:
    """Take the declarations that load something, or are none, out of a style attribute.

    >>> clean_style("color: red; background: url(https://example.org/x.png); width: 2em")
    'color: red; width: 2em'
    """
    parts = (part.strip() for part in style.split(";"))
    return "; ".join(part for part in parts if part and not _HARMFUL_STYLE.search(part))


def is_address(href: str) -> bool:
    """Tell whether a link leads out of the book to an address that can be one.

    >>> [is_address(href) for href in ("https://example.org/x", "http://[", "javascript:x()", "http://a b/")]
    [True, False, False, False]
    """
    try:
        parts = urlsplit(href.strip())
        _port = parts.port  # raises ValueError where it is no number
    except ValueError:
        return False
    if parts.scheme.lower() not in SCHEMES:
        return False
    return bool(_HOST.match(parts.netloc.rpartition("@")[2])) if parts.scheme.startswith("http") else bool(parts.path)
