"""The register of verifiers: a cheap one and a full one for each format, and some that take long."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from build_tools.problems import Problem
from build_tools.verify.ace import check_with_ace
from build_tools.verify.epub import check_epub, check_epub_fully
from build_tools.verify.expectation import Expectation
from build_tools.verify.handouts import check_handout
from build_tools.verify.html import check_site, check_site_fully
from build_tools.verify.pdf import check_pdf
from build_tools.verify.pdf_validator import check_pdf_fully
from build_tools.verify.pdf_words import check_same_words

Verifier = Callable[[Path, Expectation], Iterator[Problem]]
JointVerifier = Callable[[Sequence[tuple[Path, Expectation]]], Iterator[Problem]]

VERIFIERS: Mapping[str, Verifier] = {
    "html": check_site,
    "pdf": check_pdf,
    "epub": check_epub,
    "handouts": check_handout,
}
# These ask programs in Java, and take seconds.
FULL_VERIFIERS: Mapping[str, Verifier] = {"html": check_site_fully, "pdf": check_pdf_fully, "epub": check_epub_fully}
# These compare the files of one language and format with each other.
JOINT_VERIFIERS: Mapping[str, JointVerifier] = {"pdf": check_same_words}
# These open every document in a browser, and take a minute; a build does not ask them.
SLOW_VERIFIERS: Mapping[str, Verifier] = {"epub": check_with_ace}
