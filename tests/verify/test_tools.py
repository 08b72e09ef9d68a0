"""Finding and running programs in Java."""

from pathlib import Path

import pytest

from build_tools.problems import BuildToolsError, Code, ExitCode
from build_tools.verify import tools


def get_code(error: BuildToolsError) -> str:
    """Get the code of the one problem of an error."""
    return error.problems[0].code


def test_missing_checker_is_a_missing_tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A checker that is not installed stops with the exit code for missing tools, and a cure."""
    monkeypatch.setattr(tools, "npm_folder", lambda: tmp_path)
    with pytest.raises(BuildToolsError) as caught:
        tools.find_nu_checker()

    assert get_code(caught.value) == Code.TOOL_MISSING.slug
    assert caught.value.exit_code == ExitCode.TOOL_MISSING
    assert caught.value.problems[0].cure


def test_missing_java_is_a_missing_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any Java stops with the exit code for missing tools."""
    monkeypatch.setattr(tools.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(tools.shutil, "which", lambda _name: None)
    with pytest.raises(BuildToolsError) as caught:
        tools.find_java()

    assert get_code(caught.value) == Code.TOOL_MISSING.slug


def test_program_that_does_not_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program that does not end within its time is stopped, and said to have failed."""
    program = tmp_path / "java"
    program.write_text("#!/bin/sh\nexec sleep 30\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(tools, "find_java", lambda: program)
    with pytest.raises(BuildToolsError) as caught:
        tools.run_jar(tmp_path / "slow.jar", [], seconds=0.2)

    assert get_code(caught.value) == Code.TOOL_FAILED.slug
    assert "slow.jar did not end" in str(caught.value)


def test_failure_shows_the_last_line() -> None:
    """A program that failed is told with the last line that it printed."""
    error = tools.describe_failure(Path("x.jar"), "Exception\nat line 3\n")

    assert "at line 3" in str(error)
