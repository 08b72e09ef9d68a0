"""Terms: a concept has the word of the termbase, and never a word that it says to avoid.

In: a message, with the termbase of its language.
Out: a fault for each concept of the original that is called otherwise.
Words are found as they may be bent (`bending.py`).  The file of the termbase is the business of
`build_tools.translations.termbase`.
"""

import re
from collections.abc import Iterator

from build_tools.guard.fault import Fault
from build_tools.guard.shape import split_role
from build_tools.problems import Code
from build_tools.translations.checks.bending import (
    has_beginning,
    has_parts,
    match_right_word,
    match_stem,
    match_wrong_word,
)
from build_tools.translations.checks.comments import list_excuses
from build_tools.translations.checks.message import Message
from build_tools.translations.termbase import Term

_QUOTED = re.compile(r"[‘“„]([^‘’“”„]+)[’”]")
_ROLE = re.compile(r"\{term\}`([^`]*)`")
_BEGIN = re.compile(r"(?:^|[.?!:] )[‘“(]?$")
# The English of nations: another language may say 'of Russia' or 'of the Russians'.
_NATIONS = re.compile(r"(?:Soviet|Filipino|French|\w+(?:ian|ean|can|man|ese|ish))$")
# Heavenly bodies: one stands on some, and rockets and probes are named after the others.
_GROUND = frozenset({"Earth", "Moon"})
_PLANETS = frozenset({"Mercury", "Venus", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto"})
_SENTENCE = re.compile(r"[.?!:][’”)]*$")


def check_linked_terms(message: Message) -> Iterator[Fault]:
    """Yield a fault for each link to the glossary whose title is not the word of the termbase."""
    if message.plain or "{term}" not in message.translation:
        return
    # Where the English title is another word than its target, that of the translation may be another too.
    english = {target: title for title, target in map(split_role, _ROLE.findall(message.original))}
    for title, target in map(split_role, _ROLE.findall(message.translation)):
        for term in message.known.termbase.find(target):
            is_meant = term.pattern.fullmatch(target) and term.pattern.fullmatch(english.get(target, ""))
            if is_meant and not uses_term(title, term, message.language.code) and not is_excused(message, term.concept):
                yield make_fault(Code.PO_TERM, f"'{title}'", term, message)


def check_names(message: Message) -> Iterator[Fault]:
    """Yield a fault for each name that is not written as in the termbase, and for a message that is a term.

    Common words may be called otherwise where the sentence wants it, and so may a concept that needs an explanation.
    """
    for term in (term for term in message.concepts if term.concept not in _PLANETS):
        is_whole = message.original_words == term.concept and not shares_word(message.words, term)
        is_meant = is_whole or mentions_name(message.original_words, term)
        if not is_meant or is_excused(message, term.concept):
            continue
        # Some names stay as they are.
        if term.concept not in message.words and not uses_term(message.words, term, message.language.code):
            yield make_fault(Code.PO_TERM, "another word", term, message)


def check_forbidden_words(message: Message) -> Iterator[Fault]:
    """Yield a fault for each word that the termbase says to avoid, where its concept is meant."""
    # A concept that needs an explanation has other senses, in which the word may be right.
    for term in message.concepts:
        for avoided in () if "(" in term.concept or term.concept in _PLANETS else term.avoid:
            if is_excused(message, avoided):
                continue
            places = match_wrong_word(avoided, message.language.code).finditer(message.words)
            wrong = next((place for place in places if not is_right(place, avoided, message)), None)
            if wrong:
                yield make_fault(Code.PO_AVOID, f"'{wrong[0]}'", term, message)


def is_excused(message: Message, word: str) -> bool:
    """Tell whether a note of the translator excuses a word or a concept."""
    return any(word.casefold() in note.casefold() for note in list_excuses(message.comment, "term"))


def mentions_name(text: str, term: Term) -> bool:
    """Tell whether a sentence has a concept that is a name, with capital letters that are not those of a sentence."""
    words = re.findall(r"[^\W\d]{3,}", term.concept)
    if "(" in term.concept or not words or not all(word[0].isupper() for word in words):
        return False
    if term.concept in _GROUND or _NATIONS.match(term.concept):
        return False
    begins = len(words) == 1 and all(_BEGIN.search(text[: place.start()]) for place in term.pattern.finditer(text))
    return bool(_SENTENCE.search(text)) and not begins


def uses_term(text: str, term: Term, code: str) -> bool:
    """Tell whether a text has one of the words of a term; of the name of a person one part is enough."""
    # What the note quotes is good in some contexts.
    words = [*term.words, *_QUOTED.findall(term.note)]
    if ", " in term.concept:
        shortest = 2 if code == "ko" else 4
        words = [part for word in words for part in re.split(r",? ", word) if len(part) >= shortest] or words
    return any(
        match_stem(word, code).search(text) or has_parts(text, word, code) or has_beginning(text, word)
        for word in words
    )


def shares_word(text: str, term: Term) -> bool:
    """Tell whether a label has at least one word of a term, whose others it may lack room for."""
    found = set(re.findall(r"\w+", text.casefold()))
    return any(
        found.intersection(re.findall(r"\w+", word.casefold()))
        or (len(text) > 3 and text.casefold() in word.casefold())
        for word in term.words
    )


def is_right(place: re.Match[str], avoided: str, message: Message) -> bool:
    """Tell whether a word to avoid is right all the same.

    It may be part of a name that stays as it is, as in Lunar Orbiter, or of a right word, as Braun is of von Braun;
    and it may be the right word for another concept of the message.
    """
    if place[0][0].isupper() and avoided[0].islower() and place.start() and place[0] in message.original:
        return True
    rights = {
        word
        for term in message.known.termbase.terms
        for word in term.words
        if avoided.casefold() in word.casefold() and (len(word) > len(avoided) or term in message.concepts)
    }
    return any(
        found.start() <= place.start() and place.end() <= found.end()
        for word in rights
        for found in match_right_word(word, message.language.code).finditer(message.words)
    )


def make_fault(code: Code, shown: str, term: Term, message: Message) -> Fault:
    """Make a fault that quotes the termbase."""
    note = f"\nIts note: {term.note}." if term.note else ""
    cure = (
        f"Use the word of locales/{message.language.code}/terms.tsv, or add yours there with a semicolon.{note}"
        f"\nWhere it is right, say so above the message: # term: {term.concept} …"
    )
    return Fault(code, f"{shown} stands for {term.concept}; the termbase has {' or '.join(term.words)}", cure)
