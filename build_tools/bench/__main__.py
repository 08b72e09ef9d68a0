"""The command line of the benchmark: `python -m build_tools.bench`; `nox -s bench` gives it what it needs."""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from build_tools.bench.guard_speed import measure_guard
from build_tools.bench.handout_speed import measure_handouts
from build_tools.bench.measure import adopt_orphans
from build_tools.bench.pdf_speed import TIMES, list_promises, measure_settings, render_settings
from build_tools.bench.po_check import make_target, measure_check, repeat_messages
from build_tools.bench.report import describe_run, render_report, render_targets, replace_between
from build_tools.bench.results import Target
from build_tools.bench.scenes import Plan, run_scenes
from build_tools.bench.workspace import copy_sources
from build_tools.config import Registry, load_registry
from build_tools.paths import Repository
from build_tools.problems import BuildToolsError, ExitCode

DOCUMENT = Path("docs", "performance.md")


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m build_tools.bench",
        description="Measures the press against Sphinx's own builders and sphinx-simplepdf, on the same sources.",
        epilog=f"A run over all languages writes its tables into {DOCUMENT}.",
    )
    only = parser.add_mutually_exclusive_group(required=True)
    only.add_argument("--stock-python", type=Path, help="the Python that has sphinx-simplepdf")
    only.add_argument("--po-check", action="store_true", help="measure nothing but the check of PO files")
    only.add_argument(
        "--pdf", action="store_true", help="measure nothing but the PDF writer, with long books, and the handouts"
    )
    parser.add_argument("--times", type=int, default=TIMES, help=f"how often a long book has each chapter ({TIMES})")
    parser.add_argument("--languages", nargs="+", metavar="CODE", help="languages, such as en ko (default: all)")
    parser.add_argument("--changed", metavar="CODE", help="language of the changed line (default: ko or the last)")
    parser.add_argument("--repeat", type=int, default=3, help="how often (default: 3; the median counts)")
    parser.add_argument("--quick", action="store_true", help="en and ko, once; only to see whether it works")
    return parser


def make_plan(options: argparse.Namespace, registry: Registry) -> Plan:
    """Decide what to measure."""
    wanted = options.languages or (["en", "ko"] if options.quick else None)
    codes = tuple(language.code for language in registry.choose(wanted))
    translated = [code for code in codes if code != registry.source.code]
    preferred = [code for code in translated if code == (options.changed or "ko")]
    changed = (preferred or translated or [""])[-1]
    return Plan(codes, changed, 1 if options.quick else max(1, options.repeat))


def check_messages(repository: Repository) -> Target:
    """Measure the check of PO files in a copy of the sources."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        copy = copy_sources(repository, Path(folder).resolve() / "check")
        messages = repeat_messages(copy)
        return make_target(measure_check(copy), messages)


def set_books(repository: Repository, options: argparse.Namespace) -> str:
    """Measure the PDF writer and the handouts in a copy of the sources, and render what they cost."""
    languages = load_registry(repository).choose(options.languages)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder).resolve()
        copy = copy_sources(repository, root / "sources")
        handouts = list(measure_handouts(copy, languages, show))
        settings = list(measure_settings(copy, languages, root, options.times, show))
    return f"{render_settings(settings)}\n\n{render_targets([*list_promises(settings), *handouts])}"


def run(options: argparse.Namespace) -> int:
    """Measure, show the tables, and write them into the document if the run was a whole one."""
    repository = Repository()
    if options.po_check:
        adopt_orphans()
        sys.stdout.write(f"{render_targets([check_messages(repository), measure_guard(repository)])}\n")
        return ExitCode.FINE
    if options.pdf:
        adopt_orphans()
        sys.stdout.write(f"{set_books(repository, options)}\n")
        return ExitCode.FINE
    registry = load_registry(repository)
    plan = make_plan(options, registry)
    about = describe_run(options.stock_python, plan.repeat)
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        results = run_scenes(repository, plan, options.stock_python, Path(folder).resolve(), show)
    results = replace(results, targets=(*results.targets, check_messages(repository), measure_guard(repository)))
    report = render_report(results, about)
    sys.stdout.write(f"\n{report}\n")
    if not options.quick and len(plan.languages) == len(registry.languages):
        path = repository.root / DOCUMENT
        path.write_text(replace_between(path.read_text(encoding="utf-8"), report), encoding="utf-8")
        show(f"The tables are in {DOCUMENT}.")
    return ExitCode.PROBLEMS if results.problems else ExitCode.FINE


def show(line: str) -> None:
    """Show a line of progress."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and give the exit code."""
    try:
        return run(make_parser().parse_args(arguments))
    except BuildToolsError as error:
        show(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        show("Interrupted; nothing was written.")
        return ExitCode.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
