"""Web addresses for those who cannot click: each stands behind its link, for the variants that are printed.

In: an XHTML tree.  Out: the same, with an element behind each link whose words do not tell its address.
Whether it is shown is the style's business.
"""

import re
from collections.abc import Collection

from lxml import etree

from build_tools.writers.fragments import tag

ZERO_WIDTH_SPACE = "\u200b"
_BREAKS = re.compile(r"(?<=[/?&#=_.-])(?=[^/?&#=_.-])")


def add_addresses(root: etree._Element, printed: Collection[str] = ()) -> None:
    """Put the address behind each link to the web; lines may break within it, behind its signs.

    :param printed: addresses that the first pages print.
    """
    for link in list(root.iter(tag("a"))):
        address = link.get("href", "")
        if not address.startswith(("https://", "http://")) or address in printed:
            continue
        if shorten(address) in shorten("".join(link.itertext())):
            continue
        note = etree.Element(tag("span"), {"class": "address"})
        note.tail, link.tail = link.tail, None
        note.text = f" [{_BREAKS.sub(ZERO_WIDTH_SPACE, shorten(address))}]"
        link.addnext(note)


def shorten(address: str) -> str:
    """Shorten an address to what a reader has to type.

    >>> shorten("https://example.org/moon/")
    'example.org/moon'
    """
    return re.sub(r"\Ahttps?://", "", address.strip()).removesuffix("/")
