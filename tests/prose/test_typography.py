"""Signs that are typed instead of set."""

import pytest

from build_tools.prose.typography import check_typography
from tests.prose.samples import read, tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no".', "a straight quotation mark"),
        ("It's late.", "a straight apostrophe"),
        ("Late -- too late.", "a double hyphen"),
        ("Late — too late.", "an em dash"),
        ("And then...", "full stops in a row"),
        ("Late , too.", "a space before a punctuation mark"),
        ("Late  too.", "two spaces"),
        ("From 1961-63 on.", "a hyphen between numbers"),
        ("It took 5-7 days.", "a hyphen between numbers"),
        ("It was -183 degrees.", "a hyphen as a minus sign"),
        ("A {term} `rocket`.", "{ is shown to readers"),
        ("{.ko-001 .hu-002\nText.", "{ is shown to readers"),
        ("A *rocket.", "* is shown to readers"),
        ("A [link] (b.md) c](d.md).", "]( is shown to readers"),
        ('‘He said "no".’', "a straight quotation mark"),
    ],
)
def test_signs_that_are_typed(text: str, found: str) -> None:
    """Each sign that the house does not set is told with its line and the words around it."""
    problems = list(check_typography(read(f"# A\n\n{text}\n")))

    assert problems
    assert problems[0].line == 3
    assert problems[0].found.startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "‘No’, he said, ‘not “one”.’",
        "It’s late – too late … for 1961–63.",
        "At −183 degrees the R-7 and the MiG-15 flew.",
        "Kwangmyongsong 3-2 flew at 11:45 and 3.5 followed.",
        'Use `nox -- -x "a"` here.',
        "See [it](https://example.org/a--b'c).",
        "In the 1960s a V-2-like rocket flew.",
        "A sentence\nin two lines.",
    ],
)
def test_signs_that_are_set(text: str) -> None:
    """What the house sets, and whatever stands in code and addresses, passes."""
    assert tell(check_typography(read(text))) == []


def test_signs_in_words_that_stand_elsewhere() -> None:
    """Captions, alternative texts, index entries and cells of tables are looked at; dates in data may have hyphens."""
    text = """\
    :::{drawing} /figures/a.svg
    :alt: A "dot".

    A 'dot'.
    :::

    ```{index}
    single: rocket's
    ```
    """

    assert [line for line, _ in tell(check_typography(read(text)))] == [2, 2, 4, 4, 8]
