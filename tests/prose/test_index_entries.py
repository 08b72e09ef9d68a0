"""The entries of the index."""

import pytest

from build_tools.prose.document import Document
from build_tools.prose.index_entries import (
    check_index_form,
    check_index_references,
    check_index_size,
    check_index_variants,
)
from tests.prose.samples import read, tell, write_up


def index(*lines: str, name: str = "part/chapter") -> Document:
    """Make a document that holds index entries."""
    return read("\n".join(["```{index}", *lines, "```"]), name)


GOOD = index("single: Moon; far side of", "single: rocket", "see: launcher; rocket", "seealso: Moon; rocket")
CHECKS = (check_index_form, check_index_references, check_index_size, check_index_variants)


def test_entries_that_lead_somewhere() -> None:
    """Entries that other documents repeat, and references to entries that exist, pass."""
    manuscript = write_up(GOOD, index("single: Moon", "single: rocket", name="part/other"))

    assert [tell(check(manuscript)) for check in CHECKS] == [[]] * 4


def test_index_that_is_too_short() -> None:
    """Subentries count, entries of several documents count once."""
    manuscript = write_up(index("single: a"), index("single: a", name="part/other"))

    assert tell(check_index_size(manuscript)) == [(0, "the index has 1 different entries; at least 2 are wanted")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Moon", "'Moon' does not begin with single:, pair:, see: or seealso:"),
        ("see: launcher", "'see: launcher' has a wrong number of parts"),
        ("seealso: a; b; c", "'seealso: a; b; c' has a wrong number of parts"),
        ("single: a;", "'single: a; ' has a wrong number of parts"),
        ("single: rocket", "'single: rocket' stands a second time in this document"),
    ],
)
def test_lines_of_a_wrong_form(line: str, found: str) -> None:
    """A line without a kind, with too few or too many parts, or a second time is told."""
    assert tell(check_index_form(write_up(index("single: rocket", line)))) == [(3, found)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see: launcher; stage", "'see: launcher; stage' leads to no entry 'stage'"),
        ("seealso: rocket; Stage", "'seealso: rocket; Stage' leads to no entry 'Stage'"),
        ("see: rocket; Moon", "'rocket' has pages of its own, but is said to be elsewhere"),
        ("seealso: launcher; rocket", "'launcher' has no pages of its own to which others could be added"),
    ],
)
def test_references_that_lead_nowhere(line: str, found: str) -> None:
    """A reference to no entry, or of the wrong kind, is told."""
    assert tell(check_index_references(write_up(index("single: rocket", "single: Moon; far side", line)))) == [
        (4, found)
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("single: Rockets", "'Rockets' stands elsewhere as 'rocket'"),
        ("single: Moon; Far side", "'Moon; Far side' stands elsewhere as 'Moon; far side'"),
    ],
)
def test_entries_that_differ_in_small_things(line: str, found: str) -> None:
    """Entries that differ by a capital letter or the s of a plural would stand beside each other, and are told."""
    manuscript = write_up(index("single: rocket", "single: Moon; far side"), index(line, name="part/other"))

    assert tell(check_index_variants(manuscript)) == [(2, found)]
