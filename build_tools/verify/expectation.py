"""What an artifact must say about itself.

In: facts that the caller knows.  Out: a frozen `Expectation`.
Where the facts come from is not this module's business; verifiers never look at the sources of the book.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Expectation:
    """The facts against which an artifact is held.

    :param direction: "ltr" or "rtl".
    :param date: the day of the edition, as 2026-01-31.
    :param headings: the titles of all chapters in reading order.
    :param fonts: the families that the PDF may use.
    :param languages: all languages of the book, this one included.
    :param place: how the artifact is called in problems.
    """

    language: str
    direction: str
    title: str
    authors: tuple[str, ...]
    date: str
    identifier: str
    headings: tuple[str, ...]
    fonts: tuple[str, ...]
    languages: tuple[str, ...]
    place: str
