"""Cells of Markdown tables become messages of the PO files.

In: doctrees as MyST-Parser 5.2 gives them, whose table cells do not say where they stand.
Out: the same, with the place of the table on each cell, so that Sphinx extracts and translates them.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class TableCellPlaces(SphinxTransform):
    """Give table cells a place; Sphinx passes over text without one."""

    default_priority = 5  # before messages are kept (10) and translated (20)

    def apply(self, **kwargs: object) -> None:
        """Give each cell the place of its table."""
        for table in self.document.findall(nodes.table):
            line = table.line or (table.parent.line if table.parent else None) or 1
            for cell in table.findall(nodes.entry):
                for paragraph in cell.findall(nodes.paragraph):
                    if not paragraph.source:
                        paragraph.source, paragraph.line = self.document["source"], paragraph.line or line


def setup_tables(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(TableCellPlaces)
