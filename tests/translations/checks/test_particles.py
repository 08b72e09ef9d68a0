"""Korean particles after links, quotation marks, brackets and digits."""

import pytest

from build_tools.translations.checks.particles import check_particles
from tests.translations.checks.samples import make_message, tell


@pytest.mark.parametrize(
    ("translation", "right"),
    [
        ("{term}`로켓 <rocket>`는 날았다.", "은"),
        ("{term}`궤도 <orbit>`을 돌았다.", "를"),
        ("[로켓](a.md)와 별", "과"),
        ("《프라우다》은 썼다.", "는"),
        ("**아폴로**은 날았다.", "는"),
        ("‘로켓’를 보았다.", "을"),
        ("1957를 보라.", "을"),
        ("{term}`위성 <satellite>`로 갔다.", "으로"),
    ],
)
def test_particle_that_does_not_fit(translation: str, right: str) -> None:
    """A particle in the wrong form is told, with the right one."""
    (fault,) = check_particles(make_message("An original.", translation, "ko"))

    assert fault.cure.startswith(f"Write {right} ")


@pytest.mark.parametrize(
    "translation",
    [
        "{term}`로켓 <rocket>`은 {term}`궤도 <orbit>`를 돌았다.",
        "[로켓](a.md)과 《프라우다》는 ‘말’을 **아폴로**로 R-7은 R-7로 100을",
        "{term}`NASA`는 `code`는",
        "{term}`로켓 <rocket>`로부터는 아니다",
        "1957은 1,200을 팰컨 9은 R-7는",
    ],
)
def test_particle_that_fits(translation: str) -> None:
    """A particle in the right form is no fault, nor one after letters or short numbers, whose sound is not certain."""
    assert tell(check_particles, make_message("An original.", translation, "ko")) == []


def test_other_languages_have_no_particles() -> None:
    """Only Korean messages are looked at."""
    assert tell(check_particles, make_message("An original.", "{term}`로켓 <rocket>`는", "vi")) == []
