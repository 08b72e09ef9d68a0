"""The outline of a book: parts, chapters and sections in reading order.

In: the tables of contents that Sphinx collected while reading.
Out: a tree of `Entry` objects, the spine and the parts.
How it is shown (contents, bookmarks, navigation) is the writers' business.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.locale import _

INDEX = "genindex"


@dataclass(frozen=True)
class Entry:
    """A part (no docname), a document (no anchor) or a section of a document."""

    title: str
    docname: str = ""
    anchor: str = ""
    children: tuple["Entry", ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether this is a caption above documents."""
        return not self.docname

    def walk(self) -> Iterator["Entry"]:
        """Give this entry and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_outline(env: BuildEnvironment, root: str, *, with_index: bool = True) -> Entry:
    """Read the outline below the root document; each document comes once."""
    seen = {root}
    return _read_document(env, root, seen, with_index=with_index)


def list_spine(outline: Entry) -> list[str]:
    """List the documents in reading order."""
    return list(dict.fromkeys(entry.docname for entry in outline.walk() if entry.docname))


def list_titles(outline: Entry) -> list[str]:
    """List the titles of the documents in reading order, without the root document's."""
    documents = (entry for entry in outline.walk() if entry.docname and not entry.anchor)
    return [entry.title for entry in documents if entry.docname != outline.docname]


def matches(docname: str, patterns: list[str]) -> bool:
    """Tell whether a document belongs to the front or back matter that patterns describe."""
    return any(fnmatch(docname, pattern) for pattern in patterns)


def _read_document(env: BuildEnvironment, docname: str, seen: set[str], *, with_index: bool) -> Entry:
    title = env.titles[docname].astext() if docname in env.titles else docname
    entry = Entry(title, docname)
    toc = env.tocs.get(docname)
    if toc is None:
        return entry
    children = tuple(_read_list(env, docname, toc, seen, with_index=with_index))
    # The first item of a document's table of contents is the document itself.
    if children and children[0].docname == docname and not children[0].anchor:
        children = children[0].children + children[1:]
    return replace(entry, children=children)


def _read_list(
    env: BuildEnvironment, docname: str, parent: nodes.Element, seen: set[str], *, with_index: bool
) -> Iterator[Entry]:
    for node in parent.children:
        if isinstance(node, addnodes.toctree):
            yield from _read_toctree(env, node, seen, with_index=with_index)
        elif isinstance(node, nodes.list_item):
            reference = next(iter(node.findall(nodes.reference)), None)
            anchor = reference["anchorname"].lstrip("#") if reference is not None else ""
            title = reference.astext() if reference is not None else ""
            inner = [child for child in node.children if isinstance(child, (nodes.bullet_list, addnodes.toctree))]
            below = tuple(
                entry
                for child in inner
                for entry in (
                    _read_toctree(env, child, seen, with_index=with_index)
                    if isinstance(child, addnodes.toctree)
                    else _read_list(env, docname, child, seen, with_index=with_index)
                )
            )
            yield Entry(title, docname, anchor, below)


def _read_toctree(
    env: BuildEnvironment, node: addnodes.toctree, seen: set[str], *, with_index: bool
) -> Iterator[Entry]:
    entries = []
    for title, name in node["entries"]:
        if name in seen or (name not in env.tocs and not (name == INDEX and with_index)):
            continue
        seen.add(name)
        entry = Entry(_("Index"), INDEX) if name == INDEX else _read_document(env, name, seen, with_index=with_index)
        entries.append(replace(entry, title=title) if title else entry)
    if node.get("caption") and entries:
        yield Entry(node["caption"], children=tuple(entries))
    else:
        yield from entries
