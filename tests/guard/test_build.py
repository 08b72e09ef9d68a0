"""Builds of a book whose PO files come from people who mean harm, when nobody has run the check."""

import io
import itertools
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree, html

from build_tools.config import load_book
from build_tools.pipeline.known import load_known
from build_tools.problems import Code
from build_tools.verify.expectation import Expectation
from build_tools.verify.html import check_site
from build_tools.verify.wording import normalise
from tests.checkout import Checkout
from tests.conftest import one_at_a_time
from tests.guard.hostile import HARMLESS, MESSAGES, PLAIN, PLAIN_MESSAGES
from tests.guard.hostile_book import CHAPTER, PLACES, Passage, list_originals, quote, write_chapter, write_po
from tests.listener import listening

pytestmark = pytest.mark.build
SECRET, VARIABLE = "canary-7f3a-of-a-file", "canary-91bc-of-a-variable"
FORMATS = {"html": "html", "pdf": "pdf", "ebook": "epub"}
# Files that count what is translated, and sums of such files; a refused translation counts as one.
COUNTS = frozenset({"ko/translate.html", "translate.html", "index.html", "manifest.json", "SHA256SUMS"})
VARIANTS = ("screen", "booklet-letter")  # of the Korean tiny book
SHARE = re.compile(rb'<p class="book-share">.*?</p>\s*', re.DOTALL)
SPHINX_WORDS = ("Search", "Index", "Next", "Previous", "Contents", "Quick search", "Fig. %s", "Back to top")


