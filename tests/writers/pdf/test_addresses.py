"""Addresses behind links, for paper."""

import pytest

from build_tools.writers.fragments import iter_with_class, parse_fragment, render_html
from build_tools.writers.pdf.addresses import add_addresses


def list_notes(html: str) -> list[str]:
    """List the addresses that are added to a text."""
    body = parse_fragment(html)
    add_addresses(body)
    return ["".join(note.itertext()).replace("\u200b", "") for note in iter_with_class(body, "address")]


@pytest.mark.parametrize(
    ("link", "notes"),
    [
        ('<a href="https://example.org/moon/">the Moon</a>', [" [example.org/moon]"]),
        ('<a href="http://example.org/?a=1&amp;b=2#c">it</a>', [" [example.org/?a=1&b=2#c]"]),
        ('<a href="https://example.org/moon">https://example.org/moon</a>', []),
        ('<a href="https://example.org/moon/">example.org/moon</a>', []),
        ('<a href="#moon">the Moon</a>', []),
        ('<a href="mailto:a@example.org">write</a>', []),
    ],
)
def test_addresses_that_words_do_not_tell(link: str, notes: list[str]) -> None:
    """Behind a link to the web stands its address, unless its words are the address."""
    assert list_notes(f"<p>See {link}.</p>") == notes


def test_text_goes_on_behind_the_address() -> None:
    """What follows the link follows the address, and lines may break behind the signs of the address."""
    body = parse_fragment('<p>See <a href="https://example.org/moon-dust">it</a>, please.</p>')
    add_addresses(body)
    html = render_html(body).replace("\u200b", "|")

    assert '</a><span class="address"> [example.|org/|moon-|dust]</span>, please.' in html


def test_address_that_is_printed_already() -> None:
    """The address of the licence, which the imprint gives, is not put behind its name."""
    body = parse_fragment('<p>Under <a href="https://example.org/by">a licence</a>.</p>')
    add_addresses(body, {"https://example.org/by"})

    assert list(iter_with_class(body, "address")) == []
