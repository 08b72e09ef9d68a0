"""The real book, in every language: it builds without a warning, and every reader and validator is content."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.config import load_book, load_registry
from build_tools.paths import Repository
from build_tools.shelf.manifest import read_manifest
from build_tools.shelf.sums import check_shelf
from build_tools.sphinx_ext.sigla import load_claim_ids
from build_tools.writers.formats import FORMATS
from tests.conftest import Reading, read_book

REPOSITORY = Repository()
LANGUAGES = list(load_registry(REPOSITORY).languages)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line on the real book."""
    command = [sys.executable, "-m", "build_tools", *arguments]
    return subprocess.run(command, cwd=REPOSITORY.root, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf on which no edition stands yet."""
    return tmp_path_factory.mktemp("shelf") / "dist"


@pytest.mark.full
@pytest.mark.parametrize("code", LANGUAGES)
def test_editions_of_the_book(shelf: Path, code: str) -> None:
    """Every format of a language builds without a warning, and the validators find no fault in it."""
    done = run("build", "--language", code, "--check", "full", "--output", str(shelf))

    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (edition,) = (each for each in read_manifest(shelf / "manifest.json").editions if each.language == code)
    assert list(dict.fromkeys(artifact.format for artifact in edition.artifacts)) == list(FORMATS)
    assert [problem.render() for problem in check_shelf(shelf)] == []


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """The book as it is written, read in English."""
    folder = tmp_path_factory.mktemp("book")
    for name in ("book", "locales", "build_tools"):
        (folder / name).symlink_to(REPOSITORY.root / name)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1763856000")
    return read_book(Repository(folder))


@pytest.mark.full
def test_no_claim_is_lost(reading: Reading) -> None:
    """Every claim of the ledger is cited by a passage, or is set aside with a reason."""
    book = load_book(REPOSITORY)
    used = {claim for claims in reading.env.claims_used.values() for claim in claims}
    with (REPOSITORY.book / "data" / "set-aside.tsv").open(encoding="utf-8", newline="") as lines:
        aside = {row["id"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["reason"]}

    assert used | aside == load_claim_ids(REPOSITORY.book / book.ledger)
    assert used & aside == set()
    assert len(aside) < 40
    assert reading.problems == []


@pytest.mark.full
def test_every_telling_is_cited(reading: Reading) -> None:
    """Each of the tellings is a source of the book."""
    used = {claim.partition("-")[0] for claims in reading.env.claims_used.values() for claim in claims}

    assert used == {telling.code for telling in load_book(REPOSITORY).tellings}


def test_ledger_is_sound() -> None:
    """Each claim has an id of its own, of a telling of the book, with a number."""
    book = load_book(REPOSITORY)
    with (REPOSITORY.book / book.ledger).open(encoding="utf-8", newline="") as lines:
        names = [row["id"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]

    assert len(names) == len(set(names)) > 100
    codes = {telling.code for telling in book.tellings}
    assert [name for name in names if name.partition("-")[0] not in codes or not name.partition("-")[2].isdigit()] == []
