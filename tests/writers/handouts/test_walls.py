"""Poster and cards as HTML."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from markupsafe import Markup, escape

from build_tools.config import Language, load_book
from build_tools.countries import COUNTRIES, translate_countries
from build_tools.events import Event
from build_tools.messages import Messages
from build_tools.papers import PAPERS
from build_tools.paths import Repository
from build_tools.writers.edition import make_edition
from build_tools.writers.handouts.gathering import Happening, Lists
from build_tools.writers.handouts.sheets import Words
from build_tools.writers.handouts.walls import name_side, plan_posters, render_credit, render_walls

TINY_BOOK = Path(__file__).parents[2] / "tiny_book"
KOREAN = {"Japan": "일본", "{first} ({side})": "{first}({side})"}


def make_words(**translations: str) -> Words:
    """Make words of an edition that joins nothing."""
    book, day = load_book(Repository(TINY_BOOK)), datetime(2025, 11, 23, tzinfo=UTC)
    return Words(make_edition(book, Language("en", "English"), Messages(translations), day), str)


def make_happening(date: str, side: str, country: str = "") -> Happening:
    """Make an event that was a first."""
    event = Event("event", date, side, "It happened.", "First <b>", 2, country)
    return Happening(event, escape(f"day of {date}"), escape("It happened."), escape("First <b>"))


@pytest.mark.parametrize(
    ("side", "country", "named"),
    [
        ("soviet", "", "Soviet Union"),
        ("joint", "", "Both together"),
        ("other", "JP", "Japan"),
        ("other", "", ""),
    ],
)
def test_who_did_it(side: str, country: str, named: str) -> None:
    """A side, both, another country, or nobody alone."""
    assert name_side(make_happening("1957", side, country).event, str) == named


def test_every_country_has_a_name_in_every_edition() -> None:
    """No edition lacks a name; in Filipino Germany is called as in the text."""
    for language in ("ko", "vi", "fil", "hu"):
        text = (Repository().locales / language / "LC_MESSAGES" / "press.po").read_text(encoding="utf-8")
        for name in translate_countries(str).values():
            assert f'msgid "{name}"\nmsgstr "' in text
            assert f'msgid "{name}"\nmsgstr ""' not in text
        assert ('"Alemanya"' in text) == (language == "fil")
    assert {"DE", "JP", "IN"} <= COUNTRIES


def test_brackets_stand_as_the_language_has_them() -> None:
    """Korean has no space before them; a strange pattern of a translator stays as it is; words stay words."""
    happening = make_happening("2010", "other", "JP")

    assert render_credit(make_words(), happening) == 'First &lt;b&gt; (<span class="side">Japan</span>)'
    assert render_credit(make_words(**KOREAN), happening) == 'First &lt;b&gt;(<span class="side">일본</span>)'
    assert render_credit(make_words(**{"{first} ({side})": "{first} {0}<i>"}), happening).endswith(" {0}&lt;i&gt;")
    assert render_credit(make_words(), make_happening("2009", "other")) == "First &lt;b&gt;"


def test_date_of_a_meeting_stands_with_its_title() -> None:
    """What both sides did is told in one place, as every other label, so that no tile has a date alone."""
    happening = make_happening("1975-07-17", "joint")
    lists = Lists({}, (), None, (happening,), {"firsts": "Firsts"})
    heights = {"label-event-a3": 10.0, "before-a3": 10.0, "after-a3": 10.0}
    words = make_words()

    page = render_walls(words, lists, plan_posters(lists, [PAPERS["a3"]], heights), "")
    poster = page.partition("</article>")[0]

    assert poster.count("day of 1975-07-17") == 1
    assert Markup('<b>First &lt;b&gt;</b> <span class="day">day of 1975-07-17</span>') in poster
