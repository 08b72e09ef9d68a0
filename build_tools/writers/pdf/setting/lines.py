"""Lines: all of one height, none wider than its block, and hyphens that do not pile up.

Faces of different scripts have different heights; WeasyPrint makes a line higher that mixes them.
Two hyphens may stand above each other, three may not, and the last word of a page is not divided.
A word that is wider than its block is divided wherever the line ends, also behind a note or a link, where WeasyPrint
lets it pass the edge of the page; no line ends so that has a space, or another place, where it can end.
CSS says `hyphenate-limit-lines` and `hyphenate-limit-last`; WeasyPrint knows neither.
A word that has a hyphen of its own is divided there and nowhere else.
"""

import re
from typing import Any

from build_tools.writers.pdf.setting.desk import Desk, find_desk

MOST_HYPHENS = 2
# The last line of a paragraph has at least so many letters.
SHORTEST_END = 6
# A word with a hyphen of its own, before and behind the place where it is divided.
_COMPOUND_BEFORE, _COMPOUND_BEHIND = re.compile(r"\w-\w+\Z"), re.compile(r"\w+-\w")
_DUST = 0.5
# A line that a picture or large letters make higher than this share stays as it is.
_HIGHEST = 1.35


def set_lines(original: Any) -> Any:
    """Set the next line of a block."""

    def get_next_linebox(
        context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any, block: Any, *boxes: Any
    ) -> Any:
        from weasyprint.layout.block import remove_placeholders

        def draw() -> Any:
            return original(context, linebox, position_y, bottom_space, skip_stack, block, *boxes)

        def draw_again(line: Any) -> Any:
            remove_placeholders(context, line.children, *boxes[:2])
            return draw()

        desk = find_desk(context)
        before = desk.quiet, desk.anywhere
        desk.lineboxes[id(linebox)] = linebox
        name = (id(linebox), repr(skip_stack))
        desk.quiet = desk.runs.get(name, 0) >= MOST_HYPHENS or name in desk.unhyphenated
        desk.anywhere = False if divides_words(linebox.style) else None
        try:
            line, resume_at = draw()
            if line is not None and desk.anywhere is False and line.width > block.width + _DUST:
                desk.anywhere = True
                line, resume_at = draw_again(line)
            if skip_stack is not None and line is not None and ends_in_hyphen(line) and is_scrap(linebox, resume_at):
                desk.quiet = True
                line, resume_at = draw_again(line)
        finally:
            desk.quiet, desk.anywhere = before
        if line is not None:
            level_line(line)
            note_hyphen(desk, name, line, resume_at)
        return line, resume_at

    return get_next_linebox


def divides_words(style: Any) -> bool:
    """Tell whether lines of a style may end within any word that is wider than they are."""
    return style["overflow_wrap"] != "normal" and style["white_space"] not in {"nowrap", "pre"}


def is_scrap(linebox: Any, resume_at: Any) -> bool:
    """Tell whether no more than the end of a divided word is left for the next line."""
    box, place = linebox, resume_at
    while place and getattr(box, "children", None):
        ((index, place),) = place.items()
        if index != len(box.children) - 1:
            return False
        box = box.children[index]
    start = next(iter(place)) if place else 0
    return len(box.text.encode()[start:].decode().strip()) < SHORTEST_END if getattr(box, "text", None) else False


def level_line(line: Any) -> None:
    """Give a line the height of its block's lines, and its letters their place in it."""
    from weasyprint.text.line_break import strut

    height, baseline = strut(line.style)
    if height < line.height <= height * _HIGHEST:
        top = line.position_y
        line.translate(dy=baseline - line.baseline)
        line.position_y, line.height, line.baseline = top, height, baseline


def note_hyphen(desk: Desk, name: tuple[int, str], line: Any, resume_at: Any) -> None:
    """Note whether a line ends in a hyphen that its text has not, and how many do so in a row."""
    line.compositors_name = name
    line.ends_in_hyphen = resume_at is not None and ends_in_hyphen(line)
    if resume_at is not None:
        desk.runs[name[0], repr(resume_at)] = desk.runs.get(name, 0) + 1 if line.ends_in_hyphen else 0


def ends_in_hyphen(line: Any) -> bool:
    """Tell whether the last word of a line is divided."""
    box = line
    while getattr(box, "children", None):
        flowing = [child for child in box.children if child.is_in_normal_flow()]
        if not flowing:
            return False
        box = flowing[-1]
    return bool(getattr(box, "text", "")) and box.text.endswith(box.style["hyphenate_character"])


def split_lines(original: Any) -> Any:
    """Split a text at the end of a line: whole words only where that is asked for, and the last space hanging.

    WeasyPrint 70 takes a text that fits but for the space at its end, before a link, say, for one of which not even
    the first word fits, and breaks the line behind that word.
    Where a line began within an element, it also takes each text in that element for the start of the line, and divides
    its first word though that has room on the next.
    """

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,  # noqa: FBT001, FBT002 - as WeasyPrint has it
        minimum: bool = False,  # noqa: FBT001, FBT002
    ) -> Any:
        anywhere = None if context is None else find_desk(context).anywhere
        is_line_start = is_line_start if anywhere is None else anywhere
        rest = (justification_spacing, is_line_start, minimum)
        if context is not None and find_desk(context).quiet and style["hyphens"] == "auto":
            style = quieten(style)
        result = original(text, style, context, max_width, *rest)
        if style["hyphens"] == "auto" and divides_compound(text, result[0].text, result[2], style):
            style = quieten(style)
            result = original(text, style, context, max_width, *rest)
        broken = result[2] is not None and max_width is not None
        if broken and text.endswith(" ") and style["white_space"] == "normal" and "\n" not in text:
            bare = original(text.rstrip(" "), style, context, max_width, *rest)
            if bare[2] is None and bare[3] <= max_width:
                return original(text, style, context, None, *rest)
        return result

    return split_first_line


def quieten(style: Any) -> Any:
    """Give a style in which no word is divided but where its text says so."""
    style = style.copy()
    style["hyphens"] = "manual"
    return style


def divides_compound(text: str, line: str, resume_at: int | None, style: Any) -> bool:
    """Tell whether a line ends within a word that has a hyphen of its own, elsewhere than there.

    :param line: the text of the line as it is set; `resume_at` counts the bytes of the text that it takes.
    """
    if resume_at is None or not line.endswith(style["hyphenate_character"]):
        return False
    before, behind = text.encode()[:resume_at].decode(), text.encode()[resume_at:].decode()
    return bool(_COMPOUND_BEFORE.search(before) or (before[-1:].isalpha() and _COMPOUND_BEHIND.match(behind)))
