"""What the compositor notes while a document is set, and how a page is taken back.

In: WeasyPrint's layout context.  Out: notes that live as long as the context, and snapshots of it.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any

# The name that the style gives to the pages of plates.
PLATE_PAGE = "plate"


@dataclass(frozen=True)
class Spare:
    """By how much the pages of a chapter differ: lines that each has more, and lines less above the title."""

    lines: int = 0
    rise: int = 0


@dataclass(frozen=True)
class Plate:
    """A figure with a page of its own.

    :param boxes: from the root of the document down to the figure.
    :param behind: the block that ends before it, if one does.
    """

    boxes: tuple[Any, ...]
    behind: Any = None


@dataclass
class Desk:
    """Notes on one document.

    :param step: the distance of two lines of the running text, in CSS pixels.
    :param spare: by how much the pages now being set differ from others.
    :param spares: the same by chapter.
    :param lineboxes: what lines are named by, kept so that nothing else takes the name.
    :param runs: how many hyphens stand above each other before a line; a line is named by its block and its start.
    :param unhyphenated: lines that may not end in a hyphen.
    :param quiet: whether the line that is being set may not end in a hyphen.
    :param anywhere: whether the line that is being set may end within any word, since it has no better place; nothing
        where WeasyPrint decides that.
    :param room: the width that the table has whose columns are being measured.
    :param moves: what takes each figure that was moved back to its place.
    :param plates: by the page, from 0, that each has.
    """

    step: float = 0.0
    spare: Spare = field(default_factory=Spare)
    spares: dict[int, Spare] = field(default_factory=dict)
    lineboxes: dict[int, Any] = field(default_factory=dict)
    runs: dict[tuple[int, str], int] = field(default_factory=dict)
    unhyphenated: set[tuple[int, str]] = field(default_factory=set)
    quiet: bool = False
    anywhere: bool | None = None
    room: float = inf
    moves: list[Callable[[], None]] = field(default_factory=list)
    plates: dict[int, Plate] = field(default_factory=dict)

    def take_back(self, kept: int) -> None:
        """Take figures back to their places, but for those that were moved first."""
        while len(self.moves) > kept:
            self.moves.pop()()


def find_desk(context: Any) -> Desk:
    """Find the notes on the document that is being set, or begin them."""
    desk: Desk = context.__dict__.setdefault("desk", Desk())
    return desk


@dataclass(frozen=True)
class Snapshot:
    """What WeasyPrint knows before it sets a page."""

    context: Any
    values: dict[str, Any]
    running: dict[str, dict[int, list[Any]]]

    @classmethod
    def take(cls, context: Any) -> "Snapshot":
        """Take note of what a page will change."""
        names = ("footnotes", "current_page_footnotes", "reported_footnotes", "rendered_notes", "broken_out_of_flow")
        values = {name: copy.copy(getattr(context, name)) for name in names}
        running = {
            name: {page: list(boxes) for page, boxes in pages.items()}
            for name, pages in context.running_elements.items()
        }
        return cls(context, values, running)

    def restore(self) -> None:
        """Forget the pages that were set since."""
        for name, value in self.values.items():
            setattr(self.context, name, copy.copy(value))
        for name, pages in self.context.running_elements.items():
            pages.clear()
            pages.update({page: list(boxes) for page, boxes in self.running.get(name, {}).items()})


def fresh_state() -> dict[str, Any]:
    """Give what a page tells of itself before it is made."""
    return {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}


def start_afresh(remake_state: dict[str, Any]) -> None:
    """Forget what a page has told of itself."""
    remake_state.update(fresh_state())
