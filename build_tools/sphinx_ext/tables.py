"""Tables: cells of Markdown tables become messages of the PO files, and directives make tables of data.

In: doctrees as MyST-Parser 5.2 gives them, whose table cells do not say where they stand.
Out: the same, with the place of the table on each cell, so that Sphinx extracts and translates them.
"""

from collections.abc import Container, Iterable, Sequence

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from build_tools.sphinx_ext.plain import make_paragraph


class TableCellPlaces(SphinxTransform):
    """Give table cells a place; Sphinx passes over text without one."""

    default_priority = 5  # before messages are kept (10) and translated (20)

    def apply(self, **kwargs: object) -> None:
        """Give each cell the place of its table."""
        for table in self.document.findall(nodes.table):
            line = table.line or (table.parent.line if table.parent else None) or 1
            for cell in table.findall(nodes.entry):
                for paragraph in cell.findall(nodes.paragraph):
                    if not paragraph.source and paragraph.get("translatable", True):
                        paragraph.source, paragraph.line = self.document["source"], paragraph.line or line


Cell = Sequence[nodes.Node]


def make_table(
    heads: Sequence[Cell],
    rows: Iterable[Sequence[Cell]],
    *,
    numeric: Container[int] = (),
    classes: tuple[str, ...] = (),
) -> nodes.table:
    """Make a table of inline nodes.

    :param numeric: the columns that are set to the right.
    """
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=1) for _head in heads]
    group += nodes.thead("", make_row(heads, numeric))
    group += nodes.tbody("", *(make_row(row, numeric) for row in rows))
    return nodes.table("", group, classes=["colwidths-auto", *classes])


def make_row(cells: Iterable[Cell], numeric: Container[int]) -> nodes.row:
    """Make a row; its paragraphs are no messages, but may hold some."""
    entries = (
        nodes.entry("", make_paragraph(*cell), classes=["text-right"] if column in numeric else [])
        for column, cell in enumerate(cells)
    )
    return nodes.row("", *entries)


def setup_tables(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(TableCellPlaces)
