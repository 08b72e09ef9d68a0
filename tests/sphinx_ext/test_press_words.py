"""The words of the press that documents show are read with them."""

from collections.abc import Callable

import pytest

from build_tools.guard.po_files import guard_language
from build_tools.paths import Repository
from build_tools.sphinx_ext.press_words import load_language
from tests.conftest import LANGUAGES, Reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_not_changed_is_not_read_again(readings: dict[str, Reading], language: str) -> None:
    """The next builder finds every document as it was read, also in the original language, which has no PO files."""
    env = readings[language].env
    _added, changed, _removed = env.get_outdated_files(config_changed=False)

    assert changed == set()


def test_document_is_read_again_when_its_words_are_there(tiny: Repository, read: Callable[..., Reading]) -> None:
    """A PO file that was missing when the document was read is noticed by the next builder."""
    words = tiny.po_folder("ko") / "press.po"
    translated = words.read_bytes()
    words.unlink()
    reading = read(tiny, "ko")
    words.write_bytes(translated)
    guard_language(tiny, load_language(reading.env.config))
    _added, changed, _removed = reading.env.get_outdated_files(config_changed=False)

    assert "part-one/first" in changed
