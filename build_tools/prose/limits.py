"""How long and how many: the numbers that the prose lint holds the book to.

In: nothing.  Out: frozen `Limits`; those of another book are given by who checks it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """The smallest and the largest number allowed."""

    least: int
    most: int

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


# Facts and reasons are told shortly; of the other two kinds there are points to look for.
_ANSWERS = {"recall": Span(1, 2), "explain": Span(1, 3), "compare": Span(1, 4), "argue": Span(1, 5)}


@dataclass(frozen=True)
class Limits:
    """The numbers of the real book.

    :param words: of a chapter's running text; notes count, headings, captions, tables, questions and answers do not.
    :param answers: sentences of an answer, by the kind of its question; the words of an answer are `answer_words`.
    :param alternative: letters of the alternative text of a drawing.
    :param set_aside: claims that may be left out of the book with a reason.
    :param index_entries: different entries that the index must have, subentries counted.
    """

    words: Span = Span(500, 1000)
    summary: Span = Span(2, 2)
    key_dates: Span = Span(3, 8)
    questions: Span = Span(4, 6)
    question_kinds: tuple[str, ...] = ("recall", "explain", "compare", "argue")
    answers: Mapping[str, Span] = field(default_factory=lambda: dict(_ANSWERS))
    answer_words: Span = Span(1, 90)
    drawings: int = 1
    alternative: Span = Span(10, 500)
    set_aside: Span = Span(0, 39)
    index_entries: int = 300
