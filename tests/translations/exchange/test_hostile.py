"""XLIFF files from strangers: whatever they hold, the answer is clean and the PO files are safe."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError
from build_tools.translations.exchange.reader import read_xliff

Command = Callable[..., int]
HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
FILE = '<file original="part-one/second.po" source-language="en" target-language="ko" datatype="plaintext"><body>'
END = "</body></file></xliff>"
WORDS = "the secret of this machine"


def write_unit(target: str, source: str = "One item.", **attributes: str) -> str:
    """Write an XLIFF file with one unit."""
    names = "".join(f' {name}="{value}"' for name, value in {"id": "1", **attributes}.items())
    unit = f"<trans-unit{names}><source>{source}</source><target>{target}</target></trans-unit>"
    return f"{HEAD}{FILE}{unit}{END}"


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    "entities that grow": f'<!DOCTYPE x [<!ENTITY e0 "ha">{BOMB}]>' + write_unit("&e11;"),
    "one huge entity": f'<!DOCTYPE x [<!ENTITY a "{"a" * 100000}">]>' + write_unit("&a;" * 10000),
    "a file of the machine": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///SECRET">]>' + write_unit("&a;"),
    "an address": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://example.org/x">]>' + write_unit("&a;"),
    "a document type elsewhere": '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">' + write_unit("x"),
    "a parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.org/x.dtd"> %a;]>' + write_unit("x"),
    "an unknown entity": write_unit("&nbsp;"),
    "markup": write_unit('<g id="1">한</g>'),
    "another namespace within": write_unit('<script xmlns="http://www.w3.org/1999/xhtml">x</script>'),
    "an inclusion": write_unit('<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///SECRET"/>'),
    "depth": write_unit("<g>" * 5000 + "x" + "</g>" * 5000),
    "another language": write_unit("x").replace('"ko"', '"ar"'),
    "another source": write_unit("x").replace('"en"', '"ko"'),
    "no language": write_unit("x").replace(' target-language="ko"', ""),
    "a wrong message": write_unit("다른 말", source="Other words."),
    "another file": write_unit("한 항목이다.").replace("part-one/second.po", "../../../../etc/passwd"),
    "commands for the terminal": write_unit("x").replace("part-one/second.po", "&#x9b;31mred&#x202e;"),
    "XLIFF 2": '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
    "TMX": '<tmx version="1.4"><body/></tmx>',
    "HTML": "<html><body>x</body></html>",
    "no end": write_unit("x")[:-9],
    "nothing": "",
    "words": "not XML at all",
    "raw HTML": write_unit("한 항목 &lt;script&gt;alert(1)&lt;/script&gt;"),
    "a role": write_unit("한 {download}`/etc/passwd` 항목"),
    "a link": write_unit("[한](https://example.org) 항목"),
    "a block": write_unit("한 항목.\n\n```{include} /etc/passwd\n```"),
    "hidden letters": write_unit("한&#x202e; 항목"),
    "a translation without an end": write_unit("한 항목. " * 1000),
}


@pytest.fixture
def untouched(tiny: Repository):
    """What fails a test that has changed any file of the translations."""
    before = {path: path.read_bytes() for path in tiny.locales.rglob("*") if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in tiny.locales.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file(
    command: Command,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each is told in a line with its place, exits with 1, reads no file, asks no host and changes no PO file."""
    secret = tmp_path / "secret.txt"
    secret.write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(socket, "socket", lambda *_arguments, **_options: pytest.fail("a host was asked"))
    path = tmp_path / "hostile.xlf"
    path.write_text(HOSTILE[name].replace("/SECRET", str(secret)), encoding="utf-8")

    assert command("po", "import", "ko", str(path)) == 1

    shown = capsys.readouterr().err
    assert shown.splitlines()[0].startswith("ko: translations taken: 0, files read: 1, problems: ")
    assert shown.splitlines()[1].startswith(str(path))
    assert shown.splitlines()[-1].partition(" ")[2] in {"problem", "problems"}
    assert WORDS not in shown
    assert all(letter.isprintable() for line in shown.splitlines() for letter in line)


@pytest.mark.usefixtures("untouched")
def test_hostile_file_in_another_encoding(command: Command, tmp_path: Path) -> None:
    """A document type is found in whatever encoding it is written."""
    path = tmp_path / "hostile.xlf"
    path.write_bytes(('<?xml version="1.0" encoding="UTF-16"?>' + HOSTILE["entities that grow"]).encode("utf-16"))

    assert command("po", "import", "ko", str(path)) == 1


def test_good_units_beside_a_bad_one(
    command: Command, tiny: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the guard refuses is told by its unit and line, and the units beside it are taken."""
    good = "<trans-unit id='x'><source>First.</source><target>첫 번째.</target></trans-unit>"
    text = write_unit("한 <!-- --> &lt;b&gt;항목&lt;/b&gt;.").replace("</body>", f"\n{good}</body>")
    path = tmp_path / "mixed.xlf"
    path.write_text(text, encoding="utf-8")

    assert command("po", "import", "ko", str(path)) == 1

    shown = capsys.readouterr().err
    assert f"{path}:1: unit '1': raw HTML <b> that the original does not have (po-html)" in shown
    po = (tiny.po_folder("ko") / "part-one" / "second.po").read_text(encoding="utf-8")
    assert 'msgstr "첫 번째."' in po
    assert 'msgstr "한 항목."' in po


def test_marked_file_is_guarded_too(command: Command, tmp_path: Path) -> None:
    """A translation that is marked as not finished passes the same guard."""
    path = tmp_path / "fuzzy.xlf"
    path.write_text(write_unit("[한](https://example.org) 항목.", approved="no"), encoding="utf-8")

    assert command("po", "import", "ko", str(path)) == 1


@given(st.one_of(st.binary(), st.text().map(lambda text: write_unit(text).encode())))
@example(b"\xff\xfe<\x00")
@example(b'<?xml version="1.0" encoding="klingon"?><xliff/>')
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_bytes(data: bytes) -> None:
    """Any bytes give units or a clean error."""
    try:
        found = {unit.file for unit in read_xliff(data, "x.xlf", "en", "ko")}
    except BuildToolsError as error:
        found = {problem.code for problem in error.problems}

    assert found <= {"part-one/second.po", "exchange-file"}
    assert len(found) == 1
