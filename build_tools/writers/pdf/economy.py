"""WeasyPrint 70 made cheaper: what is the same is computed and kept once.

In: nothing.  Out: a context in which WeasyPrint takes less time and memory; nothing is changed outside it.
Nothing here may change a page: each economy gives what WeasyPrint's own function gives.

1. Elements that differ in nothing but their ids, pseudo-elements and pages share their computed styles.
   WeasyPrint shares styles of elements only, and of none whose parents differ in their ids.
2. Lengths that are neither percentages nor formulas are read from a style once, not for each box and each attempt.
3. Whether a box is in the flow is asked more often than anything else; the usual answer is given at once.
4. Variable fonts are fixed by HarfBuzz, which is some ten times faster than fontTools.
5. Each drawing keeps all that WeasyPrint knows of its document, only for the words that it hyphenates; when the pages
   are laid out, the rest is dropped.
6. Each box has zeros of its own for margins, borders and paddings that it has not, and remembers what only the layout
   asks for; when the pages are laid out, what is zero is that of all boxes, and the rest is dropped: half of a box.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from build_tools.fonts import fix_font
from build_tools.writers.pdf.elements import resolve

_ANCHOR = "anchor"
_SPACES = tuple(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right", "top", "bottom"))
_LENGTHS = (*_SPACES, "width", "min_width", "max_width", "height", "min_height", "max_height")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_IN_FLOW = ("static", "relative")
# What is needed to draw words when all pages are laid out.
_KEPT = frozenset({"dictionaries", "font_config"})
# What most boxes have alike, none of which counts; `_BORDERS` and `_SPACES` are zeros.
_CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
_COMMON: Mapping[str, Any] = {
    **dict.fromkeys((*_SPACES, *_BORDERS), 0),
    **dict.fromkeys(_CORNERS, (0, 0)),
    **dict.fromkeys(("first_letter_style", "first_line_style", "background", "string_set", "cached_counter_values")),
    **dict.fromkeys(("leading_collapsible_space", "trailing_collapsible_space"), False),
    "remove_decoration_sides": frozenset(),
    "children": (),
}
_LIMITS = ("min_width", "max_width", "min_height", "max_height")
_LAYOUT_ONLY = frozenset({*_LIMITS, "text_indent", "clearance", "index", "resume_at"})


class _Styles:
    """The styles of one document: for each cascade the one that was computed first, and what may stand for which.

    Values of a cascade are known by their identity: they are those of the style sheets.
    """

    def __init__(self) -> None:
        self.first: dict[Any, Any] = {}
        self.twins: dict[int, Any] = {}

    def find_twin(self, style: Any) -> Any:
        """Find the style that others inherit the same from; it differs in nothing but the id of its element."""
        return self.twins.get(id(style), style)


def name_cascade(cascaded: Mapping[str, Any]) -> frozenset[Any]:
    """Name a cascade, but for ids, by its values and their weights; two of one name compute to the same."""
    return frozenset(
        (name, id(value), layer, origin, tuple(specificity))
        for name, (value, (origin, layer, specificity)) in cascaded.items()
        if name != _ANCHOR
    )


def _share_styles(original: Any) -> Any:
    def set_computed_styles(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: Any = None,
        base_url: Any = None,
        target_collector: Any = None,
    ) -> None:
        styles, computed = self.__dict__.setdefault("shared", _Styles()), self.get_computed_styles()
        if parent is None:
            original(self, element, parent, root, pseudo_type, base_url, target_collector)
            return
        cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
        own_parent = computed[parent, None]
        twin_of_parent = styles.find_twin(own_parent)
        has_id = _ANCHOR in cascaded
        key = (id(twin_of_parent), pseudo_type, base_url, has_id, name_cascade(cascaded))
        first = styles.first.get(key)
        if first is not None and not has_id:
            computed[element, pseudo_type] = first
            return
        computed[parent, None] = twin_of_parent
        original(self, element, parent, root, pseudo_type, base_url, target_collector)
        computed[parent, None] = own_parent
        style = computed[element, pseudo_type]
        styles.twins[id(style)] = styles.first.setdefault(key, style)

    return set_computed_styles


def read_plain_lengths(style: Any) -> dict[str, Any]:
    """Read the lengths of a style as boxes have them; nothing where one depends on the box or on those around it."""
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return {}
    lengths: dict[str, Any] = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name in {"min_width", "min_height"} else "auto"
        elif getattr(value, "unit", None) == "px":
            lengths[name] = value.value
        else:
            return {}
    return lengths | {name: style[name] for name in _BORDERS}


def _read_lengths_once(original: Any) -> Any:
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        known = box.style.__dict__
        if "plain_lengths" not in known:
            known["plain_lengths"] = read_plain_lengths(box.style)
        if known["plain_lengths"]:
            box.__dict__.update(known["plain_lengths"])
        else:
            original(box, containing_block)

    return resolve_percentages


def _usual_flow(original: Any) -> Any:
    def is_in_normal_flow(box: Any) -> bool:
        style = box.style
        return (style["float"] == "none" and style["position"] in _IN_FLOW) or original(box)

    return is_in_normal_flow


class _FixedFont:
    """A font that HarfBuzz has fixed, as far as WeasyPrint asks for it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def save(self, file: Any) -> None:
        """Write the font."""
        file.write(self.data)


