"""Poster and cards as HTML: labels to be measured first, then the sheets.

In: the events of the book.  Out: HTML documents as text.  Pure: nothing is read but the theme's templates.
"""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from build_tools.countries import translate_countries
from build_tools.events import Event
from build_tools.messages import fill
from build_tools.papers import HOME_PAPERS, PAPERS, Paper
from build_tools.templates import load_template
from build_tools.writers.handouts.cards import lay_cards, mirror
from build_tools.writers.handouts.gathering import Happening, Lists
from build_tools.writers.handouts.poster import AXIS, LEADER, MARGIN, Poster, list_firsts, measure_lane, plan_poster
from build_tools.writers.handouts.sheets import Words

# The sheet of a poster, by the paper of which four make one.
POSTERS = {"a4": "a3", "letter": "tabloid"}


def choose_posters(usual: str) -> list[str]:
    """Choose the papers of which four make a poster: A4 for everybody, Letter where it is the usual one."""
    return sorted({"a4", usual}, key=lambda name: name != usual)


def plan_posters(lists: Lists, papers: Sequence[Paper], heights: Mapping[str, float]) -> list[Poster]:
    """Plan a poster on each of some sheets."""
    return [plan_poster(paper, lists.happenings, heights) for paper in papers]


def render_labels(words: Words, lists: Lists, papers: Sequence[Paper]) -> str:
    """Render all labels and lists of the posters, to be measured."""
    blank = {f"{name}-{paper.name}": 0.0 for paper in papers for name in ("before", "after")}
    labels = {f"label-{first.event.name}-{paper.name}": 0.0 for first in lists.happenings for paper in papers}
    return _render("poster-pieces.html.jinja", words, lists, posters=plan_posters(lists, papers, blank | labels))


def render_walls(words: Words, lists: Lists, posters: Sequence[Poster], address: str) -> str:
    """Render posters and cards.

    :param address: where the book is in the web, as people type it; nothing where it has no address.
    """
    return _render("posters.html.jinja", words, lists, posters=posters, address=address)


def name_side(event: Event, _: Callable[[str], str]) -> str:
    """Name who did it: one of the two sides, both, another country, or nothing where it was nobody's alone."""
    sides = {"soviet": _("Soviet Union"), "american": _("United States"), "joint": _("Both together")}
    return sides.get(event.side) or translate_countries(_).get(event.country, "")


def render_credit(words: Words, happening: Happening) -> Markup:
    """Render of what an event was the first, and who did it, in the brackets of the language."""
    who = name_side(happening.event, words.say)
    if not who:
        return happening.first
    _ = words.edition._  # without joiners, which would divide the names of the fields
    side = Markup('<span class="side">{}</span>').format(who)
    filled = fill(escape(_("{first} ({side})")), first=happening.first, side=side)
    return Markup(filled)  # noqa: S704 - the pattern is escaped, what is filled in is ours


def _render(template: str, words: Words, lists: Lists, **values: object) -> str:
    pages = lay_cards(list_firsts(lists.happenings))
    return load_template(template).render(
        edition=words.edition,
        _=words.say,
        text=words.join,
        lists=lists,
        name_side=lambda happening: name_side(happening.event, words.say),
        credit=lambda happening: render_credit(words, happening),
        cards=[(page, mirror(page)) for page in pages],
        card_papers=[PAPERS[name] for name in HOME_PAPERS],
        measure_lane=measure_lane,
        margin=MARGIN,
        axis=AXIS,
        leader=LEADER,
        **values,
    )
