"""The outline of a book: parts, chapters and sections in reading order.

In: the tables of contents that Sphinx collected while reading.
Out: a tree of `Entry` objects, the spine and the parts.
How it is shown (contents, bookmarks, navigation) is the writers' business.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.locale import _ as translate_sphinx
from sphinx.util.tags import Tags

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


def read_outline(env: BuildEnvironment, root: str, *, with_index: bool = True, tags: Tags | None = None) -> Entry:
    """Read the outline below the root document; each document comes once.

    :param tags: what decides about tables of contents under `only`; without them all count.
    """
    return _Reader(env, with_index, tags, {root}).read_document(root)


def append_entries(outline: Entry, entries: Iterable[Entry]) -> Entry:
    """Put documents that no table of contents names behind all others; those that are there stay where they are."""
    known = set(list_spine(outline))
    return replace(outline, children=(*outline.children, *(new for new in entries if new.docname not in known)))


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


def arrange(docname: str, entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Sort what stands in a document into its own sections and what comes behind it, as the pages will come.

    A section that holds other documents cannot be led to from between them: it becomes a part.
    """
    own: list[Entry] = []
    below: list[Entry] = []
    for entry in entries:
        if entry.is_part or entry.docname != docname:
            below.append(entry)
        elif all(inner.docname == docname for inner in entry.walk()):
            own.append(entry)
        else:
            sections, documents = arrange(docname, entry.children)
            own += sections
            below.append(Entry(entry.title, children=tuple(documents)))
    return own, below


@dataclass(frozen=True)
class _Reader:
    env: BuildEnvironment
    with_index: bool
    tags: Tags | None
    seen: set[str]

    def read_document(self, docname: str) -> Entry:
        title = self.env.titles[docname].astext() if docname in self.env.titles else ""
        entries = list(self.read_list(docname, self.env.tocs.get(docname) or nodes.bullet_list()))
        # The first item of a document's table of contents is the document itself.
        if entries and entries[0].docname == docname and not entries[0].anchor:
            entries = [*entries[0].children, *entries[1:]]
        own, below = arrange(docname, entries)
        return Entry(show_title(title, docname), docname, children=(*own, *below))

    def read_list(self, docname: str, parent: nodes.Element) -> Iterator[Entry]:
        for node in parent.children:
            if isinstance(node, addnodes.toctree):
                yield from self.read_toctree(node)
            elif isinstance(node, addnodes.only):
                if self.tags is None or self.tags.eval_condition(node["expr"]):
                    yield from self.read_list(docname, node)
            elif isinstance(node, nodes.list_item):
                yield self.read_item(docname, node)
            elif isinstance(node, nodes.bullet_list):
                yield from self.read_list(docname, node)

    def read_item(self, docname: str, node: nodes.list_item) -> Entry:
        reference = next(iter(node.findall(nodes.reference)), None)
        anchor = reference["anchorname"].lstrip("#") if reference is not None else ""
        title = reference.astext() if reference is not None else ""
        return Entry(show_title(title, docname), docname, anchor, tuple(self.read_list(docname, node)))

    def read_toctree(self, node: addnodes.toctree) -> Iterator[Entry]:
        entries = []
        for title, name in node["entries"]:
            if name in self.seen or (name not in self.env.tocs and not (name == INDEX and self.with_index)):
                continue
            self.seen.add(name)
            entry = Entry(translate_sphinx("Index"), INDEX) if name == INDEX else self.read_document(name)
            entries.append(replace(entry, title=title) if title else entry)
        if node.get("caption") and entries:
            yield Entry(node["caption"], children=tuple(entries))
        else:
            yield from entries


def show_title(title: str, docname: str) -> str:
    """Show the title of a document or section; where there is none, the document's name says where one is.

    >>> show_title("<no title>", "moon/apollo")
    'apollo'
    """
    return title if title.strip() and title != "<no title>" else docname.rpartition("/")[2]
