"""Headers, twins and plural forms."""

import polib
import pytest

from build_tools.problems import Code
from build_tools.translations.checks.files import check_file
from tests.translations.checks.samples import HEADER, read_registry

HUNGARIAN = read_registry().languages["hu"]
SOUND = HEADER.format(code="hu", plurals=HUNGARIAN.plurals)


def check(text: str) -> list[tuple[str, int, str]]:
    """Check a file, and give codes, lines and what was found."""
    po = polib.pofile(text + "\n", wrapwidth=0)
    return [(problem.code, problem.line, problem.found) for problem in check_file(po, HUNGARIAN, "hu/x.po")]


def test_sound_file() -> None:
    """A file with a true header and each message once has no problem."""
    assert check(SOUND + '\nmsgid "one"\nmsgstr "egy"\n') == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("charset=utf-8", "charset=ISO-8859-2", "the charset is ISO-8859-2; expected UTF-8"),
        ("charset=utf-8", "", "the charset is missing; expected UTF-8"),
        ("Language: hu", "Language: ko", "Language is ko; expected hu"),
        (
            "nplurals=2",
            "nplurals=3",
            "Plural-Forms is nplurals=3; plural=(n != 1);; expected nplurals=2; plural=(n != 1);",
        ),
        ('msgid ""', '#, fuzzy\nmsgid ""', "the header is marked as fuzzy"),
    ],
)
def test_wrong_headers(old: str, new: str, found: str) -> None:
    """A header by which programs would go wrong is told."""
    assert check(SOUND.replace(old, new, 1)) == [(Code.PO_HEADER.slug, 1, found)]


def test_missing_header() -> None:
    """A file without a header is told in its first line."""
    ((code, line, _),) = check('msgid "one"\nmsgstr "egy"\n')

    assert (code, line) == (Code.PO_HEADER.slug, 1)


def test_spelling_of_headers() -> None:
    """Spaces and capital letters do not matter in a header."""
    text = SOUND.replace("utf-8", "UTF-8").replace("nplurals=2; plural=(n != 1);", "nplurals = 2; plural=(n!=1)")

    assert check(text) == []


def test_twins() -> None:
    """A message that stands there twice is told with the line of the first; obsolete ones do not count."""
    one = '\nmsgid "one"\nmsgstr "egy"\n'

    assert check(SOUND + one + one) == [(Code.PO_DUPLICATE.slug, 12, "the same message stands in line 9 already")]
    assert check(SOUND + one + '\n#~ msgid "one"\n#~ msgstr "egy"\n') == []


@pytest.mark.parametrize(
    ("forms", "count"), [(["oldal", "oldalak"], 0), (["oldal"], 1), (["a", "b", "c"], 1), (["", ""], 0)]
)
def test_plural_forms(forms: list[str], count: int) -> None:
    """A message has as many plural forms as its language, or none yet."""
    lines = [f'msgstr[{number}] "{form}"' for number, form in enumerate(forms)]
    found = check("\n".join([SOUND, 'msgid "page"', 'msgid_plural "pages"', *lines]))

    assert [code for code, _, _ in found] == [Code.PO_PLURAL.slug] * count
