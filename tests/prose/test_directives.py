"""What stands in directives."""

from build_tools.prose.directives import read_entries, split_directive, split_glossary
from build_tools.prose.document import Option


def test_options_stand_before_the_body() -> None:
    """Options are known by name, with their lines; the body begins below them."""
    directive = split_directive("{drawing} /figures/a.svg", ":name: a\n:alt: A: b.\n\nThe caption.\n", 10)

    assert directive is not None
    assert (directive.name, directive.argument, directive.line) == ("drawing", "/figures/a.svg", 10)
    assert directive.options == (Option("name", "a", 11), Option("alt", "A: b.", 12))
    assert (directive.body, directive.body_line) == (("", "The caption."), 13)
    assert (directive.option("alt"), directive.option("data")) == ("A: b.", "")


def test_code_is_no_directive() -> None:
    """A block of code with or without a language is no directive."""
    assert [split_directive(info, "x\n", 1) for info in ("", "python")] == [None, None]


def test_entries_of_the_index() -> None:
    """Each line is an entry; a pair is one under each of its words; a line without a kind has none."""
    directive = split_directive("{index} single: Moon", "single: rocket; of two stages\npair: a; b\nsee: c; d\ne\n", 5)

    assert directive is not None
    assert [(entry.kind, entry.parts, entry.line) for entry in read_entries(directive)] == [
        ("single", ("Moon",), 5),
        ("single", ("rocket", "of two stages"), 6),
        ("single", ("a", "b"), 7),
        ("single", ("b", "a"), 7),
        ("see", ("c", "d"), 8),
        ("", ("e",), 9),
    ]


def test_terms_of_the_glossary() -> None:
    """Terms begin their lines, explanations are set in."""
    directive = split_directive("{glossary}", "a\n  One.\n  Two.\n\nb\n  Three.\n", 1)

    assert directive is not None
    terms, lines = split_glossary(directive)
    assert [(term.name, term.line) for term in terms] == [("a", 2), ("b", 6)]
    assert lines == [(3, "One."), (4, "Two."), (7, "Three.")]
