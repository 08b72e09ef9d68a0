"""Dates, shares and measures."""

import pytest

from build_tools.prose.measures import check_measures
from tests.prose.samples import read, tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On October 4, 1957 it flew.", "'October 4' has the month first"),
        ("On October 4th it flew.", "'October 4th' has the month first"),
        ("On the 4th of October it flew.", "'4th of October' has an ordinal number"),
        ("On 4th October it flew.", "'4th October' has an ordinal number"),
        ("On 1957-10-04 it flew.", "'1957-10-04' is a date for machines"),
        ("It took 20% of it.", "'20%' has a percent sign"),
        ("It took 20 % of it.", "'20 %' has a percent sign"),
        ("It rose 300 feet.", "'300 feet' is no metric measure"),
        ("It went five miles.", "'five miles' is no metric measure"),
        ("A 180-pound ball.", "'180-pound' is no metric measure"),
    ],
)
def test_numbers_of_another_house(text: str, found: str) -> None:
    """Each date, share or measure of another style is told with its line."""
    ((line, told),) = tell(check_measures(read(f"# A\n\n{text}\n")))

    assert (line, told.partition(":")[0]) == (3, found)


@pytest.mark.parametrize(
    "text",
    [
        "On 4 October 1957, and again on the 15th, it flew.",
        "In October 1957 and in May 2020 it flew.",
        "Long March 1 flew.",
        "It took 20 per cent.",
        "It went 58 centimetres and landed on its feet.",
        "‘Go 300 feet’, he said.",
        "It flew far.[^n]\n\n[^n]: In the source it is 300 feet.",
        "| Share |\n| --- |\n| 20% |",
    ],
)
def test_numbers_of_this_house(text: str) -> None:
    """House style, quotations, and measures in notes pass; tables may have percent signs."""
    assert tell(check_measures(read(text))) == []
