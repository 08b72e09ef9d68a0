"""The same words give the same bytes."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.checkout import Checkout, translate

pytestmark = pytest.mark.build


def keep(sums: str, code: str) -> list[str]:
    """Keep the sums of one language's files."""
    return [line for line in sums.splitlines() if re.search(rf"  {code}/|-{code}[-.]|/{code}\.", line)]


def test_same_bytes_in_another_place_at_another_time(printed: Checkout, checkout: Checkout, tmp_path: Path) -> None:
    """Another folder, one job instead of two, another time zone and order of hashes, no cache: the same bytes."""
    far = Checkout(shutil.copytree(checkout.root, tmp_path / "a" / "place far away"))
    far.build("--jobs", "1", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7", LC_ALL="C", HOME=str(tmp_path))

    assert far.sums == printed.sums
    assert len(far.sums.splitlines()) > 90


def make_cold(printed: Checkout, checkout: Checkout, pristine: Path, tmp_path: Path) -> Checkout:
    """Make a second checkout that has never been built; both get fonts that are cut already, to save time."""
    cold = Checkout(shutil.copytree(pristine, tmp_path / "cold"))
    for each in (checkout, cold):
        shutil.copytree(printed.repository.build / "fonts", each.repository.build / "fonts")
    return cold


def test_same_bytes_when_one_translation_has_changed(
    printed: Checkout, checkout: Checkout, pristine: Path, tmp_path: Path
) -> None:
    """A build after one changed line of a PO file gives the bytes of a first build of the same words."""
    cold = make_cold(printed, checkout, pristine, tmp_path)
    checkout.build("--language", "ko")
    before = checkout.sums
    for each in (checkout, cold):
        # A title, so that pages which only name the chapter change with it.
        translate(each.repository, "ko", "part-one/second.po", "The second chapter", "새 둘째 장")
        each.build("--language", "ko")

    assert checkout.sums == cold.sums
    assert checkout.sums != before
    assert "새 둘째 장" in (checkout.dist / "ko" / "part-one" / "first.html").read_text(encoding="utf-8")


def test_same_bytes_when_formats_are_built_one_by_one(printed: Checkout, checkout: Checkout) -> None:
    """Formats that are built one by one, the ebook after its PDF and with fonts at hand, add up to one shelf."""
    shutil.copytree(printed.repository.build / "fonts", checkout.repository.build / "fonts")
    for name in ("handouts", "pdf", "html", "epub"):
        checkout.build("--language", "ko", "--format", name)

    assert keep(checkout.sums, "ko") == keep(printed.sums, "ko")
    assert len(keep(checkout.sums, "ko")) > 30


def read_ebook(checkout: Checkout) -> tuple[bytes, bool]:
    """Read the Korean ebook, and whether it lists printed pages."""
    path = checkout.dist / "downloads" / "tiny-book-ko.epub"
    with zipfile.ZipFile(path) as archive:
        return path.read_bytes(), b'"page-list"' in archive.read("EPUB/nav.xhtml")


def test_ebook_names_the_pages_of_its_own_words_only(
    printed: Checkout, checkout: Checkout, pristine: Path, tmp_path: Path
) -> None:
    """An ebook built alone has no pages, once its PDF is there it has them, and never those of an older PDF."""
    cold = make_cold(printed, checkout, pristine, tmp_path)
    for each in (checkout, cold):
        each.build("--language", "ko", "--format", "epub")
    alone = read_ebook(checkout)
    assert alone == read_ebook(cold)
    assert not alone[1]

    checkout.build("--language", "ko", "--format", "pdf")
    checkout.build("--language", "ko", "--format", "pdf", "epub")
    paged = read_ebook(checkout)
    assert paged == read_ebook(printed)
    assert paged[1]

    for each in (checkout, cold):
        translate(each.repository, "ko", "part-one/second.po", "The second chapter", "새 둘째 장")
        each.build("--language", "ko", "--format", "epub")
    assert read_ebook(checkout) == read_ebook(cold)
    assert not read_ebook(checkout)[1]
