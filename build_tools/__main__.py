"""The command line: `python -m build_tools`.  The only module that parses arguments, prints and exits."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, ExitCode, Problem, render_report
from build_tools.writers.formats import FORMATS


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m build_tools",
        description="The press of Four Tellings: turns the book and its translations into sites, PDFs and ebooks.",
        epilog="Without nox this needs an environment that is ready; `python3 noxfile.py` makes one.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_build(commands.add_parser("build", help="build editions and put them on the shelf (dist/)"))
    verify = commands.add_parser("verify", help="open every file on the shelf as a reader would, with real validators")
    _add_choice(verify)
    live = commands.add_parser("live", help="build one language's site, show it, and rebuild it on every change")
    live.add_argument("language", nargs="?", default="en", help="language code, such as ko (default: en)")
    live.add_argument("--port", type=int, default=8000, help="port on this computer (default: 8000)")
    figures = commands.add_parser("figures", help="draw the charts in book/figures/ from the tables in book/data/")
    figures.add_argument("--check", action="store_true", help="only tell which charts differ from their data")
    _add_prose(commands.add_parser("prose", help="check the words of the book: spelling, style, links, claims, index"))
    po = commands.add_parser("po", help="work on translations")
    po_commands = po.add_subparsers(dest="po_command", required=True, metavar="COMMAND")
    po_commands.add_parser("update", help="extract the English messages and bring them into every language's PO files")
    return parser


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", nargs="+", metavar="CODE", help="languages, such as ko hu (default: all)")
    parser.add_argument(
        "--format", nargs="+", choices=list(FORMATS), default=list(FORMATS), help="formats (default: all)"
    )
    parser.add_argument("--output", type=Path, default=None, help="folder of the shelf (default: dist)")


def _add_build(parser: argparse.ArgumentParser) -> None:
    _add_choice(parser)
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="languages at a time (default: one for each core)"
    )
    parser.add_argument(
        "--check",
        choices=["quick", "full"],
        default="quick",
        help="quick opens every file; full also asks EPUBCheck and the Nu HTML checker (default: quick)",
    )


def _add_prose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="tell the problems of these files only")
    parser.add_argument("--table", action="store_true", help="instead, print a table of the chapters in figures")
    parser.add_argument(
        "--against", type=Path, metavar="FOLDER", help="instead, tell what stands word for word in texts of this folder"
    )
    parser.add_argument(
        "--run", type=int, default=7, metavar="WORDS", help="how many words in a row --against tells (default: 7)"
    )


def run_build(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `build`."""
    from build_tools.pipeline.run import Request, build

    repository = Repository()
    output = arguments.output or repository.root / "dist"
    formats = tuple(name for name in FORMATS if name in arguments.format)
    request = Request(
        repository, arguments.language, formats, max(1, arguments.jobs), output, full_check=arguments.check == "full"
    )
    return build(request, tell)


def run_verify(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `verify`."""
    from build_tools.pipeline.inspect import inspect_shelf

    repository = Repository()
    output = arguments.output or repository.root / "dist"
    return inspect_shelf(repository, output, arguments.language, tuple(arguments.format), tell)


def run_live(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `live` until it is interrupted."""
    from build_tools.pipeline.live import serve

    serve(Repository(), arguments.language, arguments.port)
    return []


def run_po(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `po`."""
    from build_tools.translations.update import update_translations

    update_translations(Repository(), tell)
    return []


def run_figures(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `figures`."""
    from build_tools.figures import check_figures, write_figures

    if arguments.check:
        return list(check_figures(Repository()))
    write_figures(Repository())
    return []


def run_prose(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `prose`."""
    from build_tools.prose.against import compare_folder
    from build_tools.prose.lint import lint_prose
    from build_tools.prose.table import render_chapters

    if arguments.against:
        return compare_folder(Repository(), arguments.against, max(1, arguments.run))
    if arguments.table:
        print(render_chapters(Repository()))
        return []
    return lint_prose(Repository(), arguments.files)


COMMANDS = {
    "build": run_build,
    "verify": run_verify,
    "live": run_live,
    "figures": run_figures,
    "prose": run_prose,
    "po": run_po,
}


def make_tell() -> Callable[[str], None]:
    """Make the function that shows progress: in colour on a terminal, as plain lines elsewhere."""
    if not sys.stderr.isatty():
        return lambda line: print(line, file=sys.stderr, flush=True)
    from rich.console import Console

    console = Console(stderr=True, highlight=True)
    return lambda line: console.print(line, markup=False)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give the exit code."""
    options = make_parser().parse_args(arguments)
    try:
        problems = COMMANDS[options.command](options, make_tell())
    except BuildToolsError as error:
        print(render_report(error.problems), file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Interrupted; the shelf is as it was.", file=sys.stderr)
        return ExitCode.INTERRUPTED
    if problems:
        print(render_report(problems), file=sys.stderr)
        return ExitCode.PROBLEMS
    return ExitCode.FINE


if __name__ == "__main__":
    sys.exit(main())
