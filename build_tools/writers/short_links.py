"""Short links: a chapter's place in the web as it is printed on paper.

In: the address of the shelf, a language and a document.
Out: `four-tellings.example/en/apollo`, the page that leads on from there, and a QR code.
"""

from collections.abc import Iterable, Iterator

from build_tools.problems import Code, Problem


def name_slug(docname: str) -> str:
    """Name a document shortly.

    >>> name_slug("the-moon/apollo")
    'apollo'
    """
    return docname.rpartition("/")[2]


def render_short_link(address: str, language: str, docname: str) -> str:
    """Render a short link with its scheme; nothing where the book has no address.

    >>> render_short_link("https://four-tellings.example", "ko", "the-moon/apollo")
    'https://four-tellings.example/ko/apollo'
    """
    return f"{address}/{language}/{name_slug(docname)}" if address else ""


def show_link(link: str) -> str:
    """Show a link as people type it."""
    return link.removeprefix("https://")


def check_slugs(docnames: Iterable[str], folder: str) -> Iterator[Problem]:
    """Yield a problem for each document whose short link another one has, or a folder of the site.

    :param folder: where the book is, as typed from the root of the repository.
    """
    names = list(docnames)
    taken = {name.partition("/")[0]: name for name in names}
    for name in names:
        slug = name_slug(name)
        if taken.setdefault(slug, name) != name:
            cure = "Give one of the two another name."
            found = f"the short link '{slug}' is also that of {taken[slug]}"
            yield Problem.of(Code.SHORT_LINK, f"{folder}/{name}.md", found, cure=cure)


def render_code(link: str, title: str) -> str:
    """Render a QR code as an SVG element; a fifteenth of it may be unreadable (level M).

    :param title: what those are told who cannot see it.
    """
    import segno

    code = segno.make(link, error="m", micro=False)
    return str(code.svg_inline(border=0, omitsize=True, title=title))
