"""The pages of the real book, in every language: full where they can be, and on one grid."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from build_tools.config import load_registry
from build_tools.paths import Repository

pytestmark = pytest.mark.full
REPOSITORY = Repository()
LANGUAGES = list(load_registry(REPOSITORY).languages)
# Of some 240 pages of a language.
MOST_HOLES = 3
# Where the running head and the page number stand, as shares of the height from below.
HEAD, FOOT = 0.92, 0.09


@pytest.fixture(scope="module", params=LANGUAGES)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of a language."""
    shelf = tmp_path_factory.mktemp(request.param) / "dist"
    command = [sys.executable, "-m", "build_tools", "build", "--format", "pdf", "--language", request.param]
    done = subprocess.run([*command, "--output", str(shelf)], cwd=REPOSITORY.root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return min((shelf / "downloads").glob(f"*-{request.param}*.pdf"), key=lambda path: path.stat().st_size)


def measure(page: pypdfium2.PdfPage) -> tuple[bool, float]:
    """Tell whether a page has a running head, and measure how far up from its foot the lowest ink is, as a share."""
    height = page.get_height()
    bounds = [item.get_bounds() for item in page.get_objects(max_depth=2)]
    has_head = any(bottom > HEAD * height for _, bottom, _, _ in bounds)
    return has_head, min((bottom / height for _, bottom, _, _ in bounds if bottom > FOOT * height), default=1.0)


def test_few_holes(book: Path) -> None:
    """In the middle of a chapter hardly a page is less than four fifths full."""
    with pypdfium2.PdfDocument(book) as document:
        pages = [measure(page) for page in document]
    # A page with a running head goes on with the chapter of the page before it.
    holes = [
        number
        for number, ((_, lowest), (goes_on, _)) in enumerate(pairwise(pages), 1)
        if goes_on and lowest > FOOT + 0.2 * (HEAD - FOOT)
    ]

    assert len(holes) <= MOST_HOLES, holes
