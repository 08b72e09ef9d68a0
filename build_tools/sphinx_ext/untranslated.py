"""Passages without a translation are marked as what they are: English in a book in another language.

In: doctrees after translation.
Out: on each node that still says the English, the classes `untranslated` and `language-en`, from which docutils
makes `lang="en"`, and a direction where that of the edition is the other one.
How such a passage looks is the theme's business.

Captions hold more than their words (a number, a link, marks), so there the words alone are marked.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import extract_messages
from sphinx.writers.html5 import HTML5Translator

from build_tools.config import Language, load_registry
from build_tools.messages import Messages
from build_tools.paths import Repository

CLASS = "untranslated"
# The builders that write HTML of any kind.
_BUILDERS = ("html", "pdf", "ebook", "handouts")


@dataclass(frozen=True)
class Tongue:
    """A language in which words stand within words of another.

    :param classes: what its words are marked with.
    :param direction: its direction, where that differs from the one around it.
    """

    classes: tuple[str, ...]
    direction: str

    def mark(self, node: nodes.Element) -> None:
        """Mark a node as words of this language."""
        node["classes"] += self.classes
        if self.direction:
            node["dir"] = self.direction

    def make_inline(self, *children: nodes.Node) -> nodes.inline:
        """Make an element of a line of words of this language."""
        inline = nodes.inline("", "", *children)
        self.mark(inline)
        return inline


def load_languages(config: Config) -> tuple[Language, Language] | None:
    """Load the language of the edition and that of the original; nothing where they are one."""
    if not config.press_repository:
        return None
    registry = load_registry(Repository(Path(config.press_repository)))
    edition = registry.choose([config.language or registry.source.code])[0]
    return None if edition.code == registry.source.code else (edition, registry.source)


def load_original_tongue(config: Config) -> Tongue | None:
    """Load how words of the original are marked in this edition; nothing in the original's own edition."""
    languages = load_languages(config)
    if languages is None:
        return None
    edition, source = languages
    direction = source.direction if source.direction != edition.direction else ""
    return Tongue((CLASS, f"language-{source.code}"), direction)


def load_edition_tongue(config: Config) -> Tongue | None:
    """Load how words of the edition are marked where they stand within words of the original."""
    languages = load_languages(config)
    if languages is None:
        return None
    edition, source = languages
    direction = edition.direction if source.direction != edition.direction else ""
    return Tongue((f"language-{edition.code}",), direction)


def choose_tongue(config: Config, messages: Messages, text: str, host: nodes.Element | None = None) -> Tongue | None:
    """Choose how words that `messages` gave are marked; not at all where those around them are of the same language.

    :param host: the passage that they will stand in; without it, words of the edition are around them.
    """
    is_translation, in_original = messages.is_translation(text), host is not None and CLASS in host["classes"]
    if is_translation != in_original:
        return None
    return load_edition_tongue(config) if is_translation else load_original_tongue(config)


def make_words(config: Config, messages: Messages, text: str, host: nodes.Element | None = None) -> nodes.Node:
    """Make a node of words that `messages` gave, with the mark that they need."""
    tongue = choose_tongue(config, messages, text, host)
    return tongue.make_inline(nodes.Text(text)) if tongue else nodes.Text(text)


class MarkUntranslated(SphinxTransform):
    """Mark each node whose message has no translation."""

    default_priority = 30  # after translation (20), before anything is put into the nodes (500)

    def apply(self, **kwargs: object) -> None:
        """Mark the nodes of a document."""
        tongue = load_original_tongue(self.config)
        if tongue is None:
            return
        found = [node for node, _message in extract_messages(self.document) if not is_translated(node)]
        for node in dict.fromkeys(found):
            if isinstance(node, nodes.caption) or isinstance(node.parent, nodes.table):
                words = tongue.make_inline(*node.children)
                node.children = []
                node.append(words)
            elif not isinstance(node, addnodes.toctree | nodes.image | nodes.meta):
                tongue.mark(node)


def is_translated(node: nodes.Element) -> bool:
    """Tell whether a node says the words of a translation.

    Sphinx notes it on each node, but not on those that keep their translation themselves, and on none at all where
    a document has no PO file.
    """
    return bool(node.get("translated") or node.get("translation"))


class DirectedTranslator(HTML5Translator):
    """Write the direction of an element, which docutils cannot do."""

    def starttag(self, node: Any, tagname: str, *arguments: Any, **attributes: Any) -> str:
        """Write a start tag, with the direction of its node if it has one."""
        direction = node.get("dir") if isinstance(node, nodes.Element) else None
        if direction:
            attributes["dir"] = direction
        return super().starttag(node, tagname, *arguments, **attributes)


def setup_untranslated(app: Sphinx) -> None:
    """Register the transform and the translator."""
    app.add_transform(MarkUntranslated)
    for builder in _BUILDERS:
        app.set_translator(builder, DirectedTranslator)
