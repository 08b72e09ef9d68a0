"""`po export`: the PO files of a language as files for CAT tools.

In: the PO files of a language.
Out: an XLIFF file for each, or one TMX file with all that is translated.
"""

from collections.abc import Callable
from pathlib import Path

from build_tools.config import load_registry
from build_tools.messages import check_po_files, read_po
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, Code, ExitCode, Problem
from build_tools.translations.exchange.writer import check_writable, render_tmx, render_xliff

FORMATS = ("xliff", "tmx")


def export_language(
    repository: Repository, code: str, form: str, output: Path | None, tell: Callable[[str], None]
) -> list[Problem]:
    """Export the PO files of a language, and give the messages that no XML file can hold."""
    registry = load_registry(repository)
    language, folder = registry.choose([code])[0], repository.po_folder(code)
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.po"))}
    broken = list(check_po_files(folder, repository.relative))
    if broken:
        raise BuildToolsError(broken)
    if not paths:
        cure = "The source language has none; other languages get theirs by `nox -s po-update`."
        problem = Problem.of(Code.LANGUAGE_UNKNOWN, "command line", f"'{code}' has no PO files", cure=cure)
        raise BuildToolsError([problem], ExitCode.WRONG_COMMAND)
    files = {name: read_po(path, repository.relative(path)) for name, path in paths.items()}
    target = output or repository.build / "exchange"
    if form == "tmx":
        _write(target / f"{code}.tmx", render_tmx(files.items(), registry.source, language))
        tell(f"{repository.relative(target / f'{code}.tmx')} has the translations of {len(files)} PO files")
    else:
        for name, po in files.items():
            path = (target / code / name).with_suffix(".xlf")
            _write(path, render_xliff(po, name, registry.source, language))
        tell(f"{repository.relative(target / code)} has {len(files)} XLIFF files")
    return [problem for name, po in files.items() for problem in check_writable(po, repository.relative(paths[name]))]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
