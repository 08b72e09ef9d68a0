"""TOML files, read so that every fault is told at once and with its line.

In: the path of a TOML file.
Out: its tables, whose values are taken one by one, each with its kind; what is wrong becomes a `Problem`.
Which tables and keys there are is not this module's business.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from build_tools.problems import BuildToolsError, Code, ExitCode, Problem


def read_toml(path: Path, shown: str) -> tuple[str, dict[str, Any]]:
    """Read the text of a file and its tables; raise BuildToolsError where it is not TOML."""
    try:
        text = path.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem.of(Code.CONFIG_SYNTAX, shown, f"the file cannot be read: {error}")
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        problem = Problem.of(
            Code.CONFIG_SYNTAX,
            shown,
            f"not TOML: {error}",
            line=int(place[1]) if place else text.count("\n") + 1,
            cure="See https://toml.io for how values, quotes and tables are written.",
        )
    raise BuildToolsError([problem], ExitCode.WRONG_COMMAND)


def _find_line(text: str, table: str, key: str) -> int:
    """Find the line of a key, or of its table, or 0."""
    found = inside = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            inside = line.strip() == f"[{table}]"
            found = number if inside else found
        elif inside and re.match(rf"{re.escape(key)}\s*=", line):
            return number
    return found


class Table:
    """One table of a TOML file; gathers problems instead of stopping at the first."""

    def __init__(self, shown: str, text: str, name: str, values: Any, code: Code, problems: list[Problem]) -> None:
        self.shown, self.text, self.name, self.code, self.problems = shown, text, name, code, problems
        self.values: dict[str, Any] = values if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            self.report("", "the table is missing" if values is None else "expected a table")

    def report(self, key: str, found: str) -> None:
        """Report what is wrong with a key, with its line."""
        line = _find_line(self.text, self.name, key)
        self.problems.append(Problem.of(self.code, self.shown, f"[{self.name}] {found}", line=line))

    def take(self, key: str, kind: type, default: Any = None, allowed: tuple[str, ...] = ()) -> Any:
        """Give a value of a kind, or report it and give an empty one."""
        value = self.values.get(key, default)
        if value is None:
            self.report(key, f"'{key}' is missing")
        elif isinstance(value, bool) is not (kind is bool) or not isinstance(value, kind):
            self.report(key, f"{key} is {value!r}; expected a {kind.__name__}")
        elif allowed and value not in allowed:
            self.report(key, f"{key} is {value!r}; expected " + " or ".join(map(repr, allowed)))
        else:
            return value
        return kind()

    def take_texts(self, key: str) -> tuple[str, ...]:
        """Give a list of strings."""
        values = self.take(key, list)
        if all(isinstance(value, str) for value in values):
            return tuple(values)
        self.report(key, f"{key} must hold strings only")
        return ()

    def refuse_unknown(self, known: set[str]) -> None:
        """Report every key that is not a known one."""
        for key in self.values.keys() - known:
            self.report(key, f"'{key}' is not a key the press knows")
