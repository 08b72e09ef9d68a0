"""Spaces at which no line breaks."""

import pytest
from lxml import etree

from build_tools.writers.pdf.spaces import BOUND_SPACE, bind_dates, bind_end, bind_last_words, bind_spaces

XHTML = "http://www.w3.org/1999/xhtml"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 4_October 1957"),
        ("en", "Apollo_11 flew 109_kilometres"),
        ("en", "10 and 11 of Albert_II by S._P._Korolev"),
        ("en", "In 1957 it had 1,660_km"),
        ("en", "one_– or two →_three"),
        ("hu", "1957. október_4-én 83,6_kg"),
        ("hu", "35_786_kilométer"),
        ("vi", "ngày_4 tháng_10 năm_1957"),
        ("fil", "noong 4_Oktubre 1957"),
        ("fil", "Noong 2_Setyembre nasa Apollo_11 sila. Mga 300_kilometro"),
        ("en", "Only 12_people, about 40_mice"),
        ("ko", "아폴로_11호 109_킬로미터"),
        ("ko", "1969년 11월_19일에"),
        ("en", "plain words, 7 or so"),
        ("xx", "a language of 1957 that nobody knows"),
    ],
)
def test_bound_spaces(language: str, text: str) -> None:
    """A number stays with its unit, its month and its name; other spaces are left alone."""
    assert bind_spaces(text.replace("_", " "), language).replace(BOUND_SPACE, "_") == text


def test_words_stay_the_same() -> None:
    """Without joiners the text is what it was."""
    text = "On 4 October 1957 Apollo 11 – at 1 660 km/h – rose 109 kilometres."

    assert bind_spaces(text, "en").replace("\u2060", "") == text


def test_end_of_a_title() -> None:
    """The last two words of a title share a line; a single word is left alone."""
    assert bind_end("told in Manila").replace(BOUND_SPACE, "_") == "told in_Manila"
    assert bind_end("Moon") == "Moon"


def parse(html: str) -> etree._Element:
    """Parse a fragment."""
    return etree.fromstring(f'<div xmlns="{XHTML}">{html}</div>')


def read(root: etree._Element) -> str:
    """Read a tree, with an underscore for each bound space."""
    return "|".join("".join(child.itertext()) for child in root).replace(BOUND_SPACE, "_")


def test_short_last_word() -> None:
    """A short last word stays with the one before it, also behind a link; short paragraphs are left alone."""
    long = "A sentence that is longer than a single line of text"
    root = parse(
        f"<p>{long} to go.</p><p>Not to go.</p><p>A <a>link</a> {long} to go.</p>"
        f"<p>{long} finished</p><p>{long} to <a>go</a></p>"
    )
    bind_last_words(root)

    assert read(root) == f"{long} to_go.|Not to go.|A link {long} to_go.|{long} finished|{long} to_go"


def test_date_in_a_table() -> None:
    """A cell that holds a date only is not broken."""
    root = parse("<td>20 July 1969</td><td><p>12 July</p></td><td>On 20 July 1969 they landed</td>")
    bind_dates(root, "en")

    assert read(root) == "20_July_1969|12_July|On 20 July 1969 they landed"


def test_date_in_a_korean_table() -> None:
    """A Korean date is known by its signs, for its months have no names."""
    root = parse("<td>1969년 11월 19일</td><td>1969년 11월</td><td>1969년 11월 19일에 내렸다</td>")
    bind_dates(root, "ko")

    assert read(root) == "1969년_11월_19일|1969년_11월|1969년 11월 19일에 내렸다"


@pytest.mark.parametrize(("columns", "kept"), [(5, True), (6, False)])
def test_date_in_a_wide_table(columns: int, kept: bool) -> None:
    """In a row of six cells dates may be broken, or the table would be wider than the page."""
    root = parse("<td>20 July 1969</td>" * columns)
    bind_dates(root, "en")

    assert (read(root).count("_") == 2 * columns) is kept
