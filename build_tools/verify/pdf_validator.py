"""A PDF as veraPDF judges it: PDF/UA-1 for those who read with their ears, PDF/A-3a for those who read in fifty years.

In: a PDF.  Out: a problem for each rule that is broken.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from build_tools.paths import PACKAGE
from build_tools.problems import Code, Problem
from build_tools.verify.expectation import Expectation
from build_tools.verify.tools import describe_failure, find_java_library, find_verapdf

_SECONDS = 900.0
_PAGE = re.compile(r"pages\[(\d+)\]")
_OBJECT = re.compile(r"\((\d+ \d+ obj [^)]*)\)")


def check_pdf_fully(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check a PDF with veraPDF; sheets with several pages on a side are for printing only, and promise nothing.

    Raise BuildToolsError if veraPDF is missing or does not end.
    """
    if expectation.kind.startswith("booklet"):
        return
    for finding in ask_verapdf(path):
        if "clause" in finding:
            yield Problem.of(Code.PDF_VALIDATOR, expectation.place, describe(finding))
        else:
            found = f"veraPDF cannot read it: {finding['found']}"
            yield Problem.of(Code.ARTIFACT_UNREADABLE, expectation.place, found)


def ask_verapdf(path: Path) -> list[dict[str, Any]]:
    """Ask veraPDF which rules a PDF breaks."""
    jar = find_verapdf()
    command = [sys.executable, "-m", "build_tools.verify.verapdf", find_java_library(), jar, path.resolve()]
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=PACKAGE.parent,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
        )
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise describe_failure(jar, f"it did not end within {_SECONDS:g} seconds") from error
    except ValueError as error:
        raise describe_failure(jar, done.stderr) from error
    return list(found)


def describe(finding: Mapping[str, Any]) -> str:
    """Describe a broken rule: its number, how often it is broken, and where first.

    >>> describe({"profile": "PDF/UA-1", "clause": "7.1", "test": 3, "count": 2, "found": "Content is not tagged",
    ...           "place": "root/document[0]/pages[4](9 0 obj PDPage)/contentStream[0]"})
    'PDF/UA-1, clause 7.1, test 3, twice, first on page 5: Content is not tagged'
    """
    count = {1: "once", 2: "twice"}.get(finding["count"], f"{finding['count']} times")
    page, objects = _PAGE.search(finding["place"]), _OBJECT.findall(finding["place"])
    place = f"on page {int(page[1]) + 1}" if page else f"in {objects[-1]}" if objects else "in the document"
    words = " ".join(finding["found"].split())
    rule = f"{finding['profile']}, clause {finding['clause']}, test {finding['test']}"
    return f"{rule}, {count}, first {place}: {words}"
