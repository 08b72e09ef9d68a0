"""Links from a list at the back to the chapters that tell of its entries.

In: `told_in` nodes, which name a thing: an event or a claim.
Out: links to the chapters that name it, with their titles in the language of the edition.
"""

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from build_tools.sphinx_ext.plain import add_open_node
from build_tools.sphinx_ext.sigla import env_claims


class told_in(nodes.General, nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils names nodes in lower case
    """A place for links to the chapters that tell of `thing`; `kind` is `event` or `claim`."""


def env_events(env: BuildEnvironment) -> dict[str, list[str]]:
    """Give the events that each document names, by document name."""
    events: dict[str, list[str]] = env.__dict__.setdefault("events_told", {})
    return events


def list_documents(env: BuildEnvironment) -> Iterator[str]:
    """List the documents in reading order."""
    waiting, seen = [env.config.root_doc], set()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            yield name
            waiting[:0] = env.toctree_includes.get(name, [])


def link_chapters(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Fill each `told_in` node with links to the chapters that name its thing, in reading order."""
    told = {"event": env_events(app.env), "claim": env_claims(app.env)}
    for node in list(doctree.findall(told_in)):
        things = told[node["kind"]]
        names = [name for name in list_documents(app.env) if name != docname and node["thing"] in things.get(name, ())]
        for number, name in enumerate(names):
            title = nodes.Text(app.env.titles[name].astext())
            link = make_refnode(app.builder, docname, name, "", title)
            node.extend([nodes.Text(", " if number else " → "), link])
        if not names:
            node.parent.remove(node)


def list_lists(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the documents with such links, which are written again when any chapter has changed."""
    return sorted(env.__dict__.get("told_in_documents", ()))


def note_list(env: BuildEnvironment) -> None:
    """Note that the current document has such links."""
    env.__dict__.setdefault("told_in_documents", set()).add(env.current_document.docname)


def purge_events(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a document that is read again has named."""
    env_events(env).pop(docname, None)
    env.__dict__.setdefault("told_in_documents", set()).discard(docname)


def merge_events(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    """Take over what another process has read."""
    env_events(env).update({name: env_events(other)[name] for name in docnames if name in env_events(other)})
    env.__dict__.setdefault("told_in_documents", set()).update(other.__dict__.get("told_in_documents", ()))


def visit_told_in(self: Any, node: told_in) -> None:
    """Open a small aside."""
    self.body.append(self.starttag(node, "small", "", CLASS="told-in"))


def depart_told_in(self: Any, node: told_in) -> None:
    """Close it."""
    self.body.append("</small>")


def setup_told_in(app: Sphinx) -> None:
    """Register the node and what fills it."""
    add_open_node(app, told_in, visit_told_in, depart_told_in)
    app.connect("doctree-resolved", link_chapters)
    app.connect("env-purge-doc", purge_events)
    app.connect("env-merge-info", merge_events)
    app.connect("env-get-updated", list_lists)
