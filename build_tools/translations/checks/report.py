"""How problems of translations are shown: to people, to GitHub and to programs.

In: problems.  Out: text.
"""

import json
from collections.abc import Callable, Iterable, Mapping

from build_tools.problems import Problem
from build_tools.translations.checks.severity import Severity, find_severity


def render_text(problems: Iterable[Problem]) -> str:
    """Render a line for each problem, with its cure below; at the end, how many there are."""
    shown = sorted(problems)
    lines = [problem.render() for problem in map(mark_warning, shown)]
    return "\n".join([*lines, count_problems(shown)]) if shown else ""


def mark_warning(problem: Problem) -> Problem:
    """Say of a warning that it is one."""
    if find_severity(problem) is Severity.ERROR:
        return problem
    return Problem(problem.place, problem.line, f"warning: {problem.found}", problem.code, problem.cure)


def count_problems(problems: Iterable[Problem]) -> str:
    """Count errors and warnings.

    >>> count_problems([Problem("a.po", 1, "x", "po-number"), Problem("a.po", 2, "x", "po-term")])
    '1 error, 1 warning'
    """
    kinds = [find_severity(problem).value for problem in problems]
    counts = {severity.value: kinds.count(severity.value) for severity in Severity}
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count)


def render_github(problems: Iterable[Problem]) -> str:
    """Render problems as commands of GitHub's workflows, which shows them beside the lines of a change."""
    return "\n".join(map(_render_command, sorted(problems)))


def _render_command(problem: Problem) -> str:
    values = {"file": problem.place, "line": str(problem.line or 1), "title": problem.code}
    fields = ",".join(f"{name}={_escape(value, ',:')}" for name, value in values.items())
    message = "\n".join(filter(None, [problem.found, problem.cure]))
    return f"::{find_severity(problem).value} {fields}::{_escape(message)}"


def _escape(text: str, more: str = "") -> str:
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def render_json(problems: Iterable[Problem]) -> str:
    """Render problems as a list for programs."""
    return json.dumps(
        [
            {
                "file": problem.place,
                "line": problem.line,
                "severity": find_severity(problem).value,
                "code": problem.code,
                "found": problem.found,
                "cure": problem.cure,
            }
            for problem in sorted(problems)
        ],
        ensure_ascii=False,
        indent=2,
    )


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": render_text,
    "github": render_github,
    "json": render_json,
}
