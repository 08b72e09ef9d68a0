"""Fonts from packages: what is missing, which letters they have, and how they are cut down."""

import io
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from build_tools.config import Family, load_registry
from build_tools.fonts import (
    check_fonts,
    find_missing_letters,
    load_subset,
    locate,
    render_font_face,
    require_fonts,
    subset_font,
)
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, ExitCode


@pytest.fixture
def serif(tiny: Repository) -> Family:
    """The book face."""
    return load_registry(tiny).source.families[0]


def measure_word(word: str, font: bytes) -> list[int]:
    """Give the widths of the glyphs that a word is written with, from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(font)), buffer)
    return [glyph.x_advance for glyph in buffer.glyph_positions]


def test_fonts_of_the_registry_are_installed(tiny: Repository) -> None:
    """Every font that the tiny book names is there, with its licence."""
    languages = load_registry(tiny).languages.values()

    assert check_fonts(family for language in languages for family in language.families) == []


def test_missing_fonts_are_told_all_at_once(tiny: Repository) -> None:
    """Each missing file of a family is told, whatever brings it, and the exit code is that of missing tools."""
    text = tiny.registry_file.read_text(encoding="utf-8")
    text = text.replace("python:fontpkg_amiri/", "python:fontpkg_absent/").replace("/LICENSE_FONT", "/ABSENT")
    tiny.registry_file.write_text(text, encoding="utf-8")
    families = [family for language in load_registry(tiny).languages.values() for family in language.families]
    with pytest.raises(BuildToolsError) as refused:
        require_fonts(families)

    assert refused.value.exit_code == ExitCode.TOOL_MISSING
    assert {problem.found.partition("] ")[2] for problem in refused.value.problems} == {
        "python:fontpkg_absent/LICENSE is missing",
        "python:fontpkg_absent/files/Amiri-Regular.ttf is missing",
        "npm:@expo-google-fonts/noto-serif-kr/ABSENT is missing",
    }


def test_letters_that_no_font_has(serif: Family, tiny: Repository) -> None:
    """Letters are looked for in every family of a language; white space and joiners need no glyph."""
    korean = load_registry(tiny).languages["ko"].families

    assert find_missing_letters("Ő 한글\u00a0\u2060\n", [serif]) == ["글", "한"]
    assert find_missing_letters("Ő 한글\u00a0\u2060\n", korean) == []
    assert find_missing_letters("🚀", korean) == ["🚀"]


def test_subset_has_the_letters_of_the_text_only(serif: Family) -> None:
    """A subset font has the letters that it is wanted for and no others."""
    font = TTFont(io.BytesIO(subset_font(serif.faces[0], "Sputnik")))

    assert set(font.getBestCmap()) == set(map(ord, "Sputnik"))


def test_subset_has_the_same_bytes_when_cut_again(serif: Family) -> None:
    """The same letters in another order give the same bytes."""
    assert subset_font(serif.faces[0], "Laika") == subset_font(serif.faces[0], "akiaL")


def test_letters_of_a_subset_join_as_those_of_the_whole_font(tiny: Repository) -> None:
    """Arabic letters have the forms for the beginning, the middle and the end of a word."""
    face = load_registry(tiny).families["amiri"].faces[0]
    unpacked = TTFont(io.BytesIO(subset_font(face, "كتاب ")))
    unpacked.flavor = None
    stream = io.BytesIO()
    unpacked.save(stream)

    whole, cut = locate(face.source).read_bytes(), stream.getvalue()
    assert measure_word("كتاب", cut) == measure_word("كتاب", whole)
    assert measure_word("كتاب", cut) != [width for letter in reversed("كتاب") for width in measure_word(letter, cut)]


def test_cache_of_subsets_may_be_thrown_away(serif: Family, tmp_path: Path) -> None:
    """A subset out of the cache is the one that would be cut without it."""
    cold = load_subset(serif.faces[0], "Moon", tmp_path)
    warm = load_subset(serif.faces[0], "nooM", tmp_path)

    assert cold == warm == subset_font(serif.faces[0], "Moon")
    assert len(list(tmp_path.glob("*.woff2"))) == 1


def test_rule_of_a_variable_font(serif: Family) -> None:
    """Browsers are told the range of weights; WeasyPrint reads it from the font."""
    face = serif.faces[0]

    assert "font-weight: 200 900;" in render_font_face(serif, face, "x.woff2")
    assert "font-weight" not in render_font_face(serif, face, "x.woff2", ranges=False)


def test_place_of_a_font_from_npm() -> None:
    """Fonts from npm lie in the environment of the Python that runs."""
    assert locate("npm:@a/b/c.ttf").as_posix().endswith("/npm/node_modules/@a/b/c.ttf")
