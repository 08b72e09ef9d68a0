"""Fonts from pinned packages, never from what the machine happens to have.

In: families of the registry, and the letters that a text uses.
Out: paths of font files, `@font-face` rules, letters that no font has, and subset fonts.
Which language uses which family is not this module's business.
"""

import fcntl
import hashlib
import importlib.util
import io
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from build_tools.config import Face, Family
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem

# Letters that are handled by the layout and need no glyph: white space, joiners, soft hyphen, direction marks.
INVISIBLE = frozenset(
    map(chr, [*range(0x20), 0xA0, 0xAD, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x2060, 0xFEFF])
)
# Names of a font that tell what it is and under which licence.
NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
# Only what readers of running text need: kerning, marks and ligatures, and the figures of the book face;
# and the forms by which the letters of a script such as Arabic join.
FEATURES = (
    *("kern", "mark", "mkmk", "liga", "clig", "calt", "ccmp", "locl", "rlig", "onum", "lnum", "pnum", "tnum"),
    *("init", "medi", "med2", "fina", "fin2", "fin3", "isol", "rclt", "curs"),
)


def npm_folder() -> Path:
    """Give the folder of npm packages of this environment."""
    return Path(sys.prefix, "npm", "node_modules")


def locate(source: str) -> Path:
    """Locate the file of `python:package/file` or `npm:package/file`, whether or not it exists."""
    kind, _, rest = source.partition(":")
    if kind == "npm":
        return npm_folder() / rest
    package, _, file = rest.partition("/")
    spec = importlib.util.find_spec(package)
    return (Path(spec.origin).parent if spec and spec.origin else Path(package)) / file


def check_fonts(families: Iterable[Family]) -> list[Problem]:
    """Check that every file of the families is there."""
    cure = "Run `python3 noxfile.py`, which installs the fonts, or see requirements/README.md."
    return [
        Problem.of(Code.FONT_MISSING, "locales/languages.toml", f"[fonts.{family.slug}] {source} is missing", cure=cure)
        for family in dict.fromkeys(families)
        for source in [*(face.source for face in family.faces), family.licence_source]
        if not locate(source).is_file()
    ]


def require_fonts(families: Iterable[Family]) -> None:
    """Raise BuildToolsError if a font file is missing."""
    problems = check_fonts(families)
    if problems:
        raise BuildToolsError(problems, ExitCode.TOOL_MISSING)


@cache
def letters_of(source: str) -> frozenset[str]:
    """Give the letters a font file has."""
    from fontTools.ttLib import TTFont

    with TTFont(locate(source), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def find_missing_letters(text: str, families: Iterable[Family]) -> list[str]:
    """List the letters of a text that no family has."""
    wanted = set(text) - INVISIBLE
    for family in families:
        if family.faces and wanted:
            wanted -= letters_of(family.faces[0].source)
    return sorted(wanted)


def render_font_face(family: Family, face: Face, url: str, *, ranges: bool = True) -> str:
    """Render one `@font-face` rule.

    :param ranges: whether the reader understands a range of weights; WeasyPrint takes them from the font itself.
    """
    weight = f" font-weight: {face.weight};" if ranges or " " not in face.weight else ""
    return f'@font-face {{ font-family: "{family.name}"; font-style: {face.style};{weight} src: url("{url}"); }}\n'


def cut_font(face: Face, text: str, axes: Mapping[str, float] | None = None) -> bytes:
    """Cut a font down to the letters of a text; the same letters give the same bytes.

    :param axes: where on its axes a variable font is fixed, such as `{"wght": 600}`.
    """
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, set(text)))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in FEATURES)
    wanted.name_id_set.clear()
    wanted.name_id_set.update(NAMES)
    wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    return _cut(locate(face.source).read_bytes(), wanted, axes or {})


def fix_font(data: bytes, axes: Mapping[str, float]) -> bytes:
    """Fix a variable font on its axes and keep all else, also the numbers of its glyphs."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    return _cut(data, wanted, axes)


def _cut(data: bytes, wanted: Any, axes: Mapping[str, float]) -> bytes:
    """Let HarfBuzz cut a font and fix it on axes, which is some hundred times faster than fontTools."""
    import uharfbuzz

    source = uharfbuzz.Face(uharfbuzz.Blob(data))
    for axis, place in axes.items():
        wanted.pin_axis_location(source, axis, place)
    return bytes(uharfbuzz.subset(source, wanted).blob.data)


def subset_font(face: Face, text: str) -> bytes:
    """Cut a font down to the letters of a text, as WOFF2; the same letters give the same bytes."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(cut_font(face, text)), recalcTimestamp=False, lazy=True)
    font.flavor = "woff2"
    stream = io.BytesIO()
    font.save(stream, reorderTables=True)
    return stream.getvalue()


def load_subset(face: Face, text: str, cache_folder: Path) -> bytes:
    """Load a subset from the cache, or make it; the cache may be thrown away at any time."""
    letters = "".join(sorted(set(text)))
    made_of = (face.source, str(locate(face.source).stat().st_size), *FEATURES, letters)
    key = hashlib.sha256("\0".join(made_of).encode()).hexdigest()
    cached = cache_folder / f"{key}.woff2"
    cache_folder.mkdir(parents=True, exist_ok=True)
    with (cache_folder / f"{key}.lock").open("w") as lock:
        # Languages are built at the same time and want the same faces: one cuts, the others wait.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not cached.is_file():
            part = cached.with_suffix(".part")
            part.write_bytes(subset_font(face, letters))
            part.replace(cached)
        return cached.read_bytes()