def fix_variable_font(font: Any, axes: Mapping[str, float], **_options: bool) -> _FixedFont:
    """Fix a variable font on all its axes; numbers of glyphs stay.

    :param font: fontTools' font, read from a file and not changed.
    :param axes: the place on each axis; the others are fixed where the font has its default.
    """
    places = {
        axis.axisTag: min(max(axes.get(axis.axisTag, axis.defaultValue), axis.minValue), axis.maxValue)
        for axis in font["fvar"].axes
    }
    font.reader.file.seek(0)
    return _FixedFont(fix_font(font.reader.file.read(), places))


def thin_box(box: Any) -> None:
    """Take from a laid-out box, and from all in it, what all boxes have alike and what only the layout asks for."""
    box = resolve(box)
    for child in box.children:
        thin_box(child)
    box.__dict__ = {
        name: value
        for name, value in box.__dict__.items()
        if name not in _LAYOUT_ONLY and not (name in _COMMON and (not value or value == _COMMON[name]))
    }


def _forget_layout(original: Any) -> Any:
    def layout_document(html: Any, root_box: Any, context: Any) -> Iterator[Any]:
        pages = list(original(html, root_box, context))
        for page in pages:
            thin_box(page)
        for name in set(context.__dict__) - _KEPT:
            delattr(context, name)
        return iter(pages)

    return layout_document


@contextmanager
def thrifty_weasyprint() -> Iterator[None]:
    """Make WeasyPrint cheaper while the context lasts."""
    import weasyprint.document
    import weasyprint.pdf.fonts
    from weasyprint.css import StyleFor
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import absolute, block, column, float, grid, inline, page, percent  # noqa: A004

    economies = [
        patch.object(StyleFor, "set_computed_styles", _share_styles(StyleFor.set_computed_styles)),
        patch.object(Box, "is_in_normal_flow", _usual_flow(Box.is_in_normal_flow)),
        patch.object(weasyprint.document, "layout_document", _forget_layout(weasyprint.document.layout_document)),
        patch.object(weasyprint.pdf.fonts, "instantiateVariableFont", fix_variable_font),
    ]
    lengths = _read_lengths_once(percent.resolve_percentages)
    users = (absolute, block, column, float, grid, inline, page, percent)
    economies += [patch.object(user, "resolve_percentages", lengths) for user in users]
    economies += [patch.object(Box, name, value, create=True) for name, value in _COMMON.items()]
    with ExitStack() as stack:
        for economy in economies:
            stack.enter_context(economy)
        yield
