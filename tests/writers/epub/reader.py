"""A reading system, opened for real: foliate-js in Chromium.

In: an ebook.  Out: what the reader makes of it, and pictures of its pages.
Nothing is asked of any host: every file comes from the disk.
"""

import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from build_tools.fonts import npm_folder

HOST = "http://localhost"
SHELL = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reader</title>
<style>
html, body { margin: 0; height: 100%; color-scheme: SCHEME; background: Canvas }
foliate-view { display: block; height: 100% }
</style>
</head><body><script type="module">
import '/foliate/view.js'
const answer = await fetch('/book.epub')
const view = document.createElement('foliate-view')
document.body.append(view)
await view.open(new File([await answer.blob()], 'book.epub'))
view.renderer.setAttribute('flow', 'FLOW')
view.renderer.setStyles?.('html { color-scheme: SCHEME }')
window.view = view
const simplify = list => (list ?? []).map(item => ({
    label: item.label?.trim(), href: item.href, type: item.type, below: simplify(item.subitems) }))
window.book = {
    title: view.book.metadata.title, language: view.book.metadata.language, dir: view.book.dir,
    sections: view.book.sections.map(section => section.id),
    toc: simplify(view.book.toc), pages: simplify(view.book.pageList), landmarks: simplify(view.book.landmarks) }
</script></body></html>"""


@dataclass
class Reader:
    """An ebook that is open in a window."""

    page: Page
    errors: list[str] = field(default_factory=list)

    @property
    def book(self) -> dict[str, Any]:
        """What the reader knows of the book."""
        return dict(self.page.evaluate("window.book"))

    def go_to(self, href: str) -> None:
        """Turn to a place, such as `EPUB/moon/apollo.xhtml#dog`."""
        self.page.evaluate("async href => { await window.view.goTo(href) }", href)
        self.page.wait_for_timeout(250)  # the reader moves its pages after it says that it has

    def evaluate(self, script: str) -> Any:
        """Run a script on the document that is shown, which it knows as `doc`."""
        return self.page.evaluate(f"(() => {{ const doc = window.view.renderer.getContents()[0].doc; {script} }})()")

    def picture(self, path: Path) -> Path:
        """Take a picture of the window."""
        self.page.screenshot(path=str(path))
        return path


def _answer(route: Route, ebook: Path, shell: str) -> None:
    path = route.request.url.removeprefix(HOST)
    file = ebook if path == "/book.epub" else npm_folder() / "foliate-js" / path.removeprefix("/foliate/")
    if path == "/":
        route.fulfill(body=shell, content_type="text/html; charset=utf-8")
    elif file.is_file():
        kind = "text/javascript" if file.suffix == ".js" else mimetypes.guess_type(file.name)[0]
        route.fulfill(body=file.read_bytes(), content_type=kind or "application/octet-stream")
    else:
        route.fulfill(status=404)


@contextmanager
def open_reader(
    browser: Browser, ebook: Path, *, dark: bool = False, width: int = 900, height: int = 700, flow: str = "paginated"
) -> Iterator[Reader]:
    """Open an ebook in a window of its own; at its end nothing may have gone wrong."""
    scheme = "dark" if dark else "light"
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.set_default_timeout(30_000)
    reader = Reader(page)
    page.on("pageerror", lambda error: reader.errors.append(str(error)))
    page.on("console", lambda said: reader.errors.append(said.text) if said.type == "error" else None)
    shell = SHELL.replace("SCHEME", scheme).replace("FLOW", flow)
    page.route(re.compile("^https?:"), lambda route: _answer(route, ebook, shell))
    page.goto(f"{HOST}/")
    page.wait_for_function("window.book !== undefined")
    yield reader
    page.close()
    assert reader.errors == []
