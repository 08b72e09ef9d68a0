"""PO files of strangers, and what of them a build may read."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po as read_like_sphinx

from build_tools.config import Language
from build_tools.guard import po_files
from build_tools.guard.po_files import guard_folder, guard_po, render_po
from build_tools.problems import BuildToolsError, Problem
from tests.guard.hostile import MESSAGES

KOREAN = Language("ko", "한국어", plurals="nplurals=1; plural=0;")
HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

"""
Guard = Callable[[str], list[Problem]]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The folder of a language's PO files."""
    return tmp_path / "locales"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """The folder of what a build may read."""
    return tmp_path / "_build"


@pytest.fixture
def guard(source: Path, target: Path) -> Guard:
    """What puts a PO file before the guard."""

    def run(text: str, name: str = "moon.po") -> list[Problem]:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8", newline="")
        return guard_folder(source, target, KOREAN, lambda path: path.relative_to(source).as_posix())

    return run


def read_accepted(target: Path, name: str = "moon.po") -> dict[object, object]:
    """Read an accepted PO file as Sphinx does."""
    with (target / name).open("rb") as file:
        return {message.id: message.string for message in read_like_sphinx(file) if message.id}


def test_every_hostile_message_is_told_with_its_line(guard: Guard, target: Path) -> None:
    """Each hostile message is refused with its code at the line of its entry, and none is in what builds read."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for number, hostile in enumerate(MESSAGES):
        po.append(polib.POEntry(msgid=f"{hostile.original} {number}", msgstr=hostile.translation))
    problems = guard(str(po))
    lines = str(po).split("\n")

    told: dict[str, set[str]] = {}
    for problem in problems:
        number = lines[problem.line - 1].removesuffix('"').rpartition(" ")[2]
        told.setdefault(number, set()).add(problem.code)
    expected = {str(number): set(hostile.codes.split()) for number, hostile in enumerate(MESSAGES)}
    assert told == expected
    assert {problem.place for problem in problems} == {"moon.po"}
    assert read_accepted(target) == {}


def test_messages_that_are_not_in_use(guard: Guard, target: Path) -> None:
    """Fuzzy and obsolete messages reach no build, and nobody is warned of them."""
    problems = guard(
        HEADER + '#, fuzzy\nmsgid "A"\nmsgstr "<script>"\n\n#~ msgid "B"\n#~ msgstr "<script>"\n\n'
        'msgid "C"\nmsgstr ""\n\n#, python-format, fuzzy\nmsgid "D"\nmsgstr "<script>"\n'
    )

    assert problems == []
    assert read_accepted(target) == {}


@pytest.mark.parametrize(
    "entries",
    [
        'msgid "A"\nmsgstr "가"\n\nmsgid "A"\nmsgstr "<script>"\n',
        'msgid "A"\nmsgstr "<script>"\n\nmsgid "A"\nmsgstr "가"\n',
        'msgid "A"\nmsgstr "가"\n\n#: x\nmsgid "A"\nmsgstr "<script>"\n\nmsgid "A"\nmsgstr "나"\n',
    ],
)
def test_message_that_stands_twice(entries: str, guard: Guard, target: Path) -> None:
    """Of a message that stands twice, the first that is harmless is used."""
    problems = guard(HEADER + entries)

    assert {problem.code for problem in problems} == {"po-block", "po-html"}
    assert read_accepted(target) == {"A": "가"}


@pytest.mark.parametrize(
    "entry",
    [
        'msgctxt "x"\nmsgid "A"\nmsgstr "가"\n',
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-7\\n"\n',
        'msgctxt "x"\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=utf-7\\n"\n',
        'msgid " "\nmsgstr "가"\n',
    ],
)
def test_entry_that_no_book_has(entry: str, guard: Guard, target: Path) -> None:
    """An entry with a context, and a second header, reach no build."""
    guard(HEADER + entry)

    assert read_accepted(target) == {}
    assert "utf-7" not in (target / "moon.po").read_text(encoding="utf-8")


def test_hostile_header(guard: Guard, target: Path) -> None:
    """Nothing of a header reaches a build: it has one of its own."""
    guard(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-7\\n"\n'
        "\"Plural-Forms: nplurals=1; plural=__import__('os').system('true');\\n\"\n\"X-Evil: <script>\\n\"\n\n"
        'msgid "A"\nmsgstr "가+ADw-b+AD4-"\n'
    )

    text = (target / "moon.po").read_text(encoding="utf-8")
    assert "X-Evil" not in text
    assert "import" not in text
    assert "charset=UTF-8" in text
    assert read_accepted(target) == {"A": "가+ADw-b+AD4-"}


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ('msgid "A"\nmsgstr[0] "<script>"\n', {"po-plural"}),
        ('msgid "A"\nmsgid_plural "A"\nmsgstr[0] "가"\n', {"po-plural"}),
        ('msgid "A"\nmsgid_plural "<script>"\nmsgstr[0] "<script>"\n', {"po-plural"}),
        ('msgid "A\\bB"\nmsgstr "가"\n', {"po-letter"}),
        ('msgid "A\\tB"\nmsgstr "가"\n', {"po-letter"}),
        ('msgid "A\0B"\nmsgstr "가"\n', {"po-letter"}),
        ('msgid "A\0B\0C"\nmsgstr "가"\n', {"po-letter"}),
        ('msgid "A\x04B"\nmsgstr "가"\n', {"po-letter"}),
    ],
)
def test_entry_that_readers_of_po_files_read_differently(
    entry: str, codes: set[str], guard: Guard, target: Path
) -> None:
    """An entry with plural forms, or with a control character in its original, is refused in the book's files."""
    assert {problem.code for problem in guard(HEADER + entry)} == codes
    assert read_accepted(target) == {}


