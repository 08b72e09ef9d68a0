"""Ace by DAISY, asked about ebooks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.problems import BuildToolsError, Code
from build_tools.verify import ace
from build_tools.verify.ace import check_with_ace
from build_tools.verify.expectation import Expectation
from tests.checkout import Checkout

Files = dict[str, bytes]
Pack = Callable[[Files], Path]


@pytest.mark.build
@pytest.mark.browser
@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_ace_has_nothing_to_say(printed: Checkout, expectation: Expectation, code: str) -> None:
    """Ace finds no violation in the ebooks of the tiny book."""
    path = printed.dist / "downloads" / f"tiny-book-{code}.epub"

    assert [problem.render() for problem in check_with_ace(path, expectation)] == []


@pytest.mark.build
@pytest.mark.browser
def test_ace_names_the_document(ebook_files: Files, pack: Pack, expectation: Expectation) -> None:
    """What Ace finds is told with the document, in its words, and with where more is said about it."""
    ebook_files["EPUB/one.xhtml"] = ebook_files["EPUB/one.xhtml"].replace(b' lang="en" xml:lang="en"', b"")
    problems = list(check_with_ace(pack(ebook_files), replace(expectation, place="space-race-en.epub")))

    (found,) = (problem for problem in problems if "[html-has-lang, serious]" in problem.found)
    assert found.code == Code.EPUB_CHECK.slug
    assert found.place.startswith("space-race-en.epub: ")
    assert found.place.endswith("one.xhtml")
    assert found.cure.startswith("http")


def test_ace_that_stops_is_told(
    ebook_files: Files, pack: Pack, expectation: Expectation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A checker that leaves no report is a fault of the tool, not of the ebook."""
    script = tmp_path / "ace.js"
    script.write_text("process.stderr.write('no browser\\n'); process.exit(1)")
    monkeypatch.setattr(ace, "find_ace", lambda: script)
    monkeypatch.setattr(ace, "find_chromium", lambda: "chromium")

    with pytest.raises(BuildToolsError) as stopped:
        list(check_with_ace(pack(ebook_files), expectation))
    assert [problem.found for problem in stopped.value.problems] == ["ace.js stopped with an error: no browser"]
