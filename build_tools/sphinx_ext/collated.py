"""Lists in the order of the edition's alphabet: the glossary and the people.

In: definition lists, translated but in the order of the English.
Out: the same lists, sorted.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from build_tools.collation import make_sort_key
from build_tools.sphinx_ext.passages import passage


class CollateLists(SphinxTransform):
    """Sort lists of words by the rules of the language, after they are translated."""

    default_priority = 600

    def apply(self, **kwargs: object) -> None:
        """Sort every glossary and every list of people."""
        key = make_sort_key(self.config.language or "en")
        for host in self.document.findall(lambda node: isinstance(node, addnodes.glossary) or is_people(node)):
            for listing in host.findall(nodes.definition_list):
                listing[:] = sorted(listing.children, key=lambda item: key(name_item(item)))


def is_people(node: nodes.Node) -> bool:
    """Tell whether a node is a list of people."""
    return isinstance(node, passage) and node["kind"] == "people"


def name_item(item: nodes.Node) -> str:
    """Give the words by which an item is sorted."""
    return next((term.astext() for term in item.findall(nodes.term)), "")


def setup_collated(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(CollateLists)
