"""Ace by DAISY: what people with disabilities would meet in an EPUB.

In: an ebook and what it must say.  Out: problems.
Ace opens every document in Chromium, which takes many seconds.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools.problems import Code, Problem
from build_tools.verify.expectation import Expectation
from build_tools.verify.tools import describe_failure, find_ace, find_chromium, run_node


def check_with_ace(path: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check an ebook with Ace; each violation is a problem, however small.

    Raise BuildToolsError if Ace, Node.js or Chromium is missing, or if Ace does not end.
    """
    script = find_ace()
    with tempfile.TemporaryDirectory() as folder:
        variables = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": find_chromium()}
        result = run_node(script, ["--silent", "--force", "--outdir", folder, str(path)], variables)
        report = Path(folder, "report.json")
        if not report.is_file():
            raise describe_failure(script, result.stderr or result.stdout)
        values = json.loads(report.read_text(encoding="utf-8"))
    for document in values["assertions"]:
        for assertion in document["assertions"]:
            yield _read_assertion(assertion, document["earl:testSubject"]["url"], expectation.place)


def _read_assertion(assertion: dict[str, Any], document: str, place: str) -> Problem:
    test, result = assertion["earl:test"], assertion["earl:result"]
    found = " ".join(f"{result['dct:description']} [{test['dct:title']}, {test['earl:impact']}]".split())
    return Problem.of(
        Code.EPUB_CHECK, f"{place}: {document.lstrip('/')}", found, cure=str(test.get("help", {}).get("url", ""))
    )
