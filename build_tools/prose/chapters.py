"""The shape of a chapter: summary, key dates, questions with their answers, a drawing, and its length.

In: the manuscript.  Out: a problem for each part that is missing, too many, too short or too long.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from build_tools.problems import Code, Problem
from build_tools.prose.document import Directive, Document, Kind, count_words, split_sentences
from build_tools.prose.limits import Limits, Span
from build_tools.prose.manuscript import Manuscript

_KIND = re.compile(r"\s*(\w+):\s+(\S.*)")
_ANSWER = "answer"


def check_length(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each chapter that is too short or too long."""
    for chapter in manuscript.chapters:
        count = sum(count_words(line.text) for line in chapter.running)
        if count not in manuscript.limits.words:
            found = f"the chapter has {count} words of text; {manuscript.limits.words} are wanted"
            yield chapter.problem(Code.CHAPTER_SHAPE, 1, found)


def check_summary(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each chapter without one summary of two sentences."""
    for chapter in manuscript.chapters:
        yield from check_once(chapter, "summary")
        lines = [line for line in chapter.lines if line.kind is Kind.SUMMARY]
        count = sum(len(split_sentences(line.text)) for line in lines)
        if lines:
            yield from check_count(
                chapter, lines[0].number, "the summary", count, "sentences", manuscript.limits.summary
            )


def check_key_dates(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each chapter without one list of key dates, all of them events of the table."""
    for chapter in manuscript.chapters:
        yield from check_once(chapter, "key-dates")
        for directive in chapter.named("key-dates"):
            names = list_names(directive)
            count, span = len(names), manuscript.limits.key_dates
            yield from check_count(chapter, directive.line, "the list of key dates", count, "events", span)
            for number, name in names:
                if manuscript.events and name not in manuscript.events:
                    found = f"the table of events has no '{name}'"
                    yield chapter.problem(Code.EVENT_UNKNOWN, number, found)


def check_events_told(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each event that no chapter names; a first stands in the table of firsts at least."""
    directives = [directive for chapter in manuscript.chapters for directive in chapter.named("key-dates")]
    named = {name for directive in directives for _, name in list_names(directive)}
    path = manuscript.path(manuscript.events_table)
    for name, event in manuscript.events.items():
        if name not in named and not event.first:
            cure = "Name it in the key dates of the chapter that tells it."
            yield Problem.of(Code.EVENT_UNTOLD, path, f"no chapter names '{name}'", line=event.line, cure=cure)


def check_questions(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each chapter without one list of questions of every kind."""
    for chapter in manuscript.chapters:
        yield from check_once(chapter, "questions")
        for directive in chapter.named("questions"):
            kinds = [kind for _number, kind, _text in list_question_lines(directive) if kind != _ANSWER]
            count, span = len(kinds), manuscript.limits.questions
            yield from check_count(chapter, directive.line, "the list of questions", count, "questions", span)
            for kind in manuscript.limits.question_kinds:
                if kind not in kinds:
                    yield chapter.problem(Code.CHAPTER_SHAPE, directive.line, f"no question begins with '{kind}:'")


def check_answers(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each question without one answer, and for each answer that is too short or too long."""
    for chapter in manuscript.chapters:
        for directive in chapter.named("questions"):
            lines = list(list_question_lines(directive))
            for (number, kind, _text), (_number, following, _answer) in pairwise([*lines, (0, "", "")]):
                if _ANSWER not in {kind, following}:
                    cure = "Write a line 'answer: …' right behind it."
                    yield chapter.problem(Code.CHAPTER_SHAPE, number, "the question has no answer", cure)
            for (_number, kind, _text), (number, following, text) in pairwise([(0, _ANSWER, ""), *lines]):
                if following == _ANSWER:
                    yield from check_answer(chapter, number, kind, text, manuscript.limits)


def check_answer(chapter: Document, line: int, kind: str, text: str, limits: Limits) -> Iterator[Problem]:
    """Yield a problem for an answer that is too short, too long or stands behind no question.

    :param kind: that of the question before it.
    """
    if kind == _ANSWER:
        yield chapter.problem(Code.CHAPTER_SHAPE, line, "the answer does not stand behind a question")
        return
    span = limits.answers.get(kind)
    if span:
        sentences = len(split_sentences(text))
        yield from check_count(chapter, line, f"the answer to '{kind}:'", sentences, "sentences", span)
    yield from check_count(chapter, line, "the answer", count_words(text), "words", limits.answer_words)


def check_pictures(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each chapter with too few drawings."""
    for chapter in manuscript.chapters:
        if len(chapter.named("drawing")) < manuscript.limits.drawings:
            yield chapter.problem(Code.CHAPTER_SHAPE, 1, "the chapter has no drawing")


def check_once(chapter: Document, name: str) -> Iterator[Problem]:
    """Yield a problem where a directive does not stand exactly once in a chapter."""
    found = chapter.named(name)
    if len(found) != 1:
        line = found[-1].line if found else 1
        yield chapter.problem(Code.CHAPTER_SHAPE, line, f"the chapter has {len(found)} of {{{name}}}; 1 is wanted")


def check_count(chapter: Document, line: int, what: str, count: int, of: str, span: Span) -> Iterator[Problem]:
    """Yield a problem where a number is out of its span."""
    if count not in span:
        yield chapter.problem(Code.CHAPTER_SHAPE, line, f"{what} has {count} {of}; {span} are wanted")


def list_names(directive: Directive) -> list[tuple[int, str]]:
    """List the names in the body of a directive with their lines."""
    lines = enumerate(directive.body, directive.body_line)
    return [(number, name) for number, line in lines for name in line.split()]


def list_question_lines(directive: Directive) -> Iterator[tuple[int, str, str]]:
    """List the lines of questions and answers with their numbers: what kind each is, and what it says."""
    for number, line in enumerate(directive.body, directive.body_line):
        found = _KIND.match(line)
        if line.strip():
            yield (number, found[1], found[2]) if found else (number, "", line)


CHAPTER_CHECKS: tuple[Callable[[Manuscript], Iterator[Problem]], ...] = (
    check_length,
    check_summary,
    check_key_dates,
    check_questions,
    check_answers,
    check_pictures,
    check_events_told,
)
