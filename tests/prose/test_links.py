"""Links within the book and to other hosts."""

import pytest

from build_tools.prose.links import check_links
from tests.prose.samples import read, tell, write_up

OTHER = read("# B", "backmatter/lists")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("lists.md", "'lists.md' leads to no file of the book"),
        ("../frontmatter/lists.md#top", "'../frontmatter/lists.md#top' leads to no file of the book"),
        ("http://example.org/", "'http://example.org/' does not begin with https://"),
        ("//example.org/", "'//example.org/' does not begin with https://"),
        ("https://example/", "'https://example/' has no well-formed host"),
        ("https:///a", "'https:///a' has no well-formed host"),
    ],
)
def test_links_that_lead_nowhere(target: str, found: str) -> None:
    """A link to no file, without TLS or without a host is told with its line."""
    assert tell(check_links(write_up(read(f"# A\n\n[b]({target})"), OTHER))) == [(3, found)]


@pytest.mark.parametrize(
    "target", ["../backmatter/lists.md", "/backmatter/lists.md#top", "https://example.org/a?b=c", "#top", "telling-ko"]
)
def test_links_that_lead_somewhere(target: str) -> None:
    """Links to documents, labels and well-formed addresses pass."""
    assert tell(check_links(write_up(read(f"[b]({target})"), OTHER))) == []


@pytest.mark.parametrize(
    "text", ["See <https://example.org/>.", "See https://example.org/ here.", "See www.example.org."]
)
def test_bare_addresses(text: str) -> None:
    """An address that readers would have to read is told."""
    ((line, found),) = tell(check_links(write_up(read(text))))

    assert line == 1
    assert found.endswith("is a bare address")
