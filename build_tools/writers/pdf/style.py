"""The style sheet of the printed book: its faces, what depends on the language, and the theme's sheets.

In: an edition.  Out: CSS as text.
What a variant adds is in `variants`.
"""

from collections.abc import Iterable
from pathlib import Path

from build_tools.fonts import locate, render_font_face
from build_tools.paths import THEME
from build_tools.writers.edition import Edition


def render_style_variables(edition: Edition) -> str:
    """Render the fonts and what depends on the language."""
    language = edition.language
    faces = "".join(
        render_font_face(family, face, locate(face.source).as_uri(), ranges=False)
        for family in language.families
        for face in family.faces
    )
    stack = ", ".join(f'"{family.name}"' for family in language.families)
    variables = {
        "--text-face": f"{stack}, serif",
        "--code-face": f"{render_code_stack(edition)}, monospace",
        "--line-height": f"{language.line_height}",
        # What variants do not hyphenate is still divided at syllables where a column is narrower than its words.
        **dict.fromkeys(("--hyphens", "--hyphens-of-cells"), "auto" if language.hyphenation else "manual"),
        "--align": "justify" if language.justify else "start",
    }
    lines = "".join(f"  {name}: {value};\n" for name, value in variables.items())
    return f"{faces}:root {{\n{lines}}}\n"


def render_code_stack(edition: Edition) -> str:
    """Render the faces of code: the one that is made for it comes first, the book's own faces help out."""
    families = edition.language.families
    return ", ".join(f'"{family.name}"' for family in sorted(families, key=lambda family: "code" not in family.slug))


def render_style(edition: Edition, sheets: Iterable[str] = ("print.css",)) -> str:
    """Render the whole style sheet."""
    return render_style_variables(edition) + "".join(Path(THEME, name).read_text(encoding="utf-8") for name in sheets)
