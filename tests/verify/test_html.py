"""What makes a site right, and each way in which it can be wrong."""

import shutil
from pathlib import Path

import pytest

from build_tools.problems import BuildToolsError, Code
from build_tools.verify.expectation import Expectation
from build_tools.verify.html import check_site, check_site_fully
from build_tools.verify.tools import find_java, find_nu_checker


def find_codes(folder: Path, expectation: Expectation) -> set[str]:
    """Find the codes of all problems of a site."""
    return {problem.code for problem in check_site(folder, expectation)}


def change(file: Path, right: str, wrong: str) -> None:
    """Replace a passage of a file."""
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")


def test_good_site_has_no_problem(site: Path, expectation: Expectation) -> None:
    """A site with languages, links and pictures, and comments that name hosts, has no problem."""
    assert list(check_site(site, expectation)) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "code"),
    [
        ("moon/apollo.html", ' lang="en" dir', ' lang="hu" dir', Code.HTML_LANGUAGE),
        ("moon/apollo.html", ' dir="ltr"', "", Code.HTML_LANGUAGE),
        (
            "index.html",
            'hreflang="ko" href="../ko/index',
            'hreflang="ko" href="../ko/moon/apollo',
            Code.HTML_LANGUAGE,
        ),
        ("index.html", '<a href="../ko/index.html"', '<a href="../ko/moon/apollo.html"', Code.HTML_LANGUAGE),
        ("index.html", 'href="#dog"', 'href="#cat"', Code.HTML_LINK),
        ("index.html", 'href="moon/apollo.html#dog"', 'href="moon/apollo.html#cat"', Code.HTML_LINK),
        ("index.html", 'href="moon/apollo.html#dog"', 'href="moon/gemini.html"', Code.HTML_LINK),
        ("index.html", 'href="moon/apollo.html#dog"', 'href="../../x.html"', Code.HTML_LINK),
        ("index.html", "</h1>", '</h1><a href="../ko/none.html">x</a>', Code.HTML_LINK),
        ("index.html", 'src="_static/moon.svg"', 'src="_static/sun.svg"', Code.HTML_LINK),
        ("index.html", 'src="_static/moon.svg"', 'src="https://example.org/moon.svg"', Code.HTML_EXTERNAL),
        (
            "index.html",
            'src="_static/moon.svg"',
            'src="_static/moon.svg" srcset="//x.org/a.png 2x"',
            Code.HTML_EXTERNAL,
        ),
        (
            "index.html",
            "</title>",
            '</title><link rel="preconnect" href="https://x.org">',
            Code.HTML_EXTERNAL,
        ),
        (
            "index.html",
            "</title>",
            "</title><style>@import 'https://x.org/a.css';</style>",
            Code.HTML_EXTERNAL,
        ),
        ("index.html", "<h1", '<h1 style="background:url(https://x.org/a.png)"', Code.HTML_EXTERNAL),
        ("index.html", "</body>", "<script>fetch('https://x.org/')</script></body>", Code.HTML_EXTERNAL),
        ("index.html", "</body>", '<form action="https://x.org/"></form></body>', Code.HTML_EXTERNAL),
        ("_static/style.css", "moon.svg", "https://x.org/a.svg", Code.HTML_EXTERNAL),
        ("_static/style.css", "moon.svg", "sun.svg", Code.HTML_LINK),
        ("_static/site.js", "document", 'import("https://x.org/a.js"); document', Code.HTML_EXTERNAL),
        ("index.html", ' alt="The Moon"', "", Code.HTML_CONTENT),
        ("index.html", "Four Tellings</title>", "</title>", Code.HTML_CONTENT),
        ("index.html", "<h1", '<h1 onclick="x()"', Code.HTML_SCRIPT),
        ("index.html", 'href="#dog"', 'href="javascript:x()"', Code.HTML_SCRIPT),
        ("index.html", "", "", Code.ARTIFACT_UNREADABLE),
    ],
)
def test_site_with_other_text(
    file: str, right: str, wrong: str, code: Code, site: Path, expectation: Expectation
) -> None:
    """A site with one wrong passage has the problem that names it, and no other."""
    if right:
        change(site / file, right, wrong)
    else:
        (site / file).write_bytes(b"")
    # What asks another host is often a stranger to the second wall as well.
    allowed = {Code.HTML_SCRIPT.slug, Code.HTML_STRANGE.slug} if code is Code.HTML_EXTERNAL else set()
    # An address that runs a script leads to no place either, and a page that is lost is missed by others.
    if code in {Code.HTML_SCRIPT, Code.ARTIFACT_UNREADABLE}:
        allowed |= {Code.HTML_EXTERNAL.slug, Code.HTML_CONTENT.slug}

    assert find_codes(site, expectation) - allowed == {code.slug}


def test_site_without_search(site: Path, expectation: Expectation) -> None:
    """A site in which nothing can be searched is a problem."""
    (site / "searchindex.js").write_bytes(b"")

    assert find_codes(site, expectation) == {Code.HTML_CONTENT.slug}


def test_site_alone(site: Path, expectation: Expectation) -> None:
    """Links to a language that is not built yet are no problem."""
    shutil.rmtree(site.parent / "ko")

    assert list(check_site(site, expectation)) == []


def test_downloads_beside_the_site(site: Path, expectation: Expectation) -> None:
    """Links to downloads are followed once there are downloads."""
    (site.parent / "downloads").mkdir()

    assert find_codes(site, expectation) == {Code.HTML_LINK.slug}


def test_site_that_is_not_published_yet(site: Path, expectation: Expectation) -> None:
    """A site is judged by the place where it will be published, whatever its folder is called now."""
    folder = site.rename(site.parent.parent / "html")

    assert list(check_site(folder, expectation)) == []


def test_no_site_at_all(expectation: Expectation, tmp_path: Path) -> None:
    """A site that is not there is a problem, not a crash."""
    assert find_codes(tmp_path / "none", expectation) == {Code.HTML_CONTENT.slug}


def require_nu_checker() -> None:
    """Skip where the Nu checker or Java is not installed."""
    try:
        find_nu_checker()
        find_java()
    except BuildToolsError as error:
        pytest.skip(str(error))


@pytest.mark.build
def test_good_site_passes_the_nu_checker(site: Path, expectation: Expectation) -> None:
    """The Nu checker has nothing against a good site."""
    require_nu_checker()

    assert list(check_site_fully(site, expectation)) == []


@pytest.mark.build
def test_nu_checker_names_page_and_line(site: Path, expectation: Expectation) -> None:
    """A fault that the Nu checker finds is told with the page and the line in it."""
    require_nu_checker()
    change(site / "moon/apollo.html", "<h1 id", "<font>x</font><h1 id")
    problems = list(check_site_fully(site, expectation))

    assert [(problem.place, problem.line, problem.code) for problem in problems] == [
        ("sample/moon/apollo.html", 5, Code.HTML_CHECK.slug)
    ]
