"""One changed message of a PO file, as a translator changes it.

In: a folder of PO files, and a word.
Out: the longest chapter has the word at the end of its longest message, which is a paragraph.
"""

from pathlib import Path

from build_tools.messages import read_po
from build_tools.problems import BuildToolsError, Code, Problem

# Letters that every edition has, so that no new glyphs are wanted, and no syllable among them to hyphenate at.
LETTERS = "nst"
LENGTH = 8
UNUSUAL = ("frontmatter", "backmatter")


def make_word(number: int) -> str:
    """Make a word that no book has, another for each number.

    >>> make_word(5)
    'nnnnnnst'
    """
    digits = ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        digits = LETTERS[rest] + digits
    return digits


def find_chapter(po_folder: Path) -> Path:
    """Find the longest chapter of a language; the matter before and after the chapters is of another kind."""
    chapters = [path for path in sorted(po_folder.glob("*/*.po")) if path.parent.name not in UNUSUAL]
    if not chapters:
        found = f"no chapter is translated into {po_folder.parent.name}, so no line of it can be changed"
        raise BuildToolsError([Problem.of(Code.PO_SYNTAX, "bench", found)])
    return max(chapters, key=lambda path: path.stat().st_size)


def add_word(path: Path, word: str) -> None:
    """Add a word to the longest translation of a PO file."""
    messages = read_po(path, path.name)
    translated = messages.translated_entries()
    if not translated:
        raise BuildToolsError([Problem.of(Code.PO_SYNTAX, path.name, "the file has no translation to change")])
    longest = max(translated, key=lambda entry: len(entry.msgstr))
    longest.msgstr += f" {word}"
    messages.save(str(path))
