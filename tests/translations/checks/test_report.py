"""How faults are shown."""

import json

from build_tools.problems import Code, Problem
from build_tools.translations.checks.report import FORMATS, render_github, render_json, render_text

ERROR = Problem.of(Code.PO_NUMBER, "locales/ko/x.po", "the number 1957 is missing", line=14, cure="Write it.\nOr not.")
WARNING = Problem.of(Code.PO_TERM, "locales/ko/a,b.po", "50% of: words", line=0)


def test_lines_for_people() -> None:
    """Each problem is a line with its cure below; warnings say that they are such, and all are counted."""
    assert render_text([ERROR, WARNING]).splitlines() == [
        "locales/ko/a,b.po: warning: 50% of: words (po-term)",
        "locales/ko/x.po:14: the number 1957 is missing (po-number)",
        "    Write it.",
        "    Or not.",
        "1 error, 1 warning",
    ]


def test_commands_for_github() -> None:
    """Signs that mean something in a command are written as GitHub wants them."""
    assert render_github([ERROR, WARNING]).splitlines() == [
        "::warning file=locales/ko/a%2Cb.po,line=1,title=po-term::50%25 of: words",
        "::error file=locales/ko/x.po,line=14,title=po-number::the number 1957 is missing%0AWrite it.%0AOr not.",
    ]


def test_list_for_programs() -> None:
    """JSON has every field of every problem."""
    first, second = json.loads(render_json([ERROR, WARNING]))

    assert first["severity"] == "warning"
    assert second == {
        "file": "locales/ko/x.po",
        "line": 14,
        "severity": "error",
        "code": "po-number",
        "found": "the number 1957 is missing",
        "cure": "Write it.\nOr not.",
    }


def test_nothing_to_tell() -> None:
    """Without a problem there is no line, and JSON is an empty list."""
    assert [render([]) for render in FORMATS.values()] == ["", "", "[]"]
