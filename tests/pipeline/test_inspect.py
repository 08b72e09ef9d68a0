"""`verify` opens what is on the shelf, and finds what somebody has done to it."""

import pytest

from tests.checkout import Checkout

pytestmark = pytest.mark.build

VARIANTS = (
    "en-screen",
    "en-print",
    "en-large",
    "en-booklet",
    "ar-screen",
    "ar-print",
    "ko-screen",
    "ko-booklet-letter",
)


def test_verify_when_all_is_well(printed: Checkout) -> None:
    """A shelf as the press has left it has no problem; each file is named."""
    done = printed.run("verify", "--format", "pdf")

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [f"tiny-book-{name}.pdf: fine" for name in VARIANTS]


def test_verify_when_files_were_changed(reprint: Checkout) -> None:
    """A file cut short and a file put there by hand are told, both of them; the exit is 1."""
    path = reprint.dist / "downloads" / "tiny-book-ko-screen.pdf"
    path.write_bytes(path.read_bytes()[:1000])
    (reprint.dist / "note.txt").write_text("mine")
    done = reprint.run("verify", "--language", "ko", "--format", "pdf")

    assert done.returncode == 1
    assert "note.txt: the file is not listed in SHA256SUMS (shelf-sum)" in done.stderr
    name = "downloads/tiny-book-ko-screen.pdf"
    assert f"{name}: the file differs from its checksum in SHA256SUMS (shelf-sum)" in done.stderr
    assert "(artifact-unreadable)" in done.stderr
    assert "Traceback" not in done.stderr
