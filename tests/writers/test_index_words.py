"""The index leads to the words that its entries are about."""

import pytest
from lxml import etree

from build_tools.writers.fragments import parse_fragment, tag
from build_tools.writers.index_words import find_word, lead_to_words, list_patterns

ENTRY = """<ul><li><p class="index-entry"><span class="index-term">{0}</span>,
<a class="index-link" href="{2}">1</a></p><ul><li><p class="index-entry"><span class="index-term">{1}</span>,
<a class="index-link" href="{2}">1</a></p></li></ul></li></ul>"""


def find(term: str, text: str, code: str, *others: str) -> str:
    """Find a term in a paragraph; give the letters up to the end of the word."""
    found = find_word(parse_fragment(f"<p>{text}</p>")[0], list(list_patterns([term, *others], code)))
    return found.piece.text[found.first : found.last] if found else ""


@pytest.mark.parametrize(
    ("code", "term", "text", "word"),
    [
        ("en", "rocket equation", "Rockets obey the rocket equation.", "rocket"),
        ("en", "Goddard, Robert", "Goddard’s patron met Robert Goddard.", "Robert"),
        ("en", "Goddard, Robert", "There Goddard’s rocket rose.", "Goddard’s"),
        ("en", "Apollo 1", "Apollo 11 landed, Apollo 1 burned.", "Apollo"),
        ("en", "LK (lunar lander)", "The milk of the (LK).", "LK"),
        ("en", "Marshall Space Flight Center", "For space flight, the one at Marshall.", "Marshall"),
        ("en", "SALT", "Salt is no treaty; SALT is.", "SALT"),
        ("hu", "Lajka (kutya)", "Egy kutyát vitt, Lajkát.", "Lajkát"),
        ("hu", "Gemini-program", "A Geminiben ketten ültek.", "Geminiben"),
        ("ko", "화성", "그 탐사선은 화성에 내렸다.", "화성에"),
        ("vi", "không gian vũ trụ", "Không có ai ở trong không gian.", "không"),
        ("vi", "không khí quyển", "Không có ai.", ""),
        ("en", "Mars 2 and 3", "On 3 May 2 probes flew.", ""),
    ],
)
def test_words_that_are_found(code: str, term: str, text: str, word: str) -> None:
    """Phrases come before their parts, names before words; endings may differ; what says too little is not found."""
    assert find(term, text, code) == word


def test_numbers_are_whole() -> None:
    """Apollo 1 is not found in Apollo 11."""
    text = "Apollo 11 landed, and Apollo 1 burned."
    found = find_word(parse_fragment(f"<p>{text}</p>")[0], list(list_patterns(["Apollo 1"], "en")))

    assert found is not None
    assert text[found.first :] == "Apollo 1 burned."


def test_subentry_comes_before_its_entry() -> None:
    """The words of a subentry say more than those of its entry; where they are not there, the entry's do."""
    text = "When Wernher von Braun heard of it, he surrendered."

    assert find("surrender of", text, "en", "Braun, Wernher von") == "surrendered"
    assert find("move to NASA", text, "en", "Braun, Wernher von") == "Wernher"


def test_joiners_and_asides_are_no_letters() -> None:
    """A word is found through joiners and elements; notes and marks in the margin are not searched."""
    assert find("로켓", "첫 <em>로\u2060켓</em>이다", "ko") == "로\u2060켓"
    assert find("rocket", '<small class="sigla">rocket</small> No.', "en") == ""


def lead(text: str) -> tuple[list[str], etree._Element]:
    """Lead an index to a paragraph; give where its links lead, and the paragraph."""
    paragraph = parse_fragment(f'<p id="index-0">{text}</p>')[0]
    index = parse_fragment(ENTRY.format("Laika (dog)", "flight of", "a.html#index-0"))
    lead_to_words(index, lambda href: paragraph if href == "a.html#index-0" else None, "en")
    return [link.get("href", "") for link in index.iter(tag("a"))], paragraph


def test_links_lead_to_elements_around_the_words() -> None:
    """The word up to the next space gets an element, from which no line breaks off; the words stay as they are."""
    hrefs, paragraph = lead("In space (for Laika), its flight was long.")

    assert hrefs == ["a.html#index-0-1", "a.html#index-0-2"]
    assert [(span.get("id"), span.text) for span in paragraph] == [("index-0-1", "Laika"), ("index-0-2", "flight")]
    assert "".join(paragraph.itertext()) == "In space (for Laika), its flight was long."


def test_two_entries_share_a_word() -> None:
    """Where both are found in the same word, both lead to one element."""
    hrefs, paragraph = lead("And Laika barked.")

    assert hrefs == ["a.html#index-0-1"] * 2
    assert len(paragraph) == 1


def test_entry_that_is_not_found_leads_to_its_paragraph() -> None:
    """The beginning of the paragraph is where the author has put the mark."""
    assert lead("The cat came back.")[0] == ["a.html#index-0"] * 2


def test_word_of_a_note_leads_to_its_call() -> None:
    """A note stands at the foot of the page of its call, wherever it is in the file."""
    body = parse_fragment(
        '<p id="index-0">Others flew.<a class="footnote-reference" href="#n">1</a> More.</p>'
        '<aside class="footnote" id="n">Laika did.</aside>'
    )
    index = parse_fragment(ENTRY.format("Laika", "cat", "#index-0"))
    lead_to_words(index, lambda _href: body[0], "en")

    assert [link.get("href") for link in index.iter(tag("a"))] == ["#index-0-1", "#index-0-2"]
    assert [child.get("id") for child in body[0]] == ["index-0-1", "index-0-2", None]
    assert "".join(body[0].itertext()) == "Others flew.1 More."


def test_only_paragraphs_are_searched() -> None:
    """A term of a glossary, or what another project marks, is led to as it stands."""
    term = parse_fragment('<dl><dt id="index-0">The Laika</dt></dl>')[0][0]
    index = parse_fragment(ENTRY.format("Laika", "Laika", "#index-0"))
    lead_to_words(index, lambda _href: term, "en")

    assert [link.get("href") for link in index.iter(tag("a"))] == ["#index-0"] * 2
