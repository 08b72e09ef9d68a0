"""The command line: `python -m build_tools`.  The only module that parses arguments, prints and exits."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from build_tools.papers import HOME_PAPERS, VARIANTS
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
    _add_po_check(po_commands.add_parser("check", help="check PO files: markup, numbers, terms, signs and more"))
    _add_po_exchange(po_commands)
    new = po_commands.add_parser("new-language", help="add a language: registry, PO files and a termbase to fill")
    new.add_argument("language", metavar="CODE", help="language code, such as ja or fil")
    _add_po_status(po_commands.add_parser("status", help="count what is translated, by language and chapter"))
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
        "--variant",
        nargs="+",
        choices=VARIANTS,
        default=[],
        help="variants of the PDF (default: what the registry says)",
    )
    parser.add_argument(
        "--paper", choices=HOME_PAPERS, default="", help="paper of these variants (default: the language's own)"
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="languages at a time (default: one for each core)"
    )
    parser.add_argument(
        "--check",
        choices=["quick", "full"],
        default="quick",
        help="quick opens every file; full also asks EPUBCheck and the Nu HTML checker (default: quick)",
    )


def _add_po_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="PO files, termbases or folders (default: all languages)"
    )
    parser.add_argument(
        "--format",
        choices=["text", "github", "json"],
        default="text",
        help="lines for people, commands of GitHub's workflows, or JSON (default: text)",
    )
    parser.add_argument("--spelling", action="store_true", help="also look every word up in a dictionary")


def _add_po_exchange(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="write a language's PO files as XLIFF or TMX, for CAT tools")
    export.add_argument("language", metavar="LANGUAGE", help="language code, such as ko")
    export.add_argument("--format", choices=["xliff", "tmx"], default="xliff", help="format (default: xliff)")
    export.add_argument("--output", type=Path, default=None, help="folder for the files (default: _build/exchange)")
    bring = commands.add_parser("import", help="bring the translations of XLIFF files into a language's PO files")
    bring.add_argument("language", metavar="LANGUAGE", help="language code, such as ko")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE", help="XLIFF files, or folders of them")


def _add_po_status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="languages, such as ko hu (default: all)")
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help="tables, or JSON for programs (default: text)"
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
    from build_tools.pipeline.plan import Order
    from build_tools.pipeline.run import Request, build

    repository = Repository()
    output = arguments.output or repository.root / "dist"
    formats = tuple(name for name in FORMATS if name in arguments.format)
    request = Request(
        repository,
        arguments.language,
        formats,
        max(1, arguments.jobs),
        output,
        full_check=arguments.check == "full",
        order=Order(tuple(arguments.variant), arguments.paper),
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


def run_po(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem] | ExitCode:
    """Run `po`."""
    return PO_COMMANDS[arguments.po_command](arguments, tell)


def run_po_update(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `po update`."""
    from build_tools.translations.update import update_translations

    update_translations(Repository(), tell)
    return []


def run_po_check(arguments: argparse.Namespace, tell: Callable[[str], None]) -> ExitCode:
    """Run `po check`, whose report also has warnings, which are no reason to fail."""
    from build_tools.translations.checks.report import FORMATS as REPORTS
    from build_tools.translations.checks.run import check_translations
    from build_tools.translations.checks.severity import has_errors

    outcome = check_translations(Repository(), arguments.files, spelling=arguments.spelling)
    if report := REPORTS[arguments.format](outcome.problems):
        print(report)
    tell(f"checked {outcome.messages} translations in {outcome.files} files")
    return ExitCode.PROBLEMS if has_errors(outcome.problems) else ExitCode.FINE


def run_po_new_language(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `po new-language`."""
    from build_tools.translations.new_language import add_language

    steps, problems = add_language(Repository(), arguments.language)
    print(steps)
    return problems


def run_po_export(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `po export`."""
    from build_tools.translations.exchange.exporter import export_language

    return export_language(Repository(), arguments.language, arguments.format, arguments.output, tell)


def run_po_import(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `po import`."""
    from build_tools.translations.exchange.importer import import_files

    return import_files(Repository(), arguments.language, arguments.files, tell)


def run_po_status(arguments: argparse.Namespace, tell: Callable[[str], None]) -> list[Problem]:
    """Run `po status`."""
    from build_tools.translations.status import load_status, render_status

    print(render_status(load_status(Repository(), arguments.languages), arguments.format))
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


Command = Callable[[argparse.Namespace, Callable[[str], None]], list[Problem] | ExitCode]
PO_COMMANDS: dict[str, Command] = {
    "update": run_po_update,
    "check": run_po_check,
    "new-language": run_po_new_language,
    "export": run_po_export,
    "import": run_po_import,
    "status": run_po_status,
}
COMMANDS: dict[str, Command] = {
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
    if isinstance(problems, ExitCode):  # the command has told its problems itself
        return problems
    if problems:
        print(render_report(problems), file=sys.stderr)
        return ExitCode.PROBLEMS
    return ExitCode.FINE


if __name__ == "__main__":
    sys.exit(main())
