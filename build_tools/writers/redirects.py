"""The pages behind the short links: each leads on to its chapter, without a script.

In: Sphinx's environment, and what all pages of a site have in common.
Out: `<chapter>/index.html` in the folder of the site.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from build_tools.config import Language
from build_tools.problems import Problem
from build_tools.templates import load_template
from build_tools.writers.outline import show_title
from build_tools.writers.short_links import check_slugs, name_slug

logger = logging.getLogger(__name__)


def has_handouts(doctree: nodes.document) -> bool:
    """Tell whether a document is a chapter with questions, of which there are handouts."""
    return any(node.tagname == "passage" and node.get("kind") == "questions" for node in doctree.findall(nodes.Element))


def list_chapters(env: BuildEnvironment) -> Iterator[str]:
    """List the documents that have short links."""
    return (docname for docname in sorted(env.found_docs) if has_handouts(env.get_doctree(docname)))


def write_redirects(app: Sphinx, language: Language, languages: Iterable[Language]) -> None:
    """Write a page for each short link; two links of one name are a problem."""
    docnames = list(list_chapters(app.env))
    for problem in check_slugs(docnames, Path(app.srcdir).name):
        warn(problem)
    for docname in docnames:
        page = Path(app.outdir, name_slug(docname), "index.html")
        page.parent.mkdir(parents=True, exist_ok=True)
        title = show_title(app.env.titles[docname].astext(), docname)
        page.write_text(render_redirect(language, languages, docname, title), encoding="utf-8")


def render_redirect(language: Language, languages: Iterable[Language], docname: str, title: str) -> str:
    """Render the page behind a short link: it leads on to the chapter, and to the other languages."""
    return load_template("redirect.html.jinja").render(
        language=language, languages=list(languages), slug=name_slug(docname), target=f"../{docname}.html", title=title
    )


def warn(problem: Problem) -> None:
    """Warn of a problem as Sphinx does."""
    logger.warning(problem.found, type="book", subtype=problem.code, location=problem.place)