@pytest.mark.parametrize(
    ("entry", "codes", "accepted"),
    [
        (
            'msgid "one page"\nmsgid_plural "${count} pages"\nmsgstr[0] "${count} 쪽"\n',
            set(),
            {("one page", "${count} pages"): ("${count} 쪽",)},
        ),
        (
            'msgid "one page"\nmsgid_plural "${count} pages"\nmsgstr[0] "한 쪽"\n',
            set(),
            {("one page", "${count} pages"): ("한 쪽",)},
        ),
        ('msgid "one page"\nmsgid_plural "${count} pages"\nmsgstr[0] "${count} ${x}"\n', {"po-placeholder"}, {}),
        ('msgid "one page"\nmsgid_plural "${count} pages"\nmsgstr[0] "<b>"\n', {"po-html"}, {}),
        ('msgid "Search"\nmsgid_plural "<b>"\nmsgstr[0] "<b>"\n', {"po-html"}, {}),
        ('msgid "Search"\nmsgid_plural "\'\\""\nmsgstr[0] "\\" onclick="\n', {"po-html"}, {}),
        ('msgid "Search"\nmsgstr[0] "<b>"\n', {"po-plural"}, {}),
    ],
)
def test_plural_forms_of_sphinx(
    entry: str, codes: set[str], accepted: dict[object, object], guard: Callable[..., list[Problem]], target: Path
) -> None:
    """Each plural form is held against the message that it stands for, whatever the file calls its plural."""
    problems = guard(HEADER + entry, "sphinx.po")

    assert {problem.code for problem in problems} == codes
    assert read_accepted(target, "sphinx.po") == accepted


@pytest.mark.parametrize(("name", "refused"), [("press.po", False), ("moon/press.po", True), ("moon.po", True)])
def test_words_of_the_press(name: str, refused: bool, guard: Callable[..., list[Problem]]) -> None:
    """Only the press's own file holds plain words; a file of the same name elsewhere holds Markdown."""
    problems = guard(HEADER + 'msgid "Tests"\nmsgstr "{download}`x`"\n', name)

    assert {problem.code for problem in problems} == ({"po-role"} if refused else {"po-placeholder"})


