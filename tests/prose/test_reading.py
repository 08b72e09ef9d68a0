"""From Markdown to lines: what readers see, and where it stands."""

import runpy

import pytest

from build_tools.paths import Repository
from build_tools.prose.document import OPAQUE, Kind
from build_tools.prose.reading import EXTENSIONS
from tests.prose.samples import CHAPTER, read


def test_markdown_is_read_with_the_settings_of_the_book() -> None:
    """The lint and Sphinx take the same extensions for Markdown."""
    settings = runpy.run_path(str(Repository().book / "conf.py"))

    assert set(settings["myst_enable_extensions"]) == EXTENSIONS


def test_each_line_has_its_number_and_its_kind() -> None:
    """Lines of paragraphs, directives and notes keep the numbers that they have in the file."""
    lines = {line.number: (line.kind, line.text) for line in read(CHAPTER).lines}

    assert lines == {
        1: (Kind.HEADING, "The first chapter"),
        4: (Kind.SUMMARY, "A rocket flew."),
        5: (Kind.SUMMARY, "It was the first."),
        13: (Kind.LABEL, "rocket; of two stages"),
        14: (Kind.LABEL, "Sputnik 1"),
        15: (Kind.LABEL, "launcher; rocket"),
        19: (Kind.PROSE, "A rocket carried Sputnik 1 into the sky on 4 October 1957."),
        20: (Kind.PROSE, "See the list for 20 per cent of it."),
        24: (Kind.ALTERNATIVE, "A large dot beside a small one."),
        27: (Kind.CAPTION, "Two dots, to scale."),
        31: (Kind.QUESTION, "Who planned the rocket?"),
        32: (Kind.ANSWER, "It was planned by two people."),
        33: (Kind.QUESTION, "Why did it fly?"),
        34: (Kind.ANSWER, "It was light."),
        35: (Kind.QUESTION, "Which was larger?"),
        36: (Kind.ANSWER, "The first one was."),
        37: (Kind.QUESTION, "Was it the first?"),
        38: (Kind.ANSWER, "It was, if height counts. It was not, if range does."),
        41: (Kind.NOTE, "It was evening."),
    }


def test_lines_of_a_paragraph_are_one_block() -> None:
    """Lines that follow one another share a block; those of the next paragraph have another."""
    first, second, third = read("One.\nTwo.\n\nThree.\n").lines

    assert first.block == second.block != third.block


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A {term}`rockets <rocket>` b.", "A rockets b."),
        ("A {term}`rocket` b.", "A rocket b."),
        ("A [link](b.md) *c*.", "A link c."),
        ("A `code` b.", f"A {OPAQUE} b."),
        ("See {numref}`dots`.", f"See {OPAQUE}."),
        ("A <https://example.org> b.", "A  b."),
        ("A [span]{.wide} b.", "A span b."),
    ],
)
def test_readers_see_words_and_no_markup(text: str, shown: str) -> None:
    """Roles and links give their words; code and numbers of pictures have none."""
    assert [line.text for line in read(text).lines] == [shown]


def test_code_and_comments_are_no_text() -> None:
    """Fenced code, comments and directives without text give no lines."""
    assert read("```sh\nnox -l\n```\n\n% comment\n\n```{toctree}\nfirst\n```\n").lines == ()


def test_tables_give_their_caption_and_their_cells() -> None:
    """The first line of a table directive is its caption; each cell is a block of its own."""
    lines = read(":::{table} Two *rows*\n:name: rows\n\n| Year | Mass |\n| :-- | --: |\n| 1957 | 84 kg |\n:::\n").lines

    assert [(line.number, line.kind, line.text) for line in lines] == [
        (1, Kind.CAPTION, "Two rows"),
        (4, Kind.CELL, "Year"),
        (4, Kind.CELL, "Mass"),
        (6, Kind.CELL, "1957"),
        (6, Kind.CELL, "84 kg"),
    ]
    assert len({line.block for line in lines}) == 5


def test_terms_and_links_know_their_lines() -> None:
    """A term is known by its target, a link by where it leads and whether its address is shown."""
    document = read("# A\n\nOne {term}`rockets <rocket>`.\nTwo [b](../b.md) and <https://example.org/>.\n")

    assert [(term.name, term.line) for term in document.terms] == [("rocket", 3)]
    assert [(link.target, link.line, link.bare) for link in document.links] == [
        ("../b.md", 4, False),
        ("https://example.org/", 4, True),
    ]


def test_glossary_gives_terms_and_their_explanations() -> None:
    """Terms begin their lines; the lines of explanations are text, and may link other terms."""
    document = read("```{glossary}\nSpace Race\n  A rivalry.\n  See {term}`rocket`.\n\nV-2\n  A rocket.\n```\n")

    assert [(term.name, term.line) for term in document.glossary] == [("Space Race", 2), ("V-2", 6)]
    assert [(term.name, term.line) for term in document.terms] == [("rocket", 4)]
    assert [line.text for line in document.lines] == ["Space Race", "A rivalry.", "See rocket.", "V-2", "A rocket."]


@pytest.mark.parametrize(
    ("below", "host"),
    [
        ("Text.", "paragraph_open"),
        ("\nText.", "paragraph_open"),
        ("{.wide}\nText.", "paragraph_open"),
        ("- Item.", "bullet_list_open"),
        ("## Heading", "heading_open"),
        (":::{established} high\nText.\n:::", "colon_fence"),
        ("```{index}\nsingle: A\n```", "fence"),
        ("", ""),
    ],
)
def test_claims_know_what_stands_below_them(below: str, host: str) -> None:
    """A line of claims is found with its number and the block to which MyST would give it."""
    (line,) = read(f"# A\n\n{{.ko-001 .hu-014 .wide}}\n{below}\n").claims

    assert (line.claims, line.line, line.host) == (("ko-001", "hu-014"), 3, host)


def test_claims_in_code_are_no_claims() -> None:
    """What stands in a block of code names no claims; what stands in a directive's text does."""
    document = read("```\n{.ko-001}\nText.\n```\n\n:::{established} low\n{.ko-002}\nText.\n:::\n")

    assert [(line.claims, line.line, line.host) for line in document.claims] == [(("ko-002",), 7, "paragraph_open")]
