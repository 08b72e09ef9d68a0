"""Index entries a line each: the `index` directive takes its entries from its body as well.

In: a fenced `{index}` block with `single: …`, `pair: …`, `see: …` lines.
Out: Sphinx's own index node.
MyST hands a directive's body over as content, which Sphinx's directive does not read.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.index import IndexDirective


class LinewiseIndexDirective(IndexDirective):
    """Mark index entries, one a line.

    ```{index}
    single: Goddard, Robert
    single: rocket; liquid-fuel
    ```
    """

    required_arguments = 0
    optional_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Give Sphinx's nodes for the entries of the first line and of the body."""
        lines = [*self.arguments, *self.content]
        self.arguments = ["\n".join(line for line in lines if line.strip())]
        return super().run()


def setup_index_entries(app: Sphinx) -> None:
    """Put the directive in the place of Sphinx's own."""
    app.add_directive("index", LinewiseIndexDirective, override=True)
