"""PO files go out as XLIFF and come back; what nobody has edited is as it was."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from lxml import etree

from build_tools.paths import Repository

Command = Callable[..., int]
X = "{urn:oasis:names:tc:xliff:document:1.2}"
# One of everything that a message can have.
EVERYTHING = r"""# Made by hand
msgid ""
msgstr ""
"Language: ar\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : 1);\n"
"X-Generator: Poedit 3.6\n"

# ask Amal
# about this
#. shown on the cover
#: book.toml writers/pdf.py
msgid "A Tiny Book"
msgstr "كتاب صغير"

#, fuzzy, no-wrap
#| msgid "Content"
msgid "Contents"
msgstr "المحتويات"

msgid "Not yet"
msgstr ""

msgid "%s page"
msgid_plural "%s pages"
msgstr[0] "%s صفحة"
msgstr[1] "%s صفحة"
msgstr[2] "%s صفحتان"
msgstr[3] "%s صفحات"
msgstr[4] "%s صفحة"
msgstr[5] ""

msgid ""
" space & <b>tags</b>\n"
"and \"quotes\"\t"
msgstr ""
" فضاء & <b>وسم</b>\n"
"و \"قول\"\t"

#, fuzzy
#~| msgid "Older"
#~ msgid "Old"
#~ msgstr "قديم"
"""


@pytest.fixture
def everything(tiny: Repository) -> Path:
    """A PO file with one of everything."""
    path = tiny.po_folder("ar") / "press.po"
    path.write_text(EVERYTHING, encoding="utf-8")
    return path


@pytest.fixture
def exported(command: Command, tiny: Repository, everything: Path) -> Path:
    """The folder of its language's XLIFF files."""
    assert command("po", "export", "ar") == 0
    return tiny.build / "exchange" / "ar"


