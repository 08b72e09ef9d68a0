"""What veraPDF says of a PDF, and that it says it."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from build_tools.problems import BuildToolsError, Code
from build_tools.verify import pdf_validator
from build_tools.verify.expectation import Expectation
from build_tools.verify.pdf_validator import ask_verapdf, check_pdf_fully, describe

pytestmark = pytest.mark.build
Change = Callable[[pikepdf.Pdf], Any]


def save(content: bytes, path: Path, change: Change) -> Path:
    """Save a PDF with a change."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def list_rules(path: Path) -> set[tuple[str, str]]:
    """List the rules that a PDF breaks, by profile and clause."""
    return {(finding["profile"], finding["clause"]) for finding in ask_verapdf(path)}


@pytest.fixture(scope="module")
def rules(good_pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """The rules that the small PDF breaks as it is: WeasyPrint alone gives no output intent."""
    return list_rules(save(good_pdf, tmp_path_factory.mktemp("good") / "good.pdf", lambda _pdf: None))


@pytest.mark.parametrize(
    ("key", "broken"),
    [("/StructTreeRoot", {("PDF/UA-1", "7.1")}), ("/Metadata", {("PDF/UA-1", "7.1"), ("PDF/A-3a", "6.6.2.1")})],
)
def test_deliberate_violation(
    key: str, broken: set[tuple[str, str]], rules: set[tuple[str, str]], good_pdf: bytes, tmp_path: Path
) -> None:
    """A PDF without tags, or without XMP, is told to break the rules that want them."""
    wrong = list_rules(save(good_pdf, tmp_path / "wrong.pdf", lambda pdf: pdf.Root.__delitem__(key)))

    assert broken <= wrong - rules


def test_garbage_is_a_problem(expectation: Expectation, tmp_path: Path) -> None:
    """A file that is no PDF is a problem, not a crash."""
    path = tmp_path / "garbage.pdf"
    path.write_bytes(b"garbage")

    assert {problem.code for problem in check_pdf_fully(path, expectation)} == {Code.ARTIFACT_UNREADABLE.slug}


def test_problem_names_rule_and_page(good_pdf: bytes, expectation: Expectation, tmp_path: Path) -> None:
    """A broken rule is told under the artifact's own name, with its number, how often and where."""
    path = save(good_pdf, tmp_path / "wrong.pdf", lambda pdf: pdf.pages[0].Annots[0].__delitem__("/F"))
    problems = list(check_pdf_fully(path, replace(expectation, place="space-race-en.pdf")))
    found = next(problem.found for problem in problems if "6.3.2" in problem.found)

    assert found.startswith("PDF/A-3a, clause 6.3.2, test 1, once, first on page 1: ")
    assert {(problem.place, problem.code) for problem in problems} == {("space-race-en.pdf", Code.PDF_VALIDATOR.slug)}


def test_place_outside_the_pages() -> None:
    """A fault of no page is told with the object that has it, or as one of the document."""
    finding = {"profile": "PDF/UA-1", "clause": "5", "test": 1, "count": 1, "found": "It lacks\n a thing."}

    assert describe({**finding, "place": "root/document[0]/metadata[0](9 0 obj PDMetadata)"}).endswith(
        "once, first in 9 0 obj PDMetadata: It lacks a thing."
    )
    assert "first in the document" in describe({**finding, "place": "root"})


def test_program_that_breaks_off(good_pdf: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """If veraPDF ends without an answer, that is a failure, not a clean bill."""
    path = tmp_path / "good.pdf"
    path.write_bytes(good_pdf)
    monkeypatch.setattr(pdf_validator, "find_java_library", lambda: tmp_path / "none.so")
    with pytest.raises(BuildToolsError) as caught:
        ask_verapdf(path)

    assert caught.value.problems[0].code == Code.TOOL_FAILED.slug
