"""What a document loads, and where its links lead."""

import pytest
from lxml import html

from build_tools.verify.addresses import find_css_loads, find_loads, find_script_loads, is_remote, resolve


@pytest.mark.parametrize("url", ["https://x.org", "//x.org/a", " http://x.org", "mailto:a@x.org", "FTP://x.org"])
def test_remote_addresses(url: str) -> None:
    """An address with a scheme or a host is remote."""
    assert is_remote(url)


@pytest.mark.parametrize("url", ["a.html", "../a:b.html", "#x", "data:image/png;base64,AA==", "?q=1"])
def test_local_addresses(url: str) -> None:
    """A relative address or data in the address itself is not remote."""
    assert not is_remote(url)


def test_resolve_follows_folders() -> None:
    """An address is resolved against the page on which it stands."""
    assert resolve("ko/moon/a.html", "../b%20c.html#x%20y") == ("ko/b c.html", "x y")
    assert resolve("ko/moon/a.html", "#x") == ("ko/moon/a.html", "x")
    assert resolve("ko/moon/a.html", "../") == ("ko/index.html", "")


def test_links_of_readers_are_no_loads() -> None:
    """What a reader may follow is not loaded by the page."""
    page = html.document_fromstring('<link rel="license" href="https://x.org"><a href="https://x.org">x</a>')

    assert list(find_loads(page)) == []


def test_loads_have_lines() -> None:
    """Addresses in style sheets and scripts are told with their lines."""
    assert [load.line for load in find_css_loads("/* url(//a) */\n\np { background: url(//b) }")] == [2]
    assert [load.line for load in find_script_loads('// "https://a"\nfetch("https://b")')] == [2]
