"""Where things are."""

from pathlib import Path

from build_tools.paths import Repository


def test_shown_path_within_the_checkout(tmp_path: Path) -> None:
    """A path of the checkout is shown as people type it."""
    repository = Repository(tmp_path)

    assert repository.relative(repository.po_folder("ko") / "index.po") == "locales/ko/LC_MESSAGES/index.po"


def test_shown_path_outside_the_checkout(tmp_path: Path) -> None:
    """A path outside the checkout is shown whole."""
    outside = tmp_path / "elsewhere.md"

    assert Repository(tmp_path / "checkout").relative(outside) == str(outside)
