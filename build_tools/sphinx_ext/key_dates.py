"""Dates from the table of events: the key dates of a chapter, the timeline, the table of firsts.

In: `:::{key-dates}` with ids of events, `{timeline}` and `{firsts}`.
Out: definition lists and a table.
An event's sentence is a message of the timeline's PO file, and only looked up elsewhere: it is translated once.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from build_tools.config import Language
from build_tools.dates import render_date
from build_tools.events import Event, load_events
from build_tools.problems import BuildToolsError, Code
from build_tools.sphinx_ext.passages import Passage
from build_tools.sphinx_ext.plain import add_open_node, make_message, make_paragraph
from build_tools.sphinx_ext.press_words import load_language, load_press_words
from build_tools.sphinx_ext.tables import make_table
from build_tools.sphinx_ext.told_in import env_events, note_list, told_in
from build_tools.sphinx_ext.untranslated import make_words

logger = logging.getLogger(__name__)


class moment(nodes.General, nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils names nodes in lower case
    """A date, in words and as machines read it."""


class Dated(SphinxDirective):
    """What the directives have in common: the events, and how the language writes dates."""

    @property
    def table(self) -> Path:
        """Where the table of events is."""
        return Path(self.env.srcdir, self.env.config.events_table)

    def load_events(self) -> dict[str, Event]:
        """Load the events; warn of what is wrong with them."""
        self.env.note_dependency(str(self.table))
        try:
            return load_events(self.table, str(self.table))
        except BuildToolsError as error:
            for problem in error.problems:
                place = f"{problem.place}:{problem.line or 1}"
                logger.warning(problem.found, type="book", subtype=problem.code, location=place)
            return {}

    @cached_property
    def language(self) -> Language:
        """The language of the edition, read once for all dates of a list."""
        return load_language(self.env.config)

    def make_moment(self, event: Event) -> moment:
        """Make the date of an event."""
        return moment("", render_date(event.date, self.language), datetime=event.date)

    def make_list(self, pairs: Iterable[tuple[Event, list[nodes.Node]]], name: str) -> nodes.definition_list:
        """Make a list of dates and of what happened."""
        listing = nodes.definition_list(classes=[name])
        for event, body in pairs:
            term = nodes.term("", "", self.make_moment(event))
            listing += nodes.definition_list_item("", term, nodes.definition("", make_paragraph(*body)))
        return listing

    def make_sentence(self, event: Event) -> nodes.Node:
        """Make the sentence of an event a message of this document."""
        return make_message(event.text, str(self.table), event.line)


class KeyDatesDirective(Dated, Passage):
    """Show events in the order of their dates.

    :::{key-dates}
    sputnik-1
    sputnik-2
    :::
    """

    def run(self) -> list[nodes.Node]:
        """Give the passage; the sentences are looked up in the translation of the timeline."""
        events, words = self.load_events(), load_press_words(self.env, self.env.config.events_document)
        names = [name for line in self.content for name in line.split()]
        for name in names:
            if events and name not in events:
                message = "the table of events has no %r"
                logger.warning(
                    message, name, type="book", subtype=Code.EVENT_UNKNOWN.slug, location=self.get_location()
                )
        env_events(self.env)[self.env.current_document.docname] = names
        press = load_press_words(self.env)
        _ = press.gettext
        node = self.make_passage("key-dates", make_words(self.config, press, _("Key dates")))
        known = [event for name, event in events.items() if name in names]
        pairs = ((event, [make_words(self.config, words, words.gettext(event.text))]) for event in known)
        node += self.make_list(pairs, "dates")
        return [node]


class TimelineDirective(Dated):
    """Show all events, each with the chapters that name it."""

    def run(self) -> list[nodes.Node]:
        """Give the list."""
        note_list(self.env)
        pairs = (
            (event, [self.make_sentence(event), told_in(kind="event", thing=event.name)])
            for event in self.load_events().values()
        )
        return [self.make_list(pairs, "timeline")]


class FirstsDirective(Dated):
    """Show what was the first of its kind, with its date and what happened."""

    def run(self) -> list[nodes.Node]:
        """Give the table; the sentences are looked up in the translation of the timeline."""
        press = load_press_words(self.env)
        _ = press.gettext
        words = load_press_words(self.env, self.env.config.events_document)
        rows = [
            (
                [make_message(event.first, str(self.table), event.line)],
                [self.make_moment(event)],
                [make_words(self.config, words, words.gettext(event.text))],
            )
            for event in self.load_events().values()
            if event.first
        ]
        heads = [[make_words(self.config, press, head)] for head in (_("First"), _("Date"), _("What happened"))]
        return [make_table(heads, rows, classes=("firsts",))]


def visit_moment(self: Any, node: moment) -> None:
    """Open a date."""
    self.body.append(self.starttag(node, "time", "", datetime=node["datetime"]))


def depart_moment(self: Any, node: moment) -> None:
    """Close it."""
    self.body.append("</time>")


def setup_key_dates(app: Sphinx) -> None:
    """Register the node, the directives and their settings."""
    app.add_config_value("events_table", "", "env", types=frozenset({str}))
    app.add_config_value("events_document", "", "env", types=frozenset({str}))
    add_open_node(app, moment, visit_moment, depart_moment)
    app.add_directive("key-dates", KeyDatesDirective)
    app.add_directive("timeline", TimelineDirective)
    app.add_directive("firsts", FirstsDirective)
