"""Messages that are plain words, never markup: what stands in drawings, in tables of data and in the ledger.

In: words of a file that is not Markdown.
Out: a `plain_message` node, which Sphinx extracts and translates like a paragraph but does not parse.
"""

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


class plain_message(nodes.General, nodes.Inline, nodes.Element, addnodes.translatable):  # noqa: N801 - docutils' form
    """One message; each is a node of its own, for Sphinx translates a node as a whole or not at all."""

    def preserve_original_messages(self) -> None:
        """Keep the message as written."""
        self.setdefault("translation", "")

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Keep the translation."""
        self["translation"] = translated_message

    def extract_original_messages(self) -> list[str]:
        """Give the message."""
        return [self["original"]]

    def astext(self) -> str:
        """Give the message in the language of the edition."""
        return str(self.get("translation") or self["original"])


def make_message(text: str, source: str, line: int) -> plain_message:
    """Make a message that says where it stands."""
    message = plain_message(original=text)
    message.source, message.line = source, line
    return message


def make_paragraph(*children: nodes.Node, classes: tuple[str, ...] = ()) -> nodes.paragraph:
    """Make a paragraph that is not itself a message, but may hold some."""
    return nodes.paragraph("", "", *children, classes=list(classes), translatable=False)


class ShowPlainMessages(SphinxPostTransform):
    """Turn messages into text, so that searches find them; a drawing keeps its own."""

    default_priority = 5
    formats = ("html", "latex", "man", "text", "texinfo")  # the gettext builder is after the messages

    def run(self, **kwargs: Any) -> None:
        """Put text in the place of each message that stands in a line of text."""
        for message in list(self.document.findall(plain_message)):
            if isinstance(message.parent, nodes.TextElement):
                message.replace_self(show_message(message))


def show_message(message: plain_message) -> nodes.Node:
    """Show a message as text; where it carries a mark, as an element of the line that carries it on."""
    text = nodes.Text(message.astext())
    if not message["classes"]:
        return text
    return nodes.inline("", "", text, **{name: message[name] for name in ("classes", "dir") if name in message})


def add_open_node(
    app: Sphinx, node: type[nodes.Element], visit: Callable[..., None], depart: Callable[..., None]
) -> None:
    """Add a node that HTML puts between tags; other formats show what it holds as it is."""
    plain = (pass_over, pass_over)
    app.add_node(node, html=(visit, depart), text=plain, latex=plain, man=plain, texinfo=plain)


def pass_over(self: nodes.NodeVisitor, node: nodes.Element) -> None:
    """Do nothing."""


def setup_plain(app: Sphinx) -> None:
    """Register the node, which no writer sees, and its transform."""
    app.add_node(plain_message)
    app.add_post_transform(ShowPlainMessages)
