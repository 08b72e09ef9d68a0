"""Any bytes as a PO file: the guard and Sphinx's reader of PO files never disagree on what a message is."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.config import Language
from build_tools.guard.faults import find_faults
from build_tools.guard.po_files import guard_folder
from build_tools.problems import BuildToolsError

KOREAN = Language("ko", "한국어", plurals="nplurals=1; plural=0;")
ARABIC = Language("ar", "العربية", "rtl", plurals="nplurals=6; plural=0;")
ABOVE = (
    "",
    "",
    "",
    "#, fuzzy\n",
    "#~ ",
    '#| msgid "x"\n',
    "# c\n",
    "#: x.py:1\n",
    "#, python-format\n",
    'msgctxt "x"\n',
)
ORIGINAL = (
    'msgid "A"\n',
    'msgid "A"\n',
    'msgid ""\n',
    'msgid ""\n"A"\n',
    'msgid "B\\n"\n',
    'msgid "B\\b"\n',
    'msgid "A\0C"\n',
)
BETWEEN = ("", "", "", 'msgid_plural "A"\n', 'msgid_plural "<b>"\n', "# c\n", "\n")
BELOW = (
    *(
        'msgstr "가"\n',
        'msgstr "<script>"\n',
        'msgstr[0] "<script>"\n',
        'msgstr[0] "가"\nmsgstr[1] "<b>"\n',
        'msgstr "',
    ),
    *('msgstr ""\n"{download}"\n"`x`"\n', 'msgstr "&lt;b&gt;"\n', 'msgstr "---\\n"\n', 'msgstr "\\\\{download}`x`"\n'),
    *('msgstr "Content-Type: text/plain; charset=utf-7\\n"\n', 'msgstr "가\\x\\\\"\n', 'msgstr "가 \u2028<b>"\n'),
    *('msgstr "가\x85\n"<b>"\n', 'msgstr "가"\r', 'msgstr "가" \x0b"<b>"\n', 'msgstr "가\\""\n', "/etc/passwd\n"),
)
ENTRY = st.tuples(*map(st.sampled_from, (ABOVE, ORIGINAL, BETWEEN, BELOW))).map("".join)


@given(st.one_of(st.binary(), st.lists(ENTRY, max_size=5).map(lambda entries: "\n".join(entries).encode())))
@settings(max_examples=600, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_as_a_po_file(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever bytes a PO file is made of, all that Sphinx's reader would find in what builds read is accepted."""
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("moon.po", "sphinx.po"):
        (folder / "locales").mkdir(exist_ok=True)
        (folder / "locales" / name).write_bytes(content)
    for language in (KOREAN, ARABIC):
        try:
            guard_folder(folder / "locales", folder / "_build", language, str)
        except BuildToolsError:
            return
        for name in ("moon.po", "sphinx.po"):
            check_like_sphinx(folder / "_build" / name, language, plain=name == "sphinx.po")


def check_like_sphinx(path: Path, language: Language, *, plain: bool) -> None:
    """Read an accepted file with Sphinx's reader, and ask the guard again."""
    with path.open("rb") as file:
        catalog = read_po(file)
    assert catalog.charset.lower() == "utf-8"
    for message in catalog:
        if not message.id:
            continue
        assert not message.fuzzy
        assert message.context is None
        original = message.id if isinstance(message.id, str) else message.id[0]
        forms = [message.string] if isinstance(message.string, str) else message.string
        assert plain or isinstance(message.id, str)
        for form in filter(None, forms):
            faults = list(find_faults(original, form, plain=plain, right_to_left=language.direction == "rtl"))
            codes = {fault.code.slug for fault in faults if fault.is_refused}
            # A form may have the placeholders of the plural.
            assert codes - ({"po-placeholder"} if isinstance(message.id, tuple) else set()) == set()
