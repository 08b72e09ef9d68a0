"""The guard stands before Sphinx, whoever starts it."""

import gettext
from collections.abc import Callable
from typing import Any

import pytest
from docutils import nodes
from sphinx.errors import ConfigError

from build_tools.paths import Repository
from tests.checkout import translate

Read = Callable[..., Any]


def test_refused_message_is_a_warning_and_stays_english(tiny: Repository, read: Read) -> None:
    """Of a file with one hostile message that message stays English, with a warning at its line; the rest is read."""
    translate(tiny, "ko", "part-one/first.po", "A section", "절 <script>alert(1)</script>")
    reading = read(tiny, "ko")

    assert [problem.partition("\n")[0] for problem in reading.problems] == [
        "locales/ko/LC_MESSAGES/part-one/first.po:25: raw HTML <script> that the original does not have (po-html)",
        "locales/ko/LC_MESSAGES/part-one/first.po:25: raw HTML </script> that the original does not have (po-html)",
    ]
    titles = [title.astext() for title in reading.documents["part-one/first"].findall(nodes.title)]
    assert titles[:2] == ["첫째 장", "A section"]


def test_message_that_was_accepted_once(tiny: Repository, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that becomes hostile is taken out of what Sphinx has compiled before."""
    read(tiny, "ko")
    monkeypatch.setattr(gettext, "_translations", {})  # each build is a process of its own, and remembers nothing
    translate(tiny, "ko", "part-one/first.po", "A section", "절 <script>alert(1)</script>")
    compiled = list(tiny.guarded_folder("ko").rglob("first.mo"))
    titles = [title.astext() for title in read(tiny, "ko").documents["part-one/first"].findall(nodes.title)]

    assert compiled != []
    assert titles[:2] == ["첫째 장", "A section"]


def test_broken_file_stops_sphinx(tiny: Repository, read: Read) -> None:
    """A file that is no PO file stops Sphinx, with its line and without a traceback."""
    (tiny.po_folder("ko") / "index.po").write_text('msgid "A"\nmsgstr "B\n', encoding="utf-8")

    with pytest.raises(ConfigError, match=r"locales/ko/LC_MESSAGES/index\.po:2: .*\(po-syntax\)"):
        read(tiny, "ko")


def test_language_that_nobody_knows(tiny: Repository, read: Read) -> None:
    """A language that the registry does not have stops Sphinx: nobody could say what its PO files may hold."""
    with pytest.raises(ConfigError, match="no language 'xx'"):
        read(tiny, "xx")