@pytest.mark.parametrize("name", ["/etc/passwd", "PATH"])
def test_file_that_holds_a_path(name: str, guard: Guard, target: Path, tmp_path: Path) -> None:
    """A PO file that is nothing but the path of another file is no way to read that file."""
    secret = tmp_path / "secret.po"
    secret.write_text(HEADER + 'msgid "A"\nmsgstr "비밀"\n', encoding="utf-8")

    with pytest.raises(BuildToolsError) as raised:
        guard(name.replace("PATH", str(secret)))

    assert "moon.po:1: " in str(raised.value)
    assert not (target / "moon.po").exists()


def test_files_that_are_none(guard: Guard, source: Path, target: Path, tmp_path: Path) -> None:
    """Links, pipes and folders that are named as PO files are passed over."""
    secret = tmp_path / "secret.po"
    secret.write_text(HEADER + 'msgid "A"\nmsgstr "비밀"\n', encoding="utf-8")
    (source / "folder.po").mkdir(parents=True)
    os.mkfifo(source / "pipe.po")
    (source / "link.po").symlink_to(secret)
    (source / "device.po").symlink_to("/dev/zero")
    (source / "up").symlink_to(tmp_path)

    assert guard(HEADER) == []
    assert sorted(path.name for path in target.rglob("*.po")) == ["moon.po"]


def test_compiled_files_of_strangers(guard: Guard, source: Path, target: Path) -> None:
    """A compiled file or a script beside the PO files reaches no build."""
    source.mkdir()
    (source / "moon.mo").write_bytes(b"evil")
    (source / "sphinx.js").write_text("alert(1)")
    guard(HEADER)

    assert sorted(path.name for path in target.iterdir()) == ["guarded.json", "moon.po"]


@pytest.mark.parametrize("memory", ["kept", "lost", "broken"])
def test_files_of_which_the_source_is_gone(memory: str, guard: Guard, source: Path, target: Path) -> None:
    """A file whose source is gone reaches no build, whether or not the guard remembers it."""
    guard(HEADER + 'msgid "A"\nmsgstr "가"\n')
    (target / "moon.mo").write_bytes(b"compiled")
    (source / "moon.po").unlink()
    if memory == "lost":
        (target / "guarded.json").unlink()
    if memory == "broken":
        (target / "guarded.json").write_text('{"moon.po": 1}')
    guard_folder(source, target, KOREAN, str)

    assert [path.name for path in target.iterdir()] == ["guarded.json"]


def test_files_that_have_not_changed(guard: Guard, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that has not changed is not read again, and its problems are told again; a new guard reads it anew."""
    text = HEADER + 'msgid "A"\nmsgstr "<script>"\n\nmsgid "B"\nmsgstr "나"\n'
    first = guard(text)
    before = (target / "moon.po").stat().st_mtime_ns
    read = []
    monkeypatch.setattr(po_files, "read_po", lambda *arguments: read.append(arguments))

    assert guard(text) == first != []
    assert read == []
    assert (target / "moon.po").stat().st_mtime_ns == before

    monkeypatch.undo()
    monkeypatch.setattr(po_files, "_version", lambda: b"another")
    monkeypatch.setattr(po_files, "find_faults", lambda *_arguments, **_options: iter(()))
    assert guard(text) == []


def test_accepted_messages_are_read_as_they_were_looked_at() -> None:
    """What Sphinx's reader finds in an accepted file is what the guard looked at, letter by letter."""
    strange = [
        '"quoted"',
        "back\\slash",
        "\\n",
        "\\",
        '\\"',
        "a\nb",
        "a\n",
        "\\\\n",
        "# x",
        "msgstr",
        "%(x)s",
        "é\u0301",
    ]
    po = polib.POFile(wrapwidth=0)
    for text in strange:
        po.append(polib.POEntry(msgid=f"A {text}", msgstr=f"B {text}"))
    assert list(guard_po(po, KOREAN, domain="press", place="press.po")) == []
    accepted = read_like_sphinx(io.BytesIO(render_po(po, KOREAN).encode()))

    assert {message.id: message.string for message in accepted if message.id} == {
        f"A {text}": f"B {text}" for text in strange
    }
