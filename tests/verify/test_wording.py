"""Comparing words whatever the layout did to them."""

from build_tools.verify.wording import find_absent_entries, find_absent_texts, normalise


def test_layout_does_not_matter() -> None:
    """Hyphens at the ends of lines, joiners, ligatures and capitals make no difference."""
    assert normalise("Köny\u00adnyű ﬁn\u2010\r\nish") == normalise("KÖNYNYŰ fin-ish")
    assert normalise("착\u2060륙\u2060한") == normalise("착륙한")


def test_order_matters() -> None:
    """A heading that stands before the one that it should follow counts as absent."""
    assert list(find_absent_entries(("One", "Two"), ["Two", "One"])) == ["Two"]
    assert list(find_absent_texts(("One", "Two"), "Two. One.")) == ["Two"]
    assert list(find_absent_texts(("One", "Two"), "One. Two.")) == []
