"""Passages of fixed form: a summary, questions, what is established, people.

In: `:::{summary}`, `:::{questions}`, `:::{established} high` and `:::{people}` blocks.
Out: a `passage` node whose `kind` says what it is, so that handouts and lists can be composed of passages.

    <passage kind="questions">
        <paragraph classes="passage-label">Questions
        <enumerated_list>
            <list_item kind="recall">
                <paragraph>What was the first satellite called?
                <answer>
                    <paragraph>Sputnik 1.

Answers are the teacher's: every builder but that of the handouts takes them out.
"""

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from build_tools.messages import Messages
from build_tools.problems import Code
from build_tools.sphinx_ext.plain import add_open_node, make_paragraph
from build_tools.sphinx_ext.press_words import load_press_words
from build_tools.sphinx_ext.untranslated import make_words

logger = logging.getLogger(__name__)
_LINE = re.compile(r"(recall|explain|compare|argue|answer): (\S.*)\Z")
_FORM = "a question must begin with recall:, explain:, compare: or argue:"
# The builders that see answers: gettext for their translators, handouts for teachers.
_KEEP_ANSWERS = frozenset({"gettext", "handouts"})


class passage(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """A passage of fixed form."""


class answer(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """What a teacher expects as the answer to a question, or looks for in it."""


def name_kinds(words: Messages) -> dict[str, str]:
    """Name the kinds of questions in the language of the edition."""
    _ = words.gettext
    return {"recall": _("Recall"), "explain": _("Explain"), "compare": _("Compare"), "argue": _("Argue")}


def name_certainties(words: Messages) -> dict[str, str]:
    """Name how sure we are of what is established, in the language of the edition."""
    _ = words.gettext
    return {
        "high": _("What is established"),
        "medium": _("What is fairly sure"),
        "low": _("What is doubtful"),
    }


class Passage(SphinxDirective):
    """What the directives have in common."""

    has_content = True

    def make_passage(self, kind: str, *label: nodes.Node) -> passage:
        """Make the node with its label."""
        node = passage(kind=kind)
        self.set_source_info(node)
        if label:
            node += make_paragraph(*label, classes=("passage-label",))
        return node

    def warn(self, what: str, line: int) -> None:
        """Warn at a line of the block."""
        place = (self.env.current_document.docname, line)
        logger.warning(what, type="book", subtype=Code.PASSAGE.slug, location=place)


class SummaryDirective(Passage):
    """Say in two sentences what a chapter tells.

    :::{summary}
    Two sentences.
    :::
    """

    def run(self) -> list[nodes.Node]:
        """Give the passage."""
        node = self.make_passage("summary")
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class PeopleDirective(Passage):
    """List people; the block is a definition list.

    :::{people}
    Goddard, Robert (1882–1945)
    : American physicist.
    :::
    """

    def run(self) -> list[nodes.Node]:
        """Give the passage."""
        node = self.make_passage("people")
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class EstablishedDirective(Passage):
    """Say what is established where the tellings differ, and how sure we are.

    :::{established} high
    The launch was on 4 October 1957.
    :::
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Give the passage with its label."""
        words = load_press_words(self.env)
        labels = name_certainties(words)
        certainty = self.arguments[0]
        if certainty not in labels:
            self.warn(f"how sure we are is {', '.join(labels)}; found {certainty!r}", self.lineno)
            return []
        node = self.make_passage("established", make_words(self.config, words, labels[certainty]))
        node["certainty"] = certainty
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class QuestionsDirective(Passage):
    """Ask questions, a line each, which begins with its kind; behind each may stand its answer.

    :::{questions}
    recall: What was the first satellite called?
    answer: Sputnik 1.
    argue: Should animals have been sent?
    answer: For: nothing else could show it. Against: Laika could not come back.
    :::
    """

    def run(self) -> list[nodes.Node]:
        """Give the passage with a numbered list."""
        words = load_press_words(self.env)
        _ = words.gettext
        node = self.make_passage("questions", make_words(self.config, words, _("Questions")))
        listing = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
        listing += list(self.list_questions())
        node += listing
        return [node]

    def list_questions(self) -> Iterator[nodes.list_item]:
        """List the questions as items that know their kind."""
        item = None
        for offset, line in enumerate(self.content):
            if not line.strip():
                continue
            found = _LINE.match(line.strip())
            if found and found[1] != "answer":
                item = nodes.list_item(kind=found[1])
                self.parse_line(found[2], offset, item)
                yield item
            elif found and item is not None and not isinstance(item[-1], answer):
                expected = answer()
                item += expected
                self.parse_line(found[2], offset, expected)
            else:
                wanted = "an answer stands behind a question" if found else _FORM
                self.warn(f"{wanted}, found {line!r}", self.lineno + self.content_offset + offset + 1)
                item = item if found else nodes.list_item("", nodes.paragraph())  # its answer is not at fault

    def parse_line(self, text: str, offset: int, parent: nodes.Element) -> None:
        """Parse what a line says."""
        source = StringList([text], source=self.content.source(offset) or "")
        self.state.nested_parse(source, self.content_offset + offset, parent)


class NameQuestions(SphinxTransform):
    """Put the kind before each question, after translation so that it never enters a message."""

    default_priority = 500

    def apply(self, **kwargs: object) -> None:
        """Name the kinds in the language of the edition."""
        if not any(node["kind"] == "questions" for node in self.document.findall(passage)):
            return
        words = load_press_words(self.env)
        names = name_kinds(words)
        for item in self.document.findall(nodes.list_item):
            if "kind" in item and isinstance(item[0], nodes.paragraph):
                name = make_words(self.config, words, names[item["kind"]], item[0])
                item[0].insert(0, [nodes.inline("", "", name, classes=["question-kind"]), nodes.Text(" ")])


def take_out_answers(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take the answers out of what is not for teachers."""
    if app.builder.name not in _KEEP_ANSWERS:
        for node in list(doctree.findall(answer)):
            node.parent.remove(node)


def visit_answer(self: Any, node: answer) -> None:
    """Open an answer."""
    self.body.append(self.starttag(node, "div", CLASS="answer"))


def visit_passage(self: Any, node: passage) -> None:
    """Open a passage."""
    role = {"role": "doc-abstract"} if node["kind"] == "summary" else {}
    self.body.append(self.starttag(node, "div", CLASS=f"passage {node['kind']}", **role))


def depart_passage(self: Any, node: passage) -> None:
    """Close it."""
    self.body.append("</div>\n")


def setup_passages(app: Sphinx) -> None:
    """Register the node, the directives and the transform."""
    add_open_node(app, passage, visit_passage, depart_passage)
    add_open_node(app, answer, visit_answer, depart_passage)
    app.add_directive("summary", SummaryDirective)
    app.add_directive("people", PeopleDirective)
    app.add_directive("established", EstablishedDirective)
    app.add_directive("questions", QuestionsDirective)
    app.add_transform(NameQuestions)
    app.connect("doctree-resolved", take_out_answers)
