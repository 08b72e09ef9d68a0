"""Where the PO files of chapters go."""

from build_tools.translations.moves import Moves, measure_overlap, plan_moves

TEXT = frozenset(f"Sentence {number}." for number in range(10))


def change(number: int) -> frozenset[str]:
    """Give the chapter with so many sentences changed."""
    return frozenset(sorted(TEXT)[number:]) | {f"New sentence {index}." for index in range(number)}


def test_chapter_that_was_renamed() -> None:
    """A new chapter with most of the messages of one that has vanished is the same chapter."""
    moves = plan_moves({"a/x.po": TEXT}, {}, {"b/y.po": change(3)})

    assert moves == Moves({"b/y.po": "a/x.po"}, {}, ())


def test_chapter_that_has_too_little_in_common() -> None:
    """Below seven sentences of ten it is another chapter, and the old one is gone."""
    moves = plan_moves({"a/x.po": TEXT}, {}, {"b/y.po": change(4)})

    assert moves == Moves({}, {}, ("a/x.po",))


def test_chapter_that_is_still_there() -> None:
    """A copy of a chapter that is still in the book takes nothing from it."""
    assert plan_moves({"a/x.po": TEXT}, {}, {"a/x.po": TEXT, "b/y.po": TEXT}) == Moves({}, {}, ())


def test_two_chapters_that_changed_places() -> None:
    """Each new chapter gets the file with which it has most in common, and each file goes to one chapter."""
    other = frozenset(text.replace("Sentence", "Line") for text in TEXT)
    moves = plan_moves({"a.po": TEXT, "b.po": other}, {}, {"c.po": other, "d.po": change(1), "e.po": TEXT})

    assert moves == Moves({"c.po": "b.po", "e.po": "a.po"}, {}, ())


def test_chapter_that_returns() -> None:
    """A retired file comes back under its own name, or under another if its messages are the same."""
    retired = {"a/x.po": TEXT, "a/z.po": frozenset({"Moon"})}
    moves = plan_moves({}, retired, {"b/y.po": TEXT, "a/z.po": frozenset({"Sun"})})

    assert moves == Moves({}, {"b/y.po": "a/x.po", "a/z.po": "a/z.po"}, ())


def test_files_without_messages() -> None:
    """Two empty files have nothing in common."""
    assert measure_overlap(frozenset(), frozenset()) == 0
