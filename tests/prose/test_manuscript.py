"""What is loaded of a book."""

from build_tools.paths import Repository
from build_tools.prose.manuscript import SetAside, load_manuscript
from tests.prose.samples import SMALL


def test_everything_is_loaded(small: Repository) -> None:
    """Documents, tables, drawings, events, claims and lists are loaded with paths as people type them."""
    manuscript = load_manuscript(small, SMALL)

    assert [document.path for document in manuscript.documents] == [
        "book/backmatter/lists.md",
        "book/index.md",
        "book/part/first.md",
    ]
    assert [text.name for text in manuscript.texts] == ["data/events.csv", "data/dots.csv", "figures/dots.svg"]
    assert manuscript.files == {"data/events.csv", "data/dots.csv", "figures/dots.svg"}
    assert list(manuscript.events) == ["sputnik-1"]
    assert manuscript.ledger == ("ko-001", "hu-001", "hu-002")
    assert manuscript.set_aside == (SetAside("hu-002", "It says the same as hu-001.", 2),)
    assert manuscript.spelling == ("# Names",)
    assert manuscript.problems == ()


def test_lists_that_do_not_exist_are_empty(small: Repository) -> None:
    """A book without words of its own, and without claims set aside, needs no lists of them."""
    (small.book / "spelling.txt").unlink()
    (small.book / "data" / "set-aside.tsv").unlink()

    manuscript = load_manuscript(small, SMALL)

    assert (manuscript.spelling, manuscript.set_aside) == ((), ())


def test_events_that_cannot_be_read_are_told(small: Repository) -> None:
    """A wrong table of events is a problem, and the rest is still checked."""
    (small.book / "data" / "events.csv").write_text("name,date\n", encoding="utf-8")

    manuscript = load_manuscript(small, SMALL)

    assert [problem.code for problem in manuscript.problems] == ["data-table"]
    assert manuscript.events == {}


def test_tables_that_nobody_shows_are_no_text(small: Repository) -> None:
    """A table counts as text where a document shows it; words of drawings always do."""
    (small.book / "data" / "hidden.csv").write_text("tereshkova\n", encoding="utf-8")

    assert [text.name for text in load_manuscript(small, SMALL).shown if "/" in text.name] == [
        "backmatter/lists",
        "part/first",
        "data/events.csv",
        "data/dots.csv",
        "figures/dots.svg",
    ]
