"""Markup that silently fails."""

import pytest

from build_tools.translations.checks.markup import check_markup
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize(
    ("original", "translation", "code", "found", "cure"),
    [
        ("**Apollo** flew.", "**아폴로(Apollo)**는 날았다.", "ko", "**", "Move the mark out of it"),
        ("**Apollo** flew.", "**„Apollo”**val repült.", "hu", "**", "Move the mark out of it"),
        ("*Apollo* flew.", "*아폴로(Apollo)*는 날았다.", "ko", "*", "Move the mark out of it"),
        ("**Apollo** flew.", "** Apollo** repült.", "hu", "**", "space"),
        ("A {term}`rocket`.", "Egy {term} `rakéta`.", "hu", "{term}", "without a space"),
        ("A {term}`rocket`.", "Egy {term}`rakéta.", "hu", "`", "meant as markup"),
        ("See [there](a.md).", "Lásd [ott] (a.md).", "hu", "] (", "meant as markup"),
        ("A note.[^1]", "Jegyzet.[^1", "hu", "[^", "meant as markup"),
        ("__Much__ more.", "__ Sokkal__ több.", "hu", "__", "meant as markup"),
    ],
)
def test_signs_that_stay(original: str, translation: str, code: str, found: str, cure: str) -> None:
    """A sign that MyST leaves in the words is told, with what to do about it."""
    faults = list(check_markup(make_message(original, translation, code)))

    assert f"{found} is shown to readers as it stands" in [fault.found for fault in faults]
    assert any(cure in fault.cure for fault in faults)


@pytest.mark.parametrize(
    ("original", "translation", "code"),
    [
        ("**Apollo** flew.", "**아폴로**(Apollo)는 날았다.", "ko"),
        ("**Apollo** flew.", "**아폴로**는 날았다.", "ko"),
        ("**Apollo** flew.", "Az **Apollo**val repült.", "hu"),
        ("A {term}`rocket` and `code`.[^1]", "Egy {term}`rakéta <rocket>` és `code`.[^1]", "hu"),
        (r"Five \* six", r"Öt \* hat", "hu"),
        ("Put `**` there.", "Tegyél oda `**` jelet.", "hu"),
    ],
)
def test_markup_that_works(original: str, translation: str, code: str) -> None:
    """Markup that MyST takes, and signs that the original shows too, are no faults."""
    assert tell(check_markup, make_message(original, translation, code)) == []


def test_plain_words_have_no_markup() -> None:
    """In the press's own strings a star is a star."""
    assert tell(check_markup, make_message("a star", "csillag: *", domain="press")) == []
