"""Gathering what handouts are made of out of the whole book.

In: the builder, which renders documents as XHTML trees, and the outline.
Out: the material of each chapter, and the events of the book.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes
from lxml import etree
from markupsafe import Markup

from build_tools.events import Event
from build_tools.writers.fragments import tag
from build_tools.writers.handouts.material import (
    Entry,
    Material,
    Person,
    choose_corrections,
    choose_people,
    choose_terms,
    count_links,
    find_figure,
    find_first,
    join_paragraphs,
    list_entries,
    list_established,
    list_people,
    list_questions,
    list_tellings,
    show_inner,
)
from build_tools.writers.outline import Entry as OutlineEntry
from build_tools.writers.outline import matches
from build_tools.writers.pdf.assembly import DOCUMENT
from build_tools.writers.short_links import name_slug


@dataclass(frozen=True)
class Document:
    """A document of the book: its title, the part it stands in, its XHTML tree and the doctree as it was read."""

    docname: str
    title: str
    part: str
    body: etree._Element
    doctree: nodes.document

    @property
    def letters(self) -> frozenset[str]:
        """The letters that it shows."""
        return frozenset(letter for text in self.body.itertext() for letter in text)


@dataclass(frozen=True)
class Happening:
    """An event in the language of the edition: when it was, what it was, and of what it was the first."""

    event: Event
    day: Markup
    text: Markup
    first: Markup


@dataclass(frozen=True)
class Lists:
    """What stands at the back of the book: words, people, corrections, events."""

    glossary: Mapping[str, Entry]
    people: tuple[Person, ...]
    corrections: etree._Element | None
    happenings: tuple[Happening, ...]
    titles: Mapping[str, str]


def list_chapters(outline: OutlineEntry, unprinted: list[str]) -> Iterator[tuple[str, str]]:
    """List the documents between the front and the back, each with the title of its part."""
    for part in filter(lambda entry: entry.is_part, outline.children):
        for entry in part.walk():
            if entry.docname and not entry.anchor and not matches(entry.docname, unprinted):
                yield entry.docname, part.title


def gather_lists(documents: Sequence[Document], events: Mapping[str, Event]) -> Lists:
    """Gather the lists at the back, wherever they stand."""

    def find(name: str) -> tuple[Document | None, etree._Element | None]:
        found = ((document, find_first(document.body, name)) for document in documents)
        return next((pair for pair in found if pair[1] is not None), (None, None))

    _place, glossary = find("glossary")
    people_place, people = find("people")
    corrections, _listing = find("corrections")
    timeline_place, timeline = find("timeline")
    firsts_place, firsts = find("firsts")
    titles = {"timeline": timeline_place, "firsts": firsts_place}
    return Lists(
        glossary=dict(list_entries(glossary)),
        people=tuple(list_people(people_place.body, people_place.doctree))
        if people_place and people is not None
        else (),
        corrections=corrections.body if corrections else None,
        happenings=tuple(list_happenings(timeline, firsts, events)),
        titles={name: document.title for name, document in titles.items() if document},
    )


def list_happenings(
    timeline: etree._Element | None, firsts: etree._Element | None, events: Mapping[str, Event]
) -> Iterator[Happening]:
    """List the events as the timeline shows them, with the firsts of the table of firsts; all three have one order."""
    rows = firsts.iterfind(f".//{tag('tbody')}/{tag('tr')}") if firsts is not None else iter(())
    shown = (entry for _id, entry in list_entries(timeline))
    for event, entry in zip(events.values(), shown, strict=True):
        cells = list(next(rows).iterchildren(tag("td"), tag("th"))) if event.first else []
        first = show_inner(next(cells[0].iter(tag("p")), cells[0])) if cells else Markup()
        yield Happening(event, entry.name, entry.text, first)


def gather_material(documents: Sequence[Document], lists: Lists, sigla: Mapping[str, str]) -> Iterator[Material]:
    """Gather what each chapter with questions gives.

    :param sigla: the marks of the tellings by their codes, in the order of the book.
    """
    counts = count_links(document.body for document in documents)
    for document in documents:
        if find_first(document.body, "questions") is None:
            continue
        body, doctree = document.body, document.doctree
        dates = find_first(body, "key-dates")
        summary = find_first(body, "summary")
        figure, caption = find_figure(body)
        yield Material(
            docname=document.docname,
            slug=name_slug(document.docname),
            title=document.title,
            part=document.part,
            summary=join_paragraphs(summary.iter(tag("p"))) if summary is not None else Markup(),
            dates=tuple(entry for _id, entry in list_entries(dates)),
            dates_label=show_inner(find_first(body, "key-dates", "passage-label")),
            figure=figure,
            caption=caption,
            questions=tuple(list_questions(body, doctree)),
            questions_label=show_inner(find_first(body, "questions", "passage-label")),
            established=tuple(list_established(body)),
            tellings=list_tellings(body, sigla),
            people=choose_people(lists.people, doctree),
            terms=choose_terms(body, lists.glossary, counts),
            corrections=tuple(choose_corrections(lists.corrections, DOCUMENT + document.docname, sigla)),
        )
