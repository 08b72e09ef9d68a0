"""How languages write numbers: signs between digits, words for large numbers, and words for small ones.

In: the code of a language.
Out: frozen tables.  A language without a table has its signs from CLDR and no words.
Words are the beginnings of regular expressions, so that suffixes and particles may follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# One and two are everywhere, also where nothing is counted.
_ONES = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH_WORDS = {word: value for value, word in enumerate(f"{_ONES} nineteen".split(" "), 3)} | {
    word: 10 * value for value, word in enumerate(_TENS.split(" "), 2)
}


@dataclass(frozen=True)
class Writing:
    """How a language writes numbers.

    :param decimal: the sign before decimals.
    :param groups: the signs that may stand between thousands.
    :param scales: words that multiply the number before them.
    :param myriads: whether such numbers are added up, as in 1억 5천만.
    :param words: for small numbers, as they begin.
    """

    decimal: str
    groups: str
    scales: Mapping[str, int] = field(default_factory=dict)
    myriads: bool = False
    words: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def _list_words(*rows: str) -> dict[int, tuple[str, ...]]:
    """Give the words of each row to its number: 1, 2, 3 and so on; a row may begin with its number."""
    table: dict[int, tuple[str, ...]] = {}
    number = 0
    for row in rows:
        first, *rest = row.split(" ")
        number, words = (int(first), rest) if first.isdigit() else (number + 1, [first, *rest])
        table[number] = tuple(word.replace("_", r"\s") for word in words)
    return table


_SCALES = {
    "ko": {"십": 10, "백": 100, "천": 10**3, "만": 10**4, "억": 10**8, "조": 10**12},
    "vi": {"trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9},
    "fil": {
        "libo": 10**3,
        "milyon": 10**6,
        "million": 10**6,
        "bilyon": 10**9,
        "billion": 10**9,
        "trilyon": 10**12,
        "trillion": 10**12,
    },
    "hu": {"ezer": 10**3, "ezr": 10**3, "millió": 10**6, "milliárd": 10**9, "billió": 10**12},
}
_WORDS = {
    # Of the Chinese series only what is no particle and no common syllable.
    "ko": _list_words(
        r"하나 한\s 첫",
        r"둘 두\s 이틀",
        r"셋 세\s 석\s 사흘",
        r"넷 네\s 넉\s 나흘",
        r"다섯 오\s 닷새",
        r"여섯 육\s 엿새",
        r"일곱 칠\s 이레",
        r"여덟 팔\s 여드레",
        r"아홉 구\s 아흐레",
        r"열 십\s",
        r"열하나 열한 십일 열하루",
        r"열둘 열두 십이 열이틀",
        r"열셋 열세 십삼 열사흘",
        r"열넷 열네 십사 열나흘",
        r"열다섯 십오 보름",
        r"열여섯 십육",
        r"열일곱 십칠",
        r"열여덟 십팔",
        r"열아홉 십구",
        r"스물 스무 이십",
        r"30 서른 삼십",
        r"40 마흔 사십",
        r"50 쉰 오십",
        r"60 예순 육십",
        r"70 일흔 칠십",
        r"80 여든 팔십",
        r"90 아흔 구십",
        r"100 백",
        r"1000 천",
    ),
    "vi": _list_words(
        "một nhất đầu",
        "hai nhì đôi",
        "ba",
        "bốn tư",
        r"năm(?!\s\d) lăm",
        "sáu",
        "bảy bẩy",
        "tám",
        "chín",
        "mười chục",
        "mười_một",
        "mười_hai tá",
        "mười_ba",
        "mười_bốn",
        "mười_lăm",
        "mười_sáu",
        "mười_bảy",
        "mười_tám",
        "mười_chín",
        "hai_mươi",
        "30 ba_mươi",
        "40 bốn_mươi",
        "50 năm_mươi",
        "60 sáu_mươi",
        "70 bảy_mươi",
        "80 tám_mươi",
        "90 chín_mươi",
        "100 một_trăm trăm",
        "1000 một_nghìn một_ngàn nghìn ngàn",
    ),
    "fil": _list_words(
        "isa una iisa uno",
        "dalawa ikalawa pangalawa dos kapwa",
        "tatlo ikatlo pangatlo tres",
        "apat ikaapat pang-apat kuwatro",
        "lima ikalima panlima singko",
        "anim ikaanim pang-anim sais",
        "pito ikapito pampito siyete",
        "walo ikawalo pangwalo otso",
        "siyam ikasiyam pansiyam nuwebe",
        "sampu ikasampu pansampu diyes",
        "labing-isa labing-isa once",
        "labindalawa ikalabindalawa dose",
        "labintatlo ikalabintatlo trese",
        "labing-apat ikalabing-apat katorse",
        "labinlima ikalabinlima kinse",
        "labing-anim ikalabing-anim",
        "labimpito ikalabimpito",
        "labingwalo ikalabingwalo",
        "labinsiyam ikalabinsiyam",
        "dalawampu ikadalawampu beinte",
        "30 tatlumpu treinta",
        "40 apatnapu kuwarenta",
        "50 limampu singkuwenta",
        "60 animnapu sesenta",
        "70 pitumpu setenta",
        "80 walumpu otsenta",
        "90 siyamnapu nobenta",
        "100 sandaan isang_daan daan",
        "1000 sanlibo isang_libo libo",
    ),
    "hu": _list_words(
        "egy első",
        "két kettő kette másod",
        "három hárm harm",
        "négy",
        "öt",
        "hat",
        "hét het",
        "nyolc",
        "kilenc",
        "tíz tiz",
        "tizenegy",
        "tizenkét tizenkettő tizenkette",
        "tizenhárom tizenhárm tizenharm",
        "tizennégy",
        "tizenöt",
        "tizenhat",
        "tizenhét tizenhet",
        "tizennyolc",
        "tizenkilenc",
        "húsz husz",
        "30 harminc",
        "40 negyven",
        "50 ötven",
        "60 hatvan",
        "70 hetven",
        "80 nyolcvan",
        "90 kilencven",
        "100 száz",
        "1000 ezer",
    ),
}


# How tens and ones are joined; the ones that follow tens in Hungarian and Korean are those of the table.
_JOINTS = {"ko": "", "vi": r"\s", "fil": r"[’']t\s", "hu": ""}
_JOINED_TENS = {"hu": {20: ("huszon",)}}


def join_tens(code: str) -> Mapping[int, tuple[str, ...]]:
    """Give the words of a language for small numbers, with those that are made of tens and ones."""
    words = dict(_WORDS.get(code, {}))
    for tens in range(20, 100, 10):
        for ones in range(1, 10) if words else ():
            starts = _JOINED_TENS.get(code, {}).get(tens, words[tens])
            words.setdefault(tens + ones, tuple(a + _JOINTS[code] + b for a in starts for b in words[ones]))
    return words


@cache
def find_writing(code: str) -> Writing:
    """Find how a language writes numbers."""
    from babel.core import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    try:
        decimal, group = get_decimal_symbol(code), get_group_symbol(code)
    except (UnknownLocaleError, ValueError):
        decimal, group = ".", ","
    # Typed with a plain space as well, where CLDR wants one that does not break.
    groups = "\u202f\u2009" + ("\u00a0 " if group.isspace() else group)
    return Writing(decimal, groups, _SCALES.get(code, {}), code == "ko", join_tens(code))
