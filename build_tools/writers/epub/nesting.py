"""Which elements may stand in which: XHTML of authors and extensions is brought into the order that EPUB asks for.

In: the XHTML tree of a document.
Out: the same tree and the same words; only elements change their names or get one around them.
"""

from collections.abc import Iterable

from lxml import etree

from build_tools.writers.fragments import remove_element, tag, tags

_PHRASES = tags("p span em strong b i u s small cite code kbd samp var sub sup q abbr dfn mark time bdi bdo data")
_RIGID = tags("h1 h2 h3 h4 h5 h6 pre")
_TRANSPARENT = frozenset(map(tag, ("a", "ins", "del")))
_BLOCKS = tags(
    "address article aside blockquote caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup"
    " hr li main menu nav ol p pre section table tbody td tfoot th thead tr ul"
)
_LISTS = frozenset(map(tag, ("ul", "ol", "menu")))
_GROUPS = frozenset(map(tag, ("thead", "tbody", "tfoot")))
_CELLS = frozenset(map(tag, ("td", "th")))
# What each of these must stand in.
_HOMES = {
    tag("li"): _LISTS,
    tag("dt"): {tag("dl"), tag("div")},
    tag("dd"): {tag("dl"), tag("div")},
    tag("td"): {tag("tr")},
    tag("th"): {tag("tr")},
    tag("tr"): _GROUPS | {tag("table")},
    tag("thead"): {tag("table")},
    tag("tbody"): {tag("table")},
    tag("tfoot"): {tag("table")},
    tag("caption"): {tag("table")},
    tag("figcaption"): {tag("figure")},
    tag("rt"): {tag("ruby")},
    tag("rp"): {tag("ruby")},
}


def repair_nesting(body: etree._Element) -> None:
    """Bring a tree into order, from the innermost elements outwards."""
    for element in [element for element in body.iterdescendants("*") if is_homeless(element)]:
        element.tag = tag("div")
    repairs = dict.fromkeys(_RIGID, _flatten) | dict.fromkeys(_PHRASES, _loosen)
    repairs |= dict.fromkeys(_LISTS, _repair_list) | {tag("dl"): _repair_definitions, tag("dt"): _repair_term}
    repairs |= {tag("table"): _repair_table, tag("figure"): _repair_figure}
    for element in reversed(list(body.iterdescendants("*"))):
        repair = repairs.get(str(element.tag))
        if repair:
            repair(element)


def is_homeless(element: etree._Element) -> bool:
    """Tell whether an element stands outside of what it belongs into."""
    parent = element.getparent()
    homes = _HOMES.get(str(element.tag))
    return homes is not None and (parent is None or parent.tag not in homes)


def holds_block(element: etree._Element) -> bool:
    """Tell whether a block stands in an element, or in a link in it."""
    return any(
        child.tag in _BLOCKS or (child.tag in _TRANSPARENT and holds_block(child))
        for child in element.iterchildren("*")
    )


def _loosen(element: etree._Element) -> None:
    if holds_block(element):
        element.tag = tag("div")


def _repair_term(element: etree._Element) -> None:
    for heading in list(element.iter(*tags("h1 h2 h3 h4 h5 h6 section"))):
        heading.tag = tag("div")


def _flatten(element: etree._Element) -> None:
    for inner in element.iterdescendants("*"):
        if inner.tag in _BLOCKS or inner.tag in _LISTS:
            inner.tag = tag("span")


def _wrap(element: etree._Element, name: str) -> etree._Element:
    parent = element.getparent()
    wrapper = etree.Element(tag(name))
    if parent is not None:
        parent.replace(element, wrapper)
    wrapper.tail, element.tail = element.tail, None
    wrapper.append(element)
    return wrapper


