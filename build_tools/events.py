"""The events of the book, each with its date: one table behind key dates, the timeline, the firsts and the charts.

In: `book/data/events.csv`, with the columns id, date, side, event, first, and country, which may be missing.
Out: frozen `Event` objects by their id, or a `BuildToolsError` with every problem at once.
How events are shown is not this module's business.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.countries import COUNTRIES
from build_tools.problems import BuildToolsError, Code, Problem

COLUMNS = ["id", "date", "side", "event", "first"]
COUNTRY = "country"
SIDES = ("soviet", "american", "joint", "other")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")


@dataclass(frozen=True)
class Event:
    """Something that happened on a day, in a month or in a year.

    :param date: as in ISO 8601, in UTC, as precise as is known: `1957-10-04`, `1957-10` or `1957`.
    :param first: of what it was the first, or nothing.
    :param line: where it stands in the table.
    :param country: the code (ISO 3166-1) of the one other country that did it, or nothing.
    """

    name: str
    date: str
    side: str
    text: str
    first: str
    line: int
    country: str = ""


def load_events(path: Path, shown: str) -> dict[str, Event]:
    """Load the events, in the order of their dates."""
    problems: list[Problem] = []
    events: dict[str, Event] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if rows.fieldnames not in (COLUMNS, [*COLUMNS, COUNTRY]):
                cure = f"The first line must be: {','.join(COLUMNS)}, and {COUNTRY} may follow"
                found = f"the columns are {rows.fieldnames}"
                raise BuildToolsError([Problem.of(Code.DATA_TABLE, shown, found, line=1, cure=cure)])
            for row in rows:
                event = _make_event(row, rows.line_num)
                found_faults = list(_check_event(event, events, shown))
                problems += found_faults
                if not found_faults:
                    events[event.name] = event
    except (OSError, UnicodeDecodeError) as error:
        raise BuildToolsError([Problem.of(Code.DATA_TABLE, shown, f"the table cannot be read: {error}")]) from None
    if problems:
        raise BuildToolsError(problems)
    return dict(sorted(events.items(), key=lambda item: (item[1].date, item[1].line)))


def _make_event(row: dict[str, str], line: int) -> Event:
    name, date, side, text, first = ((row.get(column) or "").strip() for column in COLUMNS)
    return Event(name, date, side, text, first, line, (row.get(COUNTRY) or "").strip())


def _check_event(event: Event, known: dict[str, Event], shown: str) -> Iterator[Problem]:
    faults = {
        f"the id is {event.name!r}; expected small letters, digits and hyphens": not re.match(
            r"[a-z0-9]+(-[a-z0-9]+)*\Z", event.name
        ),
        f"the id {event.name!r} stands here a second time": event.name in known,
        f"the date is {event.date!r}; expected 1957-10-04, 1957-10 or 1957": not _DATE.match(event.date),
        f"the side is {event.side!r}; expected {', '.join(SIDES)}": event.side not in SIDES,
        f"the event {event.name!r} has no sentence": not event.text,
    }
    for found, wrong in faults.items():
        if wrong:
            yield Problem.of(Code.DATA_TABLE, shown, found, line=event.line)
    yield from _check_country(event, shown)


def _check_country(event: Event, shown: str) -> Iterator[Problem]:
    if event.country and event.country not in COUNTRIES:
        found = f"the country is {event.country!r}; expected {', '.join(sorted(COUNTRIES))}"
        cure = "Another country's code (ISO 3166-1, two capitals) and name belong into build_tools/countries.py first."
        yield Problem.of(Code.DATA_TABLE, shown, found, line=event.line, cure=cure)
    elif event.country and event.side != "other":
        found = f"the side {event.side!r} has the country {event.country!r}"
        cure = "Leave the country empty, or write the side 'other': the two sides' countries are known."
        yield Problem.of(Code.DATA_TABLE, shown, found, line=event.line, cure=cure)
