"""What tests of the prose lint share."""

from pathlib import Path

import pytest

from build_tools.paths import Repository
from tests.prose.samples import write_book


@pytest.fixture
def small(tmp_path: Path, tiny: Repository) -> Repository:
    """A small book in which the lint finds nothing, and which a test may change."""
    return write_book(tmp_path / "small", tiny)