@dataclass(frozen=True)
class Built:
    """Checkouts that have been built.

    :param hostile: its PO files are those of people who mean harm.
    :param clean: the same with empty translations.
    :param odd: its PO files only look dangerous.
    """

    hostile: Checkout
    clean: Checkout
    odd: Checkout

    def read(self, name: str) -> str:
        """Read what was noted while they were built."""
        return (self.hostile.root.parent / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def built(pristine: Path, shared_folder: Path) -> Built:
    """The three checkouts, built once a run; only to be read."""
    folder = shared_folder / "strangers"
    built = Built(*(Checkout(folder / name) for name in ("hostile", "clean", "odd")))
    with one_at_a_time(shared_folder / "strangers.lock"):
        if not (folder / "calls").is_file():
            build_all(built, pristine)
    return built


def build_all(built: Built, pristine: Path) -> None:
    """Write the PO files of strangers and build."""
    for checkout in (built.hostile, built.clean, built.odd):
        shutil.copytree(pristine, checkout.root)
    (built.hostile.root / "secret.txt").write_text(SECRET, encoding="utf-8")
    with listening() as listener:
        prepare_hostile(built.hostile.root, listener.host, empty=False)
        prepare_hostile(built.clean.root, listener.host, empty=True)
        prepare_odd(built.odd.root)
        for checkout, codes in ((built.hostile, ["ko"]), (built.clean, ["ko"]), (built.odd, ["en", "ko"])):
            told = checkout.build("--language", *codes, PRESS_CANARY=VARIABLE)
            (built.hostile.root.parent / f"{checkout.root.name}-told").write_text(told, encoding="utf-8")
        for builder in FORMATS:
            warnings = run_sphinx(built.hostile, builder)
            (built.hostile.root.parent / f"{builder}-warnings").write_text(warnings, encoding="utf-8")
    (built.hostile.root.parent / "calls").write_text("\n".join(listener.calls), encoding="utf-8")


def arm_message(text: str, root: Path) -> str:
    """Put real paths into a hostile message."""
    paths = {"FILE": "../../secret.txt", "PATH": str(root / "secret.txt"), "MARK": str(root / "executed")}
    for name, path in paths.items():
        text = text.replace(name, path)
    return text


def prepare_hostile(root: Path, host: str, *, empty: bool) -> None:
    """Put hostile translations into every message of the book, and into a chapter of their own."""

    def arm(text: str) -> str:
        return "" if empty else arm_message(text, root).replace("HOST", host)

    passages = [Passage(it.original, it.translation, 2 if it.original == PLAIN else 0) for it in MESSAGES]
    messages = write_chapter(root, passages)
    originals = list_originals(root, "ko")
    folder = root / "locales" / "ko" / "LC_MESSAGES"
    attacks = itertools.cycle(it.translation for it in MESSAGES if it.original == PLAIN)
    words = itertools.cycle(dict.fromkeys(text for name, text, codes in PLAIN_MESSAGES if codes and "{" not in name))
    for path, names in originals.items():
        source = words if path.stem in {"press", "sphinx"} else attacks
        write_po(path, {name: arm(next(source)) for name in (SPHINX_WORDS if path.stem == "sphinx" else names)})
    write_po(folder / f"{CHAPTER}.po", {original: arm(text) for original, text in messages.items()})


def prepare_odd(root: Path) -> None:
    """Put translations that only look dangerous into every kind of place."""
    # No two terms of a glossary may be the same.
    texts = [f"제{number} NAME {text}" for number, (text, _words) in enumerate(HARMLESS.values())]
    passages = [Passage(PLAIN, text, len(PLACES)) for text in texts]
    messages = write_chapter(root, passages)
    write_po(root / "locales" / "ko" / "LC_MESSAGES" / f"{CHAPTER}.po", messages)


def run_sphinx(checkout: Checkout, builder: str) -> str:
    """Build as people do who know nothing of this press; give the warnings."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        builder,
        "-D",
        "language=ko",
        # The pages of print that the press has told its own ebook.
        *(("-D", f"press_pdf_variants={','.join(VARIANTS)}") if builder == "pdf" else ()),
        *(("-D", "press_pages=../_build/ko/pdf/pages.json") if builder == "ebook" else ()),
        "book",
        f"_build/plain/{builder}",
    ]
    environment = checkout.environment(PRESS_CANARY=VARIABLE)
    done = subprocess.run(command, cwd=checkout.root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def read_tree(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): SHARE.sub(b"", path.read_bytes()) for path in paths}


def unpack(content: bytes) -> Iterator[bytes]:
    """Give what is in a file: an archive's files, a PDF's streams and words."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from map(archive.read, archive.namelist())
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            streams = [value for value in pdf.objects if isinstance(value, pikepdf.Stream)]
            yield from (value.read_bytes() for value in streams if value.get("/Subtype") != "/Image")
        yield read_words(content).encode()


def read_words(pdf: bytes) -> str:
    """Read the words of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_hostile_po_files_change_nothing(built: Built) -> None:
    """A book with nothing but hostile translations is, byte by byte, one with no translations at all."""
    hostile, clean = read_tree(built.hostile.dist), read_tree(built.clean.dist)

    assert [name for name in clean if name not in COUNTS and hostile.get(name) != clean[name]] == []
    assert hostile.keys() == clean.keys()
    traces = (b"alert(", b"onerror", b"evil", b"secret.txt", b"127.0.0.1")
    assert [(name, trace) for name in COUNTS & clean.keys() for trace in traces if trace in hostile[name]] == []
    assert {Path(name).suffix for name in clean} >= {".html", ".pdf", ".epub"}


def test_english_passages_stand_in_all_formats(built: Built) -> None:
    """Every passage that was refused stands there in English: on the page, in the PDF and in the ebook."""
    texts = {"html": "".join(html.parse(built.hostile.dist / "ko" / f"{CHAPTER}.html").getroot().itertext())}
    with zipfile.ZipFile(next((built.hostile.dist / "downloads").glob("*.epub"))) as archive:
        tree = etree.fromstring(archive.read(f"EPUB/{CHAPTER}.xhtml"))
        texts["epub"] = "".join(map(str, tree.itertext()))
    texts["pdf"] = read_words(next((built.hostile.dist / "downloads").glob("*-screen.pdf")).read_bytes())
    plain = [f"{PLAIN} {number}" for number, hostile in enumerate(MESSAGES) if hostile.original == PLAIN]

    for text in texts.values():
        assert [passage for passage in plain if normalise(passage) not in normalise(text)] == []


def test_each_refused_message_is_told(built: Built) -> None:
    """The build tells of every hostile message of the chapter, with its code and its line, and goes on."""
    told = re.findall(rf"ko/LC_MESSAGES/{CHAPTER}\.po:(\d+): .* \((po-[\w-]+)\)", built.read("hostile-told"))
    lines = (built.hostile.root / "locales/ko/LC_MESSAGES" / f"{CHAPTER}.po").read_text(encoding="utf-8").split("\n")
    found: dict[str, set[str]] = {}
    for line, code in told:
        found.setdefault(lines[int(line) - 1], set()).add(code)

    for number, hostile in enumerate(MESSAGES):
        name = f"msgid {quote(f'{hostile.original} {number}')}"
        assert (name, found[name]) == (name, set(hostile.codes.split()))


@pytest.mark.parametrize("builder", FORMATS)
def test_sphinx_alone_is_guarded_as_well(builder: str, built: Built) -> None:
    """Sphinx started by hand, with nothing but `conf.py`, warns of hostile messages and writes none."""
    warnings = built.read(f"{builder}-warnings")
    folder = built.hostile.root / "_build" / "plain" / builder

    assert f"{CHAPTER}.po:" in warnings
    assert all(f"[book.{code}]" in warnings for hostile in MESSAGES for code in hostile.codes.split())
    written = read_tree(folder)
    clean = read_tree(built.clean.root / "_build" / "ko" / FORMATS[builder])
    names = [
        name
        for name in clean
        if name.endswith((".html", ".js", ".pdf", ".epub")) and name not in COUNTS - {"index.html"}
    ]
    assert [name for name in names if written[name] != clean[name]] == []


def test_nothing_was_run_read_or_fetched(built: Built) -> None:
    """No command ran, no request reached the host, and no secret of a file or a variable stands in any file."""
    assert not (built.hostile.root / "executed").exists()
    assert built.read("calls") == ""
    for folder in ("dist", "_build/ko", "_build/plain"):
        for name, content in read_tree(built.hostile.root / folder).items():
            parts = list(unpack(content))
            leaks = [secret for secret in (SECRET, VARIABLE) for part in parts if secret.encode() in part]
            assert (name, leaks) == (name, [])


def test_texts_that_look_dangerous_are_words(built: Built) -> None:
    """What only looks dangerous stands as words in every kind of place, and the page is built as in English."""
    pages = {code: html.parse(built.odd.dist / code / f"{CHAPTER}.html").getroot() for code in ("en", "ko")}
    english, korean = (list_elements(page.get_element_by_id("strangers").getparent()) for page in pages.values())
    shown = normalise("".join(map(str, pages["ko"].itertext())))

    assert korean == english
    assert len(english) > 2000
    assert [words for _text, words in HARMLESS.values() if shown.count(normalise(words)) < len(PLACES)] == []
    assert re.findall("제[0-9]+ [A-Za-z]", built.read("odd-told")) == []


def list_elements(tree: html.HtmlElement) -> list[tuple[str, str, frozenset[str]]]:
    """List the elements of a tree, where they lead and which attributes they have, but not what marks them English."""
    told = ("href", "src", "id", "class", "name")
    return [
        (
            str(element.tag),
            " ".join(element.get(name, "") for name in told).replace("untranslated", "").strip(),
            frozenset(element.keys()) - {"lang", "xml:lang", "class"},
        )
        for element in tree.iter("*")
        if (element.tag, element.get("class")) != ("span", "untranslated")
    ]


UNGUARDED = """
import sys
import build_tools.guard.po_files
build_tools.guard.po_files.find_entry_faults = lambda *arguments, **options: iter(())
from sphinx.cmd.build import main
sys.exit(main(["-q", "-b", "html", "-D", "language=ko", "book", "_build/plain/html"]))
"""


def test_what_the_guard_keeps_out_would_do_harm(checkout: Checkout) -> None:
    """Without the guard, the same messages run a command, read a file and put a script into a page.

    The second wall finds the script.
    """
    root = checkout.root
    (root / "secret.txt").write_text(SECRET, encoding="utf-8")
    wanted = ("settings-words", "include", "script-inline")
    passages = [Passage(it.original, it.translation, 0) for it in MESSAGES if it.name in wanted]
    messages = write_chapter(root, passages)
    armed = {original: arm_message(text, root) for original, text in messages.items()}
    write_po(root / "locales" / "ko" / "LC_MESSAGES" / f"{CHAPTER}.po", armed)
    command = [sys.executable, "-c", UNGUARDED]
    done = subprocess.run(command, cwd=root, env=checkout.environment(), capture_output=True, text=True, check=False)
    page = (root / "_build" / "plain" / "html" / f"{CHAPTER}.html").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert (root / "executed").exists()
    assert SECRET in page
    assert "<script>alert(1)</script>" in page
    known = load_known(checkout.repository, load_book(checkout.repository))
    expected = Expectation("ko", "ltr", "", (), "", "", (), (), ("en", "ar", "ko"), "ko/", known)
    found = {(problem.place, problem.code) for problem in check_site(root / "_build" / "plain" / "html", expected)}
    assert found == {(f"ko/{CHAPTER}.html", Code.HTML_SCRIPT.slug)}
