"""A tiny book with a chapter for strangers: a place of each kind for each of their messages.

In: a checkout of the tiny book, and translations.
Out: the checkout with one more chapter, and the chapter's PO file in Korean.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

CHAPTER = "part-one/strangers"
HEADER = {"Content-Type": "text/plain; charset=UTF-8", "Language": "ko", "Plural-Forms": "nplurals=1; plural=0;"}
# A kind of place: what stands there in the chapter, and the messages that Sphinx makes of it.
PLACES = (
    ("## Section {}\n", ("Section {}",)),
    ("| Head {} |\n|---|\n| Cell {} |\n", ("Head {}", "Cell {}")),
    ("- Item {}\n", ("Item {}",)),
    ("> Quotation {}\n", ("Quotation {}",)),
    ("Noted.[^n{}]\n\n[^n{}]: Note {}\n", ("Note {}",)),
    (
        ":::{{drawing}} /figures/dots.svg\n:name: drawing-{}\n:alt: Alternative {}\n\nCaption {}\n:::\n",
        ("Alternative {}", "Caption {}"),
    ),
    (":::{{table}} Table {}\n\n| a |\n|---|\n| b |\n:::\n", ("Table {}",)),
    (":::{{questions}}\nrecall: Question {}\n:::\n", ("Question {}",)),
    (":::{{people}}\nPerson {}\n: Life {}\n:::\n", ("Person {}", "Life {}")),
    ("```{{glossary}}\nTerm {}\n  Meaning {}\n```\n", ("Term {}", "Meaning {}")),
    ("```{{index}} single: Entry {}; below {}\n```\n\nIndexed.\n", ("Entry {}", "below {}")),
)


@dataclass(frozen=True)
class Passage:
    """A paragraph of the chapter and its translation, which also comes to other places.

    :param translation: `NAME` in it stands for the name of the place.
    :param places: how many kinds of places beside the paragraph the translation comes to.
    """

    original: str
    translation: str
    places: int


def write_chapter(root: Path, passages: Iterable[Passage]) -> dict[str, str]:
    """Write the chapter and give its messages with their translations."""
    lines: list[str] = ["# Strangers\n"]
    messages: dict[str, str] = {}
    for number, passage in enumerate(passages):
        text = f"{passage.original} {number}"
        lines.append(f"{text}\n")
        messages[text] = passage.translation.replace("NAME", "Passage")
        for step in range(passage.places):
            form, originals = PLACES[(number + step) % len(PLACES)]
            lines.append(form.replace("{}", str(number)).replace("{{", "{").replace("}}", "}"))
            for original in originals:
                messages[original.replace("{}", str(number))] = passage.translation.replace("NAME", original.split()[0])
    if any("[^note]" in line for line in lines):
        lines.append("[^note]: The note of the passages.\n")
    (root / "book" / f"{CHAPTER}.md").write_text("\n".join(lines), encoding="utf-8")
    index = root / "book" / "index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(text.replace("part-one/second\n", f"part-one/second\n{CHAPTER}\n"), encoding="utf-8")
    return messages


def write_po(path: Path, messages: Mapping[str, str]) -> None:
    """Write a PO file by hand, with what a PO library would not let through."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = HEADER
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = "".join(f"\nmsgid {quote(original)}\nmsgstr {quote(text)}\n" for original, text in messages.items())
    path.write_text(f"{po}{entries}", encoding="utf-8", newline="")


def quote(text: str) -> str:
    """Quote a text as PO files have it; only what ends a line is written as a sign."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def list_originals(root: Path, code: str) -> dict[Path, list[str]]:
    """List the messages of the PO files of a language."""
    folder = root / "locales" / code / "LC_MESSAGES"
    return {path: [entry.msgid for entry in polib.pofile(str(path))] for path in sorted(folder.rglob("*.po"))}
