"""A site as a browser would read it.

In: the folder of one language, and what it must say.  Out: problems.
What a page loads is found in `addresses`.
"""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from build_tools.problems import Code, Problem
from build_tools.verify.addresses import (
    Address,
    find_css_loads,
    find_loads,
    find_script_loads,
    is_remote,
    line_of,
    resolve,
)
from build_tools.verify.expectation import Expectation
from build_tools.verify.guard import run_checks
from build_tools.verify.html_files import check_files, check_strangers
from build_tools.verify.html_site import Page, Site, open_site
from build_tools.verify.tools import describe_failure, find_nu_checker, run_jar

# Messages of the Nu checker that are its own mistakes, each with the reason.
FALSE_ALARMS: tuple[tuple[str, str], ...] = ()


def check_site(folder: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check every page, style sheet and script of a site, without other programs."""
    site = open_site(folder, expectation)
    yield from site.problems
    checks = (check_search, check_style_sheets, check_scripts, check_files)
    yield from run_checks(expectation.place, site, checks)
    for page in site.pages.values():
        page_checks = (check_language, check_alternates, check_loads, check_links, check_content, check_strangers)
        yield from run_checks(site.place_of(page.path), page, [partial(check, site) for check in page_checks])


def check_search(site: Site) -> Iterator[Problem]:
    """Check that there are pages, and an index to search in."""
    if f"{site.name}/index.html" not in site.pages:
        yield Problem.of(Code.HTML_CONTENT, site.place, "the site has no index.html")
    index = site.folder / "searchindex.js"
    if not index.is_file() or not index.stat().st_size:
        yield Problem.of(Code.HTML_CONTENT, site.place, "the site has no searchindex.js")


def check_language(site: Site, page: Page) -> Iterator[Problem]:
    """Check that a page says its language and direction."""
    html, wanted = page.tree, site.expectation
    for name, expected in (("lang", wanted.language), ("dir", wanted.direction)):
        if html.get(name) != expected:
            found = f"{name} is {html.get(name)!r}; expected {expected!r}"
            yield Problem.of(Code.HTML_LANGUAGE, site.place_of(page.path), found, line=line_of(html))


def check_alternates(site: Site, page: Page) -> Iterator[Problem]:
    """Check that a page leads to itself in every language: for search engines, and for readers."""
    within = page.path.partition("/")[2]
    named = {
        (link.get("hreflang"), resolve(page.path, link.get("href", ""))[0])
        for link in page.tree.iterfind(".//link[@hreflang]")
        if "alternate" in (link.get("rel") or "").split() and not is_remote(link.get("href", ""))
    }
    linked = {resolve(page.path, link.get("href", ""))[0] for link in page.tree.iterfind(".//a[@href]")}
    for language in site.expectation.languages:
        target = f"{language}/{within}"
        if (language, target) not in named:
            found = f"no alternate leads to the page in '{language}', {target}"
            yield Problem.of(Code.HTML_LANGUAGE, site.place_of(page.path), found)
        if language != site.expectation.language and target not in linked:
            found = f"no link lets the reader choose the page in '{language}', {target}"
            yield Problem.of(Code.HTML_LANGUAGE, site.place_of(page.path), found)


def check_loads(site: Site, page: Page) -> Iterator[Problem]:
    """Check that what a page loads is there, and asks no other host for anything."""
    yield from _check_loads(site, page.path, find_loads(page.tree))
    for script in page.tree.iter("script"):
        for url, line in find_script_loads(script.text or ""):
            found = f"a script asks for {url}"
            place, first = site.place_of(page.path), line_of(script) or 1
            yield Problem.of(Code.HTML_EXTERNAL, place, found, line=first + line - 1)


def _check_loads(site: Site, path: str, loads: Iterator[Address]) -> Iterator[Problem]:
    for url, line in loads:
        if is_remote(url):
            yield Problem.of(Code.HTML_EXTERNAL, site.place_of(path), f"the page asks for {url}", line=line)
        elif url.lower().startswith("data:"):
            if not url.lower().startswith("data:image/"):
                found = f"something that is no picture stands in an address: {url[:60]}"
                yield Problem.of(Code.HTML_STRANGE, site.place_of(path), found, line=line)
        elif fault := site.find_fault(path, url):
            found = f"{url} cannot be loaded: {fault}"
            yield Problem.of(Code.HTML_LINK, site.place_of(path), found, line=line)


def check_links(site: Site, page: Page) -> Iterator[Problem]:
    """Check that every link within the site leads to a file and a place in it."""
    for link in page.tree.iter("a", "area"):
        url = link.get("href")
        if url is not None and not is_remote(url) and (fault := site.find_fault(page.path, url)):
            found, line = f"the link {url} leads nowhere: {fault}", line_of(link)
            yield Problem.of(Code.HTML_LINK, site.place_of(page.path), found, line=line)


def check_content(site: Site, page: Page) -> Iterator[Problem]:
    """Check that a page has a title, and its pictures have alternative texts."""
    place = site.place_of(page.path)
    if not (page.tree.findtext(".//title") or "").strip():
        yield Problem.of(Code.HTML_CONTENT, place, "the page has no title")
    for image in page.tree.iter("img"):
        if image.get("alt") is None:
            found = f"the picture {image.get('src')} has no alternative text"
            yield Problem.of(Code.HTML_CONTENT, place, found, line=line_of(image))


def check_style_sheets(site: Site) -> Iterator[Problem]:
    """Check that what the style sheets load is there, and asks no other host for anything."""
    for path in site.list_files(".css"):
        sheet = site.file_of(path).read_text(encoding="utf-8", errors="replace")
        loads = (Address(url, line + 1) for url, line in find_css_loads(sheet))
        yield from _check_loads(site, path, loads)


def check_scripts(site: Site) -> Iterator[Problem]:
    """Check that no script asks another host for anything."""
    for path in site.list_files(".js"):
        for url, line in find_script_loads(site.file_of(path).read_text(encoding="utf-8", errors="replace")):
            yield Problem.of(Code.HTML_EXTERNAL, site.place_of(path), f"the script asks for {url}", line=line)


def check_site_fully(folder: Path, expectation: Expectation) -> Iterator[Problem]:
    """Check every page with the Nu checker, in one run; its errors are problems.

    Raise BuildToolsError if the checker is missing or does not end.
    """
    jar = find_nu_checker()
    result = run_jar(jar, ["--skip-non-html", "--format", "json", "--exit-zero-always", str(folder.resolve())])
    try:
        messages = json.loads(result.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise describe_failure(jar, result.stderr) from error
    for message in messages:
        found = " ".join(str(message.get("message", "")).split())
        if message["type"] != "info" and not any(alarm in found for alarm, _reason in FALSE_ALARMS):
            place = _show_place(str(message.get("url", "")), folder, expectation.place)
            yield Problem.of(Code.HTML_CHECK, place, found, line=int(message.get("lastLine", 0)))


def _show_place(url: str, folder: Path, place: str) -> str:
    path = Path(unquote(urlsplit(url).path))
    inside = path.is_relative_to(folder.resolve())
    return f"{place.rstrip('/')}/{path.relative_to(folder.resolve()).as_posix()}" if inside else place
