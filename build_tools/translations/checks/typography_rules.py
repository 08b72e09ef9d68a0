"""How each language sets its signs: the one table of rules.

In: nothing.
Out: for each language a tuple of rules: what is looked for, what is found, what to do.

Hungarian: A magyar helyesírás szabályai (AkH 12).  Korean: 한글 맞춤법 and 문장 부호 of the National Institute of the
Korean Language.  Vietnamese and Filipino: the usage of schoolbooks and newspapers, as in the translations of this book.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A sign that a translation should not have.

    :param found: what is found; `{0}` is what matched.
    """

    pattern: re.Pattern[str]
    found: str
    cure: str


@dataclass(frozen=True)
class Signs:
    """How a language sets its signs.

    :param quotes: pairs of quotation marks, the outer one first.
    :param rules: what it should not have.
    """

    quotes: tuple[str, ...]
    rules: tuple[Rule, ...]


def _rule(pattern: str, found: str, cure: str) -> Rule:
    return Rule(re.compile(pattern), found, cure)


# Abbreviations and ordinals end in a full stop, which another sign may follow.
COMMON = (
    _rule(r"(?<=\S)[ \u00a0]{2,}(?=\S)", "two spaces", "Leave one."),
    _rule(r"(?<=\w)[ \u00a0]+[,.;:!?](?![\w.])", "a space before a punctuation mark", "Take the space out."),
    _rule(r"([,;:])\1|(?<!\.)\.\.(?!\.)|,[.;:]|[;:],", "doubled punctuation '{0}'", "Leave one of the signs."),
    _rule(r"\.{3,}", "full stops in a row", "Write an ellipsis: …"),
    _rule(r"(?<=[^\W\d_])[,;](?=[^\W\d_])", "no space after '{0}'", "Put one in."),
    _rule(r"(?<=[^\W\d_]{3})[.?!](?=[^\W\d_]{3})", "no space after '{0}'", "Put one in."),
    _rule(r"[(\[]\s|\s[)\]]", "a space inside brackets", "Take the space out."),
    _rule(r"(?<=\s)-(?=\s)|--+|—", "'{0}' as a dash", "Write an en dash with spaces: –"),
    _rule(r"(?<!\S)-(?=\d)", "a hyphen as a minus sign", "Write a minus sign: −"),
    _rule(r"(?<=\d)[ \u00a0]%", "a space before the per cent sign", "Take the space out."),
)
_ENGLISH_QUOTES = ("“”", "‘’")
_STRAIGHT = r"\"|(?<!\w)'|'(?!\w)|(?<=\w)'(?=\w)"
LANGUAGES = {
    "hu": Signs(
        ("„”", "»«"),
        (
            _rule(_STRAIGHT + r"|[“‘‚‹›`´]|(?<!\w)’|’(?!\w)", "the quotation mark '{0}'", "Write „…”, inside it »…«."),
            _rule(r"(?<![\w.,–-])\d+-\d+(?![\w-])", "a hyphen between numbers", "Write an en dash: 1957–58."),
            _rule(r"\d–(?=[a-záéíóöőúüű]{2})", "an en dash before a suffix", "Write a hyphen: 1957-ben."),
            _rule(r"(?<=[^\W\d_]) –(?=[^\W\d_])|(?<=\S)– (?=[^\W\d_])", "a dash with one space", "Write two spaces."),
        ),
    ),
    "ko": Signs(
        ("“”", "‘’", "《》", "〈〉"),
        (
            _rule(_STRAIGHT + "|[„«»‚‹›`´]", "the quotation mark '{0}'", "Write ‘ ’ or “ ”."),
            _rule("[「」『』≪≫]", "the bracket '{0}'", "Write 《 》 for books and newspapers, 〈 〉 for their parts."),
            _rule("[，．：；？！（）～]", "the wide sign '{0}'", "Write the narrow one."),
            _rule("[・ㆍ•∙‧]", "the middle dot '{0}'", "Write · (U+00B7)."),
            _rule("⋯|·{3,}|。", "the sign '{0}'", "Write … or a full stop."),
            _rule(r"(?<![\w.,-])\d{2,4}[-–]\d{2,4}(?![A-Za-z0-9-])", "'{0}'", "Write ~ between numbers: 1957~58년."),
            _rule(
                r"(?<=\d)[ \u00a0](?=년|세기|킬로미터|킬로그램|센티미터|미터|퍼센트)",
                "a space before a unit",
                "Write the unit right after the digits: 58센티미터.",
            ),
            _rule(r"(?<=[가-힣]) \((?!□)", "a space before a bracket", "Write it right after the word: 날짜(UTC)."),
            _rule(
                r"(?<=[A-Za-z0-9)’”》〉□]) (?:은|는|을|를|의|와|과|에서|으로|까지|부터|에게)(?=[\s,.])",
                "a space before the particle '{0}'",
                "Write the particle right after its word.",
            ),
            _rule(r"[ㄱ-ㆎ]", "'{0}' that belongs to no syllable", "Type the syllable anew."),
        ),
    ),
    "vi": Signs(
        _ENGLISH_QUOTES,
        (
            _rule(_STRAIGHT + "|[„«»‚‹›`´]", "the quotation mark '{0}'", "Write “…”, inside it ‘…’."),
            _rule(r"(?<![\w.,–-])\d+-\d+(?![\w-])", "a hyphen between numbers", "Write an en dash: 1957–1958."),
            _rule(
                r"(?i)\b\w*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b",
                "the tone in '{0}'",
                "Put the tone on the first of the two vowels: hòa, khỏe, thủy.",
            ),
            _rule(r"(?i)\b(?:kĩ|kỉ|kì|lí|mĩ|quí|quĩ)\b", "'{0}'", "Write y: kỹ, kỷ, kỳ, lý, Mỹ, quý, quỹ."),
        ),
    ),
    "fil": Signs(
        _ENGLISH_QUOTES,
        (
            _rule(_STRAIGHT + "|[„«»‚‹›`´]", "the quotation mark '{0}'", "Write “…”, inside it ‘…’; isa’t isa has ’."),
            _rule(r"”[.,]", "'{0}'", "Put full stop and comma before the closing quotation mark: .” and ,”"),
            _rule(r"(?<!\w)‘(?=(?:yong|yon|to|no|di|wag|pag|kundi)\b)", "‘ as an apostrophe", "Write ’yong, ’di."),
            _rule(r"(?<![\w.,–-])\d+-\d+(?![\w-])", "a hyphen between numbers", "Write an en dash: 1957–58."),
            _rule(r"\b[Ii]ka (?=\d)", "'ika' without a hyphen", "Write ika-20."),
        ),
    ),
}
# A language without rules of its own may set its quotation marks as it likes.
OTHER = Signs((), ())
