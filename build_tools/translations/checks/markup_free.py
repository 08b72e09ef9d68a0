"""A message without its markup: the words that a reader sees.

In: a message, in Markdown or plain.
Out: its words; what is not words, such as code and placeholders, leaves a sign in its place.
This is for checks of wording; what is markup and what is not, `build_tools.guard.shape` knows exactly.
"""

import re

# Stands for code, addresses and placeholders: neither a letter nor punctuation in any language.
STAND_IN = "□"
_ROLE = re.compile(r"\{[\w:.+-]{1,40}\}(`{1,2})([^`]*)\1")
_CODE = re.compile(r"(`{1,3})[^`]*\1|<?\bhttps?://[^\s<>()]+>?")
_NOTE = re.compile(r"\[\^[^\[\]]*\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_EMPHASIS = re.compile(r"(?<!\\)\*+|(?<![\w\\])_+(?=\w)|(?<=\w)_+(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"<[!?/a-zA-Z][^<>]*>")
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ #0]?[\d.]*[diouxXeEfFgGcrsa]|%%|\{\w*\}|&#?\w+;")


def strip_markup(text: str, *, plain: bool) -> str:
    """Strip a message of its markup.

    >>> strip_markup("Der {term}`*Satellit* <satellite>` fliegt.[^1]", plain=False)
    'Der Satellit fliegt.'
    >>> strip_markup("[Sputnik](../first/sputnik.md), `x` and **more**", plain=False)
    'Sputnik, □ and more'
    >>> strip_markup("{count} pages of %s", plain=True)
    '□ pages of □'
    """
    if plain:
        return _PLACEHOLDER.sub(STAND_IN, _TAG.sub("", text))
    if not any(sign in text for sign in "`*_[\\<:"):
        return text
    text = _ROLE.sub(lambda role: read_title(role[2]), text)
    text = _NOTE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(STAND_IN, text)
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))


def read_title(content: str) -> str:
    """Read the title of a role.

    >>> read_title("satellites <satellite>"), read_title("satellite")
    ('satellites', 'satellite')
    """
    title = content[: content.rindex("<")].strip() if content.endswith(">") and "<" in content else ""
    return title or content