def read_all(repository: Repository) -> dict[Path, tuple[bytes, int]]:
    """Read all files of the translations, and when they were written."""
    files = [path for path in repository.locales.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def change(path: Path, source: str, target: str | None = None, **attributes: str) -> None:
    """Edit the unit of a source as a CAT tool does; None for the target keeps it."""
    tree = etree.parse(path)
    for unit in tree.iter(f"{X}trans-unit"):
        if unit.findtext(f"{X}source") == source:
            element = unit.find(f"{X}target")
            if element is None:
                element = etree.SubElement(unit, f"{X}target")
            if target is not None:
                element.text = target
            approved = attributes.pop("approved", None)
            if approved is not None:
                unit.set("approved", approved)
            element.attrib.clear()
            element.attrib.update(attributes)
            tree.write(path, encoding="utf-8", xml_declaration=True)
            return
    raise AssertionError(source)


def find(path: Path, message: str) -> polib.POEntry:
    """Find a message of a PO file."""
    entry = polib.pofile(str(path)).find(message)
    assert entry is not None
    return entry


def test_round_trip_without_an_edit(command: Command, tiny: Repository, exported: Path) -> None:
    """Exported and imported without an edit, no PO file is so much as written: plurals, flags, comments, all stays."""
    before = read_all(tiny)

    assert command("po", "import", "ar", str(exported)) == 0
    assert read_all(tiny) == before
    assert len(list(exported.rglob("*.xlf"))) == 10


def test_round_trip_through_a_tool_that_writes_xml_anew(command: Command, tiny: Repository, exported: Path) -> None:
    """Other white space between elements, another encoding and no states: still nothing changes."""
    before = read_all(tiny)
    for path in exported.rglob("*.xlf"):
        root = etree.parse(path, etree.XMLParser(remove_blank_text=True)).getroot()
        for element in root.iter(f"{X}target", f"{X}trans-unit"):
            element.attrib.pop("state", None)
            element.attrib.pop("approved", None)
        path.write_bytes(etree.tostring(root, encoding="UTF-16", xml_declaration=True))

    assert command("po", "import", "ar", str(exported)) == 0
    assert read_all(tiny) == before


def test_everything_that_a_translator_needs_is_exported(exported: Path) -> None:
    """State, former English with its translation, comments and places are in the XLIFF; obsolete messages are not."""
    units = {unit.findtext(f"{X}source"): unit for unit in etree.parse(exported / "press.xlf").iter(f"{X}trans-unit")}
    fuzzy, first = units["Contents"], units["A Tiny Book"]

    assert fuzzy.find(f"{X}target").get("state") == "needs-review-translation"
    assert fuzzy.findtext(f"{X}alt-trans/{X}source") == "Content"
    assert first.find(f"{X}target").get("state") == "translated"
    assert [(note.get("from"), note.text) for note in first.iter(f"{X}note")] == [
        ("translator", "ask Amal\nabout this"),
        ("developer", "shown on the cover"),
        ("source code", "book.toml writers/pdf.py"),
    ]
    assert units["Not yet"].find(f"{X}target") is None
    assert "Old" not in units


def test_export_is_the_same_every_time(command: Command, exported: Path) -> None:
    """The same PO files give the same bytes."""
    before = {path: path.read_bytes() for path in exported.rglob("*.xlf")}
    command("po", "export", "ar")

    assert {path: path.read_bytes() for path in exported.rglob("*.xlf")} == before


def test_edit_of_one_translation(command: Command, tiny: Repository, exported: Path, everything: Path) -> None:
    """One edited target changes one message of one file; comments, header and obsolete messages stay."""
    others = {path: state for path, state in read_all(tiny).items() if path != everything}
    change(exported / "press.xlf", "A Tiny Book", "كتيب", state="translated")

    assert command("po", "import", "ar", str(exported)) == 0
    assert everything.read_text(encoding="utf-8") == EVERYTHING.replace("كتاب صغير", "كتيب")
    assert {path: state for path, state in read_all(tiny).items() if path != everything} == others


def test_fuzzy_translation_that_was_accepted(command: Command, exported: Path, everything: Path) -> None:
    """A fuzzy message whose state says translated is fuzzy no more, and forgets what it said before."""
    change(exported / "press.xlf", "Contents", state="translated")
    command("po", "import", "ar", str(exported))
    entry = find(everything, "Contents")

    assert (entry.msgstr, entry.flags, entry.previous_msgid) == ("المحتويات", ["no-wrap"], None)


@pytest.mark.parametrize(
    "marks",
    [{"state": "needs-review-translation"}, {"state": "needs-adaptation"}, {"state": "new"}, {"approved": "no"}],
)
def test_translation_that_needs_review(
    command: Command, exported: Path, everything: Path, marks: dict[str, str]
) -> None:
    """What the XLIFF marks as not finished becomes fuzzy."""
    change(exported / "press.xlf", "Not yet", "ليس بعد", **marks)
    command("po", "import", "ar", str(exported))
    entry = find(everything, "Not yet")

    assert (entry.msgstr, entry.fuzzy) == ("ليس بعد", True)


def test_translation_without_a_state(command: Command, exported: Path, everything: Path) -> None:
    """Where a tool says nothing about a new translation, it is taken as finished."""
    change(exported / "press.xlf", "Contents", "الفهرس", approved="")
    command("po", "import", "ar", str(exported))
    entry = find(everything, "Contents")

    assert (entry.msgstr, entry.fuzzy) == ("الفهرس", False)


def test_plural_form(command: Command, exported: Path, everything: Path) -> None:
    """Each form of a plural is a unit of its own."""
    text = (exported / "press.xlf").read_text(encoding="utf-8")
    (exported / "press.xlf").write_text(text.replace("%s صفحتان", "%s من الصفحات"), encoding="utf-8")
    command("po", "import", "ar", str(exported))

    assert find(everything, "%s page").msgstr_plural == {
        0: "%s صفحة",
        1: "%s صفحة",
        2: "%s من الصفحات",
        3: "%s صفحات",
        4: "%s صفحة",
        5: "",
    }


def test_target_that_was_emptied(command: Command, exported: Path, everything: Path) -> None:
    """An import never takes a translation away."""
    change(exported / "press.xlf", "A Tiny Book", "")

    assert command("po", "import", "ar", str(exported)) == 0
    assert everything.read_text(encoding="utf-8") == EVERYTHING


def test_sentences_that_a_tool_has_marked(command: Command, exported: Path, everything: Path) -> None:
    """Marks that tools put around sentences leave no trace."""
    text = (exported / "press.xlf").read_text(encoding="utf-8")
    marked = text.replace("كتاب صغير", '<mrk mtype="seg" mid="0">كتاب</mrk> <mrk mtype="seg" mid="1">جيد</mrk>')
    (exported / "press.xlf").write_text(marked, encoding="utf-8")

    assert command("po", "import", "ar", str(exported)) == 0
    assert find(everything, "A Tiny Book").msgstr == "كتاب جيد"


def test_memory(command: Command, tiny: Repository, everything: Path) -> None:
    """The TMX file has each finished translation once, and nothing that is fuzzy or obsolete."""
    assert command("po", "export", "ar", "--format", "tmx", "--output", str(tiny.root / "out")) == 0
    root = etree.parse(tiny.root / "out" / "ar.tmx", etree.XMLParser(load_dtd=False)).getroot()
    pairs = [tuple(segment.text for segment in unit.iter("seg")) for unit in root.iter("tu")]

    assert ("A Tiny Book", "كتاب صغير") in pairs
    assert len(pairs) == len(set(pairs)) > 50
    assert not {"Contents", "Old", "Not yet"} & {source for source, _target in pairs}
    assert root.find("header").get("srclang") == "en"


def test_letter_that_xml_cannot_hold(
    command: Command, tiny: Repository, everything: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A control character in a PO file is told with its line, and the other messages are exported."""
    everything.write_text(EVERYTHING.replace("كتاب صغير", "كتاب \\f صغير"), encoding="utf-8")

    assert command("po", "export", "ar") == 1
    assert "locales/ar/LC_MESSAGES/press.po:8: U+000C cannot stand in an XML file" in capsys.readouterr().err
    assert b"Contents" in (tiny.build / "exchange" / "ar" / "press.xlf").read_bytes()


@pytest.mark.parametrize("words", [("export", "en"), ("export", "xx"), ("import", "xx", "x.xlf")], ids=" ".join)
def test_language_that_has_no_po_files(command: Command, words: tuple[str, ...]) -> None:
    """The source language and unknown ones exit with 2."""
    assert command("po", *words) == 2


def test_file_that_is_not_there(command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that does not exist, and a folder without XLIFF, exit with 2."""
    (tmp_path / "empty").mkdir()

    assert command("po", "import", "ko", str(tmp_path / "absent.xlf")) == 2
    assert command("po", "import", "ko", str(tmp_path / "empty")) == 2
    assert capsys.readouterr().err.count("there is no XLIFF file (exchange-file)") == 2


def test_export_of_broken_po_files(command: Command, tiny: Repository) -> None:
    """A PO file that cannot be read stops the export with its line."""
    (tiny.po_folder("ko") / "index.po").write_text('msgid "One', encoding="utf-8")

    assert command("po", "export", "ko") == 1
    assert not (tiny.build / "exchange").exists()
