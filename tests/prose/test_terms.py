"""Terms of the glossary, and the links to them."""

from build_tools.prose.terms import check_term_targets, check_terms_once, check_terms_used
from tests.prose.samples import read, tell, write_up

GLOSSARY = read("```{glossary}\nrocket\n  A {term}`stage` or two.\n\nstage\n  A part.\n```\n", "backmatter/glossary")


def test_terms_that_are_linked_once() -> None:
    """Terms of the glossary that a chapter links once, in whatever letters, pass."""
    manuscript = write_up(GLOSSARY, read("A {term}`Rocket` with {term}`stages <stage>`."))

    checks = (check_term_targets, check_terms_once, check_terms_used)
    assert [tell(check(manuscript)) for check in checks] == [[], [], []]


def test_terms_that_the_glossary_lacks() -> None:
    """A link to an unknown term is told with its line."""
    assert tell(check_term_targets(write_up(GLOSSARY, read("# A\n\nA {term}`probe`.")))) == [
        (3, "the glossary does not have 'probe'")
    ]


def test_terms_that_are_linked_twice() -> None:
    """A second link of a chapter to a term is told; the back of the book may link as it likes."""
    text = "A {term}`rocket`.\nTwo {term}`rockets <rocket>`."

    assert tell(check_terms_once(write_up(GLOSSARY, read(text), read(text, "backmatter/people")))) == [
        (2, "'rocket' is linked a second time")
    ]


def test_terms_that_nobody_links() -> None:
    """A term that only the glossary itself links is told with its place there."""
    assert tell(check_terms_used(write_up(GLOSSARY, read("A {term}`rocket`.")))) == [(5, "no text links 'stage'")]
