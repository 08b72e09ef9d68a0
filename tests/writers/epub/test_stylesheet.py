"""The ebook's own stylesheet: what it leaves to the reader."""

from collections.abc import Iterator

import pytest
import tinycss2

from build_tools.paths import THEME
from tests.contrast import PAGES, lay_over, measure_contrast

SHEET = (THEME / "epub.css").read_text(encoding="utf-8")


def list_declarations(*names: str) -> Iterator[tuple[str, str, str]]:
    """List selector, name and value of the declarations with such names."""
    for rule in tinycss2.parse_stylesheet(SHEET, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            for part in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
                if part.name in names:
                    yield tinycss2.serialize(rule.prelude).strip(), part.name, tinycss2.serialize(part.value).strip()


def test_colours_are_the_readers_own() -> None:
    """No text and no page has a colour but the reader's, so that the contrast is the one that they have chosen."""
    found = set(list_declarations("color", "background", "background-color", "background-image", "fill", "filter"))

    assert {value for _, _, value in found} == {"inherit", "currentColor"}


@pytest.mark.parametrize("light", PAGES)
def test_paler_text_can_be_read(light: str) -> None:
    """What is paler than the text keeps a contrast of 4.5 to 1, also in sepia (WCAG 2.2, 1.4.3)."""
    page, ink = PAGES[light]
    pale = list(list_declarations("opacity"))

    assert pale
    contrasts = {rule: measure_contrast(lay_over(ink, page, float(value)), page) for rule, _, value in pale}
    assert {rule for rule, contrast in contrasts.items() if contrast < 4.5} == set()


def test_text_grows_with_the_readers_settings() -> None:
    """Sizes of letters and lines depend on the reader's (1.4.4, 1.4.12), and no box is too small for what it holds."""
    sizes = {value for _, _, value in list_declarations("font-size", "line-height", "letter-spacing", "word-spacing")}

    assert not [value for value in sizes if value.endswith(("px", "pt", "cm", "mm", "in", "pc"))]
    assert [value for _, _, value in list_declarations("height", "max-height") if value not in {"auto", "100vh"}] == []
    assert list(list_declarations("overflow", "overflow-x", "overflow-y")) == []


def test_focus_is_seen_and_nothing_moves() -> None:
    """The mark of the focus stays as the reader draws it (2.4.7), and nothing blinks or turns (2.2.2, 2.3.1)."""
    names = ("outline", "outline-style", "outline-color", "animation", "animation-name", "transition", "position")

    assert list(list_declarations(*names)) == []
