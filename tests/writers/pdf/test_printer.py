"""What the printer may fetch."""

import logging
from contextlib import closing
from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from build_tools.writers.pdf.printer import gathered_warnings, make_fetcher


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build folder with a picture in it, beside a secret."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "moon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "build"


def test_pictures_of_the_build_are_served(folder: Path) -> None:
    """A file of the build folder is fetched."""
    response = make_fetcher(folder, frozenset(), strict=True).fetch((folder / "moon.svg").as_uri())
    with closing(response):
        assert response.read() == b"<svg/>"


def test_fonts_are_served(folder: Path) -> None:
    """A file that is named is fetched wherever it lies."""
    font = folder.parent / "secret.txt"
    response = make_fetcher(folder, frozenset({font}), strict=True).fetch(font.as_uri())
    with closing(response):
        assert response.read() == b"secret"


@pytest.mark.parametrize(
    "url", ["https://example.org/x.png", "file:///etc/passwd", "FOLDER/../secret.txt", "FOLDER/%2e%2e/secret.txt"]
)
def test_everything_else_is_refused(folder: Path, url: str) -> None:
    """No host and no file outside the build folder is asked for anything."""
    fetcher = make_fetcher(folder, frozenset(), strict=True)

    with pytest.raises(FatalURLFetchingError, match="the PDF may not fetch"):
        fetcher.fetch(url.replace("FOLDER", folder.as_uri()))


def test_link_out_of_the_build_folder_is_refused(folder: Path) -> None:
    """A symbolic link leads no further than a path."""
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")

    with pytest.raises(FatalURLFetchingError, match="the PDF may not fetch"):
        make_fetcher(folder, frozenset(), strict=True).fetch((folder / "link.txt").as_uri())


def test_warnings_are_gathered_and_the_logger_is_as_before(caplog: pytest.LogCaptureFixture) -> None:
    """What a library warns of is gathered within the context, and goes its old way after it."""
    logger = logging.getLogger("a.library")
    with gathered_warnings("a.library") as lines:
        logger.warning("once %s", "upon")
        logger.info("never mind")
    logger.warning("after")

    assert lines == ["once upon"]
    assert caplog.messages == ["after"]
