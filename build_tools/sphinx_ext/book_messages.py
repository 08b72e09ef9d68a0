"""The messages of each document, noted while Sphinx reads, so that the site can say how far translations are.

In: doctrees before they are translated.
Out: the messages of each document in `env_messages(env)`: those that Sphinx's gettext builder would extract.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util.index_entries import split_index_msg
from sphinx.util.nodes import extract_messages, traverse_translatable_index

from build_tools.status import env_messages


class NoteMessages(SphinxTransform):
    """Note the messages of a document."""

    default_priority = 15  # after messages are kept (10), before they are translated (20)

    def apply(self, **kwargs: object) -> None:
        """Note each message once, in the order of the document."""
        messages = tuple(dict.fromkeys(list_messages(self.document)))
        env_messages(self.env)[self.env.current_document.docname] = messages


def list_messages(document: nodes.document) -> Iterator[str]:
    """List the messages of a document and of its index entries."""
    yield from (message for _node, message in extract_messages(document))
    for _node, entries in traverse_translatable_index(document):
        for kind, value, *_rest in entries:
            with suppress(ValueError):  # a badly formed entry, of which Sphinx warns
                yield from split_index_msg(kind, value)


def purge_messages(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget the messages of a document that is read again."""
    env_messages(env).pop(docname, None)


def merge_messages(app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment) -> None:
    """Take over the messages of documents that another process has read."""
    env_messages(env).update({name: env_messages(other)[name] for name in docnames if name in env_messages(other)})


def setup_book_messages(app: Sphinx) -> None:
    """Register with Sphinx."""
    app.add_transform(NoteMessages)
    app.connect("env-purge-doc", purge_messages)
    app.connect("env-merge-info", merge_messages)
