"""The index of the printed book: references in the order of the pages.

In: the assembled document.  Out: the same, with the links of each entry in reading order.
The numbers themselves come from the print style, which knows the pages.
"""

from lxml import etree

from build_tools.writers.fragments import iter_with_class, tag


def sort_index_links(root: etree._Element) -> None:
    """Put the links of each index entry into the order of the places they lead to."""
    order = {element.get("id"): position for position, element in enumerate(root.iter("*")) if element.get("id")}
    for entry in iter_with_class(root, "index-entry"):
        links = list(entry.iterchildren(tag("a")))
        targets = [link.get("href", "") for link in links]
        ordered = sorted(targets, key=lambda target: order.get(target[1:], len(order)))
        for link, target in zip(links, ordered, strict=True):
            link.set("href", target)
