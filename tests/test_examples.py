"""The examples in the docstrings of the press."""

import doctest
import importlib

import pytest

from build_tools.paths import PACKAGE

MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    """Each example of a module gives what it says it gives."""
    done = doctest.testmod(importlib.import_module(name))

    assert done.attempted > 0
    assert done.failed == 0
