"""The shape of a chapter."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from build_tools.problems import Problem
from build_tools.prose import chapters
from build_tools.prose.chapters import CHAPTER_CHECKS
from build_tools.prose.manuscript import Manuscript
from tests.prose.samples import CHAPTER, EVENTS, read, tell, write_up

Check = Callable[[Manuscript], Iterator[Problem]]


def check_all(text: str, name: str = "part/chapter") -> list[tuple[int, str]]:
    """Tell everything that is wrong with the shape of a document."""
    manuscript = write_up(read(text, name), events=EVENTS)
    return [told for check in CHAPTER_CHECKS for told in tell(check(manuscript))]


def test_chapter_that_is_in_shape() -> None:
    """A chapter with all its parts passes."""
    assert check_all(CHAPTER) == []


def test_front_and_back_have_no_fixed_shape() -> None:
    """A document at the back needs none of the parts; but the events are then told by nobody."""
    assert check_all("# Lists", "backmatter/lists") == [(2, "no chapter names 'sputnik-1'")]


def test_first_that_no_chapter_names() -> None:
    """A first stands in the table of firsts, also where no chapter has it among its key dates."""
    first = replace(EVENTS["sputnik-1"], first="First satellite")
    manuscript = write_up(read("# Lists", "backmatter/lists"), events={"sputnik-1": first})

    assert [found for check in CHAPTER_CHECKS for found in check(manuscript)] == []


def test_chapter_that_lacks_everything() -> None:
    """Each part that is missing is told."""
    assert [found for _, found in check_all("# A\n\nText.")] == [
        "the chapter has 1 words of text; 10 to 60 are wanted",
        "the chapter has 0 of {summary}; 1 is wanted",
        "the chapter has 0 of {key-dates}; 1 is wanted",
        "the chapter has 0 of {questions}; 1 is wanted",
        "the chapter has no drawing",
        "no chapter names 'sputnik-1'",
    ]


@pytest.mark.parametrize(
    ("before", "after", "line", "found"),
    [
        ("It was the *first*.", "It was the *first*. Two more.", 4, "the summary has 3 sentences; 2 are wanted"),
        (
            "    sputnik-1\n",
            "    sputnik-1 sputnik-2\n    sputnik-1\n",
            8,
            "the list of key dates has 3 events; 1 to 2 are wanted",
        ),
        ("    sputnik-1\n", "    sputnik-1\n    sputnik-2\n", 10, "the table of events has no 'sputnik-2'"),
        ("argue:", "recall:", 30, "no question begins with 'argue:'"),
        (
            "    explain: Why did it fly?\n    answer: It was light.\n",
            "",
            30,
            "the list of questions has 3 questions; 4 are wanted",
        ),
        ("    answer: It was light.\n", "", 33, "the question has no answer"),
        ("    recall: Who", "    answer: Nobody.\n    recall: Who", 31, "the answer does not stand behind a question"),
        ("It was light.", "It was light. " * 4, 34, "the answer to 'explain:' has 4 sentences; 1 to 3 are wanted"),
        ("It was light.", "very " * 91, 34, "the answer has 91 words; 1 to 90 are wanted"),
        ("See [the list]", "word " * 60 + "[the list]", 1, "the chapter has 83 words of text; 10 to 60 are wanted"),
    ],
)
def test_parts_that_are_not_as_they_should_be(before: str, after: str, line: int, found: str) -> None:
    """A part that is too long, too short or of another form is told with its line."""
    assert before in CHAPTER
    assert (line, found) in check_all(CHAPTER.replace(before, after))


def test_second_summary() -> None:
    """A second summary is told where it stands."""
    text = CHAPTER + "\n    :::{summary}\n    Once more.\n    :::\n"

    assert (43, "the chapter has 2 of {summary}; 1 is wanted") in check_all(text)


def test_events_are_not_known_when_their_table_cannot_be_read() -> None:
    """Without a table of events no event is called unknown, since the table itself is told."""
    assert tell(chapters.check_key_dates(write_up(read(CHAPTER)))) == []
