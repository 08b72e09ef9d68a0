"""How words are bent: patterns that find a word of the termbase in a sentence.

In: a word, and the code of its language.
Out: compiled patterns: of the stem wherever it stands, of a right word, of a word to avoid.
Korean words stand before particles, Hungarian ones take endings, Filipino ones linkers; Vietnamese words never change.
"""

import re
from functools import cache

# Words before a noun that its sentence may need or not.
_LEADING = {"hu": r"az? ", "vi": r"(?:cuộc|chuyến|vụ|cú|nhà|cái|con|những|sự|tàu) ", "fil": r"(?:ang|mga) "}
# What holds a phrase together and may be left out.
_SMALL = {"vi": {"cuộc", "của", "cho", "lên", "về", "vào", "và", "trong"}, "fil": {"na", "ng", "sa"}, "hu": {"a", "az"}}
_SPACE = r"[ \u00a0]"
# Endings of Hungarian nouns, up to two in a row; an adjective in -i may be right where its noun is not.
_CASES = "ba|be|ban|ben|ból|ből|ra|re|ról|ről|tól|től|nál|nél|hoz|hez|höz|nak|nek|val|vel|ért|ig|ként|kor"
_CASES += "|[b-df-hj-np-tv-z][ae]l"  # -val and -vel take on the consonant before them
_WRONG_ENDINGS = {
    "hu": rf"(?:-?[aáeéioóöőuúü]?(?:t|k|n|m|d|j|ja|je|ei|ai|jai|jei|{_CASES})){{0,2}}[aeé]?(?!\w)",
    "fil": r"(?:ng|g|[’']t)?(?!\w)",
    "vi": r"(?!\w)",
}
_ENDINGS = {"hu": r"[\w–-]*", "fil": r"\w*"}


@cache
def match_stem(phrase: str, code: str) -> re.Pattern[str]:
    """Make the pattern of a phrase of the termbase, wherever it stands, also in compounds."""
    leading = _LEADING.get(code)
    bare = re.sub(f"^{leading}", "", phrase) if leading else phrase
    return re.compile(bend(bare, code), re.IGNORECASE)


def has_parts(text: str, phrase: str, code: str) -> bool:
    """Tell whether a text has every word of a phrase, in any order and in another form.

    >>> has_parts("a légkörbe visszatérve", "visszatérés a légkörbe", "hu")
    True
    """
    # The ending of a word may be another word's: visszatérés, visszatérve.
    cut = 3 if code == "hu" else 0
    text = text.casefold()
    words = [word for word in phrase.casefold().split() if word not in _SMALL.get(code, ())]
    return len(words) > 1 and all(word[: max(4, len(word) - cut)] in text for word in words)


def has_beginning(text: str, phrase: str) -> bool:
    """Tell whether a text has a word that a longer one begins with, as szovjet does Szovjetunió."""
    return any(len(word) > 5 and phrase.casefold().startswith(word) for word in re.findall(r"\w+", text.casefold()))


@cache
def match_right_word(phrase: str, code: str) -> re.Pattern[str]:
    """Make the pattern of a phrase with its capital letters, which may be what makes it right."""
    return re.compile(_begin_sentence(bend(phrase, code)))


@cache
def match_wrong_word(phrase: str, code: str) -> re.Pattern[str]:
    """Make the pattern of a phrase to avoid, where it begins a word."""
    # Only the last word is bent, and only by endings: in compounds it may be right.
    pattern = _SPACE.join(map(re.escape, phrase.split()))
    if code == "hu" and phrase[-1] in "ae":
        pattern = pattern[:-1] + {"a": "[aá]", "e": "[eé]"}[phrase[-1]]
    end = _WRONG_ENDINGS.get(code, "")
    return re.compile(rf"(?<![\w-]){_begin_sentence(pattern)}{end}")


def bend(phrase: str, code: str) -> str:
    """Make the regular expression of a phrase whose words may have endings.

    >>> bool(re.search(bend("folyékony rakéta", "hu"), "folyékony rakétákat"))
    True
    """
    return _SPACE.join(bend_word(word, code) for word in phrase.split())


def bend_word(word: str, code: str) -> str:
    """Make the regular expression of one word."""
    ending = _ENDINGS.get(code, "")
    if code == "hu":
        word = re.sub(r"(?<=\w)-[aeoö]s$", "", word)  # V–2-es, V–2-nek
        # A short vowel at the end grows long before endings.
        last = next((f"[{pair}]" for pair in ("aá", "eé", "oó", "öő") if word[-1] in pair), re.escape(word[-1]))
        return re.escape(word[:-1]) + last + ending
    return re.escape(word) + ending


def _begin_sentence(pattern: str) -> str:
    return f"(?i:{pattern[0]}){pattern[1:]}" if pattern[0].islower() else pattern
