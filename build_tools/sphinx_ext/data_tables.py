"""The data behind a figure as a table, for who cannot see it: `{data-table} /data/moon-probes.csv`.

In: CSV files whose first line names the columns as a reader would.
Out: a table, and in the caption of the drawing with the option `:data:` a link to it.
"""

import csv
import re
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from build_tools.config import Language
from build_tools.dates import render_date
from build_tools.numbers import is_number, render_number, render_ranges
from build_tools.problems import Code
from build_tools.sphinx_ext.key_dates import moment
from build_tools.sphinx_ext.plain import make_message
from build_tools.sphinx_ext.press_words import load_language, load_press_words
from build_tools.sphinx_ext.tables import make_table
from build_tools.sphinx_ext.untranslated import choose_tongue

logger = logging.getLogger(__name__)
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?\Z")


def name_label(path: str) -> str:
    """Name the label of a table, after its file."""
    return f"data-{Path(path).stem}"


class DataTableDirective(SphinxDirective):
    """Show a CSV file as a table."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Give the table, with a label that captions link to."""
        relative, absolute = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        try:
            with Path(absolute).open(encoding="utf-8", newline="") as file:
                heads, *rows = list(csv.reader(file))
        except (OSError, UnicodeDecodeError, ValueError) as error:
            message = "the table %s cannot be read: %s"
            place = self.get_location()
            logger.warning(message, relative, error, type="book", subtype=Code.DATA_TABLE.slug, location=place)
            return []
        language = load_language(self.config)
        table = make_table(
            [make_cell(head, language, absolute, 1) for head in heads],
            [[make_cell(cell, language, absolute, line) for cell in row] for line, row in enumerate(rows, 2)],
            numeric=find_numeric(rows, len(heads)),
            classes=("data",),
        )
        label = name_label(self.arguments[0])
        table["ids"].append(label)
        table["names"].append(label)
        standard = self.env.domains.standard_domain
        standard.anonlabels[label] = (self.env.current_document.docname, label)
        return [table]


def make_cell(text: str, language: Language, path: str, line: int) -> list[nodes.Node]:
    """Make what stands in a cell: words are a message, dates and numbers are written as the language does."""
    if _DAY.match(text):
        return [moment("", render_date(text, language), datetime=text)]
    if any(character.isalpha() for character in text):
        return [make_message(text, path, line)]
    return [nodes.Text(render_ranges(render_number(text, language.code), language.code))]


def find_numeric(rows: list[list[str]], width: int) -> tuple[int, ...]:
    """Find the columns that hold nothing but numbers, to be set to the right."""
    return tuple(
        column
        for column in range(width)
        if any(row[column] for row in rows) and all(not row[column] or is_number(row[column]) for row in rows)
    )


class LinkData(SphinxTransform):
    """Put a link to the data into each caption, after translation so that it never enters a message."""

    default_priority = 500

    def apply(self, **kwargs: object) -> None:
        """Link figures that name their data."""
        for figure in self.document.findall(nodes.figure):
            captions = [child for child in figure.children if isinstance(child, nodes.caption)]
            if "data" in figure and captions:
                captions[0] += [nodes.Text(" "), self.make_link(figure["data"])]

    def make_link(self, path: str) -> nodes.inline:
        """Make a link to the table that shows a file."""
        press = load_press_words(self.env)
        _ = press.gettext
        words = _("The data as a table")
        link = addnodes.pending_xref(
            "",
            nodes.inline("", words),
            refdomain="std",
            reftype="ref",
            reftarget=name_label(path),
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.current_document.docname,
        )
        whole = nodes.inline("", "", link, classes=["data-link"])
        tongue = choose_tongue(self.config, press, words)
        if tongue:
            tongue.mark(whole)
        return whole


def setup_data_tables(app: Sphinx) -> None:
    """Register the directive and the transform."""
    app.add_directive("data-table", DataTableDirective)
    app.add_transform(LinkData)
