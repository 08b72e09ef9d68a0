"""The alphabets of the languages: order and initials."""

import pytest

from build_tools.collation import find_initial, group_by_initial, make_sort_key


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("hu", ["Ázsia", "Cuba", "Czuczor", "Csehország", "Öveges", "Szojuz", "sztár", "Zvezda", "zseb"]),
        ("vi", ["Á", "An", "Ăn", "Ân", "Dương", "Đông", "Ô", "Ơ", "Thái", "Trung"]),
        ("fil", ["Na", "Nz", "Ñ", "Nga", "Ngunit", "Opo"]),
        ("fil", ["likido", "mga mali", "mapa", "mga salin", "Salyut"]),
        ("en", ["Kennedy, John F.", "Kennedy Space Center", "Van Allen, James", "Van Allen belts"]),
        ("ko", ["아폴로", "하늘", "한국", "V-2"]),
        ("en", ["Apollo 1", "Apollo 8", "Apollo 11", "Éva", "Evans", "zebra", "Zeppelin"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(code: str, words: list[str]) -> None:
    """Hungarian Cs follows C, Vietnamese Đ follows D, Filipino Ng follows N and skips mga, Korean precedes Latin."""
    assert sorted(set(words), key=make_sort_key(code)) == words


@pytest.mark.parametrize(
    ("code", "word", "initial"),
    [
        ("hu", "Szojuz", "Sz"),
        ("hu", "Ázsia", "A"),
        ("vi", "Đông", "Đ"),
        ("fil", "Ngayon", "Ng"),
        ("fil", "mga salin", "S"),
        ("ko", "까치", "ㄱ"),
        ("ko", "V-2", "V"),
        ("ar", "صاروخ", "ص"),
        ("en", "1957", "0–9"),
        ("ko", "1957", "0~9"),
        ("en", "‘quoted’", "Q"),
        ("en", "—", "…"),
    ],
)
def test_initials(code: str, word: str, initial: str) -> None:
    """A word stands under the letter that readers of the language look under."""
    assert find_initial(word, code) == initial


def test_groups_keep_what_they_are_made_of() -> None:
    """Every item comes back once, under its letter."""
    items = [("zseb", 1), ("asztal", 2), ("Zvezda", 3), ("Ázsia", 4)]

    groups = group_by_initial(items, lambda item: item[0], "hu")

    assert groups == [("A", [("asztal", 2), ("Ázsia", 4)]), ("Z", [("Zvezda", 3)]), ("Zs", [("zseb", 1)])]
