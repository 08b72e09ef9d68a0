"""All that goes into the container of an ebook.

In: what the builder has made.
Out: frozen objects, which `metadata` and `package` write down.
"""

from dataclasses import dataclass

from build_tools.writers.edition import Edition


@dataclass(frozen=True)
class Item:
    """One file of the ebook."""

    uid: str
    file: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Publication:
    """An ebook before it is packed.

    :param spine: ids of the items in reading order.
    :param ncx: the table of contents for old readers.
    :param features: what readers with disabilities can count on.
    :param is_described: whether every picture has an alternative text.
    :param page_source: the identifier of the printed book whose pages are marked, or nothing.
    """

    edition: Edition
    items: tuple[Item, ...]
    spine: tuple[str, ...]
    ncx: bytes
    features: tuple[str, ...]
    has_pictures: bool
    is_described: bool
    page_source: str = ""
