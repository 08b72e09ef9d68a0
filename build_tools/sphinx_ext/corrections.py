"""The list of corrections: what the tellings have wrong, and what the record says.

In: `{corrections} ko`, and the claims of that telling which the ledger calls wrong.
Out: a definition list; claim and record are messages of the document.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from build_tools.sphinx_ext.plain import make_message, make_paragraph
from build_tools.sphinx_ext.told_in import note_list, told_in


@dataclass(frozen=True)
class Correction:
    """A wrong claim, what the record says, and where the ledger has it."""

    claim: str
    said: str
    record: str
    line: int


def load_corrections(ledger: Path, telling: str) -> Iterator[Correction]:
    """Load the wrong claims of a telling."""
    with ledger.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            if row["check"] == "wrong" and row["id"].startswith(f"{telling}-"):
                yield Correction(row["id"], row["claim"], row["note"], rows.line_num)


class CorrectionsDirective(SphinxDirective):
    """List what a telling has wrong."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Give the list."""
        ledger = Path(self.env.srcdir, self.env.config.sigla_ledger)
        self.env.note_dependency(str(ledger))
        note_list(self.env)
        telling = self.arguments[0]
        listing = nodes.definition_list(classes=["corrections", f"corrections-{telling}"])
        for found in load_corrections(ledger, telling):
            said, record = (make_message(text, str(ledger), found.line) for text in (found.said, found.record))
            paragraph = make_paragraph(record, told_in(kind="claim", thing=found.claim))
            term = nodes.term("", "", said)
            listing += nodes.definition_list_item("", term, nodes.definition("", paragraph))
        return [listing]


def setup_corrections(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("corrections", CorrectionsDirective)
