"""What a document knows of itself."""

import pytest

from build_tools.prose.document import Document, count_words, split_sentences
from tests.prose.samples import read


@pytest.mark.parametrize(
    ("name", "expected"),
    [("the-moon/apollo", True), ("frontmatter/about", False), ("backmatter/glossary", False), ("index", False)],
)
def test_chapters_stand_between_the_front_and_the_back(name: str, expected: bool) -> None:
    """A document is a chapter if its folder is neither the front nor the back, and if it has one."""
    assert Document("", name).is_chapter is expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three!", 3),
        ("Dwight D. Eisenhower spoke.", 1),
        ("It weighed 83.6 kilograms.", 1),
        ("‘It flew.’ Nobody saw it.", 2),
        ("It flew … and fell.", 1),
        ("", 0),
    ],
)
def test_sentences_end_at_stops_that_end_them(text: str, count: int) -> None:
    """A stop within a number or after an initial ends no sentence."""
    assert len(split_sentences(text)) == count


def test_dashes_are_no_words() -> None:
    """A dash between spaces is no word, and what a hyphen or a comma joins is one."""
    assert count_words("A two-stage rocket – in 1961–63 – had 1,327 parts.") == 8


def test_running_text_leaves_out_what_stands_beside_it() -> None:
    """Notes are running text; headings, captions, questions and answers are not."""
    document = read("# Head\n\nText.[^n]\n\n:::{questions}\nrecall: Who?\nanswer: Nobody.\n:::\n\n[^n]: Note.\n")

    assert [line.text for line in document.running] == ["Text.", "Note."]
