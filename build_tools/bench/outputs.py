"""What a build has given: enough of it that its cost can be compared, and the words that are looked for.

In: published files, by whichever press.
Out: an `Output` with the number of pages and the text, or problems.
Whether the files are good is the business of `build_tools.verify`.
"""

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.problems import BuildToolsError, Code, Problem

SUFFIXES = {"html": "", "pdf": ".pdf", "epub": ".epub"}
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
# Line breaks, hyphens and joiners that setting a text puts into it.
_SETTING = re.compile(r"[\s\u00ad\u2060\ufffe-]+")


@dataclass(frozen=True)
class Output:
    """One artifact: pages of paper, or documents of a site or an ebook; its size; its text without white space."""

    place: str
    format: str
    pages: int
    bytes: int
    text: str


def read_output(place: str, kind: str, path: Path) -> Output:
    """Read an artifact of a format; raise BuildToolsError where it is not one."""
    readers = {"html": _read_site, "pdf": _read_pdf, "epub": _read_ebook}
    try:
        pages = list(readers[kind](path))
    except (OSError, RuntimeError, zipfile.BadZipFile) as error:
        raise BuildToolsError([Problem.of(Code.ARTIFACT_UNREADABLE, place, str(error))]) from error
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files if ".doctrees" not in file.parts)
    return Output(place, kind, len(pages), size, strip_setting("".join(pages)))


def strip_setting(text: str) -> str:
    """Leave out what depends on how a text is set.

    >>> strip_setting("a hy- phen")
    'ahyphen'
    """
    return _SETTING.sub("", text)


def read_markup(markup: str) -> str:
    """Read the text of a page of HTML."""
    return html.unescape(_TAGS.sub(" ", markup))


def _read_site(folder: Path) -> Iterator[str]:
    for page in sorted(folder.rglob("*.html")):
        yield read_markup(page.read_text(encoding="utf-8"))


def _read_ebook(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".xhtml"):
                yield read_markup(package.read(name).decode())


def _read_pdf(path: Path) -> Iterator[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded()


def check_output(output: Output, documents: int, letters: int, word: str) -> Iterator[Problem]:
    """Check that an artifact holds the book, and the word that was added to it.

    :param documents: of the sources; a site or an ebook has at least a page for each.
    :param letters: of the sources; a telling in another language is shorter, but not by much.
    """
    fewest = 2 if output.format == "pdf" else documents
    if output.pages < fewest:
        found = f"{output.pages} pages or documents; expected {fewest} or more"
        yield Problem.of(Code.ARTIFACT_UNREADABLE, output.place, found)
    if len(output.text) < letters // 5:
        found = f"{len(output.text)} letters of text; expected a fifth of the sources' {letters} or more"
        yield Problem.of(Code.ARTIFACT_UNREADABLE, output.place, found)
    if word not in output.text:
        yield Problem.of(Code.ARTIFACT_UNREADABLE, output.place, f"the changed line is not in it ('{word}')")
