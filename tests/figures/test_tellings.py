"""The tellings, counted in the ledger."""

import pytest

from build_tools.figures.tables import parse_ledger, parse_table
from build_tools.figures.tellings import render_judgements_by_telling, render_topics_by_telling
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from tests.figures.svg_words import find_text, list_shapes, list_texts, measure

LEDGER = """id\ttopic\tclaim\tcheck\tnote
ko-001\tmoon\tThe "Moon" race.\tok\t
ko-002\tmoon\tA claim, with a comma.\twrong\tA note.
ko-003\tmars\tAnother.\tok\t
vi-001\tmars\tAnother.\topinion\t
fil-001\tmars\tAnother.\timprecise\t
hu-001\tmoon\tAnother.\tunverifiable\t
"""
GROUPS = "Topic,Group\nmoon,The Moon\nmars,Planets\n"


def test_quotation_marks_in_the_ledger() -> None:
    """A quotation mark in the ledger is a plain character, and a comma parts nothing."""
    first, second, *_ = parse_ledger(LEDGER)
    assert (first["claim"], second["claim"]) == ('The "Moon" race.', "A claim, with a comma.")
    assert (first.line, second.line) == (2, 3)


def test_claims_by_judgement() -> None:
    """Each telling's claims are counted by judgement; the length is the part of that telling."""
    svg = render_judgements_by_telling(parse_ledger(LEDGER))
    korean, vietnamese = list_shapes(svg, "rect")[:5], list_shapes(svg, "rect")[5:10]
    assert measure(korean[0], "width") == pytest.approx(2 * measure(korean[2], "width"), abs=0.11)
    assert measure(vietnamese[3], "width") == pytest.approx(3 * measure(korean[2], "width"), abs=0.2)
    assert list_texts(svg).count("0") == 3 + 4 + 4 + 4


def test_claims_by_topic() -> None:
    """Topics are put together in groups, in the order of the table of groups."""
    svg = render_topics_by_telling(parse_ledger(LEDGER), parse_table(GROUPS))
    assert measure(find_text(svg, "The Moon"), "y") < measure(find_text(svg, "Planets"), "y")
    assert list_texts(svg)[-2:] == ["1", "0"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("hu-001", "xx-001", "ledger:7: 'xx' is none of the tellings"),
        ("opinion", "maybe", "ledger:5: 'maybe' is no judgement"),
    ],
)
def test_wrong_rows_of_the_ledger(old: str, new: str, found: str) -> None:
    """A telling or a judgement that is not known is told with its line."""
    with pytest.raises(BuildToolsError, match=found):
        render_judgements_by_telling(parse_ledger(LEDGER.replace(old, new)))


def test_topic_without_a_group() -> None:
    """A new topic of the ledger has to be put into a group."""
    with pytest.raises(BuildToolsError, match="ledger:4: topic 'venus' is in no group"):
        render_topics_by_telling(
            parse_ledger(LEDGER.replace("mars\tAnother.\tok", "venus\tAnother.\tok")), parse_table(GROUPS)
        )


def test_bars_of_the_book_stay_in_their_columns() -> None:
    """In the book no group and no judgement makes up more of a telling than the scale has room for."""
    data = Repository().book / "data"
    claims = parse_ledger((data / "claims.tsv").read_text(encoding="utf-8"))
    topics = parse_table((data / "topics-by-telling.csv").read_text(encoding="utf-8"))
    for svg in (render_judgements_by_telling(claims), render_topics_by_telling(claims, topics)):
        assert max(measure(shape, "width") for shape in list_shapes(svg, "rect")) <= 66