def _wrap_texts(element: etree._Element, name: str) -> None:
    """Put text that stands bare between the children of an element into children of its own."""
    for child in reversed(list(element)):
        if (child.tail or "").strip():
            wrapper = etree.Element(tag(name))
            wrapper.text, child.tail = child.tail, None
            child.addnext(wrapper)
    if (element.text or "").strip():
        wrapper = etree.Element(tag(name))
        wrapper.text, element.text = element.text, None
        element.insert(0, wrapper)


def _repair_list(element: etree._Element) -> None:
    _wrap_texts(element, "li")
    for child in list(element.iterchildren("*")):
        if child.tag != tag("li"):
            _wrap(child, "li")


def _repair_definitions(element: etree._Element) -> None:
    _wrap_texts(element, "dd")
    pair = {tag("dt"), tag("dd")}
    if any(child.tag == tag("div") and _is_group(child) for child in element):
        for child in list(element.iterchildren(tag("div"))):
            element[element.index(child) : element.index(child) + 1] = list(child) if _is_group(child) else [child]
    for child in [child for child in element.iterchildren("*") if child.tag not in pair]:
        _wrap(child, "dd")
    children = list(element.iterchildren("*"))
    if children and children[0].tag == tag("dd"):
        element.insert(0, etree.Element(tag("dt")))
    if children and children[-1].tag == tag("dt"):
        element.append(etree.Element(tag("dd")))


def _is_group(element: etree._Element) -> bool:
    children = list(element.iterchildren("*"))
    return bool(children) and all(child.tag in {tag("dt"), tag("dd")} for child in children)


def _repair_table(element: etree._Element) -> None:
    _wrap_texts(element, "div")
    for group in list(element.iterchildren(*_GROUPS)):
        _fill_rows(group)
    kept = {tag("caption"), tag("colgroup"), tag("tr")} | _GROUPS
    for child in [child for child in element.iterchildren("*") if child.tag not in kept]:
        tail, child.tail = child.tail, None
        element.addprevious(child)  # where a browser puts it
        child.tail = tail
    _fill_rows(element, only_rows=True)
    _sort_table(element)


def _fill_rows(group: etree._Element, *, only_rows: bool = False) -> None:
    if not only_rows:
        _wrap_texts(group, "td")
        for child in [child for child in group.iterchildren("*") if child.tag != tag("tr")]:
            _wrap(child if child.tag in _CELLS else _wrap(child, "td"), "tr")
    for row in list(group.iterchildren(tag("tr"))):
        _wrap_texts(row, "td")
        for child in [child for child in row.iterchildren("*") if child.tag not in _CELLS]:
            _wrap(child, "td")
        if not len(row):
            remove_element(row)


def _sort_table(element: etree._Element) -> None:
    """Put the parts of a table into the only order there is, with loose rows in a group and one head, one foot."""
    rows = list(element.iterchildren(tag("tr")))
    if rows:
        group = etree.Element(tag("tbody"))
        rows[0].addprevious(group)
        group.extend(rows)
    for name in ("thead", "tfoot", "caption"):
        for more in list(element.iterchildren(tag(name)))[1:]:
            more.tag = tag("tbody") if name != "caption" else tag("div")
            if name == "caption":
                element.addprevious(more)
    order = [tag(name) for name in ("caption", "colgroup", "thead", "tbody", "tfoot")]
    children = list(element.iterchildren("*"))
    ordered = sorted(children, key=lambda child: order.index(str(child.tag)))
    if children != ordered:
        element[:] = ordered


def _repair_figure(element: etree._Element) -> None:
    captions = list(element.iterchildren(tag("figcaption")))
    for more in captions[1:]:
        more.tag = tag("div")
    if captions and element[0] is not captions[0] and element[-1] is not captions[0]:
        element.append(captions[0])


def drop_empty(body: etree._Element, names: Iterable[str]) -> None:
    """Take away containers that hold nothing, the inner ones first."""
    for element in reversed(list(body.iterdescendants(*map(tag, names)))):
        if not len(element) and not (element.text or "").strip():
            remove_element(element)
