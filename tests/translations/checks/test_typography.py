"""Signs as each language sets them."""

import pytest

from build_tools.translations.checks.typography import check_pairs, check_signs
from build_tools.translations.checks.typography_rules import COMMON, LANGUAGES
from tests.translations.checks.samples import make_message, tell

TYPED = [
    ("hu", "Két  szóköz."),
    ("hu", "Egy szó , és még egy."),
    ("hu", "Egy szó,, és még egy."),
    ("hu", "És akkor..."),
    ("hu", "Egy,kettő."),
    ("hu", "Vége van.Kezdődik."),
    ("hu", "Egy ( szó ) áll itt."),
    ("hu", "Egy - vagy kettő."),
    ("hu", "Egy — vagy kettő."),
    ("hu", "Ott -183 fok volt."),
    ("hu", "Ez 50 % volt."),
    ("hu", 'Azt mondta: "igen".'),
    ("hu", "Azt mondta: “igen”."),
    ("hu", "Azt mondta: ‘igen’."),
    ("hu", "1957-58 között"),
    ("hu", "1957–ben történt"),
    ("hu", "Egy –vagy kettő."),
    ("ko", '그는 "예"라고 했다.'),
    ("ko", "「프라우다」는 썼다."),
    ("ko", "그는 갔다，왔다．"),
    ("ko", "아폴로・소유스"),
    ("ko", "그리고⋯"),
    ("ko", "1957-58년"),
    ("ko", "1957 년의 일"),
    ("ko", "날짜 (UTC)"),
    ("ko", "NASA 는 말했다."),
    ("ko", "그는 가ㅆ다."),
    ("vi", 'Ông nói "vâng".'),
    ("vi", "Từ 1957-1958"),
    ("vi", "nước cộng hoà"),
    ("vi", "Ông khoẻ."),
    ("vi", "Sao Thuỷ"),
    ("vi", "người Mĩ"),
    ("fil", 'Sabi niya, "oo."'),
    ("fil", "Sabi niya, “oo”."),
    ("fil", "isa't isa"),
    ("fil", "Sabi ni ‘to."),
    ("fil", "Mula 1957-58"),
    ("fil", "ika 20 siglo"),
]
SET = [
    ("hu", "Azt mondta: „A »Pravda« írja”, 1957–58 között, 1957-ben – akkor –; Szputnyik–1-et…"),
    ("hu", "1957. okt. 4., kb. 50%, stb. (Vosztok–3 és –4) −183 fok! Ki? 60 000"),
    (
        "ko",
        "그는 “‘예’라고 했다”고 말했다. 1957~58년 58센티미터 날짜(UTC), 아폴로·소유스 《프라우다》 NASA는 R-7 로켓…",
    ),
    ("vi", "Ông nói “vâng” từ 1957–1958: nước cộng hòa, khỏe, thủy, hoàn toàn, quý, ngoài, hoặc, Mỹ, kỳ."),
    ("fil", "Sabi niya, “oo,” sa isa’t isa; ika-20 siglo, 1957–58. “Apat.” E-reader, ’yong mga 3,200."),
]


@pytest.mark.parametrize(("code", "translation"), TYPED)
def test_signs_that_are_typed(code: str, translation: str) -> None:
    """Each sign that the language sets in another way is told, with the words around it."""
    faults = list(check_signs(make_message("An original.", translation, code)))

    assert len(faults) == 1
    assert "…" in faults[0].found
    assert faults[0].cure


@pytest.mark.parametrize(("code", "translation"), SET)
def test_signs_that_are_set(code: str, translation: str) -> None:
    """A text with the signs of its language has no fault."""
    assert tell(check_signs, make_message("An original.", translation, code)) == []
    assert tell(check_pairs, make_message("An original.", translation, code)) == []


def test_every_rule_has_an_example() -> None:
    """Each rule of the table is shown by an example of what it finds."""
    unused = [
        rule.pattern.pattern
        for code, signs in LANGUAGES.items()
        for rule in signs.rules
        if not any(rule.pattern.search(text) for language, text in TYPED if language == code)
    ]
    unused += [rule.pattern.pattern for rule in COMMON if not any(rule.pattern.search(text) for _, text in TYPED)]

    assert unused == []


def test_signs_of_the_original() -> None:
    """A sign that the original has too is its own affair; so is what stands in code and addresses."""
    assert tell(check_signs, make_message('Say "yes".', 'Mondd: "igen".')) == []
    assert tell(check_signs, make_message("Say `x`.", 'Írd: `"a" - b`, <https://a.b/c--d>.')) == []


@pytest.mark.parametrize(
    ("code", "translation"),
    [
        ("hu", "Egy (szó."),
        ("hu", "Egy szó)."),
        ("hu", "„Egy szó."),
        ("hu", "Egy »szó."),
        ("ko", "《책은 좋다."),
        ("vi", "“Từ."),
    ],
)
def test_signs_without_their_partner(code: str, translation: str) -> None:
    """What is opened must be closed, and the other way round."""
    assert len(tell(check_pairs, make_message("An original.", translation, code))) == 1


def test_language_without_rules() -> None:
    """A language that the table does not know is held to the common rules only."""
    assert LANGUAGES.get("en") is None
    assert tell(check_signs, make_message("One.", "Egy “szó”.", "en")) == []
    assert len(tell(check_signs, make_message("One.", "Egy  szó.", "en"))) == 1
