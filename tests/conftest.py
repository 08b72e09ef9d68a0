"""What tests share: the tiny book, editions made from it, and readers for what comes out."""

import compileall
import fcntl
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.__main__ import main
from build_tools.paths import Repository
from build_tools.warnings import parse_warnings
from tests.checkout import DATE, Checkout, copy_press, copy_words, leave_half_done

LANGUAGES = ("en", "ar", "ko")


@dataclass(frozen=True)
class Reading:
    """What Sphinx has read in one language: its environment, its complaints and every document, resolved."""

    env: BuildEnvironment
    problems: list[str]
    documents: dict[str, nodes.document]


def read_book(repository: Repository, language: str = "en", builder: str = "dummy") -> Reading:
    """Let Sphinx read a book and resolve its references; nothing is rendered."""
    warnings = io.StringIO()
    languages = patch.dict("sphinx.locale.translators", clear=True)  # the press has a process for each language
    with patch_docutils(str(repository.book)), docutils_namespace(), languages:
        app = Sphinx(
            srcdir=repository.book,
            confdir=repository.book,
            outdir=repository.build / language / builder,
            doctreedir=repository.build / f"{language}-{builder}",
            buildername=builder,
            confoverrides={"language": language},
            status=None,
            warning=warnings,
            freshenv=True,
        )
        app.build(force_all=True)
        names = sorted(app.env.found_docs)
        documents = {name: app.env.get_and_resolve_doctree(name, app.builder, tags=app.tags) for name in names}
    problems = [problem.render() for problem in parse_warnings(repository, warnings.getvalue())]
    return Reading(app.env, list(dict.fromkeys(problems)), documents)


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Let one worker of pytest-xdist in, and the others wait."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A tiny book that a test may change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DATE)
    return copy_words(tmp_path / "tiny")


@pytest.fixture
def read() -> Callable[..., Reading]:
    """What reads a book that a test has changed."""
    return read_book


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The tiny book as it is, read in every language."""
    with pytest.MonkeyPatch.context() as variables:
        variables.setenv("SOURCE_DATE_EPOCH", DATE)
        repository = copy_words(tmp_path_factory.mktemp("readings"))
        return {language: read_book(repository, language) for language in LANGUAGES}


@pytest.fixture
def command(tiny: Repository, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The command line, at work on the tiny book."""
    monkeypatch.setattr("build_tools.__main__.Repository", lambda: tiny)
    return lambda *arguments: main(list(arguments))


@pytest.fixture(scope="session")
def pristine(shared_folder: Path) -> Path:
    """A checkout of the tiny book that nobody works in."""
    folder = shared_folder / "pristine"
    with one_at_a_time(shared_folder / "pristine.lock"):
        if not (folder / "whole").is_file():
            copy_words(folder)
            copy_press(folder)
            compileall.compile_dir(folder / "build_tools", quiet=2)
            (folder / "whole").touch()
    return folder


@pytest.fixture
def checkout(pristine: Path, tmp_path: Path) -> Checkout:
    """A checkout in which nothing has been built."""
    return Checkout(shutil.copytree(pristine, tmp_path / "checkout"))


@pytest.fixture(scope="session")
def printed(pristine: Path, shared_folder: Path) -> Checkout:
    """A checkout in which every edition has been built, once a run; only to be read."""
    folder = shared_folder / "printed"
    with one_at_a_time(shared_folder / "printed.lock"):
        if not (folder / "dist").is_dir():
            shutil.copytree(pristine, folder, dirs_exist_ok=True)
            Checkout(folder).build("--jobs", "2")
    return Checkout(folder)


@pytest.fixture(scope="session")
def half_done(pristine: Path, shared_folder: Path) -> Checkout:
    """A checkout whose translations are half done, and one of which nothing is done, built once a run."""
    folder = shared_folder / "half_done"
    with one_at_a_time(shared_folder / "half_done.lock"):
        if not (folder / "dist").is_dir():
            shutil.copytree(pristine, folder, dirs_exist_ok=True)
            leave_half_done(Repository(folder))
            Checkout(folder).build("--jobs", "2", "--check", "full")
    return Checkout(folder)


@pytest.fixture
def reprint(printed: Checkout, tmp_path: Path) -> Checkout:
    """A copy of the checkout in which every edition has been built, to be changed."""
    return Checkout(shutil.copytree(printed.root, tmp_path / "reprint"))
