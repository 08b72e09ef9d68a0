"""Key dates, timeline and firsts: one table of events, told once and translated once."""

from collections.abc import Callable

import polib
import pytest
from docutils import nodes

from build_tools.paths import Repository
from build_tools.sphinx_ext.key_dates import moment
from tests.conftest import Reading

Read = Callable[..., Reading]
TIMELINE = "backmatter/timeline"


def list_dates(reading: Reading, document: str, name: str) -> list[tuple[str, str, str]]:
    """List the dates of a definition list: as machines read them, in words, and what happened."""
    (listing,) = (
        node for node in reading.documents[document].findall(nodes.definition_list) if name in node["classes"]
    )
    return [
        (next(item.findall(moment))["datetime"], item[0].astext(), item[1][0][0].astext())
        for item in listing.findall(nodes.definition_list_item)
    ]


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        (
            "en",
            [
                ("1955", "1955", "Two people plan it."),
                ("1957-10-04", "4 October 1957", "A rocket, the first of all, flies."),
            ],
        ),
        (
            "ko",
            [
                ("1955", "1955년", "두 사람이 계획한다."),
                ("1957-10-04", "1957년 10월 4일", "최초의 로켓이 날아오른다."),
            ],
        ),
    ],
)
def test_key_dates_of_a_chapter(readings: dict[str, Reading], language: str, dates: list[tuple[str, str, str]]) -> None:
    """A chapter shows its events in the order of their dates, with the timeline's translation."""
    assert list_dates(readings[language], "part-one/first", "dates") == dates


def test_timeline_has_every_event_and_links_to_its_chapters(readings: dict[str, Reading]) -> None:
    """The timeline has all events; one that a chapter names leads to the chapter, by its translated title."""
    shown = list_dates(readings["ko"], TIMELINE, "timeline")
    links = [link.astext() for link in readings["ko"].documents[TIMELINE].findall(nodes.reference)]

    assert [date for date, _words, _event in shown] == ["1955", "1957-10-04", "1958-02-01"]
    assert links == ["첫째 장", "첫째 장"]


def test_table_of_firsts(readings: dict[str, Reading]) -> None:
    """Only events that were the first of their kind stand among the firsts."""
    (table,) = readings["ko"].documents[TIMELINE].findall(nodes.table)

    rows = [[cell.astext() for cell in row] for row in table.findall(nodes.row)]
    assert rows == [
        ["최초", "날짜", "일어난 일"],
        ["최초의 로켓", "1957년 10월 4일", "최초의 로켓이 날아오른다."],
    ]


def test_event_that_does_not_exist_is_told(tiny: Repository, read: Read) -> None:
    """A chapter that names an unknown event is told so at the line of its block."""
    path = tiny.book / "part-one" / "first.md"
    path.write_text(path.read_text(encoding="utf-8").replace("first-launch\n", "last-launch\n"), encoding="utf-8")

    assert read(tiny).problems == ["book/part-one/first.md:7: the table of events has no 'last-launch' (event-unknown)"]


def test_wrong_cell_of_the_table_is_told_with_its_place(tiny: Repository, read: Read) -> None:
    """What is wrong in the table of events is told with the line of the table."""
    path = tiny.book / "data" / "events.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("1958-02-01", "February"), encoding="utf-8")

    assert read(tiny).problems == [
        "book/data/events.csv:2: the date is 'February'; expected 1957-10-04, 1957-10 or 1957 (data-table)"
    ]


def test_chapter_without_a_translated_timeline_shows_english(tiny: Repository, read: Read) -> None:
    """An event whose sentence is not translated yet, or only perhaps, stands in English."""
    path = tiny.po_folder("ko") / f"{TIMELINE}.po"
    po = polib.pofile(str(path))
    po.find("Two people plan it.").fuzzy = True
    po.save()

    shown = list_dates(read(tiny, "ko"), "part-one/first", "dates")

    assert [event for _date, _words, event in shown] == ["Two people plan it.", "최초의 로켓이 날아오른다."]
