"""Letters: composed as Unicode has them, of the language's own script, and none that only looks like one of it.

In: a message.
Out: a fault for letters in pieces, for words of two scripts, and for words of a script that the language does not use.
Hidden letters are the guard's business.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from build_tools.guard.fault import Fault
from build_tools.guard.letters import name_letter
from build_tools.problems import Code
from build_tools.translations.checks.message import Message

# The scripts that a language is written in, by the script of the registry, as letters are named.
_SCRIPTS = {
    "Latn": {"LATIN"},
    "Kore": {"HANGUL", "CJK", "LATIN"},
    "Jpan": {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "LATIN"},
    "Hans": {"CJK", "LATIN"},
    "Hant": {"CJK", "LATIN"},
    "Cyrl": {"CYRILLIC"},
    "Grek": {"GREEK"},
    "Arab": {"ARABIC"},
    "Hebr": {"HEBREW"},
    "Deva": {"DEVANAGARI"},
    "Thai": {"THAI"},
}
_WORD = re.compile(r"[^\W\d_]+")
# Scripts whose letters look alike; words with letters of two of them deceive.
_ALIKE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}


def check_normal_form(message: Message) -> Iterator[Fault]:
    """Yield a fault where a translation has letters that Unicode composes."""
    if unicodedata.is_normalized("NFC", message.translation):
        return
    composed = unicodedata.normalize("NFC", message.translation)
    places = (n for n, (a, b) in enumerate(zip(message.translation, composed, strict=False)) if a != b)
    place = next(places, len(composed))
    letter = " ".join(map(name_letter, message.translation[place : place + 2]))
    cure = "Type the letter anew; most editors can also convert the file to NFC."
    yield Fault(Code.PO_NORMAL_FORM, f"{letter} near …{composed[max(0, place - 10) : place + 10]}… is not in NFC", cure)


def check_lookalikes(message: Message) -> Iterator[Fault]:
    """Yield a fault for each word that has letters of two scripts that look alike."""
    if message.translation.isascii():
        return
    for word in dict.fromkeys(_WORD.findall(message.words)):
        scripts = list_scripts(word) & _ALIKE
        if len(scripts) > 1 and word not in message.original:
            odd = next(letter for letter in word if name_script(letter) != name_script(word[0]))
            found = f"'{word}' has letters of two scripts: {odd} is {unicodedata.name(odd, '')}"
            yield Fault(Code.PO_SCRIPT, found, "Type the word anew.")


def check_script(message: Message) -> Iterator[Fault]:
    """Yield a fault for each word of a script that the language does not use and the original does not have."""
    allowed = _SCRIPTS.get(message.language.script, set())
    if message.translation.isascii() or not allowed:
        return
    for word in dict.fromkeys(_WORD.findall(message.words)):
        other = list_scripts(word) - allowed - {""}
        if other and word not in message.original and not list_scripts(word) & allowed:
            found = f"'{word}' is in another script ({', '.join(sorted(other)).lower()})"
            yield Fault(Code.PO_FOREIGN, found, "Write it as the language writes it.")


def list_scripts(word: str) -> frozenset[str]:
    """List the scripts of the letters of a word."""
    return frozenset({"LATIN"}) if word.isascii() else frozenset(map(name_script, word))


@lru_cache(maxsize=5000)
def name_script(letter: str) -> str:
    """Name the script of a letter.

    >>> name_script("ф"), name_script("한"), name_script("é")
    ('CYRILLIC', 'HANGUL', 'LATIN')
    """
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
