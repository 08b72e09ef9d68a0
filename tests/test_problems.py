"""How problems are told."""

import re

import pytest

from build_tools.problems import BuildToolsError, Code, ExitCode, Problem, render_report


def test_line_of_a_problem() -> None:
    """A problem is one line with place, line and code; its cure stands indented below."""
    problem = Problem.of(Code.PO_SYNTAX, "locales/ko/x.po", "no quote", line=7, cure="Add one.\nThen build.")

    assert problem.render() == "locales/ko/x.po:7: no quote (po-syntax)\n    Add one.\n    Then build."


def test_line_of_a_problem_without_a_line() -> None:
    """Where there is no line, none is shown."""
    assert Problem.of(Code.FONT_MISSING, "setup", "no font").render() == "setup: no font (font-missing)"


def test_report_is_sorted_and_tells_everything_once() -> None:
    """Problems come sorted by place and line, each once, with their number below."""
    second, tenth, other = (
        Problem.of(Code.BOOK_WARNING, place, "x", line=line) for place, line in (("a.md", 2), ("a.md", 10), ("b.md", 1))
    )

    assert render_report([other, tenth, second, tenth]).splitlines() == [
        "a.md:2: x (book-warning)",
        "a.md:10: x (book-warning)",
        "b.md:1: x (book-warning)",
        "3 problems",
    ]


@pytest.mark.parametrize(("count", "last"), [(0, ""), (1, "1 problem")])
def test_count_of_problems(count: int, last: str) -> None:
    """One problem is counted in the singular; no problem gives no report."""
    problems = [Problem.of(Code.BOOK_WARNING, "a", "b")] * count

    assert render_report(problems).rpartition("\n")[2] == last


def test_error_carries_all_its_problems() -> None:
    """An error shows every problem, and knows with which code to exit."""
    problems = [Problem.of(Code.PDF_TAGS, place, "x") for place in ("b", "a")]
    error = BuildToolsError(problems, ExitCode.TOOL_MISSING)

    assert str(error) == "a: x (pdf-tags)\nb: x (pdf-tags)"
    assert error.exit_code == 3


def test_codes_are_kebab_case_and_explained() -> None:
    """Each kind of problem has a code of its own in kebab case, and a sentence."""
    slugs = [code.slug for code in Code]

    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)
    assert all(code.meaning.endswith(".") for code in Code)
