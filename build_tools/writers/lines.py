"""The lines of titles: where a reader would end them.

In: a title or a subtitle.  Out: its lines, as texts.
How large they are is the business of style sheets.
"""

import re
import unicodedata
from functools import cache
from math import inf


def split_title(title: str) -> list[str]:
    """Split a title into two lines: after a comma or a colon, else at the space nearest to its middle.

    Short titles stay on one line; long ones are left to run on.

    >>> split_title("우주 경쟁, 네 가지 이야기")
    ['우주 경쟁,', '네 가지 이야기']
    >>> split_title("Four Tellings of the Space Race")
    ['Four Tellings of', 'the Space Race']
    """
    parts = re.split(r"(?<=[,:;]) ", title, maxsplit=1)
    spaces = [place for place, letter in enumerate(title) if letter == " "]
    if len(parts) > 1 or not spaces or not 20 < len(title) <= 50:
        return parts
    middle = min(spaces, key=lambda place: abs(2 * place - len(title)))
    return [title[:middle], title[middle + 1 :]]


def split_evenly(text: str, most: int) -> list[str]:
    """Split a text into as few lines as can be, as even as can be; a line rather ends with a comma.

    :param most: how wide a line may be, in letters; those of East Asian scripts count twice.

    >>> split_evenly("One race, told in Seoul, Hanoi, Manila and Budapest", 40)
    ['One race, told in Seoul,', 'Hanoi, Manila and Budapest']
    >>> split_evenly("Guide", 40)
    ['Guide']
    """
    words = text.split()
    for count in range(1, len(words) + 1):
        if lines := _split_into(words, count, most):
            return lines
    return words


def _split_into(words: list[str], count: int, most: int) -> list[str]:
    """Split words into so many lines; give none where one would be too wide."""
    mean = _measure(" ".join(words)) / count

    @cache
    def split(begin: int, left: int) -> tuple[float, tuple[str, ...]]:
        """Split what begins with a word into the lines that are left; tell how uneven they are."""
        if not left:
            return (0 if begin == len(words) else inf), ()
        ways: list[tuple[float, tuple[str, ...]]] = [(inf, ())]
        for end in range(begin + 1, len(words) + 1):
            line = " ".join(words[begin:end])
            if _measure(line) > most:
                break
            uneven, others = split(end, left - 1)
            # A line without a comma is as good as one that has it and is six letters off.
            rough = 40 if others and line[-1] not in ",:;" else 0
            ways.append((uneven + rough + (_measure(line) - mean) ** 2, (line, *others)))
        return min(ways)

    uneven, lines = split(0, count)
    return list(lines) if uneven < inf else []


def _measure(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
