"""Korean particles: 은 or 는, 을 or 를 and the others, after the sound that the word before them ends in.

In: a Korean message.
Out: a fault for each particle that does not fit, where the end of the word before it is plain to see: at a link, a
quotation mark, a bracket or a number.
Within words one would have to know every word; that is not this module's business.
"""

import re
from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.problems import Code
from build_tools.translations.checks.message import Message

# After a consonant, after a vowel.
_FORMS = (("은", "는"), ("을", "를"), ("과", "와"), ("으로", "로"))
_PAIRS = {particle: forms for forms in _FORMS for particle in forms}
_PARTICLES = "|".join(sorted(_PAIRS, key=len, reverse=True))
# A role or link with its title, a closing mark after a word, or digits; then a particle, and no letter after it.
# Short numbers belong to names, which may be read in English.
_PLACE = re.compile(
    rf"(?:`(?P<title>[^`<]*+)(?:<[^`<>]*>)?`|(?P<marked>[가-힣])(?:[*’”》〉]+|\]\([^()\s]*\))|(?P<digits>\d{{3}}))"
    rf"(?P<particle>{_PARTICLES})(?![가-힣])"
)
_DIGITS = "영일이삼사오육칠팔구"
_TENS = {1: "십", 2: "백", 3: "천"}


def check_particles(message: Message) -> Iterator[Fault]:
    """Yield a fault for each particle that does not fit the sound before it."""
    if message.language.code != "ko" or message.plain:
        return
    for place in _PLACE.finditer(message.translation):
        last = find_sound(message.translation, place)
        if last:
            right = choose_particle(last, place["particle"])
            if right != place["particle"]:
                shown = message.translation[max(0, place.start() - 8) : place.end()]
                yield Fault(Code.PO_PARTICLE, f"…{shown} has {place['particle']}", f"Write {right} after {last}.")


def find_sound(text: str, place: re.Match[str]) -> str:
    """Find the syllable before a particle, as it is read; nothing where that is not certain."""
    if place["digits"]:
        number = re.search(r"[\d,.]*$", text[: place.end("digits")])
        return read_digits(number[0]) if number else ""
    title = place["title"] if place["title"] is not None else place["marked"]
    syllable = title.strip()[-1:]
    return syllable if "가" <= syllable <= "힣" else ""


def read_digits(number: str) -> str:
    """Read the last syllable of a number as it is spoken.

    >>> read_digits("1957"), read_digits("1,200"), read_digits("100")
    ('칠', '백', '백')
    """
    digits = number.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == 0 or "." in digits or not digits.strip("0"):
        return _DIGITS[int(digits[-1])]
    return _TENS.get(zeros, "만" if zeros < 8 else "억")


def choose_particle(syllable: str, particle: str) -> str:
    """Choose the form of a particle after a syllable.

    >>> choose_particle("켓", "는"), choose_particle("구", "은"), choose_particle("칠", "으로")
    ('은', '는', '로')
    """
    final = (ord(syllable) - ord("가")) % 28
    after_consonant, after_vowel = _PAIRS[particle]
    # 로 also follows ㄹ.
    is_vowel = final == 0 or (after_vowel == "로" and final == 8)
    return after_vowel if is_vowel else after_consonant
