"""References that tell their page."""

import doctest

import pytest

from build_tools.writers.fragments import iter_with_class, parse_fragment
from build_tools.writers.pdf import references
from build_tools.writers.pdf.folios import Folio
from build_tools.writers.pdf.page_numbers import number_pages
from build_tools.writers.pdf.references import Wording, mark_references
from build_tools.writers.pdf.typography import WORD_JOINER

ENGLISH = Wording("(p. {page})", "p. {page}")
KOREAN = Wording("({page}쪽)", "{page}쪽", "")
LINK = '<a class="reference internal" href="#other">Apollo</a>'
OTHER = '<article id="other"><h1>Apollo</h1></article>'


def test_examples_of_the_module() -> None:
    """The examples in its docstrings are true."""
    assert doctest.testmod(references).failed == 0


def refer(text: str, wording: Wording = ENGLISH) -> str:
    """Tell the pages of a chapter's references, where Apollo begins on page 42."""
    root = parse_fragment(f'<article id="one">{text.replace("LINK", LINK)}</article>{OTHER}')
    mark_references(root, wording)
    return "".join(number_pages(root, {"other": Folio(True, 42)}, "")[0].itertext())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>As LINK tells.</p>", "As Apollo (p.\u00a042) tells."),
        ("<p>They landed (see LINK).</p>", "They landed (see Apollo, p.\u00a042)."),
        ("<p>(So) see LINK.</p>", "(So) see Apollo (p.\u00a042)."),
        ("<p>Here <em>(as in</em> LINK).</p>", "Here (as in Apollo, p.\u00a042)."),
        ('<p>It flew.<small class="told-in"> → LINK</small></p>', "It flew. → Apollo (p.\u00a042)"),
        ("<p>Read “LINK” first.</p>", "Read “Apollo” (p.\u00a042) first."),
        ("<p>It is LINK’s.</p>", "It is Apollo (p.\u00a042)’s."),
        ("<h2>LINK</h2>", "Apollo"),
        ('<p><small class="sigla">LINK</small></p>', "Apollo"),
        ('<p><a class="reference internal" href="#one">Here</a></p>', "Here"),
        ('<p><a class="reference internal" href="#gone">Gone</a></p>', "Gone"),
        ('<p><a class="reference internal" href="#other"><span class="xref std-term">x</span></a></p>', "x"),
    ],
)
def test_reference_tells_its_page(text: str, shown: str) -> None:
    """A link of the text to another chapter tells the page; headings, margins, terms and links nearby do not."""
    assert refer(text) == shown


def test_reference_in_korean() -> None:
    """In Korean the page follows the word without a space, and no line breaks between them."""
    assert refer("<p>LINK에서</p>", KOREAN) == f"Apollo{WORD_JOINER}(42{WORD_JOINER}쪽){WORD_JOINER}에서"
    assert refer("<p>‘LINK’라는 장</p>", KOREAN) == f"‘Apollo’{WORD_JOINER}(42{WORD_JOINER}쪽){WORD_JOINER}라는 장"


def test_number_is_a_link() -> None:
    """The number leads where the words lead."""
    root = parse_fragment(f'<article id="one"><p>{LINK}</p></article>{OTHER}')
    mark_references(root, ENGLISH)
    (number,) = iter_with_class(number_pages(root, {"other": Folio(True, 42)}, ""), "page-number")

    assert (number.get("href"), number.text) == ("#other", "42")
