"""What an edition says of itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sphinx.config import Config

from build_tools.config import Language, load_book
from build_tools.messages import Messages
from build_tools.paths import Repository
from build_tools.writers.edition import Edition, make_edition, make_foreign_language

TINY_BOOK = Path(__file__).parents[1] / "tiny_book"


def edition_in(language: Language) -> Edition:
    """Make an edition of the tiny book."""
    return make_edition(load_book(Repository(TINY_BOOK)), language, Messages(), datetime(2025, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize(("code", "name", "written"), [("hu", "Magyar", "magyar"), ("x-own", "Our own", "Our own")])
def test_language_of_the_imprint(code: str, name: str, written: str) -> None:
    """An imprint names the language as a sentence would, without the capital of a list; an unknown one as we do."""
    assert edition_in(Language(code, name)).language_name == written


def test_language_of_a_foreign_edition() -> None:
    """The imprint of a stranger's manual names its language, not the code of it."""
    language = make_foreign_language(Config({}, {"language": "pt_BR"}))

    assert edition_in(language).language_name == "português (Brasil)"
