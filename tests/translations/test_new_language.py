"""`po new-language`: a table, PO files, a termbase and a list of what to do next."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from build_tools.config import load_registry
from build_tools.paths import Repository
from build_tools.translations.new_language import (
    insert_table,
    list_concepts,
    plan_language,
    read_glossary,
    render_table,
)
from tests.checkout import Checkout

TABLE = '[languages.ja]\nname = "日本語"\n'
Command = Callable[..., int]


def read_names(repository: Repository, code: str) -> set[str]:
    """Read the names of a language's PO files."""
    folder = repository.po_folder(code)
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.po")}


def test_new_language(command: Command, tiny: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A language gets one table, all PO files, each message of them empty, and a termbase; the others stay."""
    others = {path: path.read_bytes() for path in tiny.locales.rglob("*.po")}
    before = tiny.registry_file.read_bytes()

    assert command("po", "new-language", "de") == 0

    table = render_table(load_registry(tiny).languages["de"]).encode()
    assert tiny.registry_file.read_bytes().replace(b"\n" + table, b"") == before
    assert read_names(tiny, "de") == read_names(tiny, "ko")
    entries = [entry for path in tiny.po_folder("de").rglob("*.po") for entry in polib.pofile(str(path))]
    assert len(entries) > 100
    assert not any(entry.msgstr for entry in entries)
    assert {path: path.read_bytes() for path in others} == others
    assert "locales/de/terms.tsv" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("de", ("Deutsch", "ltr", "Latn", "de", True, "nplurals=2; plural=(n != 1);", "d. MMMM y", "a4")),
        ("fa", ("فارسی", "rtl", "Arab", "", False, "nplurals=2; plural=n > 1;", "d MMMM y", "a4")),
        ("es", ("Español", "ltr", "Latn", "es", True, "nplurals=2; plural=(n != 1);", "d 'de' MMMM 'de' y", "a4")),
        ("fil", ("Filipino", "ltr", "Latn", "", False, "nplurals=2; plural=(n > 1);", "MMMM d, y", "letter")),
    ],
)
def test_facts_of_a_language(tiny: Repository, code: str, facts: tuple[str | bool, ...]) -> None:
    """Name, direction, script, hyphenation, plural rule, date and paper are those of CLDR and gettext."""
    found, _missing = plan_language(load_registry(tiny), code)

    assert facts == (
        found.name,
        found.direction,
        found.script,
        found.hyphenation,
        found.justify,
        found.plurals,
        found.date_format,
        found.paper,
    )


@pytest.mark.parametrize("code", ["xx", "qqq", "DE", "de_AT", "pt-BR", "../ko", "", "de\n", "deutsch"])
def test_language_that_nobody_knows(
    command: Command, tiny: Repository, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown code exits with 2, says how codes are written, and nothing is touched."""
    before = {path: path.read_bytes() for path in tiny.locales.rglob("*") if path.is_file()}

    assert command("po", "new-language", code) == 2

    shown = capsys.readouterr().err
    assert "is known to Unicode's CLDR (language-unknown)\n    A code is two or three small letters" in shown
    assert {path: path.read_bytes() for path in tiny.locales.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("code", ["ko", "en"])
def test_language_that_is_there(command: Command, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A language of the registry exits with 2 and names what to do instead."""
    assert command("po", "new-language", code) == 2

    shown = capsys.readouterr().err
    assert shown.startswith(f"command line: the registry has '{code}' already: ")
    assert "(language-exists)\n    Bring its PO files up to date with `nox -s po-update`." in shown


def test_fault_of_the_book_stops_before_anything_is_written(command: Command, tiny: Repository) -> None:
    """Where the English text has a fault, the registry and the folders stay as they are."""
    (tiny.book / "part-one" / "second.md").write_text("# Second\n\nSee [x](absent.md).\n", encoding="utf-8")
    before = tiny.registry_file.read_bytes()

    assert command("po", "new-language", "de") == 1
    assert tiny.registry_file.read_bytes() == before
    assert not (tiny.locales / "de").exists()


def test_language_with_a_registered_font(tiny: Repository) -> None:
    """A script that the first family lacks takes a registered family that has all its letters, also in the ebook."""
    found, missing = plan_language(load_registry(tiny), "fa")

    assert missing == []
    assert [family.slug for family in found.families] == ["source-serif", "amiri"]
    assert [family.slug for family in found.embedded] == ["amiri"]


def test_language_without_a_font(command: Command, tiny: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """A script that no registered family has is told with its name and letters, and how a font is added; exit is 1."""
    assert command("po", "new-language", "th") == 1

    shown = capsys.readouterr()
    assert "[languages.th] no registered font has 60 letters of the language: ก ข ค " in shown.err
    assert "(font-glyph)\n    Find a serif family for the script Thai " in shown.err
    assert "1. Fonts: see the problem below" in shown.out
    assert (tiny.po_folder("th") / "index.po").is_file()


def test_font_that_was_registered_for_it(tiny: Repository) -> None:
    """A family counts before any language uses it."""
    text = tiny.registry_file.read_text(encoding="utf-8")
    start, end = text.index("[languages.ar]"), text.index("[languages.ko]")
    tiny.registry_file.write_text(text[:start] + text[end:], encoding="utf-8")

    assert plan_language(load_registry(tiny), "fa")[1] == []


def test_termbase_to_fill(command: Command, tiny: Repository) -> None:
    """The termbase holds the terms of the glossary and what the other languages have words for, each once."""
    header = "concept\tterm\tavoid\tnote\n"
    (tiny.locales / "ko" / "terms.tsv").write_text(
        f"{header}Thing\t것\t\t\nRocket\t로켓\t로케트\t표준\n", encoding="utf-8"
    )
    glossary = list_concepts(tiny, load_registry(tiny))
    command("po", "new-language", "de")

    written = (tiny.locales / "de" / "terms.tsv").read_text(encoding="utf-8")
    assert written == header + "".join(f"{concept}\t\t\t\n" for concept in glossary)
    assert glossary == ["rocket", "satellite", "Thing"]


def test_concepts_of_several_termbases(tiny: Repository) -> None:
    """Where several languages have termbases, a concept that only one of them has is its own affair."""
    for code, concepts in (("ar", ("orbit", "Sputnik, index")), ("ko", ("launch pad", "Orbit"))):
        rows = "".join(f"{concept}\tx\t\t\n" for concept in concepts)
        (tiny.locales / code / "terms.tsv").write_text(f"concept\tterm\tavoid\tnote\n{rows}", encoding="utf-8")

    assert list_concepts(tiny, load_registry(tiny)) == ["rocket", "satellite", "orbit"]


def test_termbase_that_is_there(command: Command, tiny: Repository) -> None:
    """A termbase that someone has begun is not touched."""
    path = tiny.locales / "de" / "terms.tsv"
    path.parent.mkdir()
    path.write_text("concept\tterm\tavoid\tnote\nrocket\tRakete\t\t\n", encoding="utf-8")
    before = path.read_bytes()
    command("po", "new-language", "de")

    assert path.read_bytes() == before


def test_terms_of_a_glossary() -> None:
    """Terms stand at the beginning of a line, their meaning is indented."""
    text = "# G\n\n:::{glossary}\n:sorted:\n\nrocket\n  A vehicle.\n\nbooster\nside rocket\n  Helps.\n:::\n\nAfter.\n"

    assert list(read_glossary(text)) == ["rocket", "booster", "side rocket"]


@pytest.mark.parametrize(
    "text",
    [
        '# top\n[languages.en]\nname = "English" # x\n\n# fonts\n[fonts.a]\nname = "A"\n',
        '[languages.en]\nname = "English"\n# why not\nscript = "Latn"\n\n[fonts.a]\nname = "A"\n',
        '[fonts.a]\nname = "A"\n[languages.en]\nfonts = [\n  "a",\n]\nname = "English"',
        '[languages.en]\r\nname = "English"\r\n\r\n# fonts\r\n[fonts.a]\r\nname = "A"\r\n',
    ],
    ids=["comments", "a comment within a table", "no end of line", "lines as Windows has them"],
)
def test_inserted_table(text: str) -> None:
    """A new table stands behind the languages; all that was there is there, byte for byte, and means what it meant."""
    fresh = insert_table(text, TABLE)
    expected = tomllib.loads(text)
    expected["languages"]["ja"] = {"name": "日本語"}
    newline = "\r\n" if "\r" in text else "\n"
    added = newline + TABLE.replace("\n", newline)

    assert tomllib.loads(fresh) == expected
    assert fresh.count(added) == 1
    assert fresh.replace(added, "").rstrip() == text.rstrip()


def test_table_of_the_real_registry() -> None:
    """In the book's own registry a new language stands behind the last one and before the fonts."""
    text = Repository().registry_file.read_text(encoding="utf-8")
    fresh = insert_table(text, TABLE)

    assert fresh.replace("\n" + TABLE, "") == text
    assert fresh.index("[languages.ja]") < fresh.index("# Where each family comes from")


@pytest.mark.build
def test_language_with_nothing_translated_builds_at_once(checkout: Checkout) -> None:
    """Site, PDF and ebook of a new language are made and pass their verifiers; the text is English."""
    done = checkout.run("po", "new-language", "fa")
    assert done.returncode == 0, done.stderr
    checkout.build("--language", "fa")

    page = Path(checkout.dist / "fa" / "part-one" / "second.html").read_text(encoding="utf-8")
    assert '<html class="no-js" lang="fa" dir="rtl"' in page
    assert "One item." in page
